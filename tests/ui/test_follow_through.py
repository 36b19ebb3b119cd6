"""Before and after the meeting: answers to have ready, letters in hand, and what was promised."""

import gc
from datetime import timedelta

import pytest

from app.domain.emails import EmailBrief
from app.domain.errors import StoreError
from app.domain.language import Parsed
from app.domain.meeting import Meeting, People, Person
from app.ui import state
from app.ui.components import calendar_entry
from app.ui.state import OWNER

NOTES = "I'll send her the churn chart by Friday. She offered to ask Ken for twenty minutes next week."
PEOPLE = People(user=Person(first="Sam"), boss=Person(first="Priya"), leader=Person(first="Dana"))


def area(screen, label):
    return next(each for each in screen.at.text_area if each.label == label)


def test_notes_are_shown_for_correction_then_saved_on_the_list_and_ticked(open_page, coach):
    screen = open_page("follow_through")
    area(screen, "Your notes").set_value(NOTES).run()
    screen.sound()
    what = next(each for each in screen.at.text_input if each.label == "What" and "chart" in each.value)
    what.set_value("send her the churn chart and the note")
    screen.press("Add them to the list")
    assert "2 added to the list." in screen.words
    assert "Send her the churn chart and the note" in screen.html
    assert area(screen, "Your notes").value == ""
    mine = next(each for each in coach.commitments.open(OWNER) if each.mine)
    screen.press(f"kept_{mine.id}")
    assert [each.mine for each in coach.commitments.open(OWNER)] == [False]
    screen.press(f"open_{mine.id}")
    assert len(coach.commitments.open(OWNER)) == 2


def test_notes_not_yet_on_the_list_are_there_after_a_reload(open_page):
    screen = open_page("follow_through")
    area(screen, "Your notes").set_value(NOTES).run()
    assert area(open_page("follow_through"), "Your notes").value == NOTES


def test_notes_of_the_next_meeting_begin_on_the_day_they_are_written(open_page, coach):
    screen = open_page("follow_through")
    area(screen, "Your notes").set_value(NOTES).run()
    before = calendar_entry.today() - timedelta(days=90)
    next(each for each in screen.at.date_input if each.label == "When you met").set_value(before).run()
    assert next(each for each in open_page("follow_through").at.date_input).value == before
    screen.press("Add them to the list")
    for tab in (screen, open_page("follow_through")):
        met = next(each for each in tab.at.date_input if each.label == "When you met")
        assert met.value == calendar_entry.today()
    assert {each.met for each in coach.commitments.all(OWNER)} == {before}
    assert [each.kind for each in coach.export(OWNER).entries if each.kind == "draft"] == []


def test_a_serious_matter_in_notes_gets_its_routes_and_nothing_to_tick_off(open_page, coach):
    screen = open_page("follow_through")
    area(screen, "Your notes").set_value(
        "My boss grabbed me at the offsite and I'll send him the file by Friday."
    ).run()
    screen.sound()
    assert "You can raise this. Here is where." in screen.html
    assert "Add them to the list" not in screen.buttons()


def test_what_is_overdue_is_said_calmly_and_has_no_red(open_page, coach):
    today = calendar_entry.today()
    coach.commitments.by_hand(OWNER, "you", "send the chart", today - timedelta(days=2), today - timedelta(days=9))
    screen = open_page("follow_through")
    assert 'class="due late">Was due ' in screen.html
    assert not screen.at.error


def test_a_promise_is_written_by_hand_and_edited(open_page, coach):
    screen = open_page("follow_through")
    screen.press("board_add_keep")
    assert "Write what was promised first." in screen.words
    screen.at.text_input(key="what_add_0").set_value("send the chart")
    screen.press("board_add_keep")
    screen.press("board_add_keep")  # twice in a row: the fields are empty by then
    (kept,) = coach.commitments.all(OWNER)
    screen.at.text_input(key=f"what_{kept.id}").set_value("")
    screen.press(f"change_{kept.id}")
    assert "Write what was promised first." in screen.words
    screen.at.text_input(key=f"what_{kept.id}").set_value("send the chart and the note")
    screen.press(f"change_{kept.id}")
    assert coach.commitments.all(OWNER)[0].what == "send the chart and the note"
    screen.press(f"remove_{kept.id}")
    assert coach.commitments.all(OWNER) == []


