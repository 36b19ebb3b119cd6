"""Ask: a direct answer from the cards, with numbered marks, in the order it is needed."""

import re
from collections.abc import Sequence

from app.coaching.beliefs import assumes, compiled, takes_for_granted
from app.coaching.draft import Draft
from app.coaching.follow_up import leans, merged, wants_grounds, wants_words, where_done
from app.coaching.itself import HELP, about_itself, courtesy, is_elsewhere
from app.coaching.routing import wants_rework
from app.coaching.subject import COMPARABLE, Subject
from app.coaching.tongues import UNREAD, is_english
from app.coaching.two_questions import split_questions
from app.domain.knowledge import Audience, Card, Evidence
from app.domain.library import Library
from app.domain.ports import Hit, KnowledgeIndex
from app.domain.turn import Plan, Task

CLOSE = 0.025
"""How near in score a second card must be to be offered as what may have been meant."""
AGAIN = 0.15
"""How near in score a card related to the one that was just told must be to be told instead of it."""
BACK = 3
"""Answers back within which what was measured is looked for when somebody asks what it rests on."""
SURE, SHORT = 0.63, 14
"""Score below which a card is only the nearest there is for a line of so many words or fewer; stories score lower and fit."""
NEAREST = "I may be missing your point; this is the nearest thing I have."
YOUR_WAY = (
    'Put it your way and paste it here with "is this better:", and I\'ll check it. Whole letters are made on *Emails*.'
)
WIDE, SHOWN = 40, 8
"""Hits a follow-up is chosen from, and how many of them are kept."""

_STATISTIC = re.compile(
    r"\b(?:what|which|by (?:how many|what)|how many) (?:percent(?:age)?|per ?cent|proportion|share|fraction)\b|"
    r"(?:%|\bper ?cent(?:age)?|\bpercent|\bproportion|\bshare|\bfraction) of (?:all )?(?:companies|firms|people|employees|workers|staff|"
    r"managers|leaders|directors|vps|executives|organi[sz]ations|skip)|"
    r"\bstat(?:istic)?s\b|\bstatistics?\b|\broi\b|\b(?:success|response|reply|retention|turnover) rates?\b|\bthe odds\b|"
    r"\bhow likely\b[^?]{0,40}\bper ?cent|\b(?:average|typical) (?:length|number|duration|time spent)\b|\bon average\b|"
    r"\bhow many (?:companies|firms|people|employees|managers|leaders|directors|executives|organi[sz]ations|workers)\b|"
    r"\b(?:is there|are there|give me|any|do you have|some)\b[^?]{0,12}\b(?:numbers?|figures?|data)\b|\bfigures (?:for|on|about)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:should|ought|do i (?:need|have)|can i|could i|is it ok|my (?:people|team|staff)|of mine)\b", re.IGNORECASE
)
GENERAL = "Don't count on that: it isn't so everywhere, and here is what is known."
_FIGURE = re.compile(r"\d")


