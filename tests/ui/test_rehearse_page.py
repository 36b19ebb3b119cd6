import pytest

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
    assert meeting.html.count("<tr>") >= len(debrief.picture) + len(debrief.scores)
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
    screen.press("Start the meeting")
    session = coach.session(OWNER, screen.address["c"])
    assert session.meeting.audience == "leader"
    assert coach.library.persona_by_id[session.meeting.persona].side == "ic"


def test_a_chat_opened_here_goes_to_its_own_page(open_page):
    chat = open_page().say("What is a skip-level?")
    assert open_page("rehearse", c=chat.address["c"]).at.chat_message
