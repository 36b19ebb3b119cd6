import html

import pytest

from app.coaching.meetings import from_scenario
from app.domain.meeting import Meeting, People, Person
from app.ui.resources import KEPT_MEETING
from app.ui.state import OWNER

LINES = (
    "Thanks for making time. I'd like to understand what you most need from us this year.",
    "We cut false alerts by about a third since August, but deploys still take two days.",
    "From about 240 a week to 160. I'd fix the two carriers with bad timestamps first.",
)


@pytest.fixture
def meeting(open_page):
    """A rehearsal just begun."""
    return open_page("rehearse").press("Start the meeting")


def test_a_meeting_starts_with_one_press_and_the_leader_speaks_first(meeting, coach):
    thread = coach.thread(OWNER, meeting.address["c"])
    assert [message.role for message in thread] == ["leader"]
    assert 'class="line leader"' in meeting.html
    assert f"0 of {coach.session(OWNER, meeting.address['c']).meeting.minutes} minutes" in meeting.html


def test_lines_are_answered_and_the_clock_moves(meeting, coach):
    for line in LINES:
        meeting.say(line)
    thread = coach.thread(OWNER, meeting.address["c"])
    assert [message.role for message in thread] == ["leader", *["user", "leader"] * 3]
    assert f"<span>0 of {coach.session(OWNER, meeting.address['c']).meeting.minutes} minutes" not in meeting.html
    assert meeting.html.count('class="line you"') == 3


def test_the_coach_is_another_voice_and_silent_when_asked_to_be(open_page, coach):
    risky = "Honestly, Priya just won't push for it. Could you tell her to drop the sign-off?"
    loud = open_page("rehearse").press("Start the meeting").say(risky)
    assert '<aside class="aside">' in loud.html
    assert 'class="risk ' in loud.html
    quiet = open_page("rehearse")
    quiet.at.toggle(key="set_asides").set_value(False).run()
    quiet.press("Start the meeting").say(risky)
    assert "<aside" not in quiet.html
    assert 'class="risk ' not in quiet.html


def test_a_hint_is_given_and_goes_when_the_line_is_said(meeting):
    meeting.press("Hint")
    assert "Coach, a hint" in meeting.html
    meeting.say(LINES[0])
    assert "Coach, a hint" not in meeting.html


def test_a_line_can_be_taken_back_and_both_tries_are_compared(meeting, coach):
    meeting.say(LINES[0]).say(LINES[1])
    back = next(each for each in meeting.at.button if each.key.startswith("back_"))
    meeting.press(back.key)
    assert LINES[1] not in meeting.html
    meeting.say(LINES[2])
    session = meeting.address["c"]
    assert len(coach.thread(OWNER, session)) == 5
    assert len(coach.branches(OWNER, session)) == 7
    assert "Try 1" in meeting.html
    assert "deploys still take two days" in meeting.html


def test_the_debrief_opens_by_itself_with_a_picture_and_its_table(meeting, coach):
    for line in LINES:
        meeting.say(line)
    meeting.press("End the meeting")
    debrief = coach.thread(OWNER, meeting.address["c"])[-1].plan.debrief
    assert 'class="headline"' in meeting.html
    assert meeting.at.get("vega_lite_chart")
    assert meeting.html.count("<tr>") >= len(debrief.picture) + sum(score.value is not None for score in debrief.scores)
    assert "Rehearse it again" in meeting.buttons()


def test_a_new_tab_shows_the_debrief_again(meeting, open_page):
    meeting.say(LINES[0]).press("End the meeting")
    again = open_page("rehearse", c=meeting.address["c"])
    assert 'class="headline"' in again.html


def test_the_drill_begins_at_once(meeting, coach):
    meeting.say(LINES[0]).say(LINES[1]).press("End the meeting").press("Do the drill")
    assert not coach.session(OWNER, meeting.address["c"]).ended
    assert meeting.at.chat_input


def test_a_serious_matter_ends_the_role_play_with_routes(meeting, coach):
    meeting.say("My manager grabbed me at the offsite and says I'll lose my job if I tell anyone.")
    assert coach.session(OWNER, meeting.address["c"]).ended
    assert "You can raise this. Here is where." in meeting.words
    assert 'class="headline"' not in meeting.html


def test_sides_can_be_swapped(open_page, coach):
    screen = open_page("rehearse")
    screen.at.get_by_key("set_side").set_value("the leader").run()
    named = {each.label: each.value for each in screen.at.text_input if each.label.endswith("name")}
    screen.press("Start the meeting")
    session = coach.session(OWNER, screen.address["c"])
    employee, leader, manager = session.meeting.people.user, session.meeting.people.leader, session.meeting.people.boss
    assert named == {
        "Their first name": employee.first,
        "Your name": leader.full,
        "Their manager's name": manager.full,
    }
    assert session.title == f"Rehearsal with {employee.full}"
    assert session.meeting.audience == "leader"
    assert coach.library.persona_by_id[session.meeting.persona].side == "ic"


