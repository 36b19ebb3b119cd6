"""The question bank: an agenda for a meeting, what the other side will ask, and a review of the user's own."""

import re
from collections.abc import Sequence
from functools import cached_property

from app.coaching.questions.aims import aims_in, aims_of
from app.coaching.questions.asked import SLOT, asked_in
from app.coaching.questions.choosing import ON_AIM, chance, fitness, passing, serves, varied
from app.coaching.questions.nearest import Nearest, words_of
from app.coaching.questions.nouns import role_of, topics_of
from app.coaching.questions.opening import closing_words, opening_words
from app.coaching.questions.review import meeting_warnings, review_own
from app.domain.agenda import Agenda, AgendaItem
from app.domain.knowledge import Direction, Question
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.personas import Persona
from app.domain.ports import Embedder

ALIKE = 0.5
"""Least score at which two wordings count as the same question; set on evals/questions, dev part."""
MOST = 8
"""More questions than this is an interrogation, however long the meeting."""
_REACHED = ((7, 1), (20, 2), (32, 3), (42, 4), (50, 5))
"""How many questions people get to in less than so many minutes between opening and closing; six beyond."""
_OF_ONE_THING = re.compile(r"\b(?:is|does|has) \{topic\}|\{topic\} (?:is|has|looks|clashes|supports)\b")
_MANY = re.compile(r"(?:(?!\b(?:on|of|for|\w+ing)\b).)*[^s\W]s(?:$| (?:on|of|for)\b)")
"""A verb in the singular goes with no noun in the plural."""
_AIMLESS = {False: ("focus", "acquaint"), True: ("trust", "acquaint")}
"""What a meeting without a goal is for, by whether the leader asks."""
_ABOUT_PEOPLE = frozenset({"acquaint", "trust", "programme"})
"""Aims for which a leader opens with a question about the person."""


