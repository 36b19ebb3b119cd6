"""The private log: found, kept, ticked, carried into the letter, gone when deleted."""

from datetime import UTC, date, datetime

import pytest

from app.coaching.commitments import Commitments, corrected
from app.coaching.followthrough import lines_for_manager, thank_you
from app.coaching.notes import Notes
from app.domain.commitments import Account
from app.domain.conversation import CoachingSession
from app.domain.errors import InputRefused
from app.domain.language import Mark
from app.domain.meeting import Meeting, People, Person
from app.domain.rehearsal import Debrief, Promise
from app.domain.risk import RiskReport, SeriousFinding
from app.language.brief_reader import BriefReader
from app.storage.store import SqlStore
from tests.conftest import ROOT

TUESDAY = date(2026, 11, 24)
NOTES = "I'll send her the churn chart by Friday. She offered to introduce me to Ken next week."
PEOPLE = People(user=Person(first="Sam"), boss=Person(first="Priya"), leader=Person(first="Dana", last="Whitfield"))


@pytest.fixture
def store(tmp_path):
    return SqlStore(f"sqlite:///{tmp_path / 'coach.db'}")


@pytest.fixture
def log(store):
    return Commitments(store, Notes(BriefReader(ROOT / "knowledge" / "readers" / "briefs.onnx")))


def test_notes_become_commitments_with_their_day_and_line(log):
    mine, theirs = log.found("me", NOTES, TUESDAY, meeting="Dana, November", leader="Dana Whitfield")
    assert (mine.owner, mine.what, mine.day) == ("you", "send her the churn chart", date(2026, 11, 27))
    assert (theirs.owner, theirs.day) == ("Dana", date(2026, 12, 4))
    assert mine.line == NOTES
    assert log.all("me") == []


def test_the_same_notes_twice_are_kept_once_and_a_tick_stays(log):
    found = log.found("me", NOTES, TUESDAY)
    assert log.add("me", found) == 2
    log.mark("me", found[0].id, "kept")
    assert log.add("me", found) == 0
    assert [each.state for each in log.all("me")] == ["kept", "open"]
    assert log.open("me") == [found[1]]


def test_a_promise_said_twice_is_found_once_with_the_day_it_has(log):
    twice = (
        Promise(owner="you", what="send the slides"),
        Promise(owner="you", what="send the slides", due="by Friday"),
    )
    (found,) = log.from_promises("me", twice, TUESDAY)
    assert found.day == date(2026, 11, 27)
    assert log.from_promises("me", twice[::-1], TUESDAY) == (found,)


def test_a_day_that_was_set_right_is_the_only_one_said(log):
    mine = log.found("me", NOTES, TUESDAY)[0]
    moved = corrected(mine, mine.what, "you", date(2026, 11, 30))
    about = Meeting(people=PEOPLE)
    assert thank_you([moved], about, TUESDAY).facts["mine"] == "send her the churn chart by 30 November"
    assert "by 30 November" in lines_for_manager([moved], about, TUESDAY)[1]
    assert (
        thank_you([corrected(mine, mine.what, "you", None)], about, TUESDAY).facts["mine"] == "send her the churn chart"
    )
    assert corrected(mine, "send it", "you", mine.day).due == "by Friday"
    with pytest.raises(InputRefused, match="what was promised"):
        corrected(mine, "  ", "you", mine.day)


def test_what_is_due_first_stands_first_and_no_day_stands_last(log):
    for what, day in (("later", date(2026, 12, 9)), ("some day", None), ("sooner", date(2026, 12, 1))):
        log.by_hand("me", "you", what, day, TUESDAY)
    assert [each.what for each in log.all("me")] == ["sooner", "later", "some day"]


def test_only_what_is_open_and_past_is_overdue(log):
    kept = log.by_hand("me", "you", "send the chart", date(2026, 11, 25), TUESDAY)
    assert not kept.overdue(date(2026, 11, 25))
    assert kept.overdue(date(2026, 11, 26))
    assert not kept.model_copy(update={"state": "kept"}).overdue(date(2026, 11, 26))