def test_a_change_of_side_keeps_the_user_and_nobody_else(open_page, coach):
    kept = from_scenario(coach.library, "first-skip-level-logistics")
    me = kept.people.user
    coach.drafts.remember(OWNER, KEPT_MEETING, kept)
    open_page("questions").at.toggle(key="ask_leads").set_value(True).run()
    turned = coach.drafts.remembered(OWNER, KEPT_MEETING, Meeting())
    assert turned.people == People(leader=Person(first=me.first, last=me.last, pronoun=me.pronoun))
    screen = open_page("rehearse")
    screen.at.get_by_key("set_side").set_value("yourself").run()
    screen.at.selectbox(key="set_meeting_False").set_value(kept.scenario).run()
    screen.press("Start the meeting")
    people = coach.session(OWNER, screen.address["c"]).meeting.people
    assert (people.user.full, people.leader.full) == (me.full, kept.people.leader.full)


def test_a_chat_opened_here_goes_to_its_own_page(open_page):
    chat = open_page().say("What is a skip-level?")
    assert open_page("rehearse", c=chat.address["c"]).at.chat_message


ABOUT = (
    "Karen Holt, VP of Operations. She is very direct and hates slides. Cares about safety and cost. "
    "Her favourite question: “What would you stop doing?”"
)


def own_meeting(open_page):
    screen = open_page("rehearse")
    screen.at.selectbox(key="set_meeting_False").set_value("").run()
    return screen


def test_a_described_leader_is_shown_for_correction_kept_and_met(open_page, coach):
    screen = own_meeting(open_page)
    screen.at.text_area(key="own_text_0").set_value(ABOUT).run()
    name = next(each for each in screen.at.text_input if each.label == "Name")
    assert name.value == "Karen Holt"
    name.set_value("Karin Holt").run()
    screen.press("own_keep")
    (kept,) = coach.leaders.of(OWNER)
    assert (kept.name, kept.questions) == ("Karin Holt", ("What would you stop doing?",))
    screen.press("Start the meeting")
    meeting = coach.session(OWNER, screen.address["c"]).meeting
    assert meeting.described == kept
    assert meeting.people.leader.first == "Karin"
    assert "Karin Holt, VP of Operations" in screen.html


def test_a_kept_leader_can_be_changed_and_deleted(open_page, coach):
    kept = coach.leaders.keep(OWNER, coach.leaders.read(ABOUT).card)
    screen = own_meeting(open_page)
    who = next(each for each in screen.at.selectbox if each.label == "Who sits opposite")
    who.set_value(kept.id).run()
    next(each for each in screen.at.text_input if each.label == "Role").set_value("COO").run()
    screen.press("own_save")
    assert [each.role for each in coach.leaders.of(OWNER)] == ["COO"]
    screen.press("own_delete")
    assert coach.leaders.of(OWNER) == ()


def test_a_serious_matter_in_a_description_gets_routes_and_no_card(open_page):
    screen = own_meeting(open_page)
    screen.at.text_area(key="own_text_0").set_value("He is blunt. He grabbed my colleague in the stockroom.").run()
    assert "You can raise this. Here is where." in screen.html
    assert "own_keep" not in [each.key for each in screen.at.button]


def test_what_the_leader_should_know_is_answered_from(open_page, coach):
    screen = own_meeting(open_page)
    told = next(each for each in screen.at.text_area if each.label.startswith("What should they know"))
    told.set_value("The Leeds depot closes in March.\nShe will promote me next year.").run()
    screen.press("Start the meeting")
    assert "Left out" in screen.words
    screen.say("Is it true that Leeds is closing?")
    assert "closes in March" in coach.thread(OWNER, screen.address["c"])[-1].text


def test_an_example_is_watched_and_not_kept(open_page, coach):
    screen = open_page("rehearse")
    screen.press(next(each.key for each in screen.at.button if each.label == "Watch an example"))
    assert screen.html.count('class="line you"') > 3
    assert coach.recent(OWNER) == []


def test_progress_shows_from_the_second_rehearsal_on_with_a_table(open_page, coach):
    for _ in range(2):
        screen = open_page("rehearse").press("Start the meeting")
        for line in LINES:
            screen.say(line)
        screen.press("End the meeting")
    shown = open_page("rehearse")
    assert "Over 2 rehearsals your average" in shown.html
    assert shown.at.get("vega_lite_chart")
    assert shown.html.count("<tr>") == 3
    assert len(coach.practice.progress(OWNER)) == 2


def test_the_debrief_can_be_taken_as_json(meeting):
    meeting.say(LINES[0]).press("End the meeting")
    assert "As JSON" in [each.proto.label for each in meeting.at.get("download_button")]


def test_the_drill_says_what_it_is_about_where_it_is_done(meeting, coach):
    for line in LINES:
        meeting.say(line)
    meeting.press("End the meeting")
    drill = coach.thread(OWNER, meeting.address["c"])[-1].plan.debrief.drill
    meeting.press("drill")
    assert drill in html.unescape(meeting.html)


def test_whoever_comes_from_the_chat_finds_their_own_meeting_chosen(open_page):
    cold = open_page("rehearse")
    assert cold.at.selectbox(key="set_meeting_False").value
    screen = open_page().say("Rehearse my meeting").press("Set it up")
    assert screen.at.selectbox(key="set_meeting_False").value == ""
    assert screen.at.selectbox(key="set_meeting_False").options[0] == "Your own meeting"


def test_an_empty_part_of_a_debrief_is_left_out(meeting):
    meeting.say("Hello, thank you for the time.").press("End the meeting")
    assert [each.value for each in meeting.at.subheader if each.value in {"What worked", "What to change"}] == []
    assert not meeting.at.get("vega_lite_chart")