class Questions:
    """Chooses, orders and times questions. Deterministic; no model."""

    def __init__(self, library: Library, embedder: Embedder | None) -> None:
        """Keep the bank; nothing is embedded before the first use."""
        self._library = library
        self._embedder = embedder
        self._by_id = {q.id: q for q in library.questions}

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._library.questions, self._embedder)

    @cached_property
    def _standing(self) -> dict[str, float]:
        """A small advantage for the questions that head their theme: the files are in order of use."""
        seen: dict[tuple[str, str], int] = {}
        standing = {}
        for q in self._library.questions:
            place = seen.setdefault((q.direction, q.theme), 0)
            seen[(q.direction, q.theme)] += 1
            standing[q.id] = max(0.0, 1.2 - 0.15 * place)
        return standing

    def agenda(self, meeting: Meeting, pinned: Sequence[str] = (), dropped: Sequence[str] = ()) -> Agenda:
        """Return what to ask, in order, inside the minutes of the meeting.

        Args:
            meeting: its goal, length, situation and nouns decide.
            pinned: ids of the bank, or the user's own questions as text; they stay as long as there is time for them.
            dropped: ids not to use.
        """
        opening, closing = _ends(meeting.minutes)
        room = meeting.minutes - opening - closing
        own = [text for text in dict.fromkeys(pinned) if text not in self._by_id and text.strip()]
        keep = [self._by_id[name] for name in dict.fromkeys(pinned) if name in self._by_id]
        aims = aims_of(meeting, about=bool(topics_of(meeting))) or _AIMLESS[meeting.leads]
        count = max(_count(meeting, room, aims), min(len(own) + len(keep), room // 2, MOST))
        out = {*dropped, *(q.id for q in keep)}
        ranked = [q for q in self._for_aims(meeting, aims) if q.id not in out and q.stage != "close"]
        outright = [q for q in ranked if SLOT in q.template and asked_in(meeting)]
        fresh = outright + _fresh([q for q in ranked if SLOT not in q.template], keep, meeting, aims)
        chosen = [*keep, *fresh][: max(0, count - len(own))]
        items = _timed(_items(chosen, own, meeting, keep, aims), room)
        spare = next((q for q in fresh if q not in chosen and q.bold == 1 and q.stage == "explore"), None)
        return Agenda(
            minutes=meeting.minutes,
            opening=opening_words(meeting, aims),
            items=items,
            fallback=_item(spare, spare.text) if spare else None,
            closing=closing_words(meeting),
            warnings=meeting_warnings(meeting.goal, " ".join(own), leads=meeting.leads)
            + _left_out(len(own) + len(keep), len(items)),
            opening_minutes=opening,
            closing_minutes=closing,
        )

    def review_own(self, text: str, *, leads: bool = False) -> tuple[str, ...]:
        """Return what to change in the user's own question; empty when it is good. `leads`: they are the leader."""
        return review_own(text, leads=leads)

    def likely(self, meeting: Meeting, persona: Persona | None, count: int = 8) -> tuple[Question, ...]:
        """Return what the other side is likely to ask, most likely first, to prepare answers.

        Args:
            meeting: an employee's meeting gives the leader's questions, a leader's the employee's.
            persona: the leader, if one is chosen.
            count: how many, at most.
        """
        side = Direction.UP if meeting.audience == "leader" else Direction.DOWN
        pool = self._ranked(meeting, side=side, persona=persona)
        return tuple(varied(pool, count, each_theme=2, boldest=1))

    def nearest(self, text: str, direction: Direction | None = None) -> Question | None:
        """Return the question of the bank that asks the same, or None; `direction` says who asks whom, if known."""
        return self._nearest.best(text, ALIKE, direction)

    def _for_aims(self, meeting: Meeting, aims: Sequence[str]) -> list[Question]:
        """Return the questions of the user's side: what serves the aims first, then others in a changing order."""
        about, role = bool(topics_of(meeting)), role_of(meeting)
        order = self._ranked(meeting)
        near = {q.id: 5.0 * (1 - place / len(order)) for place, q in enumerate(order)}

        def worth(question: Question) -> float:
            served = serves(question, aims)
            if not served:
                return 0.4 * near[question.id] + passing(question, meeting)
            score = ON_AIM * (1 + served) + near[question.id]
            if (about and "{topic}" in question.template) or (role and "{role}" in question.template):
                score += 2.0
            if not about and "matter" in question.goals:
                score -= 2.5
            if aims in _AIMLESS.values() and not question.situations:
                score += 5.0 * chance(question, meeting)
            return score

        return sorted(order, key=lambda q: (-worth(q), q.id))

    def _ranked(
        self, meeting: Meeting, *, side: Direction | None = None, persona: Persona | None = None
    ) -> list[Question]:
        wanted = side or (Direction.DOWN if meeting.audience == "leader" else Direction.UP)
        goal = self._nearest.scores(" ".join((meeting.goal, *meeting.topics)))
        known = self._nearest.scores(meeting.known) if meeting.known.strip() else [0.0] * len(goal)
        scored = [
            (fitness(q, meeting, near, seen, persona) + self._standing[q.id], q)
            for q, near, seen in zip(self._library.questions, goal, known, strict=True)
            if q.direction is wanted
        ]
        return [q for _, q in sorted(scored, key=lambda pair: (-pair[0], pair[1].id))]


def _ends(minutes: int) -> tuple[int, int]:
    """Return the minutes of the opening and the closing."""
    if minutes < 12:
        return 1, 1
    return (2, 2) if minutes < 45 else (3, 3)


def _count(meeting: Meeting, room: int, aims: Sequence[str]) -> int:
    """Return how many questions will be reached: fewer when the leader leads it, others ask as well, or it is a thank-you."""
    if meeting.audience == "ic" and (meeting.asked_by != "ic" or meeting.format == "group"):
        room = room * 2 // 3
    if aims == ("grateful",):
        return 1 if room < 20 else 2
    return next((count for less, count in _REACHED if room < less), 6)


def _fresh(
    ranked: Sequence[Question], keep: Sequence[Question], meeting: Meeting, aims: Sequence[str]
) -> list[Question]:
    """Return the rest of the agenda: what serves its aims, then what an employee can ask nobody else, or a leader at all."""
    light = aims[0] == "acquaint" and meeting.minutes <= 30
    boldest = 1 if light else 3 if not meeting.leads and meeting.difficulty < 4 else 2
    fit = [q for q in ranked if q.bold <= boldest]
    about = [q for q in fit if serves(q, aims)]
    if meeting.leads and "managing" not in aims:
        about = [q for q in about if q.theme != "manager_question"]
    heads = [next((q for q in about if aim in q.goals), None) for aim in aims[:2] if aim != "matter"]
    about = list(dict.fromkeys((*(q for q in heads if q), *about)))
    if meeting.leads and aims[0] in _ABOUT_PEOPLE:
        about = [*[q for q in about if q.stage == "open"][:1], *(q for q in about if q.stage != "open")]
    served = varied(about, MOST, each_theme=4 if light or meeting.minutes >= 45 else 3, boldest=1)
    themes = {q.theme for q in (*keep, *served[:3])}
    others = [
        q
        for q in fit
        if q.stage == "explore" and (meeting.leads or q.only_this_leader) and q not in served and q.theme not in themes
    ]
    return [*served, *varied(others, MOST, each_theme=1, boldest=0)]


def _items(
    chosen: Sequence[Question], own: Sequence[str], meeting: Meeting, keep: Sequence[Question], aims: Sequence[str]
) -> list[AgendaItem]:
    """Return the items in order: what the meeting is for, from safe to bold, then the rest."""
    topics, role = topics_of(meeting), role_of(meeting)
    left = topics * (3 if len(topics) == 1 else 2)
    ordered = sorted(
        chosen,
        key=lambda q: (
            SLOT not in q.template,
            not serves(q, aims),
            q.bold,
            q.stage != "open",
            -serves(q, aims),
            not q.only_this_leader,
        ),
    )
    items: list[AgendaItem] = []
    for question in ordered:
        text = question.text
        if SLOT in question.template and (asked := asked_in(meeting)):
            text = question.template.replace(SLOT, asked)
        elif role and "{role}" in question.template:
            text = question.template.replace("{role}", role)
        elif serves(question, aims) and (topic := _topic_for(question, topics, left)):
            left.remove(topic)
            text = question.template.replace("{topic}", topic)
        items.append(_item(question, text, pinned=question in keep))
    place = sum(serves(q, aims) > 0 and q.bold < 3 for q in ordered)
    items[place:place] = [
        AgendaItem(
            question_id="",
            text=text.strip(),
            minutes=0,
            why="Your own question.",
            pinned=True,
            bold=2,
            warnings=review_own(text, leads=meeting.leads),
        )
        for text in own
    ]
    return items


def _topic_for(question: Question, topics: Sequence[str], left: Sequence[str]) -> str:
    """Return the noun to put into the question, or "": of several nouns the one its aim is about, if there is one."""
    if "{topic}" not in question.template:
        return ""
    own = [topic for topic in topics if set(aims_in(topic)) & set(question.goals)]
    free = own or [topic for topic in topics if len(topics) == 1 or not aims_in(topic)]
    said = words_of(question.template)
    one = _OF_ONE_THING.search(question.template) is not None
    return next(
        (t for t in left if t in free and not words_of(t) & said and not (one and _MANY.match(t))),
        "",
    )


def _item(question: Question, text: str, *, pinned: bool = False) -> AgendaItem:
    return AgendaItem(
        question_id=question.id,
        text=text,
        minutes=0,
        why=question.why,
        follow_up=question.follow_up,
        only_this_leader=question.only_this_leader,
        bold=question.bold,
        pinned=pinned,
    )


def _timed(items: Sequence[AgendaItem], room: int) -> tuple[AgendaItem, ...]:
    """Give each item whole minutes, the earlier ones the remainder; as many items as get at least one."""
    fitting = list(items)[: max(room, 1)] if room >= 1 else []
    if not fitting:
        return ()
    base, extra = divmod(room, len(fitting))
    return tuple(
        item.model_copy(update={"minutes": min(12, base + (1 if place < extra else 0))})
        for place, item in enumerate(fitting)
    )


def _left_out(wanted: int, given: int) -> tuple[str, ...]:
    return (
        (f"There is no time for {wanted - given} of your questions; drop some, or ask for longer.",)
        if wanted > given
        else ()
    )
