"""One turn: nothing said is lost, nothing unchecked is shown, and it is always said who spoke."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.domain.conversation import CoachingSession, Message, TurnCompleted
from app.domain.errors import EngineError, EngineTimeout, EngineUnavailable, MissingExtra
from app.domain.turn import AsideGiven, Plan, ReplyReplaced, SeriousFound, Task, TextReleased, Usage
from app.engines.playbook import Playbook
from tests.fakes import ScriptedEngine
from tests.turns import PLANNED, PROMPTS, Turns, leader, shown, support

SAID = ["Tell your manager fi", "rst, in two lines. Th", "en write to the leader."]
WHOLE = "".join(SAID)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "coach.db"


def reply(turns: Turns) -> Message:
    return turns.thread()[-1]


def test_an_engines_words_are_shown_and_kept_as_they_were_said(file: Path) -> None:
    turns = Turns(ScriptedEngine([*SAID, Usage(tokens_in=40, tokens_out=12)]), file)
    events = turns.events()
    assert shown(events) == WHOLE == reply(turns).text
    assert isinstance(events[-1], TurnCompleted)
    assert events[-1].message == reply(turns)
    assert not reply(turns).partial


def reread(plan: Plan, said: str, spec: str) -> Plan:
    """Make of what an engine read a plan that says so."""
    return plan.model_copy(update={"planned": f"Read by {spec}: {said}"})


def test_what_an_engine_reads_becomes_the_plan_that_is_shown_and_kept(file: Path) -> None:
    engine = ScriptedEngine(['{"boss": ', '["Tom"]}', Usage(tokens_in=9, tokens_out=3)])
    turns = Turns(engine, file, rereadings={Task.ASK: reread})
    events = turns.events()
    assert shown(events) == reply(turns).text == 'Read by scripted: {"boss": ["Tom"]}'
    kept = reply(turns)
    assert kept.plan
    assert kept.plan.planned == kept.text
    assert kept.provenance
    assert (kept.provenance.said_by, kept.provenance.tokens_in) == ("plan", 9)


def test_where_the_engine_cannot_read_the_first_plan_is_shown_and_it_is_said_why(file: Path) -> None:
    turns = Turns(ScriptedEngine(["{", EngineTimeout("It was slow.")]), file, rereadings={Task.ASK: reread})
    assert shown(turns.events()) == PLANNED == reply(turns).text
    kept = reply(turns).provenance
    assert kept
    assert kept.replaced == "It was slow."


def test_without_a_model_nothing_is_read_again(file: Path) -> None:
    turns = Turns(ScriptedEngine(), file, rereadings={Task.ASK: reread})
    done = list(turns.runner().without_engine().run(turns.store.get("ada", turns.id), "How do I ask?"))
    assert shown(done) == PLANNED


def test_the_users_line_is_stored_before_anything_is_planned(file: Path) -> None:
    def broken(session: CoachingSession, thread: Sequence[Message], task: Task | None) -> Plan:
        raise LookupError("the planner has a fault")

    turns = Turns(ScriptedEngine(), file, planner=broken)
    with pytest.raises(LookupError):
        turns.events("Something I would not want to type twice")
    assert [m.text for m in turns.thread()] == ["Something I would not want to type twice"]
    turns.planner = support
    assert shown(turns.events("And again")) == PLANNED
    assert [m.role for m in turns.thread()] == ["user", "user", "coach"]


def test_the_planned_reply_is_stored_before_the_engine_says_a_word(file: Path) -> None:
    engine = ScriptedEngine(SAID)
    turns = Turns(engine, file)
    stored: list[str] = []
    begun = engine.stream

    def look_first(request):  # type: ignore[no-untyped-def]
        stored.append(reply(turns).text)
        return begun(request)

    engine.stream = look_first  # type: ignore[method-assign]
    turns.events()
    assert stored == [PLANNED]


def test_a_reply_stopped_midway_keeps_what_was_shown(file: Path) -> None:
    engine = ScriptedEngine(SAID)
    turns = Turns(engine, file)
    events = turns.runner().run(turns.store.get("ada", turns.id), "How do I ask?")
    first = next(events)
    assert isinstance(first, TextReleased)
    events.close()
    assert reply(turns).text == first.text == "Tell your manager first, in two lines. "
    assert reply(turns).partial
    assert engine.closed == 1


def test_a_reply_stopped_before_its_first_word_keeps_the_planned_words(file: Path) -> None:
    turns = Turns(ScriptedEngine(SAID), file, planner=leader)
    events = turns.runner().run(turns.store.get("ada", turns.id), "Hello")
    assert isinstance(next(events), AsideGiven)
    events.close()
    assert (reply(turns).text, reply(turns).partial) == (PLANNED, True)
    turns.engine = ScriptedEngine(["One.", " Two."])
    assert shown(turns.events("Hello again")) == "One. Two."


@pytest.mark.parametrize(
    "error",
    [EngineUnavailable("The endpoint refused the key."), EngineTimeout("Too slow."), MissingExtra("pip install x")],
    ids=lambda error: type(error).__name__,
)
def test_an_engine_that_fails_before_its_first_word_gives_the_planned_words_and_why(
    file: Path, error: Exception
) -> None:
    engine = ScriptedEngine([error])
    turns = Turns(engine, file)
    assert shown(turns.events()) == PLANNED == reply(turns).text
    provenance = reply(turns).provenance
    assert provenance is not None
    assert (provenance.said_by, provenance.replaced) == ("plan", str(error))
    assert not reply(turns).partial


def test_a_failing_engine_is_not_asked_twice_so_nobody_waits_twice(file: Path) -> None:
    engine = ScriptedEngine([EngineTimeout("Too slow.")], [*SAID])
    Turns(engine, file).events()
    assert len(engine.requests) == 1


def test_an_error_midway_keeps_what_was_shown_and_adds_the_planned_words(file: Path) -> None:
    turns = Turns(ScriptedEngine([*SAID[:2], EngineUnavailable("It hung up.")]), file)
    events = turns.events()
    text = reply(turns).text
    assert text.startswith("Tell your manager first, in two lines.")
    assert text.endswith(PLANNED)
    assert not any(isinstance(event, ReplyReplaced) for event in events)
    assert shown(events).split() == text.split()
    assert reply(turns).provenance.replaced == "It hung up."  # type: ignore[union-attr]


def test_half_a_sentence_is_never_shown_when_the_engine_breaks_off(file: Path) -> None:
    turns = Turns(ScriptedEngine(["Never tell your mana", EngineError("gone")]), file)
    assert shown(turns.events()) == PLANNED


def test_a_sentence_that_fails_its_check_is_dropped_from_an_answer(file: Path) -> None:
    turns = Turns(ScriptedEngine(["Ask early. ", "I heard a rumour about cuts. ", "Bring one question."]), file)
    events = turns.events()
    assert shown(events) == "Ask early. Bring one question." == reply(turns).text
    provenance = reply(turns).provenance
    assert provenance is not None
    assert (provenance.said_by, provenance.replaced) == ("engine", "")


def test_a_leaders_line_with_one_failing_sentence_is_replaced_whole(file: Path) -> None:
    bad = ["Good to meet you. ", "There is a rumour going round. "]
    engine = ScriptedEngine(bad, bad)
    turns = Turns(engine, file, planner=leader)
    events = turns.events()
    assert shown(events) == PLANNED == reply(turns).text
    assert "Good to meet you" not in "".join(e.text for e in events if isinstance(e, TextReleased))
    assert reply(turns).role == "leader"
    assert reply(turns).provenance.replaced == "repeats a rumour"  # type: ignore[union-attr]


def test_words_that_will_not_do_get_one_more_try_with_another_seed(file: Path) -> None:
    engine = ScriptedEngine(["A rumour."], ["Good to meet you."])
    turns = Turns(engine, file, planner=leader)
    assert shown(turns.events()) == "Good to meet you."
    assert [request.seed for request in engine.requests] == [7, 8]
    provenance = reply(turns).provenance
    assert provenance is not None
    assert (provenance.said_by, provenance.replaced) == ("engine", "")


def test_there_is_no_third_try(file: Path) -> None:
    engine = ScriptedEngine(["A rumour."], ["A rumour."], ["Good to meet you."])
    assert shown(Turns(engine, file, planner=leader).events()) == PLANNED
    assert len(engine.requests) == 2


def test_an_empty_reply_gives_the_planned_words(file: Path) -> None:
    turns = Turns(ScriptedEngine([" \n"], []), file)
    assert shown(turns.events()) == PLANNED


def test_without_a_critic_no_engine_speaks(file: Path) -> None:
    engine = ScriptedEngine(SAID)
    turns = Turns(engine, file, critics={})
    assert shown(turns.events()) == PLANNED
    assert engine.requests == []
    assert reply(turns).provenance.replaced  # type: ignore[union-attr]


def test_a_serious_matter_never_reaches_an_engine(file: Path) -> None:
    engine = ScriptedEngine(SAID)
    turns = Turns(engine, file, planner=support)
    events = turns.events("My manager punished me for reporting it")
    assert isinstance(events[0], SeriousFound)
    assert shown(events) == PLANNED
    assert engine.requests == []
    assert reply(turns).provenance.engine == "playbook"  # type: ignore[union-attr]


def test_provenance_says_everything_needed_to_explain_a_reply(file: Path) -> None:
    turns = Turns(ScriptedEngine([*SAID, Usage(tokens_in=40, tokens_out=12)], spec="openai:small"), file)
    turns.events()
    provenance = reply(turns).provenance
    assert provenance is not None
    known = provenance.model_dump(exclude={"overhead_ms", "latency_ms", "searched"})
    assert known == {
        "engine": "openai:small",
        "said_by": "engine",
        "prompt": "ask",
        "prompt_version": 3,
        "prompt_sha": PROMPTS["ask"].sha,
        "content": "0123456789abcdef",
        "cards": ("how-to-ask",),
        "tokens_in": 40,
        "tokens_out": 12,
        "replaced": "",
    }
    assert provenance.searched == "It is away."
    assert provenance.overhead_ms > 0
    assert provenance.latency_ms > 0


def test_the_playbook_says_the_plan_word_for_word(file: Path) -> None:
    turns = Turns(ScriptedEngine(), file, planner=support)
    turns.engine = Playbook()
    assert shown(turns.events()) == PLANNED == reply(turns).text


def test_a_line_break_does_not_hide_what_two_pieces_say_together(file: Path) -> None:
    bad = ["You will\nget the promotion. "]
    turns = Turns(ScriptedEngine(bad, bad), file, planner=leader)
    assert shown(turns.events()) == PLANNED
    assert reply(turns).provenance.replaced == "promises or approves something"  # type: ignore[union-attr]


def test_without_its_engine_the_same_conversation_is_said_by_the_playbook(file: Path) -> None:
    engine = ScriptedEngine()
    turns = Turns(engine, file)
    list(turns.runner().without_engine().run(turns.store.get("ada", turns.id), "How do I ask?"))
    assert reply(turns).text == PLANNED
    assert engine.requests == []
