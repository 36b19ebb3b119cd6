"""Letters: brief, draft, check, and which kind a chat line asks for."""

import re
from collections.abc import Sequence

from app.coaching.emails.abroad import ABROAD
from app.coaching.emails.brief import read_brief
from app.coaching.emails.checks import PLACEHOLDER, check_letter, read_own_words
from app.coaching.emails.kinds import in_place_of, kind_for
from app.coaching.emails.letter import Written, choose, compose, subject_line
from app.coaching.emails.phrases import first_name
from app.coaching.emails.private import LEFT_OUT, is_private, left_out, without_private
from app.coaching.emails.quoted import Quote, ReadTwice
from app.coaching.emails.serious import REPORTED, certain_in, covered_up, ids, if_it_is_meant, passed_on, where_to_take
from app.coaching.emails.slots import OWN_WORDS, make_slots
from app.coaching.emails.typed import people_by_name
from app.coaching.emails.unsaid import clauses_of, is_missed
from app.coaching.emails.values import plain_text
from app.coaching.emails.whose import with_names
from app.coaching.emails.wishes import is_offer, with_wishes
from app.domain.emails import EmailBrief, EmailDraft, EmailKind
from app.domain.errors import InputRefused
from app.domain.knowledge import Audience
from app.domain.library import Library
from app.domain.ports import BriefReader, English, RiskDetector

LANGUAGES = {
    "request": ("en", "fr", "es", "de"),
    "heads_up": ("en", "fr", "es", "de"),
    "thank_you": ("en", "fr", "es", "de"),
}
"""Kinds that exist in other languages than English."""
LIKE = {
    "fr": {"purpose": "For example: mieux comprendre vos priorités."},
    "es": {"purpose": "For example: entender mejor sus prioridades."},
    "de": {"purpose": "For example: Ihre Prioritäten besser verstehen."},
}
"""What such a sentence looks like, where its form matters."""


