"""Two tabs of one person: what was written in the newer one stays, whatever the older one still shows."""

import pytest

from app.domain.meeting import Meeting
from app.ui import resources
from app.ui.components import agenda_desk, board_notes
from app.ui.components.agenda_choices import AgendaChoices
from app.ui.state import OWNER
from tests.ui.test_follow_through import area


@pytest.fixture
def answers(open_page):
    def opened():
        screen = open_page("questions")
        screen.at.segmented_control(key="questions_part").set_value("To have an answer to").run()
        return screen

    return opened


def test_an_answer_written_in_another_tab_stays(answers, coach):
    older, newer = answers(), answers()
    first, second = (each.key for each in newer.at.text_area[:2])
    newer.at.text_area(key=first).set_value("We cut alerts from 240 to 160.").run()
    older.at.text_area(key=second).set_value("I want to learn the planning side.").run()
    older.at.run()
    older.sound()
    assert [each.answer for each in coach.prepared.kept(OWNER).values()] == [
        "We cut alerts from 240 to 160.",
        "I want to learn the planning side.",
    ]
    older.at.text_area(key=second).set_value("").run()
    assert len(coach.prepared.kept(OWNER)) == 1


def test_the_facts_of_a_letter_come_together_from_both(open_page, coach):
    older, newer = open_page("emails", kind="thank_you"), open_page("emails", kind="thank_you")
    newer.at.text_input(key="email_thank_you_leader").set_value("Dana Whitfield").run()
    older.at.text_input(key="email_thank_you_learned").set_value("that the depot comes first").run()
    assert coach.drafts.letter(OWNER, "thank_you").brief.facts == {
        "leader": "Dana Whitfield",
        "learned": "that the depot comes first",
    }


def test_an_edited_letter_is_not_gone_back_on(open_page, coach):
    older, newer = open_page("emails"), open_page("emails")
    for tab in (older, newer):
        tab.at.toggle(key="edit_request").set_value(True).run()
    area(newer, "Letter").set_value("Hello Dana,\n\nMy own words.\n\nSam").run()
    older.at.run()
    older.sound()
    assert [each.body for each in coach.drafts.letter(OWNER, "request").versions] == [
        "Hello Dana,\n\nMy own words.\n\nSam"
    ]


def test_choices_made_in_both_are_both_kept(open_page, coach):
    older, newer = open_page("questions"), open_page("questions")
    first, second = [each.key.removeprefix("pin_") for each in newer.at.button if each.key.startswith("pin_")][:2]
    newer.press(f"pin_{first}")
    older.press(f"swap_{second}")
    choices = coach.drafts.remembered(OWNER, agenda_desk.NAME, AgendaChoices())
    assert (choices.pinned, choices.dropped) == ((first,), (second,))


def test_what_was_deleted_is_not_written_back(open_page, coach):
    notes, words = open_page("follow_through"), open_page("emails")
    area(notes, "Your notes").set_value("Half a thought.").run()
    area(words, "In your own words").set_value("I'm Lin, a tester.").run()
    words.at.text_input(key="email_request_me").set_value("Lin").run()
    assert len(coach.export(OWNER).entries) == 3
    coach.delete_all(OWNER)
    for tab in (notes, words):
        tab.at.run()
        tab.sound()
    assert coach.export(OWNER).entries == ()


def test_notes_changed_in_both_keep_what_each_changed(open_page, coach):
    older = open_page("follow_through")
    area(older, "Your notes").set_value("Half a thought.").run()
    newer = open_page("follow_through")
    area(newer, "Your notes").set_value("A whole thought.").run()
    older.at.text_input(key="notes_leader_0").set_value("Dana").run()
    kept = coach.drafts.remembered(OWNER, board_notes.NAME, board_notes.Notes(met="2026-01-01"))
    assert (kept.text, kept.leader) == ("A whole thought.", "Dana")


def test_a_meeting_described_before_is_known_to_every_page_of_a_new_tab(open_page, coach):
    meeting = Meeting.model_validate(
        {"audience": "leader", "people": {"leader": {"first": "Dana"}, "user": {"first": "Sam"}}}
    )
    coach.drafts.remember(OWNER, resources.KEPT_MEETING, meeting)
    assert "Read as something a leader says." in open_page("check").html
    assert open_page("follow_through").at.text_input(key="notes_leader_0").value == "Sam"
    assert open_page("emails", kind="invite_one").at.text_input(key="email_invite_one_me").value == "Dana"