def test_nothing_to_promise_and_endless_notes_are_refused(log):
    with pytest.raises(InputRefused, match="what was promised"):
        log.by_hand("me", "you", "  ", None, TUESDAY)
    with pytest.raises(InputRefused, match="20,000"):
        log.found("me", "word " * 5_000, TUESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Treffen mit Frau Brandt. Sie schickt mir die Zahlen bis Freitag, ich bringe die Liste mit.",
        "Reunión con Dana: me enviará el calendario el viernes. Yo mando la nota el lunes.",
    ],
)
def test_notes_in_another_language_are_said_to_be_unread(store, library, text):
    log = Commitments(store, Notes(BriefReader(ROOT / "knowledge" / "readers" / "briefs.onnx")), library)
    with pytest.raises(InputRefused, match="English only"):
        log.found("me", text, TUESDAY)
    assert log.found("me", NOTES, TUESDAY)


def test_a_line_with_a_serious_matter_is_nothing_to_tick_off(log):
    notes = "He'll back my promotion by June if I come to dinner, he grabbed my arm.\nI'll send the chart by Friday."
    start = notes.index("grabbed")
    matter = SeriousFinding(category="harassment", name="Harassment", start=start, end=start + 14, routes=())
    found = log.found("me", notes, TUESDAY, report=RiskReport(text=notes, serious=(matter,)))
    assert [each.what for each in found] == ["send the chart"]


def test_a_rehearsal_is_taken_over_from_the_users_side_by_one_click_or_two(log):
    debrief = Debrief(
        headline="You closed well.",
        scores=(),
        strengths=(),
        fixes=(),
        drill="",
        talk_share=50,
        promises=(
            Promise(
                owner="you", what="I'll send you your chart by Friday.", line="I'll send you your chart by Friday."
            ),
            Promise(owner="Dana", what="ask Jo to find you twenty minutes"),
        ),
    )
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    session = CoachingSession(
        id="s1",
        owner="me",
        kind="rehearsal",
        title="Rehearsal",
        meeting=Meeting(people=PEOPLE),
        created=noon,
        changed=noon,
    )
    for _ in range(2):
        log.add("me", log.from_rehearsal("me", debrief, session, TUESDAY))
    mine, theirs = log.all("me")
    assert (mine.what, mine.session, mine.day) == ("send Dana their chart", "s1", date(2026, 11, 27))
    assert theirs.what == "ask Jo to find me twenty minutes"
    assert thank_you([theirs], Meeting(), TUESDAY).facts["theirs"] == "ask Jo to find me twenty minutes"


def test_the_letter_says_what_was_promised_and_no_stale_tomorrow(log):
    found = log.found("me", "I'll send her the chart tomorrow. She offered to ask Ken.", TUESDAY, leader="Dana")
    about = Meeting(people=PEOPLE)
    same_day = thank_you(found, about, TUESDAY)
    assert same_day.kind == "thank_you"
    assert same_day.facts == {
        "me": "Sam",
        "boss": "Priya",
        "leader": "Dana Whitfield",
        "mine": "send her the chart tomorrow",
        "theirs": "ask Ken",
    }
    assert thank_you(found, about, date(2026, 11, 25)).facts["mine"] == "send her the chart by 25 November"
    leads = thank_you(found, about.model_copy(update={"audience": "leader"}), TUESDAY)
    assert (leads.kind, leads.facts["doing"]) == ("leader_follow_up", "send her the chart tomorrow")


