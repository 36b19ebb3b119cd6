"""Ask: a direct answer from the cards, with numbered marks, in the order it is needed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.knowledge import Audience, Card, Point
from app.domain.library import Library
from app.domain.ports import Hit, KnowledgeIndex
from app.domain.turn import Citation, Plan, Task

NEAR_ENOUGH = 0.835
"""Cosine (e5, query to passage) below which the best card is not about the question."""
SECOND_WITHIN = 0.06
"""How close in score a second card must be to lend a line to the answer."""
LONGEST = 175
"""Words of a planned answer, about a minute's reading."""
COACH = "[coach]"
"""Marks a line that is the coach's own suggestion, with no source behind it."""

_FOLLOW_UP = re.compile(
    r"^(?:and|but|so|ok|what if|what about|how about|then|or|why|really|even if|still|also)\b|"
    r"\b(?:that|it|this|those|they|she|he|her|him|them)\b",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"\b(?:what|which|how many|any)\b[^?]{0,40}\b(?:per ?cent|percentage|%|statistics?|stats|figures?|numbers? of companies|"
    r"share of|proportion|average|success rate|odds)\b|\b(?:per ?cent|percentage|%) of\b|\bis there (?:a|any) (?:study|research|data)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{3,}")


class Answers:
    """Plans answers from the library."""

    def __init__(self, library: Library, index: KnowledgeIndex) -> None:
        """Search `index`, whose cards are the library's."""
        self._library = library
        self._index = index

    def plan(self, question: str, *, audience: Audience | None = None, before: str = "") -> Plan:
        """Return the plan for a question; `before` is what the person asked just before, for follow-ups."""
        parts = split_questions(question)
        if len(parts) == 2:
            plans = [self._hits(part, audience, "") for part in parts]
            if all(near(hits) for hits in plans) and plans[0][0].card != plans[1][0].card:
                return self._answer(question, plans[0] + plans[1], leads=[plans[0][0].card, plans[1][0].card])
        hits = self._hits(question, audience, before)
        if not near(hits) or (_STATISTIC.search(question) and not self._has_figure(hits[0].card)):
            return self._abstain(hits, question)
        return self._answer(question, hits, leads=[hits[0].card])

    def _hits(self, question: str, audience: Audience | None, before: str) -> list[Hit]:
        hits = self._index.search(question, audience=audience)
        leans = before and len(question.split()) <= 12 and _FOLLOW_UP.search(question)
        if not leans:
            return hits
        together = self._index.search(f"{before} {question}", audience=audience)
        scores = {hit.card: hit for hit in together}
        merged = [
            hit.model_copy(update={"score": hit.score + 0.6 * scores[hit.card].score}) if hit.card in scores else hit
            for hit in hits
        ]
        merged += [h.model_copy(update={"score": 0.6 * h.score}) for c, h in scores.items() if c not in {m.card for m in hits}]
        return sorted(merged, key=lambda hit: (-hit.score, hit.card))

    def _answer(self, question: str, hits: Sequence[Hit], leads: list[str]) -> Plan:
        cards = self._library.card_by_id
        draft = _Draft(question)
        for lead in leads:
            draft.paragraph(cards[lead])
        for lead in leads:
            draft.bullets(cards[lead], most=4 if len(leads) == 1 else 2)
        main = cards[leads[0]]
        if len(leads) == 1:
            second = next((h for h in hits[1:] if h.score >= hits[0].score - SECOND_WITHIN), None)
            if second is not None and draft.words() < LONGEST - 50:
                draft.lend(cards[second.card])
            draft.closing(main)
        ranked = tuple(dict.fromkeys(hit.card for hit in hits))
        return Plan(
            task=Task.ASK,
            intent=f"answer from {', '.join(leads)}",
            planned=draft.text(),
            facts=tuple(cards[card].direct for card in ranked[:3]),
            citations=tuple(draft.citations),
            cards=ranked,
            followups=self._follow_ups(leads, ranked),
            prompt="ask",
            slots={"passages": draft.passages(), "question": question},
        )

    def _has_figure(self, card: str) -> bool:
        return bool(re.search(r"%|per cent|\bout of\b", self._library.card_by_id[card].direct))

    def _follow_ups(self, leads: list[str], ranked: Sequence[str]) -> tuple[str, ...]:
        cards = self._library.card_by_id
        offered = [*(card for lead in leads for card in cards[lead].related), *ranked[1:4]]
        return tuple(dict.fromkeys(cards[card].button for card in offered if card in cards and card not in leads))[:2]

    def _abstain(self, hits: Sequence[Hit], question: str) -> Plan:
        cards = self._library.card_by_id
        nearest = tuple(cards[hit.card].button for hit in hits[:2])
        known = "I can help with the meeting with your boss's boss: asking for it, preparing, what to say, and after."
        if _STATISTIC.search(question):
            words = f"I don't know of a sound figure for that, so I won't give one. {known}"
        else:
            words = f"I don't have anything on that, and I'd rather say so than guess. {known}"
        return Plan(
            task=Task.ASK, intent="abstain", planned=words, cards=tuple(h.card for h in hits), followups=nearest, abstained=True
        )