class Answers:
    """Plans answers from the library. Holds no state."""

    def __init__(self, library: Library, index: KnowledgeIndex) -> None:
        """Search `index`, whose cards are the library's."""
        self._library = library
        self._cards = library.card_by_id
        self._index = index
        self._subject = Subject((ask for card in library.cards for ask in card.asks), library.elsewhere)
        self._corrections = [(compiled(correction), correction) for correction in library.corrections]

    def plan(
        self, question: str, *, audience: Audience | None = None, before: str = "", told: Sequence[str] = ()
    ) -> Plan:
        """Return the plan for a question.

        Args:
            question: as it was typed.
            audience: the side the person said they are on.
            before: what a follow-up leans on (`follow_up.context_of`).
            told: the cards that led the answers before this one, newest first.
        """
        text = " ".join(question.split())
        cards = [self._cards[card] for card in told if card in self._cards]
        if rework := wants_rework(text):
            again = cards and rework != "tongue"
            plan = self._again(cards[0], f"{before} {text}") if again else self._where_done(rework, before)
        elif cards and (wants_words(text) or wants_grounds(text)):
            measured = (card for card in cards[:BACK] if card.evidence in {Evidence.STUDY, Evidence.DOUBTFUL})
            lead = cards[0] if wants_words(text) else next(measured, cards[0])
            plan = self._more(text, lead, f"{before} {text}")
        else:
            plan = self._plan(text, audience, before, cards[0].id if cards else "")
        if plan.cards and self._index.trouble:
            return plan.model_copy(update={"searched": self._index.trouble})
        return plan

    def heard(self, question: str, cards: Sequence[str]) -> Plan:
        """Return the plan for somebody who was told of a serious matter, from the cards for that; one card is given in full."""
        leads = [self._cards[card] for card in cards if card in self._cards]
        if len(leads) == 1:
            return self._answer(question, [Hit(card=leads[0].id, score=0.0, similarity=1.0)])
        return self._finished(self._of_two(question, leads), question, leads, cards)

    def of_nearest(self, question: str, cards: Sequence[str]) -> Plan:
        """Return the plan from that one of some cards, all known, that is most like a question."""
        ranked = (hit.card for hit in self._index.search(question, limit=len(self._cards)))
        return self.heard(question, [next((card for card in ranked if card in cards), cards[0])])

    def likeness(self, question: str, card: str, audience: Audience | None = None, before: str = "") -> float:
        """Return how like a card a question is, with what it may lean on; 1.0 where nothing was compared by meaning.

        About 0.5 for the nearest card there is, whatever was asked; 0.7 and more for one that answers.
        """
        asked = [question, *([f"{before} {question}"] if before and leans(question) else [])]
        hits = [hit for text in asked for hit in self._index.search(text, audience=audience) if hit.card == card]
        if any(hit.similarity < COMPARABLE for hit in hits):
            return 1.0
        return max((hit.score for hit in hits), default=0.0)

    def _more(self, text: str, lead: Card, asked: str) -> Plan:
        """Stay with the card that answered: its words to say, or what it rests on."""
        hits = [Hit(card=card, score=0.0, similarity=1.0) for card in (lead.id, *lead.related)]
        if not wants_words(text) or not lead.say_it:
            return self._answer(text, hits)
        draft = Draft(asked)
        draft.words_to_say(lead)
        draft.bullets(lead, most=3)
        return self._finished(draft, text, [lead], [hit.card for hit in hits])

    def _again(self, lead: Card, asked: str) -> Plan:
        """Give the card that answered in short, with its words: an answer is not reworked."""
        draft = Draft(asked)
        draft.lines.append(
            f"In short: {draft.marked(lead.answer[0], lead, lead.answer[0].sources or lead.sources[:1])}"
        )
        draft.words_to_say(lead)
        draft.own(YOUR_WAY)
        return self._finished(draft, asked, [lead], [lead.id, *lead.related])

    def _where_done(self, rework: str, before: str) -> Plan:
        words = where_done(rework, before)
        return self._plain("where it is done", words, ("request-email", "choosing-your-questions")).model_copy(
            update={"cards": ()}
        )

    def _plan(self, text: str, audience: Audience | None, before: str, told: str) -> Plan:
        if polite := courtesy(text):
            return self._plain("courtesy", polite, ("prepare-checklist", "what-is-a-skip-level"))
        if itself := about_itself(text):
            return self._plain("about the coach", itself, ("what-is-a-skip-level", "prepare-checklist"))
        if is_elsewhere(text):
            return self._abstain(text, ())
        for parts, correction in self._corrections:
            if assumes(text, parts, correction) and correction.card in self._cards:
                return self._correct(text, correction.says, correction.card, self._hits(text, audience, ""))
        if plan := self._in_two_parts(text, audience):
            return plan
        context = before if leans(text) else ""
        hits = self._hits(text, audience, context)
        if _STATISTIC.search(text) and not _ADVICE.search(text):
            return self._no_figure(text, hits)
        if not self._about(f"{context} {text}".strip(), hits):
            return self._abstain(text, hits)
        if takes_for_granted(text):
            return self._correct(text, GENERAL, hits[0].card, hits)
        if context:
            hits = self._next_to(told, hits)
        return self._answer(text, hits, nearest=not context and _is_unsure(text, hits[0]), again=hits[0].card == told)

    def _hits(self, text: str, audience: Audience | None, context: str) -> list[Hit]:
        if not context:
            return self._index.search(text, audience=audience)
        alone = self._index.search(text, audience=audience, limit=WIDE)
        told = self._index.search(context, audience=audience, limit=1)
        together = self._index.search(f"{context} {text}", audience=audience, limit=WIDE)
        return merged(alone, together, self._near(told[0].card) if told else set())[:SHOWN]

    def _near(self, card: str) -> set[str]:
        return set(self._cards[card].related) | {other.id for other in self._cards.values() if card in other.related}

    def _next_to(self, told: str, hits: list[Hit]) -> list[Hit]:
        """Return the hits of a follow-up with what was just told behind a related card that is about as near."""
        first, second = (*hits, *hits)[:2]
        near = first.card == told and first.score - second.score < AGAIN and second.card in self._near(told)
        return [second, first, *hits[2:]] if near else hits

    def _about(self, text: str, hits: Sequence[Hit]) -> bool:
        return bool(hits) and self._subject.covers(text, max(hit.similarity for hit in hits))

    def _in_two_parts(self, text: str, audience: Audience | None) -> Plan | None:
        parts = split_questions(text)
        if len(parts) != 2:
            return None
        found = [self._hits(part, audience, "") for part in parts]
        if not all(self._about(part, hits) for part, hits in zip(parts, found, strict=True)):
            return None
        leads = [self._cards[hits[0].card] for hits in found]
        if leads[0] == leads[1]:
            return None
        draft = self._of_two(text, leads)
        ranked = [card for pair in zip(*(map(_card, hits) for hits in found), strict=False) for card in pair]
        return self._finished(draft, text, leads, ranked)

    def _of_two(self, text: str, leads: Sequence[Card]) -> Draft:
        draft = Draft(text)
        for lead in leads:
            draft.paragraph(lead)
            draft.bullets(lead, most=2)
        return draft

    def _answer(self, text: str, hits: Sequence[Hit], *, nearest: bool = False, again: bool = False) -> Plan:
        lead = self._cards[hits[0].card]
        second = self._cards[hits[1].card] if len(hits) > 1 else None
        draft = Draft(text)
        if nearest:
            draft.own(NEAREST)
        draft.paragraph(lead, most=1 if again else len(lead.answer))
        if again:
            draft.warning(lead)
        early = draft.exception(lead, least=2)
        draft.bullets(lead, most=4)
        draft.words_to_say(lead)
        draft.difference(lead)
        if second is not None and hits[0].score - hits[1].score < CLOSE and akin(lead, second):
            draft.neighbour(second)
        if not again:
            draft.warning(lead, least=1 if lead.differs else 0)
        if not early and not lead.differs:
            draft.exception(lead, least=1)
        return self._finished(draft, text, [lead], [hit.card for hit in hits])

    def _correct(self, text: str, says: str, card: str, hits: Sequence[Hit]) -> Plan:
        lead = self._cards[card]
        draft = Draft(text)
        draft.own(says)
        draft.paragraph(lead)
        draft.bullets(lead, most=3)
        draft.words_to_say(lead)
        plan = self._finished(draft, text, [lead], [hit.card for hit in hits])
        return plan.model_copy(update={"intent": f"correct a belief, from {card}"})

    def _finished(self, draft: Draft, text: str, leads: Sequence[Card], ranked: Sequence[str]) -> Plan:
        cards = tuple(dict.fromkeys([*(lead.id for lead in leads), *ranked]))
        return Plan(
            task=Task.ASK,
            intent=f"answer from {', '.join(lead.id for lead in leads)}",
            planned=draft.text(),
            facts=tuple(self._cards[card].direct for card in cards[:3]),
            citations=tuple(draft.citations),
            cards=cards,
            followups=self._follow_ups(leads, cards),
            prompt="ask",
            slots={"passages": draft.passages(), "question": text},
        )

    def _follow_ups(self, leads: Sequence[Card], ranked: Sequence[str]) -> tuple[str, ...]:
        """Two buttons: what is related to the leads and also near the question first, then what is merely related."""
        told = {lead.id for lead in leads}
        sides = {audience for lead in leads for audience in lead.audience}
        related = [card for lead in leads for card in lead.related]
        offered = [*(card for card in ranked if card in related), *related, *ranked]
        fitting = [c for c in offered if c in self._cards and c not in told and sides & set(self._cards[c].audience)]
        return tuple(dict.fromkeys(self._cards[card].button for card in fitting))[:2]

    def _no_figure(self, text: str, hits: Sequence[Hit]) -> Plan:
        """Say that there is no sound figure, then what is known: the nearest measured or doubted one, as such."""
        draft = Draft(text)
        draft.own("We know of no sound figure for that, so I won't give you one.")
        research = self._cards.get("do-skip-levels-work")
        if research is not None:
            draft.lines.append(
                draft.marked(research.answer[0], research, research.answer[0].sources or research.sources[:1])
            )
        for card in (self._cards[hit.card] for hit in hits[:3]):
            points = [p for p in card.answer if p.sources and _FIGURE.search(p.text)]
            if points and card.evidence in {Evidence.STUDY, Evidence.DOUBTFUL} and draft.overlap(card.direct):
                draft.lines.append(f"The nearest thing: {draft.marked(points[0], card, points[0].sources)}")
                break
        plan = self._finished(draft, text, [research] if research else [], [hit.card for hit in hits])
        return plan.model_copy(update={"intent": "no figure", "abstained": True, "prompt": ""})

    def _abstain(self, text: str, hits: Sequence[Hit]) -> Plan:
        unread = "" if is_english(text, self._library) else f" {UNREAD}"
        words = f"I don't have anything on that, and I'd rather say so than guess.{unread} {HELP}"
        return self._plain("abstain", words, [hit.card for hit in hits]).model_copy(update={"abstained": True})

    def _plain(self, intent: str, words: str, cards: Sequence[str]) -> Plan:
        known = tuple(card for card in cards if card in self._cards)
        buttons = tuple(self._cards[card].button for card in known[:2])
        return Plan(task=Task.ASK, intent=intent, planned=words, cards=known, followups=buttons)


def akin(lead: Card, other: Card) -> bool:
    """Say whether two cards are near enough in subject for one to be what a person meant instead of the other."""
    if "serious" in {*other.themes} - {*lead.themes} or not set(lead.audience) & set(other.audience):
        return False
    return other.id in lead.related or lead.id in other.related or bool(set(lead.themes) & set(other.themes))


def _is_unsure(text: str, best: Hit) -> bool:
    return best.similarity >= COMPARABLE and best.score < SURE and len(text.split()) <= SHORT


def _card(hit: Hit) -> str:
    return hit.card