def test_a_promise_by_hand_belongs_to_the_last_real_meeting(open_page, coach):
    met = calendar_entry.today() - timedelta(days=3)
    name = "Meeting with Dana"
    coach.commitments.add(OWNER, coach.commitments.found(OWNER, NOTES, met, meeting=name, leader="Dana"))
    screen = open_page("follow_through")
    screen.at.text_input(key="what_add_0").set_value("write to Jo")
    screen.press("board_add_keep")
    assert {(each.met, each.meeting) for each in coach.commitments.all(OWNER)} == {(met, name)}


def test_a_serious_matter_written_by_hand_is_kept_and_gets_its_routes(open_page, coach):
    screen = open_page("follow_through")
    screen.at.text_input(key="what_add_0").set_value("tell HR that my boss grabbed me").run()
    assert "You can raise this. Here is where." in screen.html
    screen.press("board_add_keep")
    assert len(coach.commitments.open(OWNER)) == 1
    assert "You can raise this. Here is where." in screen.html
    screen.press(f"kept_{coach.commitments.all(OWNER)[0].id}")
    assert "You can raise this. Here is where." not in screen.html


def test_no_lines_for_the_manager_are_made_of_a_serious_matter(open_page, coach):
    coach.commitments.by_hand(OWNER, "you", "send the chart", None, calendar_entry.today())
    screen = open_page("follow_through")
    assert "I said I'd send the chart." in screen.words
    screen.at.text_input(key="manager_topics").set_value("that my boss grabbed me").run()
    screen.sound()
    assert "You can raise this. Here is where." in screen.html
    assert "I said I'd send the chart." not in screen.words


def test_a_report_against_the_manager_is_in_no_line_and_no_letter_and_stays_on_the_list(open_page, coach):
    for what in ("send Dana the chart", "Report Tom's harassment to HR", "keep the move between us"):
        coach.commitments.by_hand(OWNER, "you", what, None, calendar_entry.today(), "Meeting with Dana")
    screen = open_page("follow_through")
    (lines,) = [each.value for each in screen.at.code]
    assert lines.endswith("I said I'd send Dana the chart. Tell me if any of that should wait.")
    assert "is left out of the thank-you and of the lines for your manager. It stays on your list." in screen.html
    screen.press("board_thanks")
    assert "send you the chart" in screen.html
    assert "harassment to HR" not in screen.html
    assert "keep the move" not in screen.html
    assert len(coach.commitments.open(OWNER)) == 3


def test_the_letter_of_a_rehearsal_leaves_out_what_was_said_in_confidence(open_page, coach):
    session = coach.rehearse(OWNER, Meeting(people=PEOPLE, persona=coach.library.personas[0].id))
    list(coach.reply(OWNER, session.id, "Thank you for the time. I'll send you the churn chart by Friday."))
    list(coach.reply(OWNER, session.id, "I'll keep what you said about the move between us."))
    coach.end(OWNER, session.id)
    screen = open_page("rehearse", c=session.id)
    assert "is left out of the thank-you. It stays in your rehearsal." in screen.html
    screen.press("thanks")
    assert "churn chart" in screen.html
    assert "between us" not in screen.html


def test_a_day_the_calendar_does_not_reach_breaks_nothing(open_page, coach):
    screen = open_page("follow_through")
    area(screen, "Your notes").set_value("She will approve it in 100 years. I'll send the chart by Friday.").run()
    screen.sound()
    assert "Add them to the list" in screen.buttons()
    far = calendar_entry.LAST + timedelta(days=9)
    coach.commitments.by_hand(OWNER, "you", "send the chart", far, calendar_entry.today())
    open_page("follow_through").sound()


def test_what_was_promised_twice_in_notes_is_found_once(open_page):
    screen = open_page("follow_through")
    area(screen, "Your notes").set_value("I'll send her the churn chart.\n\nI'll send her the churn chart.").run()
    screen.sound()
    assert len([each for each in screen.at.checkbox if each.label == "Save this one"]) == 1