def near(hits: Sequence[Hit]) -> bool:
    """Say whether the best card is about the question at all."""
    return bool(hits) and max(hit.similarity for hit in hits[:3]) >= NEAR_ENOUGH


def split_questions(text: str) -> list[str]:
    """Return the questions of a text when there are exactly two that stand alone, else the text."""
    parts = [part.strip() for part in re.findall(r"[^?]+\?", text)]
    standing = [part for part in parts if len(part.split()) >= 5]
    return standing if len(parts) == len(standing) == 2 else [text]


@dataclass
class _Draft:
    """An answer as it grows: paragraphs, bullets, marks."""

    question: str
    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    given: list[str] = field(default_factory=list)

    def paragraph(self, card: Card) -> None:
        """The direct answer; a sentence without a source of its own stands on the card's first."""
        self.lines.append(" ".join(self._marked(p, card, p.sources or card.sources[:1]) for p in card.answer))

    def bullets(self, card: Card, most: int) -> None:
        """What to do, those nearest the person's words, in the card's order."""
        wanted = set(_WORD.findall(self.question.lower()))
        by_fit = sorted(
            range(len(card.what_to_do)),
            key=lambda i: (-len(wanted & set(_WORD.findall(card.what_to_do[i].text.lower()))), i),
        )
        for i in sorted(by_fit[:most]):
            point = card.what_to_do[i]
            line = "- " + self._marked(point, card, point.sources)
            if self.words() + len(line.split()) <= LONGEST - 25:
                self.lines.append(line)

    def lend(self, card: Card) -> None:
        """One line of another card that is nearly as near."""
        point = card.answer[0]
        self.lines.append("- " + self._marked(point, card, point.sources or card.sources[:1]))

    def closing(self, card: Card) -> None:
        """Words to say, where sources differ, when the opposite is right: as far as there is room."""
        if card.say_it and self._fits(card.say_it[0]):
            said = card.say_it[0] if card.say_it[0][:1] in "\"“" else f'"{card.say_it[0]}"'
            self.lines.append(f"You could say: {said} {COACH}")
        if card.differs and self._fits(card.differs):
            mark = self._mark(card, card.sources[0])
            self.lines.append(f"Advice differs: {card.differs.strip()} [{mark}]")
        elif card.opposite_when and self._fits(card.opposite_when[0]):
            mark = self._mark(card, card.sources[0])
            self.lines.append(f"The other way round: {card.opposite_when[0].strip()} [{mark}]")

    def text(self) -> str:
        """The answer as Markdown: paragraphs apart, bullets together."""
        out = ""
        for before, line in zip(["", *self.lines], self.lines, strict=False):
            both = before.startswith("- ") and line.startswith("- ")
            out += ("" if not before else "\n" if both else "\n\n") + line
        return out

    def words(self) -> int:
        """Words so far."""
        return len(self.text().split())

    def passages(self) -> str:
        """The guidance behind each number, for an engine."""
        return "\n".join(self.given)

    def _fits(self, text: str) -> bool:
        return self.words() + len(text.split()) + 6 <= LONGEST

    def _marked(self, point: Point, card: Card, sources: Sequence[str]) -> str:
        marks = "".join(f"[{self._mark(card, source, point.text)}]" for source in sources[:2])
        return f"{point.text} {marks or COACH}"

    def _mark(self, card: Card, source: str, said: str = "") -> int:
        for citation in self.citations:
            if (citation.card, citation.source) == (card.id, source):
                number = citation.number
                break
        else:
            number = len(self.citations) + 1
            self.citations.append(Citation(number=number, card=card.id, source=source))
        if said:
            self.given.append(f"[{number}] {said}")
        return number
