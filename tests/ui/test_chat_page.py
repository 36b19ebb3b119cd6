import re

import pytest

from app.ui.components.welcome import PILLS
from app.ui.state import OWNER
from tests.ui.conftest import ROOT

TROUBLE = "my boss's boss just put 30 min on my calendar for tomorrow, no agenda, am I in trouble??"


def test_the_empty_state_teaches(open_page):
    screen = open_page()
    assert set(PILLS) <= set(screen.buttons())
    assert len([each for each in screen.at.button if each.key.startswith("example_")]) == 3
    assert "Stays on this machine." in screen.html
    assert "own words" in screen.html


def test_example_questions_hold_still_within_a_visit_and_change_after_a_conversation(open_page):
    screen = open_page()
    first = [each.key for each in screen.at.button if each.key.startswith("example_")]
    screen.at.run()
    assert [each.key for each in screen.at.button if each.key.startswith("example_")] == first
    screen.say(TROUBLE).press("New conversation")
    assert [each.key for each in screen.at.button if each.key.startswith("example_")] != first


def test_an_answer_has_citations_that_open_their_cards(open_page, coach):
    screen = open_page().say(TROUBLE)
    plan = coach.thread(OWNER, screen.address["c"])[-1].plan
    assert plan.citations
    for citation in plan.citations:
        title = coach.library.card_by_id[citation.card].title
        assert f'aria-label="Source {citation.number}: ' in screen.words
        assert f'-{citation.number}"' in screen.words
        assert title.split("'")[0] in screen.html


def test_a_new_tab_with_the_same_address_shows_the_same_conversation(open_page):
    screen = open_page().say(TROUBLE)
    answer = screen.at.chat_message[1].markdown[0].value
    again = open_page(c=screen.address["c"])
    assert again.at.chat_message[1].markdown[0].value == answer
    assert "tomorrow, no agenda" in again.html


def test_coming_back_to_the_page_without_its_address_restores_it(open_page):
    screen = open_page().say(TROUBLE)
    session = screen.address["c"]
    for page in ("library", "coach"):
        screen.at.query_params.clear()
        screen.at.switch_page(str(ROOT / "app" / "ui" / "pages" / f"{page}.py")).run()
    assert screen.address["c"] == session
    assert "tomorrow, no agenda" in screen.html


def test_going_back_on_the_same_page_shows_it_empty(open_page):
    screen = open_page().say(TROUBLE)
    screen.at.query_params.clear()
    screen.at.run()
    assert set(PILLS) <= set(screen.buttons())
    assert "c" not in screen.address


def test_the_questions_of_the_chat_are_those_of_their_page(open_page):
    screen = open_page().say("Give me questions for a meeting about the new depot.")
    asked = re.findall(r'class="minutes">[^<]*</span>([^<]*)', screen.html)
    screen.press("Open on its page")
    assert re.findall(r'class="minutes">[^<]*</span>([^<]*)', screen.html) == asked
    assert "new depot" in screen.at.text_input(key="ask_goal").value


def test_an_unknown_address_gives_a_fresh_start_and_says_so(open_page):
    screen = open_page(c="0" * 32)
    assert "not on this machine" in screen.words
    assert "c" not in screen.address
    assert set(PILLS) <= set(screen.buttons())


@pytest.mark.parametrize(
    "typed", ["<b>bold</b> *stars* $x$ :red[colour]", "<img src=x onerror=alert(1)>", "مرحبا 你好 🙂"]
)
def test_what_is_typed_is_drawn_as_typed(open_page, typed):
    screen = open_page().say(typed)
    shown = typed.replace("<", "&lt;").replace(">", "&gt;")
    assert f'<p class="said">{shown}</p>' in screen.html


def test_a_line_that_is_too_long_is_refused_kindly_and_stays_in_the_input(open_page):
    line = "word " * 24_000
    screen = open_page().say(line)
    assert "characters" in " ".join(each.value for each in screen.at.info)
    assert screen.at.chat_input[0].proto.value == line.strip()
    assert not screen.at.chat_message


def test_a_serious_matter_stands_in_its_own_frame_with_routes(open_page, coach):
    screen = open_page().say("My manager grabbed me at the offsite and says I'll lose my job if I tell anyone.")
    plan = coach.thread(OWNER, screen.address["c"])[-1].plan
    assert plan.serious
    assert "You can raise this. Here is where." in screen.words
    assert plan.serious[0].routes[0].name in screen.words


def test_what_mild_words_may_hide_is_asked_about_above_the_card(open_page):
    words = open_page().say("it's all pointless, I want to disappear. What should I ask?").words
    assert "thoughts of ending your life" in words
    assert "A crisis line" in words


def test_follow_ups_are_asked_at_once(open_page, coach):
    screen = open_page().say(TROUBLE)
    follow = next(each for each in screen.at.button if each.key.startswith("follow_"))
    screen.press(follow.key)
    thread = coach.thread(OWNER, screen.address["c"])
    assert [message.role for message in thread] == ["user", "coach", "user", "coach"]


def test_a_line_left_without_an_answer_is_asked_again_once(open_page, coach):
    screen = open_page().say(TROUBLE)
    session = screen.address["c"]
    coach.rewind(OWNER, session, coach.thread(OWNER, session)[0].id)
    screen.at.run()
    assert "no answer yet" in screen.html
    screen.press("Ask again")
    assert [message.role for message in coach.thread(OWNER, session)] == ["user", "coach"]


@pytest.mark.parametrize("pill", PILLS)
def test_every_pill_leads_somewhere(open_page, pill):
    screen = open_page().press(pill)
    assert len(screen.at.chat_message) == 2
    assert screen.at.chat_message[1].markdown[0].value.strip()


def test_a_letter_in_the_chat_opens_on_its_page_with_the_same_facts(open_page, coach):
    screen = open_page().say("Write an email to Dana Whitfield asking for 20 minutes about the tracking roadmap")
    card = coach.thread(OWNER, screen.address["c"])[-1].plan.attachment
    screen.press("Open on its page")
    assert screen.at.title[0].value == "Emails"
    filled = {field.value for field in screen.at.text_input}
    assert set(card.brief.facts.values()) <= filled


def test_a_checked_line_in_the_chat_opens_on_its_page(open_page):
    screen = open_page().say("Is this safe to say? I know she said no, but could you tell her to drop the sign-off?")
    screen.press("Open on its page")
    assert "drop the sign-off" in screen.at.text_area[0].value


def test_an_invitation_in_the_chat_leads_to_the_set_up(open_page):
    screen = open_page().press("Rehearse my meeting").press("Set it up")
    assert "Start the meeting" in screen.buttons()