def test_the_thank_you_is_written_from_the_list(open_page, coach):
    today = calendar_entry.today()
    coach.commitments.add(
        OWNER, coach.commitments.found(OWNER, NOTES, today, meeting="Meeting with Dana", leader="Dana")
    )
    screen = open_page("follow_through").press("board_thanks")
    assert "send you the churn chart by Friday" in screen.html
    assert "ask Ken for twenty minutes" in screen.html
    assert "no hurry" not in screen.html  # beside a day it would contradict it


def test_what_a_rehearsal_promised_goes_to_the_list_by_one_click(open_page, coach):
    meeting = Meeting(people=PEOPLE, persona=coach.library.personas[0].id)
    session = coach.rehearse(OWNER, meeting)
    list(coach.reply(OWNER, session.id, "Thank you for the time. I'll send you the churn chart by Friday."))
    list(coach.reply(OWNER, session.id, "What matters most to you this year?"))
    coach.end(OWNER, session.id)
    screen = open_page("rehearse", c=session.id).press("keep_promised")
    assert "churn chart" in screen.html
    rehearsed = coach.commitments.open(OWNER)
    assert any(each.session == session.id for each in rehearsed)
    assert "Rehearsal with Dana, only rehearsed" in screen.html
    # It was never said: the manager hears nothing of it, and a real meeting comes first, however old.
    assert "manager_topics" not in [each.key for each in screen.at.text_input]
    long_ago = calendar_entry.today() - timedelta(days=30)
    coach.commitments.by_hand(OWNER, "you", "write to Jo", None, long_ago, "Meeting with Dana")
    screen = open_page("follow_through")
    assert screen.at.selectbox(key="take_of").value == (True, long_ago, "Meeting with Dana")
    assert "I said I'd write to Jo. Tell me" in screen.words


def test_what_was_predicted_is_set_beside_what_happened(open_page, coach):
    screen = open_page("follow_through")
    screen.at.segmented_control(key="follow_part").set_value("Predicted and happened").run()
    screen.at.text_input(key="predict_0_0").set_value("about the delay")
    screen.press("Save it")
    (log,) = coach.commitments.meetings(OWNER)
    screen.at.text_input(key=f"{log.id}_0").set_value("where I want to be")
    next(each for each in screen.at.button if each.form_id == f"after_{log.id}").click().run()
    screen.sound()
    assert "<td>about the delay</td><td>where I want to be</td>" in screen.html


def test_a_serious_fear_is_kept_and_gets_its_routes(open_page, coach):
    screen = open_page("follow_through")
    screen.at.segmented_control(key="follow_part").set_value("Predicted and happened").run()
    screen.at.text_input(key="predict_0_1").set_value("that my boss grabs me again")
    screen.press("Save it")
    assert coach.commitments.meetings(OWNER)[0].before.fear == "that my boss grabs me again"
    assert "You can raise this. Here is where." in screen.html


def test_the_list_deletes_by_itself(open_page, coach):
    coach.commitments.by_hand(OWNER, "you", "send the chart", None, calendar_entry.today())
    screen = open_page("follow_through")
    area(screen, "Your notes").set_value("Half a thought.").run()
    screen.press("log_delete")
    assert "Deleted 1 entry of the list." in screen.words
    assert area(screen, "Your notes").value == ""
    assert coach.export(OWNER).entries == ()
    assert coach.commitments.all(OWNER) == []


def test_an_own_question_is_checked_and_any_question_is_reworded_in_place(open_page):
    screen = open_page("questions")
    screen.at.text_input(key="agenda_own").set_value("Is my boss useless?")
    screen.press("Add it")
    assert "Is my boss useless?" in screen.html
    assert "Yes or no would be a full answer." in screen.html
    shown = [each.key.removeprefix("pin_") for each in screen.at.button if each.key.startswith("pin_")]
    screen.at.text_area(key=f"words_{shown[0]}").set_value("What would you stop first?")
    screen.press(f"reword_{shown[0]}")
    assert screen.html.index("What would you stop first?") < screen.html.index("Is my boss useless?")
    reloaded = open_page("questions")
    assert "What would you stop first?" in reloaded.html
    assert f"pin_{shown[0]}" not in [each.key for each in reloaded.at.button]


def test_the_meeting_described_on_the_questions_page_is_there_after_a_reload(open_page):
    screen = open_page("questions")
    screen.at.text_input(key="ask_goal").set_value("the thinking behind the move").run()
    assert open_page("questions").at.text_input(key="ask_goal").value == "the thinking behind the move"


