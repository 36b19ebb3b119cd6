"""The question bank: an agenda for a meeting, what the other side will ask, and a review of the user's own."""

from collections.abc import Sequence
from functools import cached_property

from app.coaching.questions.choosing import fitness, focus, topics_of, varied
from app.coaching.questions.nearest import Nearest
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
        count = _count(meeting, room)
        own = [text for text in dict.fromkeys(pinned) if text not in self._by_id and text.strip()]
        keep = [self._by_id[name] for name in dict.fromkeys(pinned) if name in self._by_id]
        count = max(count, min(len(own) + len(keep), room // 2, MOST))
        ranked = [q for q in self._ranked(meeting) if q.id not in set(dropped) and q not in keep and q.stage != "close"]
        chosen = [*keep, *_fresh(ranked, keep, meeting)][: max(0, count - len(own))]
        items = _timed(_ordered(_items(chosen, own, meeting, keep)), room)
        used = {item.question_id for item in items}
        spare = next(
            (
                q
                for q in ranked
                if q.id not in used
                and q.bold == 1
                and q.stage == "explore"
                and q.theme not in {c.theme for c in chosen}
            ),
            None,
        )
        return Agenda(
            minutes=meeting.minutes,
            opening=_opening(meeting),
            items=items,
            fallback=_item(spare, spare.text, 0) if spare else None,
            closing=_closing(meeting),
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


def _count(meeting: Meeting, room: int) -> int:
    """Return how many questions there is time for: fewer when the leader leads it, or others ask as well."""
    each = 3.0 if room <= 12 else 5.0 if room <= 30 else 6.5
    if meeting.audience == "ic" and (meeting.asked_by != "ic" or meeting.format == "group"):
        each *= 1.5
    return max(1, min(MOST, int(room / each)))


def _fresh(ranked: Sequence[Question], keep: Sequence[Question], meeting: Meeting) -> list[Question]:
    """Return the rest of the agenda: for an employee only what this leader alone can answer."""
    if meeting.audience == "leader":
        opener = [q for q in ranked if q.stage == "open"][:1]
        rest = [q for q in ranked if q.stage == "explore"]
        about_manager = [q for q in rest if q.theme == "manager_question"][:1]
        others = [q for q in rest if q.theme != "manager_question"]
        mixed = varied([*others[:3], *about_manager, *others[3:]], MOST, each_theme=2, boldest=0)
        return [*opener, *mixed]
    themes = {q.theme for q in keep}
    pool = [q for q in ranked if q.only_this_leader and q.stage == "explore" and q.theme not in themes]
    return varied(pool, MOST, each_theme=1, boldest=1 if meeting.difficulty < 4 else 0, favoured=focus(meeting))


def _items(
    chosen: Sequence[Question], own: Sequence[str], meeting: Meeting, keep: Sequence[Question]
) -> list[AgendaItem]:
    topics = topics_of(meeting)
    items: list[AgendaItem] = []
    fitting = [q for q in chosen if q.template and "{topic}" in q.template]
    fitting.sort(key=lambda q: q.theme not in focus(meeting))
    tailored = dict(zip((q.id for q in fitting[:2]), topics * 2, strict=False)) if topics else {}
    for question in chosen:
        topic = tailored.get(question.id)
        text = question.template.replace("{topic}", topic) if topic else question.text
        items.append(_item(question, text, 0, pinned=question in keep))
    for text in own:
        items.append(
            AgendaItem(
                question_id="",
                text=text.strip(),
                minutes=0,
                why="Your own question.",
                pinned=True,
                bold=2,
                warnings=review_own(text, leads=meeting.leads),
            )
        )
    return items


def _item(question: Question, text: str, minutes: int, *, pinned: bool = False) -> AgendaItem:
    return AgendaItem(
        question_id=question.id,
        text=text,
        minutes=minutes,
        why=question.why,
        follow_up=question.follow_up,
        only_this_leader=question.only_this_leader,
        bold=question.bold,
        pinned=pinned,
    )


def _ordered(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Order from safe to bold, what only this leader can answer first among equals."""
    return sorted(items, key=lambda item: (item.bold, not item.only_this_leader))


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


def _opening(meeting: Meeting) -> str:
    """Return the first thing to say, as it fits how they meet."""
    said = _first_words(meeting)
    if meeting.format == "phone":
        return f"{said} I can't see you on the phone, so please stop me whenever you like."
    return said


def _first_words(meeting: Meeting) -> str:
    if meeting.format == "group":
        return (
            "Thank you all for the time. I'd like to hear how things look from where you are; it isn't a status report. "
            "What is said here I use as themes, without names; safety, harassment, discrimination and fraud I'd have "
            "to pass on. Anything that isn't for the group, please bring me afterwards. Is that all right?"
            if meeting.audience == "leader"
            else "Thank you for making time for all of us. I've brought a couple of questions, and I'm glad to wait "
            "until the others have had a turn."
        )
    if meeting.audience == "leader":
        return (
            "Thank you for the time. I'd like to hear how things look from where you are; it isn't a status report. "
            "What you tell me I use as a theme, without your name; safety, harassment, discrimination and "
            "fraud I'd have to pass on. Is that all right?"
        )
    if meeting.asked_by != "ic":
        return (
            "Thank you for asking me. I've brought a couple of questions, but is there something you wanted to "
            "start with?"
        )
    topics = topics_of(meeting)
    if topics:
        return (
            f"Thank you for making time. I hoped to hear how you see {topics[0]}, and what matters most to you "
            "this year. Is there anything you wanted to cover first?"
        )
    return (
        "Thank you for making time. I hoped to understand what matters most to you this year, and where work "
        "like ours helps. Is there anything you wanted to cover first?"
    )


def _closing(meeting: Meeting) -> str:
    if meeting.audience == "leader":
        return (
            "Here is what I heard, and what I will and won't do about it; you'll hear from me within a week. "
            "What did we miss that I ought to know?"
        )
    if meeting.minutes < 12:
        return "Thank you. The one thing I'm taking with me is this; may I send you a line on it?"
    return (
        "Here is what I'm taking with me, and what I'll do by when. What should I have asked that I didn't? "
        "Thank you for your time."
    )
