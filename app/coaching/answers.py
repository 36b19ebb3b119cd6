"""Ask: a direct answer from the cards, with numbered marks, in the order it is needed."""

import re
from collections.abc import Sequence

from app.coaching.draft import Draft
from app.coaching.follow_up import leans, merged, thanks, wants_grounds, wants_words
from app.coaching.itself import about_itself, is_elsewhere
from app.coaching.subject import Subject
from app.coaching.tongues import UNREAD, is_english
from app.coaching.two_questions import ASKS_FIRST, split_questions
from app.domain.knowledge import Audience, Card, Correction, Evidence
from app.domain.library import Library
from app.domain.ports import Hit, KnowledgeIndex
from app.domain.turn import Plan, Task

CLOSE = 0.025
"""How near in score a second card must be to be offered as what may have been meant."""
BACK = 3
"""Answers back within which what was measured is looked for when somebody asks what it rests on."""
WIDE, SHOWN = 40, 8
"""Hits a follow-up is chosen from, and how many of them are kept."""
HELP = "I can help with the meeting with your boss's boss: asking for it, preparing, what to say, and after."

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
_GREETING = re.compile(r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hiya)\b[\s\w,]{0,12}[.!]*$", re.IGNORECASE)
_ASSUMES = re.compile(
    r"^(?:since|because|as|given(?: that)?|now that|seeing that|everyone knows|everybody knows)\b|"
    r"(?:,| -)?\s+(?:right|correct|true|(?:is|are|do|does|has|have|can|will)n'?t (?:it|he|she|they|i|we))\s*\??$",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:by law|the law|always|never|everybody knows|everyone knows|must|has to|have to|studies show|stud(?:y|ies)|shown|"
    r"all (?:big |large )?(?:companies|leaders|managers)|everything|may not)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:by law|legally|illegal|unlawful|against the law|legal right|prove[nds]|proved|scientifically|required|obliged|mandatory|"
    r"compulsory|not permitted|forbidden|guarantee\w*|bound to|entitle[sd]?|by definition|statutory|gdpr|"
    r"data protection|employment act)\b|\b(?:studies|research) (?:shows?|proves?)\b|n't permitted\b",
    re.IGNORECASE,
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
        self._corrections = [(_compiled(correction), correction) for correction in library.corrections]

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
        if cards and (wants_words(text) or wants_grounds(text)):
            measured = (card for card in cards[:BACK] if card.evidence in {Evidence.STUDY, Evidence.DOUBTFUL})
            lead = cards[0] if wants_words(text) else next(measured, cards[0])
            plan = self._more(text, lead, f"{before} {text}")
        else:
            plan = self._plan(text, audience, before)
        if plan.cards and self._index.trouble:
            return plan.model_copy(update={"searched": self._index.trouble})
        return plan

    def heard(self, question: str, cards: Sequence[str]) -> Plan:
        """Return the plan for somebody who was told of a serious matter, from the cards for that."""
        leads = [self._cards[card] for card in cards if card in self._cards]
        return self._finished(self._of_two(question, leads), question, leads, cards)

    def _more(self, text: str, lead: Card, asked: str) -> Plan:
        """Stay with the card that answered: its words to say, or what it rests on."""
        hits = [Hit(card=card, score=0.0, similarity=1.0) for card in (lead.id, *lead.related)]
        if not wants_words(text) or not lead.say_it:
            return self._answer(text, hits)
        draft = Draft(asked)
        draft.words_to_say(lead)
        draft.bullets(lead, most=3)
        return self._finished(draft, text, [lead], [hit.card for hit in hits])

    def _plan(self, text: str, audience: Audience | None, before: str) -> Plan:
        if courtesy := _courtesy(text):
            return self._plain("courtesy", courtesy, ("prepare-checklist", "what-is-a-skip-level"))
        if itself := about_itself(text):
            return self._plain("about the coach", itself, ("what-is-a-skip-level", "prepare-checklist"))
        if is_elsewhere(text):
            return self._abstain(text, ())
        for parts, correction in self._corrections:
            if _assumes(text, parts, correction) and correction.card in self._cards:
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
        return self._answer(text, hits)

    def _hits(self, text: str, audience: Audience | None, context: str) -> list[Hit]:
        if not context:
            return self._index.search(text, audience=audience)
        alone = self._index.search(text, audience=audience, limit=WIDE)
        told = self._index.search(context, audience=audience, limit=1)
        together = self._index.search(f"{context} {text}", audience=audience, limit=WIDE)
        return merged(alone, together, self._near(told[0].card) if told else set())[:SHOWN]

    def _near(self, card: str) -> set[str]:
        return set(self._cards[card].related) | {other.id for other in self._cards.values() if card in other.related}

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

    def _answer(self, text: str, hits: Sequence[Hit]) -> Plan:
        lead = self._cards[hits[0].card]
        second = self._cards[hits[1].card] if len(hits) > 1 else None
        draft = Draft(text)
        draft.paragraph(lead)
        early = draft.exception(lead, least=2)
        draft.bullets(lead, most=4)
        draft.words_to_say(lead)
        draft.difference(lead)
        if second is not None and hits[0].score - hits[1].score < CLOSE and akin(lead, second):
            draft.neighbour(second)
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


def takes_for_granted(text: str) -> bool:
    """Say whether a question rests on a rule or a proof that it states instead of asking for it."""
    plain = text.replace("’", "'")
    if _ASSUMES.search(plain):
        return bool(_CLAIMS.search(plain) or _LEGAL.search(plain))
    return bool(_LEGAL.search(plain)) and not ASKS_FIRST.match(plain)


def akin(lead: Card, other: Card) -> bool:
    """Say whether two cards are near enough in subject for one to be what a person meant instead of the other."""
    if "serious" in {*other.themes} - {*lead.themes} or not set(lead.audience) & set(other.audience):
        return False
    return other.id in lead.related or lead.id in other.related or bool(set(lead.themes) & set(other.themes))


def _card(hit: Hit) -> str:
    return hit.card


def _courtesy(text: str) -> str:
    if _GREETING.match(text):
        return f"Hello. {HELP} What's on your mind?"
    return (
        "You're welcome. If anything else comes up before the meeting, or after it, I'm here." if thanks(text) else ""
    )


def _compiled(correction: Correction) -> list[list[re.Pattern[str]]]:
    return [[re.compile(part, re.IGNORECASE) for part in parts] for parts in correction.when]


def _assumes(text: str, patterns: Sequence[Sequence[re.Pattern[str]]], correction: Correction) -> bool:
    plain = text.replace("’", "'")
    if correction.never and re.search(correction.never, plain, re.IGNORECASE):
        return False
    return any(all(part.search(plain) for part in parts) for parts in patterns)
