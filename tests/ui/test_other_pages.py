import pytest

from app.ui.state import DELETE_WORDS, OWNER

PAGES = (
    "coach",
    "rehearse",
    "questions",
    "programme",
    "check",
    "emails",
    "follow_through",
    "library",
    "history",
    "settings",
)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_says_what_is_private(open_page, name):
    screen = open_page(name)
    assert "Stays on this machine." in screen.html
    assert not screen.at.warning


def test_a_risky_line_is_marked_in_pattern_word_and_colour(open_page):
    screen = open_page("check")
    screen.at.text_area[0].set_value("I know she said no, but could you tell her to drop the sign-off?")
    screen.press("Check it")
    assert '<mark class="risk s' in screen.html
    assert 'class="risk-word s' in screen.html
    assert "Would not survive being forwarded" in screen.html
    assert "Say instead" in screen.html


def test_a_text_is_read_as_the_side_that_says_it(open_page):
    screen = open_page("check")
    assert "Read as something an employee says." in screen.html
    screen.at.toggle[0].set_value(True).run()
    assert "Read as something a leader says." in screen.html
    assert "promises, judges or fishes" in screen.words
    screen.at.text_area[0].set_value("Leave it with me, I promise I'll have it stopped this week.")
    screen.press("Check it")
    assert '<mark class="risk s' in screen.html


def test_a_harmless_line_survives_being_forwarded(open_page):
    screen = open_page("check")
    screen.at.text_area[0].set_value("Which of the two would you fund first?")
    screen.press("Check it")
    assert "Would survive being forwarded." in screen.html
    assert "<mark" not in screen.html


def test_a_serious_matter_on_the_check_page_is_never_a_risk(open_page):
    screen = open_page("check")
    screen.at.text_area[0].set_value("My manager grabbed me at the offsite and threatened my job if I tell.")
    screen.press("Check it")
    assert '<section class="serious"' in screen.html
    assert "You can raise this. Here is where." in screen.html
    assert "forwarded" not in screen.html


def test_a_text_beyond_the_limit_is_refused_where_the_user_is(open_page):
    screen = open_page("check")
    screen.at.text_area[0].set_value("word " * 24_000)
    screen.press("Check it")
    assert "characters" in screen.at.warning[0].value


def test_questions_can_be_pinned_moved_and_swapped(open_page):
    screen = open_page("questions")
    shown = [each.key.removeprefix("pin_") for each in screen.at.button if each.key.startswith("pin_")]
    assert len(shown) >= 3
    screen.press(f"down_{shown[0]}")
    moved = [each.key.removeprefix("pin_") for each in screen.at.button if each.key.startswith("pin_")]
    assert moved[:2] == [shown[1], shown[0]]
    screen.press(f"swap_{shown[1]}")
    swapped = [each.key.removeprefix("pin_") for each in screen.at.button if each.key.startswith("pin_")]
    assert shown[1] not in swapped
    screen.press(f"pin_{shown[0]}")
    assert "Unpin" in screen.buttons()


def test_a_question_of_ones_own_about_skipped_breaks_gets_routes_and_no_remark(open_page):
    screen = open_page("questions")
    screen.at.text_input(key="agenda_own").set_value("What about our workload? Twelve of us skip breaks.").run()
    screen.press("own_add")
    assert "payroll" in screen.html
    assert 'class="mind"' not in screen.html


def test_a_goal_in_another_language_gets_the_routes_and_hears_that_only_english_is_read(open_page):
    screen = open_page("questions")
    screen.at.text_input(key="ask_goal").set_value("Mein Chef belästigt mich").run()
    assert "You can raise this. Here is where." in screen.html
    assert any("English only" in each.value for each in screen.at.markdown) or "English only" in screen.html


def test_the_letter_follows_the_form_and_names_what_is_missing(open_page, coach):
    screen = open_page("emails")
    kind = coach.library.email_by_id["request"]
    before = screen.html
    screen.at.text_input(key=f"email_request_{kind.fields[0].id}").set_value("Dana Whitfield").run()
    screen.sound()
    assert screen.html != before
    assert '<article class="letter"' in screen.html
    assert screen.at.get("download_button")


def test_who_writes_is_known_in_the_letters_of_both_sides_and_nobody_else(open_page):
    screen = open_page("emails", kind="request")
    for name, given in {"me": "Sam Okafor", "leader": "Dana Whitfield", "boss": "Priya Nair"}.items():
        screen.at.text_input(key=f"email_request_{name}").set_value(given).run()
    known = {
        kind: {each.key.rpartition("_")[2]: each.value for each in open_page("emails", kind=kind).at.text_input}
        for kind in ("heads_up", "invite_one")
    }
    assert known["heads_up"]["boss"] == "Priya Nair"
    assert (known["invite_one"]["me"], known["invite_one"]["boss"]) == ("Sam Okafor", "")


def test_an_edited_letter_gets_fresh_checks(open_page):
    screen = open_page("emails")
    screen.at.toggle(key="edit_request").set_value(True).run()
    body = next(each for each in screen.at.text_area if each.label == "Letter")
    body.set_value("Hello Dana,\n\nMy boss Priya is useless and hates me.\n\nSam").run()
    screen.sound()
    assert "○" in screen.html or screen.at.warning


def test_the_library_finds_a_card_and_opens_it(open_page):
    screen = open_page("library")
    screen.at.text_input(key="library_query").set_value("thank you note afterwards").run()
    screen.sound()
    first = next(each for each in screen.at.button if each.key.startswith("card_"))
    screen.press(first.key)
    assert screen.address["card"] == first.key.removeprefix("card_")
    assert '<article class="card"' in screen.html
    assert "Sources" in screen.html


def test_history_opens_renames_and_deletes(open_page, coach):
    chat = open_page().say("What is a skip-level?")
    session = chat.address["c"]
    screen = open_page("history")
    screen.at.text_input(key=f"title_{session}").set_value("First questions").run()
    screen.press(f"keep_{session}")
    assert coach.session(OWNER, session).title == "First questions"
    opened = open_page("history").press(f"open_{session}")
    assert opened.address["c"] == session
    assert "What is a skip-level?" in opened.html
    open_page("history").press(f"delete_{session}")
    assert coach.recent(OWNER) == []


def test_deleting_everything_needs_the_word(open_page, coach):
    open_page().say("What is a skip-level?")
    screen = open_page("settings")
    assert "1 conversation is kept" in screen.words
    assert next(each for each in screen.at.button if each.key == "delete_all").disabled
    screen.at.text_input(key=DELETE_WORDS).set_value("delete").run()
    screen.press("delete_all")
    assert "Deleted 1 conversation." in screen.words
    assert coach.recent(OWNER) == []


def test_settings_say_what_leaves_and_show_it(open_page):
    open_page().say("What is a skip-level?")
    screen = open_page("settings").press("see_outgoing")
    assert "Nothing" in screen.words
    assert screen.at.code