class Letters:
    """Writes and checks the emails around a meeting, without a model."""

    def __init__(self, library: Library, detector: RiskDetector, english: English, reader: BriefReader) -> None:
        """Keep what is read from."""
        self._kinds = library.email_by_id
        self._detector = detector
        self._english = english
        self._reader = reader

    def kind(self, kind_id: str) -> EmailKind:
        """Return the kind.

        Raises:
            InputRefused: there is none with this id.
        """
        if kind_id not in self._kinds:
            raise InputRefused(f"There is no email kind {kind_id!r}; known are: {', '.join(self._kinds)}")
        return self._kinds[kind_id]

    def kind_for(self, text: str, audience: Audience | None = None) -> str | None:
        """Return the id of the kind a chat line asks for, or None when it asks for no email.

        Args:
            text: the line.
            audience: who asks, where it is known; a leader writes other letters than an employee.
        """
        found = kind_for(text, audience)
        return found if found in self._kinds else None

    def brief(self, kind_id: str, text: str, quotes: Sequence[Quote] = ()) -> EmailBrief:
        """Return the facts that free text gives; what it does not say stays out.

        A leader's words for an employee's letter are read for the leader's own, where there is one.

        Args:
            kind_id: one of the library's kinds.
            text: the brief in the user's words.
            quotes: what a model copied out of it, if one has read it too.

        Raises:
            InputRefused: there is no such kind.
        """
        kind = self.kind(in_place_of(self.kind(kind_id).id, text))
        reader = ReadTwice(self._reader, quotes) if quotes else self._reader
        brief = read_brief(kind, text, reader, self._detector, self._english)
        plain = plain_text(text)
        facts = with_names(kind, with_wishes(kind, brief.facts, plain), plain, self._english)
        unplaced = tuple(each for each in brief.unplaced if kind.id != "leader_pushback" or not is_offer(each))
        told = clauses_of(plain, reader.marks(kind.id, plain))
        # What is private is looked after by itself, below.
        new = (each for each in told if not is_private(each) and not any(u in each or each in u for u in unplaced))
        unplaced = tuple(dict.fromkeys((*unplaced, *new)))
        return without_private(brief.model_copy(update={"facts": facts, "unplaced": unplaced}), plain)

    def draft(self, brief: EmailBrief) -> EmailDraft:
        """Return the letter as far as it can be written from what is known, with what to ask and to confirm.

        A brief with a serious matter gets no letter, only where to take it.

        Raises:
            InputRefused: the brief's kind does not exist.
        """
        kind = self.kind(brief.kind)
        if brief.serious:
            return EmailDraft(kind=kind.id, subject="", body="", warnings=brief.serious, matters=brief.matters)
        told = " ".join(brief.facts.values())
        if kind.id in REPORTED and (grave := passed_on(told, brief.facts, (), self._detector, self._english)):
            lines = where_to_take(grave, kind.audience)
            return EmailDraft(kind=kind.id, subject="", body="", warnings=lines, matters=ids(grave))
        hidden = covered_up(told, brief.facts, self._detector) if kind.audience == "ic" else ()
        brief = _as_meant(kind, brief)
        language = _language(kind, brief)
        slots = make_slots(kind, brief.facts, self._english, language)
        written = self._write(kind, brief, slots, language)
        subject = subject_line(kind, slots, language)
        report = read_own_words(kind, brief, slots, written.body, self._detector)
        return EmailDraft(
            kind=kind.id,
            subject=subject,
            body=written.body,
            missing=_missing(kind, brief, slots, language),
            warnings=tuple(
                dict.fromkeys(
                    (
                        *brief.mild,
                        *if_it_is_meant((*hidden, *report.serious)),
                        *_warnings(kind, brief, written, language),
                    )
                )
            ),
            checks=check_letter(kind, brief, slots, subject, written.body, report),
            unused=(
                *dict.fromkeys(
                    (
                        *(each for each in brief.unplaced if is_missed(each, f"{subject} {written.body}", brief.facts)),
                        *left_out(brief, written.body),
                    )
                ),
                *_second_reader(kind, brief),
            ),
            assumed=_assumed(brief, slots, written),
            matters=ids(certain_in(kind.id, report)),
        )

    def check(self, brief: EmailBrief, subject: str, body: str) -> EmailDraft:
        """Return the given letter with its checks; nothing is rewritten.

        Raises:
            InputRefused: the brief's kind does not exist.
        """
        kind = self.kind(brief.kind)
        brief = _as_meant(kind, brief)
        slots = make_slots(kind, brief.facts, self._english, _language(kind, brief))
        report = read_own_words(kind, brief, slots, body, self._detector)
        checks = check_letter(kind, brief, slots, subject, body, report)
        return EmailDraft(
            kind=kind.id,
            subject=subject,
            body=body,
            warnings=if_it_is_meant(report.serious),
            checks=checks,
            matters=ids(certain_in(kind.id, report)),
        )

    def _write(self, kind: EmailKind, brief: EmailBrief, slots: dict[str, str], language: str) -> Written:
        """Write the letter; what else is to be said is not said twice."""
        written = self._compose(kind, brief, slots, language)
        others = " ".join(part.say["plain"] for part in written.parts).lower()
        more = [each for each in re.split(r"(?<=[.?])\s+", slots.get("more_said", "")) if each]
        new = [each for each in more if each.lower().rstrip(".?") not in others]
        if new != more:
            return self._compose(kind, brief, slots | {"more_said": " ".join(new)}, language)
        return written

    def _compose(self, kind: EmailKind, brief: EmailBrief, slots: dict[str, str], language: str) -> Written:
        limit = min(brief.max_words or kind.max_words, 1_000)
        full = _reader(kind, brief)
        for length in ("standard", "short") if brief.length == "standard" else ("short",):
            written = compose(
                kind,
                slots,
                tone=brief.tone,
                language=language,
                length=length,
                limit=limit,
                names=(first_name(full), full),
                sign=brief.facts.get("me", "")
                if brief.tone == "formal" or kind.to == "all"
                else slots.get("me_first", ""),
            )
            if not written.shortened or length == "short":
                return written
            if len(choose(kind.parts, slots, "standard")) - len(written.parts) <= 2:
                return written
        return written


