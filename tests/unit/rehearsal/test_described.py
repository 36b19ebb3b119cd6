"""A leader read from a few sentences, and what they should know."""

import pytest

from app.coaching.rehearsal.described import read_leader
from app.coaching.rehearsal.told import facts_told, in_first_person
from app.domain.described import Described
from app.domain.meeting import Meeting, Person
from tests.unit.rehearsal.conftest import Told

KAREN = (
    "My skip is Karen Holt, VP of Operations. She's very direct and doesn't like small talk. Always asks for data. "
    "She cares about safety, on-time delivery and cost. Her favourite question: “What would you stop doing?”"
)


@pytest.fixture
def read(library, english):
    def of(text: str, flags=None, serious=None):
        detector = Told(flags, serious)
        return read_leader(text, english.parse(text), detector.check(text), library, detector.check)

    return of


def test_a_card_holds_what_was_written(read):
    card = read(KAREN).card
    assert (card.name, card.role, card.pronoun) == ("Karen Holt", "VP of Operations", "she")
    assert {"direct", "numbers"} <= set(card.seems)
    assert card.cares == ("safety", "on-time delivery", "cost")
    assert card.dislikes == ("small talk",)
    assert card.habits == ("always asks for data",)
    assert card.questions == ("What would you stop doing?",)


def test_nothing_is_made_up_from_nothing(read, library):
    card = read("asdf").card
    assert card.model_copy(update={"like": ""}) == Described()
    assert card.like in library.persona_by_id


@pytest.mark.parametrize(
    ("text", "seems", "not_so"),
    [
        ("He is not very patient.", "impatient", "patient"),
        ("She isn't particularly warm, and she argues.", "cool", "warm"),
        ("They take notes. Calm, a good listener.", "patient", "impatient"),
    ],
)
def test_a_denied_word_is_not_read_as_said(read, text, seems, not_so):
    assert seems in read(text).card.seems
    assert not_so not in read(text).card.seems


def test_the_manager_named_in_passing_is_not_the_leader(read):
    assert read("My manager, Tom Reed, reports to Dr Amara Obi, our medical director.").card.name == "Amara Obi"


def test_private_sentences_and_hearsay_are_left_out_and_it_is_said(read):
    text = "Raj is direct. He is getting divorced and drinks too much. Word is he fell out with the board."
    found = read(text, {"Word is he fell out with the board.": ("gossip", 3)})
    assert "divorc" not in found.card.model_dump_json()
    assert "board" not in found.card.model_dump_json()
    assert found.left_out == ("2 sentences looked private or like hearsay, so the card leaves it out.",)


def test_a_certain_serious_matter_leaves_no_card(read):
    text = "He is blunt. He touched a colleague in the stockroom."
    assert read(text, serious={"touched a colleague": True}).card is None
    mild = read(text, serious={"touched a colleague": False})
    assert "colleague" not in mild.card.model_dump_json()
    assert mild.left_out


@pytest.fixture
def karen(read, dana) -> Meeting:
    card = read(KAREN + " Often comes late.").card
    return Meeting(
        people=dana.people.model_copy(update={"leader": Person(first="Karen", last="Holt")}),
        described=card,
        persona=card.like,
        difficulty=1,
        seed=2,
    )


def test_they_ask_their_own_question_word_for_word_and_bring_their_habits(hold, karen):
    told = hold(karen)
    assert told.turns[0].beats[0].move == "open.late"
    told.say_all(["We have four services.", "I work with five others.", "It is going well.", "We ship every week."])
    assert any("What would you stop doing?" in turn.planned for turn in told.turns)


def test_asked_what_matters_they_say_what_they_care_about(hold, karen):
    assert "safety, on-time delivery and cost" in hold(karen).say("What matters most to you this year?").planned


def test_a_leader_of_ones_own_knows_no_scenarios_facts(hold, karen, dana):
    turn = hold(karen.model_copy(update={"scenario": dana.scenario})).say("What keeps you up at night?")
    assert "parcels" not in turn.planned


def test_no_name_in_a_description_leaves_the_machine(read):
    card = read("Lotte van Dijk is direct. She reports to Henk de Boer.").card
    assert {"Lotte van Dijk", "Henk de Boer"} <= set(Meeting(described=card).names())


LEADER = Person(first="Karen", last="Holt", pronoun="she")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("She wants fewer suppliers", "I want fewer suppliers."),
        ("Karen doesn't know my project yet", "I don't know your project yet."),
        ("she's not staying in Leeds", "I'm not staying in Leeds."),
        ("She was a nurse before she came here", "I was a nurse before I came here."),
        ("She has asked her team to count late trucks", "I have asked my team to count late trucks."),
        ("- The Leeds depot closes in March.", "The Leeds depot closes in March."),
        ("I'm new to the team", "You're new to the team."),
    ],
)
def test_a_fact_is_said_in_the_first_person(typed, said):
    (lines,) = facts_told(typed, LEADER, lambda _: "").values()
    assert lines == (said,)


def test_what_no_leader_says_is_left_out():
    told = facts_told(
        "She wants less\nShe will promote me", LEADER, lambda _: "", lambda s: "" if "promote" in s else s
    )
    assert told == {"": ("I want less.",)}
    assert in_first_person("She will promote me", LEADER) == "I will promote you."


def test_the_leader_answers_from_what_they_were_told(hold, dana):
    facts = {"": ("The Leeds depot closes in March.",), "change": ("I have no plans for a new structure.",)}
    meeting = dana.model_copy(update={"facts": facts, "scenario": ""})
    assert "closes in March" in hold(meeting).say("Is it true that Leeds is closing?").planned
    assert "no plans for a new structure" in hold(meeting).say("What can you say about the new structure?").planned
    assert "Leeds" not in hold(meeting).say("How do you decide when the data is thin?").planned


def test_the_format_of_the_meeting_is_heard(hold, dana):
    phone = hold(dana.model_copy(update={"format": "phone"}))
    assert phone.turns[0].beats[0].move == "open.phone"
    assert phone.say("…").beats[0].move == "silence.line"
    group = hold(dana.model_copy(update={"format": "group"}))
    assert group.turns[0].beats[0].move == "open.group"
    visit = hold(dana.model_copy(update={"trials": ("surprise_visit",)}))
    assert visit.turns[0].beats[0].move == "open.visit"


def test_a_chosen_surprise_comes_at_the_easiest_setting(hold, dana):
    meeting = dana.model_copy(update={"trials": ("asks_about_manager_early",), "scenario": ""})
    told = hold(meeting).say_all(["We have four services.", "I work with five others.", "It is going well."])
    assert any(beat.move == "stress.manager_early" for turn in told.turns for beat in turn.beats)