def test_answers_are_checked_and_survive_a_reload(open_page, coach):
    screen = open_page("questions")
    screen.at.segmented_control(key="questions_part").set_value("To have an answer to").run()
    first = next(each for each in screen.at.text_area if each.key.startswith("mine_"))
    first.set_value("Priya is useless at planning and everybody knows it.").run()
    screen.sound()
    assert "○ Specific" in screen.html
    assert "○ Fair" in screen.html
    assert "✓ Short" in screen.html
    again = open_page("questions")
    again.at.segmented_control(key="questions_part").set_value("To have an answer to").run()
    assert again.at.text_area(key=first.key).value.startswith("Priya is useless")
    again.at.text_area(key=first.key).set_value("We cut alerts from 240 a week to 160 in March.").run()
    assert "○" not in again.html
    again.at.text_area(key=first.key).set_value("").run()
    assert coach.prepared.kept(OWNER) == {}


def test_the_leader_prepares_for_what_the_employee_may_ask(open_page, coach):
    screen = open_page("questions")
    screen.at.segmented_control(key="questions_part").set_value("To have an answer to").run()
    before = [each.label for each in screen.at.text_area if each.key.startswith("mine_")]
    screen.at.toggle(key="ask_leads").set_value(True).run()
    screen.sound()
    after = [each.label for each in screen.at.text_area if each.key.startswith("mine_")]
    assert after
    assert not set(before) & set(after)


def test_a_letter_in_hand_survives_a_reload_with_its_edits_and_versions(open_page, coach):
    screen = open_page("emails", kind="thank_you")
    screen.at.text_input(key="email_thank_you_leader").set_value("Dana Whitfield").run()
    screen.at.toggle(key="edit_thank_you").set_value(True).run()
    for words in ("Hello Dana,\n\nThank you.\n\nSam", "Hello Dana,\n\nThank you very much.\n\nSam"):
        area(screen, "Letter").set_value(words).run()
    screen.sound()
    reloaded = open_page("emails")
    assert reloaded.at.text_input(key="email_thank_you_leader").value == "Dana Whitfield"
    assert "Thank you very much." in reloaded.html
    reloaded.press("version_0")
    assert "<p>Thank you.</p>" in reloaded.html
    reloaded.press("version_form")
    assert "Thank you very much." not in reloaded.html
    assert len(coach.drafts.letter(OWNER, "thank_you").versions) == 3


def test_a_letter_can_be_started_afresh_and_leaves_nothing(open_page, coach):
    screen = open_page("emails", kind="thank_you")
    screen.at.text_input(key="email_thank_you_learned").set_value("that the depot comes first").run()
    assert "the depot comes first" in screen.html
    screen.press("email_thank_you_over")
    assert "the depot comes first" not in screen.html
    assert coach.export(OWNER).entries == ()


def test_own_words_fill_the_form_for_correction_and_what_is_missing_is_asked(open_page):
    screen = open_page("emails", kind="thank_you")
    area(screen, "In your own words").set_value(
        "I met Dana Whitfield. I promised to send her the churn chart by Friday."
    )
    screen.press("Fill the form")
    # The key changes, or a browser would go on showing the field as it stood.
    assert screen.at.text_input(key="email_thank_you_1_leader").value == "Dana Whitfield"
    assert "churn chart" in screen.at.text_input(key="email_thank_you_1_mine").value
    assert "To finish it, tell me" in screen.words
    assert "What name should the letter carry?" in screen.html


def test_own_words_leave_the_rest_of_the_form_as_it_is(open_page):
    screen = open_page("emails", kind="thank_you")
    screen.at.text_input(key="email_thank_you_learned").set_value("that the depot comes first")
    area(screen, "In your own words").set_value("I promised to send her the churn chart by Friday.")
    screen.press("Fill the form")
    assert screen.at.text_input(key="email_thank_you_1_learned").value == "that the depot comes first"
    assert "churn chart" in screen.at.text_input(key="email_thank_you_1_mine").value


