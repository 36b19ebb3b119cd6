"""Work in hand, kept so that a reload loses nothing: letters with their versions, and small choices of a page."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from pydantic import JsonValue, ValidationError

from app.coaching.notebook import entry_id, keep_value
from app.coaching.text import clean
from app.domain.base import Value
from app.domain.drafts import LetterInHand, LetterVersion
from app.domain.emails import EmailBrief, EmailDraft
from app.domain.ports import Notebook

V = TypeVar("V", bound=Value)
VERSIONS = 8
"""So many versions of a letter are kept; the oldest goes first."""
MANNER = {"tone", "length", "language", "max_words"}
"""What a brief says of how a letter sounds: it holds until another is asked for."""


class Drafts:
    """What a holder has begun. One letter of each kind is in hand at a time."""

    def __init__(self, notebook: Notebook) -> None:
        """Keep the notebook that everything is stored in."""
        self._notebook = notebook

    def letter(self, holder: str, kind: str) -> LetterInHand | None:
        """Return the letter of a kind that is in hand, None when there is none."""
        return _read(self._named(holder, f"letter {kind}"), LetterInHand)

    def newest_letter(self, holder: str) -> LetterInHand | None:
        """Return the letter worked on last, None when there is none."""
        entries = sorted(self._notebook.entries(holder, "draft"), key=lambda each: each.changed, reverse=True)
        return next((found for each in entries if (found := _read(each.value, LetterInHand))), None)

    def with_facts(self, holder: str, brief: EmailBrief) -> LetterInHand:
        """Return the letter in hand for these facts. Changed facts make a new letter; edited ones stay to go back to.

        An empty form is nothing to keep yet.
        """
        kept = self.letter(holder, brief.kind)
        if not (kept or brief.facts or brief.serious or brief.refused):
            return LetterInHand(brief=brief)
        versions = kept.versions if kept else ()
        edited = kept is not None and kept.edited and _bare(kept.brief) == _bare(brief)
        made = LetterInHand(brief=brief, versions=versions, edited=edited)
        if self.newest_letter(holder) != made:
            self._keep_letter(holder, made)
        return made

    def hand_over(self, holder: str, brief: EmailBrief, write: Callable[[EmailBrief], EmailDraft]) -> LetterInHand:
        """Put facts found elsewhere into the letter in hand; what they do not speak of stays as it is.

        Where they put other words in the place of some, the letter as `write` makes it of those is kept to go back to.
        """
        kept = self.letter(holder, brief.kind)
        if kept is None:
            return self.with_facts(holder, brief)
        facts = kept.brief.facts | brief.facts
        said = brief.model_dump(exclude_defaults=True) | {"facts": facts}
        replaced = any(facts[name] != words for name, words in kept.brief.facts.items())
        if replaced and not kept.edited and (before := write(kept.brief)).body:
            self.edited(holder, kept, before.subject, before.body)
        return self.with_facts(holder, EmailBrief.model_validate(kept.brief.model_dump(include=MANNER) | said))

    def edited(self, holder: str, letter: LetterInHand, subject: str, body: str) -> LetterInHand:
        """Keep a letter as it was edited, and return it; the same words again are no new version."""
        subject, body = clean(subject), clean(body)
        last = letter.versions[-1] if letter.versions else None
        same = last is not None and (last.subject, last.body) == (subject, body)
        new = () if same else (LetterVersion(subject=subject, body=body, written=datetime.now(UTC)),)
        made = letter.model_copy(update={"versions": (*letter.versions, *new)[-VERSIONS:], "edited": True})
        if made != letter:
            self._keep_letter(holder, made)
        return made

    def from_facts(self, holder: str, letter: LetterInHand) -> LetterInHand:
        """Return the letter to what follows from its facts; the versions stay to go back to."""
        made = letter.model_copy(update={"edited": False})
        self._keep_letter(holder, made)
        return made

    def remember(self, holder: str, name: str, value: Value) -> None:
        """Keep one thing under a name, in place of what was there.

        Raises:
            StoreError: it cannot be written.
        """
        keep_value(self._notebook, holder, "draft", entry_id(holder, "draft", name), value.model_dump(mode="json"))

    def remembered(self, holder: str, name: str, fresh: V) -> V:
        """Return what is kept under a name, `fresh` when there is nothing that can be read as its kind."""
        return _read(self._named(holder, name), type(fresh)) or fresh

    def forget(self, holder: str, name: str) -> None:
        """Remove what is kept under a name for good."""
        self._notebook.discard(holder, entry_id(holder, "draft", name))

    def forget_letter(self, holder: str, kind: str) -> None:
        """Remove the letter of a kind, with its versions, for good."""
        self.forget(holder, f"letter {kind}")

    def _keep_letter(self, holder: str, letter: LetterInHand) -> None:
        self.remember(holder, f"letter {letter.brief.kind}", letter)

    def _named(self, holder: str, name: str) -> dict[str, JsonValue]:
        wanted = entry_id(holder, "draft", name)
        return next((each.value for each in self._notebook.entries(holder, "draft") if each.id == wanted), {})


def _bare(brief: EmailBrief) -> EmailBrief:
    """Return what a letter is made from, without remarks on the words it was found in."""
    return brief.model_copy(update={"refused": (), "unplaced": (), "mild": (), "reading": ""})


def _read(value: dict[str, JsonValue], kind: type[V]) -> V | None:
    """Return the value; None for nothing, for another kind, or for one that an older version of the program left."""
    try:
        return kind.model_validate(value) if value else None
    except ValidationError:
        return None
