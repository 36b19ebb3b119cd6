"""The page on which a leader plans a programme."""

from datetime import date

from app.domain.programme import ProgrammeWish
from app.ui import state
from app.ui.state import OWNER


def kept(coach):
    return coach.drafts.remembered(OWNER, "programme", ProgrammeWish(first_day=date(2000, 1, 3)))


def test_the_page_opens_with_a_plan_in_order(open_page):
    screen = open_page("programme")
    words = screen.html
    assert 'class="headline"' in words
    assert words.index("Tell your managers, in person") < words.index("Invite people yourself")
    assert words.index("Invite people yourself") < words.index("Give the themes back to everyone")
    assert words.count("Why: ") >= 14
    assert "Setting a confidentiality rule and keeping it" in words


def test_figures_change_the_plan_and_survive_a_reload(open_page, coach):
    screen = open_page("programme")
    screen.at.number_input(key="prog_people").set_value(85).run()
    screen.at.number_input(key="prog_managers").set_value(9).run()
    screen.at.selectbox(key="prog_cadence").set_value("quarterly").run()
    screen.sound()
    assert "does not fit into 2 hours a week" in screen.html
    assert "Groups of eight, quarterly" in screen.html
    assert "you meet 76" in screen.html
    screen.at.segmented_control(key="prog_format").set_value("groups").run()
    screen.sound()
    assert "in groups of 8 is 11 meetings" in screen.html
    again = open_page("programme")
    assert again.at.number_input(key="prog_people").value == 85
    assert kept(coach).format == "groups"


def test_nobody_to_meet_is_said_kindly_and_the_form_stays(open_page):
    screen = open_page("programme")
    screen.at.number_input(key="prog_people").set_value(0).run()
    screen.sound()
    assert "needs somebody to meet" in screen.at.warning[0].value
    screen.at.number_input(key="prog_people").set_value(1).run()
    assert not screen.at.warning
    assert "one person" in screen.html


def test_a_step_opens_its_letter_with_what_the_plan_knows(open_page, coach):
    screen = open_page("programme")
    screen.at.number_input(key="prog_minutes").set_value(45).run()
    screen.press("letter_announcement")
    assert screen.at.selectbox(key=state.LETTER_KIND).value == "announcement"
    assert screen.at.text_input(key="email_announcement_1_minutes").value == "45"
    assert "45 minutes, one to one" in screen.html


def test_a_letter_begun_keeps_its_own_facts(open_page, coach):
    screen = open_page("emails", kind="themes_back")
    screen.at.text_input(key="email_themes_back_heard").set_value("plans change without a reason").run()
    screen = open_page("programme").press("letter_themes")
    assert screen.at.text_input(key="email_themes_back_1_heard").value == "plans change without a reason"


def test_the_chat_offers_the_page_with_the_figures_it_read(open_page, coach):
    screen = open_page().say("85 people across 9 managers, 30 minutes each quarter, is this doable?")
    assert "Plan it with dates" in screen.buttons()
    screen.press("Plan it with dates")
    assert screen.at.number_input(key="prog_people").value == 85
    assert screen.at.number_input(key="prog_managers").value == 9


def test_the_welcome_pill_leads_to_the_page(open_page):
    screen = open_page().press("Start a programme")
    assert "Plan it with dates" in screen.buttons()
