"""The meeting as pairs of a line and what it answered, with everything private left unquotable."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.coaching.rehearsal import grave
from app.coaching.rehearsal.acts import IC
from app.coaching.rehearsal.filling import sentences
from app.coaching.rehearsal.leader_acts import LEADER
from app.coaching.rehearsal.weighing import PERSONAL
from app.domain.conversation import Message
from app.domain.rehearsal import LeaderTurn, Reading, Score
from app.domain.risk import SeriousFinding

UNQUOTED = frozenset(
    "oversharing_personal confidential_info discriminatory_remark gossip job_search politics_religion".split()
)
"""Risk categories whose words no debrief repeats."""
QUOTED = 4
"""Words from which a sentence shows something."""
Read = Callable[[str, Sequence[Message]], Reading]


@dataclass(frozen=True)
class Exchange:
    """One line of the user's: what it answered, how it was read, and the reply."""

    turn: int
    text: str
    reading: Reading
    asked: str = ""
    """The line it answers."""
    asked_moves: tuple[str, ...] = ()
    reply: str = ""
    reply_turn: LeaderTurn | None = None

    @cached_property
    def acts(self) -> frozenset[str]:
        """What the line does."""
        return frozenset(self.reading.acts)

    @property
    def quotable(self) -> list[str]:
        """Sentences of the line that may be repeated."""
        closed = [(f.start, f.end) for f in self.reading.risk.flags if f.category in UNQUOTED]
        closed += [(s.start, s.end) for s in self.reading.risk.serious]
        kept = []
        for sentence in sentences(self.text):
            start = self.text.find(sentence)
            end = start + len(sentence)
            if not PERSONAL.search(sentence) and not any(s < end and start < e for s, e in closed):
                kept.append(sentence)
        return kept

    def quote(self, *wanted: str) -> str:
        """Return the first quotable sentence that contains any of `wanted` (plain text), else the first of some length."""
        kept = self.quotable
        for want in wanted:
            for sentence in kept:
                if want and want.lower() in sentence.lower():
                    return shortened(sentence)
        telling = next((sentence for sentence in kept if len(sentence.split()) >= QUOTED), kept[0] if kept else "")
        return shortened(telling)

    def said(self, act: str) -> str:
        """Return the quotable sentence in which the line does this act, else the first one."""
        pattern = IC.get(act) or LEADER.get(act)
        return (self.quote_matching(pattern) if pattern else "") or self.quote()

    def quote_matching(self, pattern: re.Pattern[str]) -> str:
        """Return the first quotable sentence that matches, with the next one where it is a word or two; else ''."""
        for i, sentence in enumerate(self.quotable):
            if pattern.search(sentence.lower().replace("’", "'")):
                following = self.quotable[i + 1 : i + 2] if len(sentence.split()) < 3 else []
                return shortened(" ".join((sentence, *following)))
        return ""


def shortened(sentence: str, most: int = 24) -> str:
    """Return at most `most` words of a sentence, with an ellipsis when cut."""
    words = sentence.split()
    return sentence if len(words) <= most else " ".join(words[:most]) + " …"


def exchanges(messages: Sequence[Message], read: Read) -> tuple[list[Exchange], str, tuple[SeriousFinding, ...], bool]:
    """Pair every user line with what it answered; return that, the opening line, what may be grave, and whether it was the end.

    Nothing from a serious matter on is kept, nor from a possible one that was not taken back or left for something else. Of
    one that was, only the line itself is left out, and where it is a guess of which kind, its words are not quoted.
    """
    found: list[Exchange] = []
    matters: tuple[SeriousFinding, ...] = ()
    opening = next((m.text for m in messages if m.role == "leader"), "")
    for place, message in enumerate(messages):
        if message.role != "user":
            continue
        before = next((m for m in reversed(messages[:place]) if m.role == "leader"), None)
        after = next((m for m in messages[place + 1 :] if m.role != "user"), None)
        planned = after.plan.leader if after and after.plan else None
        stored = planned.reading if planned else None
        reading = stored if stored and stored.text == message.text else read(message.text, messages[:place])
        if serious := reading.risk.serious:
            following = next((m.text for m in messages[place + 1 :] if m.role == "user"), "")
            last_word = not following and any(finding.named for finding in serious)
            if last_word or any(f.certain for f in serious) or (following and grave.stays(serious, following)):
                return found, opening, serious, True
            named = tuple(finding for finding in serious if finding.named)
            matters = matters if following and grave.taken_back(following) else named or matters
        if any(finding.named for finding in serious) or grave.RESUMES in reading.acts:
            continue
        asked = before.plan.leader if before and before.plan else None
        found.append(
            Exchange(
                turn=len(found) + 1,
                text=message.text,
                reading=reading,
                asked=before.text if before else "",
                asked_moves=tuple(b.move for b in asked.beats) if asked else (),
                reply=after.text if after and after.role == "leader" else "",
                reply_turn=planned,
            )
        )
    return found, opening, matters, False


Found = Sequence[Exchange]


def score(line: str, name: str, value: int | None, rule: str, quote: str = "", turn: int = 0) -> Score:
    """Return one rubric line's score, its rule before its evidence."""
    return Score(line=line, name=name, value=value, quote=quote, turn=turn, rule=rule)
