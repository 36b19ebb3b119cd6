"""What can be read and kept."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.content.library import read_library
from app.domain.agenda import Agenda, AgendaItem
from app.domain.commitments import Account, Commitment, MeetingLog
from app.domain.conversation import CoachingSession, Export, Message
from app.domain.emails import EmailDraft
from app.domain.meeting import Meeting, People, Person
from app.domain.rehearsal import Debrief, Fix, Promise, Score, Strength
from app.domain.risk import RiskFlag, RiskReport, Route, SeriousFinding
from app.domain.turn import CheckCard, Citation, Plan, Task
from app.exports import (
    agenda_markdown,
    check_markdown,
    debrief_markdown,
    everything,
    letter_markdown,
    log_markdown,
    programme_markdown,
)

WHEN = datetime(2027, 3, 10, 1, 30, tzinfo=UTC)
HELD = date(2027, 3, 9)
"""The evening before, in New York."""
MEETING = Meeting(people=People(leader=Person(first="Ingrid", last="Solheim")), goal="get moved away from Marcus")
SESSION = CoachingSession(
    id="s", owner="me", kind="rehearsal", title="Rehearsal with Ingrid", meeting=MEETING, created=WHEN, changed=WHEN
)
DEBRIEF = Debrief(
    headline="You named a cost, and asked one question.",
    scores=(
        Score(line="open", name="Opening", value=3, quote="I'd like your view on two things"),
        Score(line="close", name="Closing", value=None, rule="You stopped before the end."),
        Score(line="promises", name="Promises", value=None, rule="You stopped before the end."),
    ),
    strengths=(Strength(turn=1, quote="four hours a week", why="A number makes it real."),),
    fixes=(
        Fix(
            turn=2,
            quote="someone should | fix *it*",
            why="Nobody owns it.",
            say_instead="I could try it with two teams.",
        ),
    ),
    drill="Say the cost in one sentence.",
    talk_share=58,
    talk_share_note="You said 58% of the words; 25 to 45% is usual in a meeting you asked for.",
    promises=(Promise(owner="you", what="send the numbers", due="Friday"), Promise(owner="McKenna", what="ask Jo")),
)


def said(number, role, text, plan=None):
    return Message(id=str(number), session="s", role=role, text=text, created=WHEN, plan=plan)


THREAD = [
    said(1, "leader", "What brings you here?"),
    said(2, "user", "We lose four hours a week.\n# not a heading"),
    said(3, "coach", DEBRIEF.headline, Plan(task=Task.DEBRIEF, planned=DEBRIEF.headline, debrief=DEBRIEF)),
]


def test_a_debrief_has_everything_in_order():
    page = debrief_markdown(SESSION, THREAD, HELD)
    order = [
        "# Rehearsal with Ingrid", "9 March 2027", DEBRIEF.headline, "| Opening | 3 of 4 |", "two things",
        "Not scored: Closing, Promises. You stopped", "four hours a week", "Nobody owns it.", "I could try it with two teams.",
        "Say the cost", "58%", "You: send the numbers, Friday", "McKenna: ask Jo",
        "**Ingrid Solheim:** What brings you here?", "**You:** We lose",
    ]  # fmt: skip
    places = [page.index(part) for part in order]
    assert places == sorted(places)


def test_with_sides_swapped_the_employee_speaks_under_their_own_name():
    people = MEETING.people.model_copy(update={"user": Person(first="Pia", last="Rautio")})
    meeting = MEETING.model_copy(update={"audience": "leader", "people": people})
    page = debrief_markdown(SESSION.model_copy(update={"meeting": meeting}), THREAD, HELD)
    assert "**Pia Rautio:** What brings you here?" in page


def test_a_debrief_keeps_the_private_goal_out_and_words_as_words():
    page = debrief_markdown(SESSION, THREAD, HELD)
    assert "Marcus" not in page
    assert "\n# not a heading" not in page
    assert r"someone should \| fix \*it\*" in page


def test_a_meeting_without_a_debrief_still_gives_its_lines():
    page = debrief_markdown(SESSION, THREAD[:2], HELD)
    assert "What brings you here?" in page
    assert "How each part went" not in page


def test_an_agenda_prints_minutes_reasons_and_fallback():
    item = AgendaItem(
        question_id="q",
        text="Where are we going?",
        minutes=8,
        why="Only they can say.",
        follow_up="What would change that?",
    )
    page = agenda_markdown(
        Agenda(
            minutes=25,
            opening="Thank you.",
            items=(item,),
            fallback=item,
            closing="What did we miss?",
            warnings=("Two bold ones.",),
        )
    )
    for part in (
        "25 minutes",
        "1. **Where are we going?** (8 min)",
        "Only they can say.",
        "What would change that?",
        "If it stalls",
        "What did we miss?",
        "Two bold ones.",
    ):
        assert part in page


def test_a_letter_carries_what_is_still_open():
    page = letter_markdown(
        EmailDraft(kind="request", subject="Half an hour?", body="Dear Ingrid,\n\nYours\nElif", assumed=("30 minutes",))
    )
    assert page.startswith("**Subject:** Half an hour?")
    assert "Yours  \nElif" in page
    assert "- 30 minutes" in page


def test_a_checked_text_shows_phrase_reason_and_better_line():
    flag = RiskFlag(
        category="blame",
        name="Blame",
        severity=3,
        start=0,
        end=9,
        phrase="my useless",
        reason="It travels.",
        say_instead="Handovers slip.",
    )
    page = check_markdown(
        CheckCard(
            report=RiskReport(text="my useless boss", flags=(flag,), forward_safe=False, deciding="my useless"),
            better="Handovers slip.",
        )
    )
    for part in (
        "> my useless boss",
        "would not survive",
        "“my useless”",
        "(may travel)",
        "Say instead: Handovers slip.",
        "## Better",
    ):
        assert part in page


def test_a_serious_matter_gets_routes_and_no_verdict():
    finding = SeriousFinding(
        category="safety", name="Safety", start=0, end=5, routes=(Route(name="Safety officer", note="today"),)
    )
    page = check_markdown(CheckCard(report=RiskReport(text="The guard is off the saw.", serious=(finding,))))
    assert "You can raise this" in page
    assert "Safety officer: today" in page
    assert "forwarded" not in page


def test_a_programme_names_its_sources_by_title():
    library = read_library(Path(__file__).resolve().parents[3] / "knowledge")[0]
    card = library.card_by_id["leader-how-many-hours"]
    plan = Plan(
        task=Task.PROGRAMME,
        planned="85 × 30 min = **42.5 hours** [1]",
        citations=(Citation(number=1, card=card.id, source=card.sources[0]),),
    )
    page = programme_markdown(plan, library)
    assert "85 × 30 min = **42.5 hours** [1]" in page
    assert card.title in page.split("## Sources")[1]
    assert library.source_by_id[card.sources[0]].link in page


@pytest.mark.parametrize("text", ["Zürich 東京 😀", 'quotes " and \\ slashes', "line\nbreak"])
def test_everything_comes_back_from_json_as_it_was(text):
    export = Export(exported=WHEN, sessions=(SESSION,), messages=(*THREAD, said(4, "user", text)))
    words = everything(export)
    assert json.loads(words)["messages"][3]["text"] == text
    assert Export.model_validate_json(words) == export


def test_the_log_has_both_sides_their_state_and_what_was_predicted():
    met = date(2027, 3, 9)
    kept = [
        Commitment(id="a", owner="you", what="send the *chart*", day=date(2027, 3, 12), line="I'll send it.", met=met),
        Commitment(id="b", owner="Ken", what="ask Jo", due="soon", state="kept", met=met),
    ]
    log = MeetingLog(id="m", meeting="Dana", met=met, before=Account(fear="a | b"), after=Account(fear="nothing came"))
    text = log_markdown(kept, [log])
    assert "- [ ] send the \\*chart\\*, 12 March 2027  \n  “I'll send it.”" in text
    assert "- [x] Ken: ask Jo, soon" in text
    assert "| What you fear | a \\| b | nothing came |" in text
    assert "Nothing yet." in log_markdown([], [])