def test_who_asked_for_the_meeting_is_told_though_the_form_has_no_field_for_it(open_page):
    screen = open_page("emails", kind="heads_up")
    words = "Tell my manager Bev Orr that her boss Helen Crane asked to see me on Tuesday at 2pm. No idea what it is about. I'm Dee."
    area(screen, "In your own words").set_value(words)
    screen.press("Fill the form")
    assert "Helen Crane has asked to meet me" in " ".join(screen.html.split())


def test_the_letter_that_was_asked_for_opens_though_nothing_is_known_for_it(open_page, coach):
    session = coach.rehearse(OWNER, Meeting(persona=coach.library.personas[0].id))
    list(coach.reply(OWNER, session.id, "What matters most to you this year?"))
    coach.end(OWNER, session.id)
    screen = open_page("rehearse", c=session.id).press("thanks")
    assert screen.at.selectbox(key=state.LETTER_KIND).value == "thank_you"


def test_a_button_that_cannot_keep_its_change_says_so_and_loses_nothing(open_page, coach, monkeypatch):
    screen = open_page("questions")
    screen.at.text_input(key="agenda_own").set_value("What would you stop first?").run()

    def locked(*_):
        raise StoreError("The conversation store is in use by another program. Close it and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(coach.drafts, "remember", locked)
        screen.press("Add it")
    assert "in use by another program" in screen.at.warning[0].value
    assert screen.at.text_input(key="agenda_own").value == "What would you stop first?"
    screen.press("Add it")
    assert "What would you stop first?" in screen.html
    assert not screen.at.warning


def test_words_that_were_not_used_yet_are_there_after_a_reload(open_page, coach):
    area(open_page("emails"), "In your own words").set_value("I'm Lin, a tester.").run()
    assert area(open_page("emails"), "In your own words").value == "I'm Lin, a tester."
    open_page("questions").at.text_input(key="agenda_own").set_value("What would you stop first?").run()
    assert open_page("questions").at.text_input(key="agenda_own").value == "What would you stop first?"
    open_page("emails").press("email_request_over")
    open_page("questions").press("Add it")
    assert area(open_page("emails"), "In your own words").value == ""
    assert open_page("questions").at.text_input(key="agenda_own").value == ""


def test_names_given_for_one_letter_stand_in_the_next(open_page):
    screen = open_page("emails", kind="thank_you")
    screen.at.text_input(key="email_thank_you_me").set_value("Sam Hale").run()
    screen.at.selectbox(key=state.LETTER_KIND).set_value("request").run()
    screen.sound()
    assert screen.at.text_input(key="email_request_me").value == "Sam Hale"


def test_offered_times_are_prefilled_for_the_calendar(open_page, coach):
    coach.drafts.with_facts(OWNER, EmailBrief(kind="request", facts={"times": "Tuesday at 10am or Thursday at 3"}))
    screen = open_page("emails")
    assert [each.value.hour for each in screen.at.time_input] == [10, 15]
    assert all(each.value >= calendar_entry.today() for each in screen.at.date_input)


@pytest.mark.parametrize("kind", ["nudge", "thank_you"])
def test_a_day_that_is_past_is_not_held_in_the_calendar(open_page, coach, kind):
    coach.drafts.with_facts(OWNER, EmailBrief(kind=kind, facts={"when": "Tuesday at 10am"}))
    assert "You wrote: Tuesday at 10am" not in open_page("emails").words


def test_everything_deleted_is_everything(open_page, coach):
    coach.commitments.by_hand(OWNER, "you", "send the chart", None, calendar_entry.today())
    coach.drafts.with_facts(OWNER, EmailBrief(kind="request", facts={"me": "Sam"}))
    coach.prepared.keep(OWNER, coach.library.questions[0], "An answer.")
    assert {each.kind for each in coach.export(OWNER).entries} == {"commitment", "draft", "answer"}
    coach.delete_all(OWNER)
    assert coach.export(OWNER).entries == ()


def test_what_was_deleted_is_not_remembered_either(coach):
    session = coach.rehearse(OWNER, Meeting(persona=coach.library.personas[0].id))
    list(coach.reply(OWNER, session.id, "My boss Marcus wants the Zwolle depot moved by May."))

    def remembered():
        return [each for each in gc.get_objects() if isinstance(each, Parsed) and "Zwolle" in each.text]

    assert remembered()
    coach.delete_all(OWNER)
    assert not remembered()