def _as_meant(kind: EmailKind, brief: EmailBrief) -> EmailBrief:
    """Return the brief without gaps left in its facts, and people by their names.

    A letter that may go up or down goes down where only an employee is named.
    """
    facts = people_by_name({k: v for k, v in brief.facts.items() if not PLACEHOLDER.search(v)})
    if kind.to == "leader" and "person" in facts and "leader" not in facts:
        facts["from_leader"] = "yes"
    if brief.mild:
        facts["touchy"] = "yes"
    return brief.model_copy(update={"facts": facts})


def _reader(kind: EmailKind, brief: EmailBrief) -> str:
    if kind.to == "all":
        return ""
    if brief.facts.get("from_leader"):
        return brief.facts.get("person", "")
    return brief.facts.get({"leader": "leader", "boss": "boss", "person": "person"}[kind.to], "")


def _second_reader(kind: EmailKind, brief: EmailBrief) -> tuple[str, ...]:
    """Return the employee's name where the letter goes to the leader all the same."""
    other = brief.facts.get("person", "") if kind.to == "leader" else ""
    return (other,) if other and other != _reader(kind, brief) else ()


def _language(kind: EmailKind, brief: EmailBrief) -> str:
    return brief.language if brief.language in LANGUAGES.get(kind.id, ("en",)) else "en"


def _missing(kind: EmailKind, brief: EmailBrief, slots: dict[str, str], language: str) -> tuple[str, ...]:
    """Return what to ask: facts the letter needs, and sentences of the user's own that only they can put into its language."""
    found = [
        field.ask
        for field in kind.fields
        if (field.required and not brief.facts.get(field.id) and not _given(field.id, brief))
        or (field.id == "minutes" and brief.facts.get("minutes") and not slots.get("minutes_given"))
    ]
    if language != "en":
        found += [
            f"{field.label}: how do you say it in {ABROAD[language]['name']}? {LIKE[language].get(field.id, '')}".strip()
            for field in kind.fields
            if field.id in OWN_WORDS
            and brief.facts.get(field.id)
            and f"{field.id}_{language}" not in slots
            and any(f"{{{field.id}_{language}}}" in said for part in kind.parts for said in part.say.values())
        ]
    return tuple(found)


def _given(field: str, brief: EmailBrief) -> bool:
    """Tell whether a missing fact is not needed after all."""
    facts = brief.facts
    if field == "purpose":
        return bool(facts.get("invited"))
    if field == "topics":
        return bool(facts.get("purpose"))
    if field == "heard":
        return not facts.get("praise") and any(facts.get(each) for each in ("start", "who", "topics", "purpose"))
    if field == "leader":
        return bool(facts.get("from_leader") and facts.get("person"))
    return False


def _warnings(kind: EmailKind, brief: EmailBrief, written: Written, language: str) -> tuple[str, ...]:
    found = list(brief.refused)
    if (
        brief.facts.get("manager_knows") == "no"
        and kind.id in {"request", "quarterly"}
        and not any("behind" in line for line in found)
    ):
        found.append(
            "Your manager does not know yet, so the letter does not mention them knowing. Tell them before "
            "you send it; a line or two is enough."
        )
    if left_out(brief, written.body):
        found.append(LEFT_OUT)
    if written.shortened:
        found.append("Some sentences were left out to stay within your word limit.")
    if brief.language != language:
        found.append("This letter exists in English only; it was not translated.")
    if language != "en":
        found.append("Have somebody who speaks the language read it once.")
    return tuple(dict.fromkeys(found))


def _assumed(brief: EmailBrief, slots: dict[str, str], written: Written) -> tuple[str, ...]:
    found = [part.assumes for part in written.parts if part.assumes]
    used = " ".join(part.say["plain"] for part in written.parts)
    if "{minutes}" in used and not slots.get("minutes_given"):
        found.insert(0, "30 minutes, the usual length.")
    if "{who}" in used and not brief.facts.get("who"):
        found.append("It is for each person in their teams.")
    if "{format_or}" in used and not brief.facts.get("format"):
        found.append("The meetings are one to one.")
    return tuple(found)