@pytest.mark.parametrize(
    ("notes", "owner", "what"),
    [
        ("Dana: I'll introduce you to Ken by Friday.", "Dana", "introduce me to Ken"),
        ("Dana: I'll let you know what my team says.", "Dana", "let me know what their team says"),
        ("Dana: I'll send you what you need by Friday.", "Dana", "send me what I need"),
        ("Me: I'll send you the chart by Friday.", "you", "send Dana the chart"),
        ("Sam: I'll send you my chart by Friday.", "you", "send Dana my chart"),
        ("Action: Sam to send numbers.", "you", "send numbers"),
        ("D owes me the floor plan", "Dana", "get me the floor plan"),
        ("SH: two pages on the trial by Friday", "you", "two pages on the trial"),
    ],
)
def test_notes_are_kept_from_the_users_side(log, notes, owner, what):
    (found,) = log.found("me", notes, TUESDAY, leader="Dana Whitfield", me="Sam Hale")
    assert (found.owner, found.what) == (owner, what)


def test_a_leader_who_shares_the_users_name_stays_the_one_who_promised(log):
    (found,) = log.found("me", "Sam: I'll ask Ken by Friday.", TUESDAY, leader="Sam Reed", me="Sam Hale")
    assert found.owner == "Sam"


def test_each_thing_promised_in_one_rehearsed_line_is_taken_over(log):
    line = "I'll send you the before and after by Friday, and I'll ask Tom whether he minds."
    debrief = Debrief(
        headline="",
        scores=(),
        strengths=(),
        fixes=(),
        drill="",
        talk_share=50,
        promises=(Promise(owner="you", what=line, due="by Friday", line=line),),
    )
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    session = CoachingSession(
        id="s1", owner="me", kind="rehearsal", title="R", meeting=Meeting(people=PEOPLE), created=noon, changed=noon
    )
    found = log.from_rehearsal("me", debrief, session, TUESDAY)
    assert [(each.what, each.due) for each in found] == [
        ("send Dana the before and after", "by Friday"),
        ("ask Tom whether he minds", ""),
    ]


def test_a_leader_s_letter_goes_to_the_employee(log):
    promised = log.by_hand("me", "you", "ask two other teams", None, TUESDAY)
    facts = thank_you([promised], Meeting(people=PEOPLE, audience="leader"), TUESDAY).facts
    assert (facts["me"], facts["person"], facts["doing"]) == ("Dana Whitfield", "Sam", "ask two other teams")


def test_what_was_predicted_stands_beside_what_happened(log):
    with pytest.raises(InputRefused, match="one of the three"):
        log.predict("me", "Dana", TUESDAY, Account())
    log.predict("me", "Ken", date(2026, 8, 4), Account(want="his view"))
    kept = log.predict("me", "Dana", TUESDAY, Account(asks="about the delay", fear="my manager comes up"))
    log.record("me", kept.model_copy(update={"after": Account(asks="where I want to be")}))
    newest = log.meetings("me")[0]
    assert (newest.before.asks, newest.after.asks) == ("about the delay", "where I want to be")
    assert [each.meeting for each in log.meetings("me")] == ["Dana", "Ken"]


def test_the_log_is_in_the_export_and_goes_by_itself_or_with_everything(log, store):
    log.add("me", log.found("me", NOTES, TUESDAY))
    log.predict("me", "Dana", TUESDAY, Account(fear="silence"))
    log.add("you", log.found("you", NOTES, TUESDAY))
    assert {each.kind for each in store.export("me").entries} == {"commitment", "meeting"}
    assert log.clear("me") == 3
    assert (log.all("me"), log.meetings("me"), len(log.all("you"))) == ([], [], 2)
    store.delete_all("you")
    assert log.all("you") == []


def test_notes_that_were_read_go_with_the_list(store):
    class Once:
        """Marks nothing, and keeps what it was asked to read."""

        def __init__(self) -> None:
            self.read: list[str] = []

        def marks(self, kind: str, text: str) -> tuple[Mark, ...]:
            self.read.append(text)
            return ()

    reader = Once()
    log = Commitments(store, Notes(reader))
    log.found("me", "We talked.", TUESDAY)
    log.clear("me")
    log.found("me", "We talked.", TUESDAY)
    assert len(reader.read) == 2
