import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TROUBLE = "my boss's boss just put 30 min on my calendar for tomorrow, no agenda, am I in trouble??"
RISKY = "I know she said no, but could you tell her to drop the sign-off?"
MEETING = (
    "Thanks for making time. I'd like to understand what you most need from us this year.",
    "We cut false alerts by about a third since August, but deploys still take two days.",
    "From about 240 a week to 160. I'd fix the two carriers with bad timestamps first.",
    RISKY,
    "Fair. I'll take it to her as a proposal, with the numbers.",
)


def test_the_first_start_shows_what_to_do_and_what_is_private(visitor):
    visitor.open()
    for pill in (
        "Rehearse my meeting",
        "What should I ask?",
        "Is this safe to say?",
        "Write the email",
        "Start a programme",
    ):
        expect(visitor.button(pill)).to_be_visible()
    expect(visitor.page.locator("main").get_by_text("Stays on this machine.")).to_be_visible()
    visitor.fits()


def test_a_question_is_answered_and_its_citation_opens_the_card(visitor):
    visitor.open()
    visitor.say(TROUBLE)
    cite = visitor.page.get_by_role("button", name=re.compile("^Source 1:")).first
    expect(cite).to_be_visible()
    title = cite.get_attribute("aria-label").removeprefix("Source 1: ")
    cite.click()
    card = visitor.page.get_by_role("dialog", name=title)
    expect(card).to_be_in_viewport()
    expect(card.get_by_text("What to do")).to_be_visible()
    visitor.fits()
    visitor.page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_newest_question_is_in_view_with_the_start_of_its_answer(visitor):
    visitor.open()
    for count, question in enumerate((TROUBLE, "How do I ask for one?", "What is a skip-level meeting?")):
        visitor.say(question)
        expect(visitor.page.locator(".said").nth(count)).to_be_in_viewport()


def test_a_citation_opens_and_closes_by_keyboard_alone(visitor):
    visitor.open()
    visitor.say(TROUBLE)
    cite = visitor.page.get_by_role("button", name=re.compile("^Source 1:")).first
    cite.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("dialog").first).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)


def test_a_meeting_of_five_turns_and_its_debrief(visitor):
    visitor.open("/rehearse")
    visitor.press("Start the meeting")
    expect(visitor.page.get_by_role("timer")).to_contain_text("0 of")
    for count, line in enumerate(MEETING, 1):
        visitor.say(line)
        expect(visitor.page.locator(".line.you")).to_have_count(count)
        expect(visitor.page.locator(".line.leader")).to_have_count(count + 1)
        expect(visitor.button("End the meeting")).to_be_in_viewport()
    expect(visitor.page.locator("aside.aside").first).to_be_visible()
    visitor.fits()
    visitor.press("End the meeting")
    expect(visitor.page.locator(".headline")).to_be_visible()
    expect(visitor.page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    visitor.page.get_by_text("The same as a table").click()
    expect(visitor.page.get_by_role("table").first.get_by_role("row")).to_have_count(len(MEETING) + 1)
    visitor.fits()


def test_a_line_taken_back_leaves_two_tries_to_compare(visitor):
    visitor.open("/rehearse")
    visitor.press("Start the meeting")
    visitor.say(RISKY)
    expect(visitor.page.locator(".line.leader")).to_have_count(2)
    visitor.press("Rewind")
    visitor.page.get_by_test_id("stPopoverBody").get_by_role("button", name=re.compile("I know she said no")).click()
    expect(visitor.page.locator(".line.you")).to_have_count(0)
    visitor.settled().say(MEETING[0])
    visitor.page.get_by_text("Your tries side by side").click()
    expect(visitor.page.locator(".stack")).to_have_count(2)
    visitor.fits()


def test_a_refresh_a_new_tab_and_a_killed_server_show_the_same_conversation(visitor, another_tab, server):
    visitor.open()
    visitor.say(TROUBLE)
    answer = visitor.page.get_by_test_id("stChatMessage").nth(1)
    expect(answer.locator(".cite").first).to_be_visible()
    words = answer.get_by_test_id("stMarkdownContainer").inner_text()
    address = visitor.page.url.removeprefix(server.url)
    assert "?c=" in address
    visitor.page.reload()
    expect(visitor.settled().page.get_by_test_id("stChatMessage").nth(1)).to_contain_text(words[:80])
    expect(another_tab().open(address).page.get_by_test_id("stChatMessage").nth(1)).to_contain_text(words[:80])
    server.kill()
    server.start()
    expect(visitor.open(address).page.get_by_test_id("stChatMessage").nth(1)).to_contain_text(words[:80])


def test_a_conversation_survives_a_look_at_another_page(visitor):
    visitor.open()
    visitor.say(TROUBLE)
    expect(visitor.page.locator(".cite").first).to_be_visible()
    session = visitor.page.url.partition("c=")[2]
    visitor.open("/history")
    visitor.page.locator("main [class*=st-key-row_]").get_by_role("button").first.click()
    expect(visitor.page.locator(".cite").first).to_be_visible()
    assert visitor.page.url.endswith(session)


def test_a_risky_line_is_marked_and_mended(visitor):
    visitor.open("/check")
    visitor.page.get_by_label("Your text").fill(RISKY)
    visitor.press("Check it")
    expect(visitor.page.locator("mark.risk").first).to_be_visible()
    expect(visitor.page.get_by_text("Would not survive being forwarded")).to_be_visible()
    expect(visitor.page.get_by_text("A better text")).to_be_visible()
    visitor.fits()


def test_words_fill_the_form_and_starting_afresh_empties_it(visitor):
    visitor.open("/emails")
    visitor.page.get_by_text("Or tell me in your own words").click()
    words = visitor.page.get_by_label("In your own words")
    words.fill("I'm Jo Park. My boss is Oliver Reed, his boss is Dana Whitfield.")
    visitor.press("Fill the form")
    mine = visitor.page.get_by_role("textbox", name="Your name")
    expect(mine).to_have_value("Jo Park")
    visitor.settled().press("Start afresh")
    expect(mine).to_have_value("")


def test_going_back_leaves_the_conversation_behind(visitor):
    visitor.open()
    visitor.press("What should I ask?")
    expect(visitor.page.locator(".agenda")).to_be_visible()
    visitor.settled().page.go_back()
    expect(visitor.button("What should I ask?")).to_be_visible()
    expect(visitor.page.locator(".agenda")).to_have_count(0)
    visitor.page.go_forward()
    expect(visitor.page.locator(".agenda")).to_be_visible()


def test_a_letter_is_written_and_taken_along(visitor):
    visitor.open("/emails")
    letter = visitor.page.get_by_role("article", name="Your letter")
    expect(letter).to_be_visible()
    field = visitor.page.get_by_test_id("stTextInput").get_by_role("textbox").first
    field.fill("Dana Whitfield")
    field.press("Tab")
    expect(letter).to_contain_text("Dana")
    visitor.settled()
    expect(visitor.page.get_by_role("link", name="Open in mail")).to_have_attribute("href", re.compile("^mailto:"))
    visitor.fits()
    with visitor.page.expect_download() as download:
        visitor.press("Download .eml")
    text = download.value.path().read_text()
    assert "Subject: " in text
    assert "Dana" in text


def test_a_serious_matter_gets_routes_in_a_calm_frame(visitor):
    visitor.open()
    visitor.say("My manager grabbed me at the offsite and says I'll lose my job if I tell anyone.")
    frame = visitor.page.locator("[class*=st-key-support]")
    expect(frame).to_contain_text("Here is where.")
    assert frame.evaluate("each => getComputedStyle(each).borderTopWidth") != "0px"
    visitor.fits()


def test_markup_is_drawn_as_typed_and_never_runs(visitor):
    visitor.open()
    visitor.say("<img src=x onerror=\"document.title='run'\"> **stars** <script>document.title='run'</script>")
    expect(visitor.page.locator(".said").first).to_contain_text("<img src=x")
    expect(visitor.page.get_by_test_id("stChatMessage")).to_have_count(2)
    assert visitor.page.title() != "run"
    visitor.fits()


def test_every_page_fits_in_both_themes(visitor):
    for theme in ("light", "dark"):
        visitor.page.emulate_media(color_scheme=theme)
        for path in ("/", "/rehearse", "/questions", "/check", "/emails", "/library", "/history", "/settings"):
            visitor.open(path).fits()


def test_an_own_document_is_added_quoted_and_removed(visitor):
    visitor.open("/library?part=Your+documents")
    words = b"A staff engineer sets direction. Packets for Zanzibar are due on 15 March every year."
    visitor.page.locator("input[type=file]").set_input_files({"name": "levels.md", "mimeType": "", "buffer": words})
    visitor.settled()
    visitor.press("Add to your documents")
    expect(visitor.page.get_by_text("is among your documents")).to_be_visible()
    visitor.fits()
    visitor.open()
    visitor.say("When are the Zanzibar packets due every year?")
    visitor.button("Your document A: levels").click()
    passage = visitor.page.get_by_role("dialog", name="levels")
    expect(passage).to_be_in_viewport()
    expect(passage.locator("mark")).to_contain_text("15 March")
    visitor.fits()
    visitor.open("/library?part=Your+documents")
    visitor.press("Remove")
    visitor.page.get_by_role("button", name="Remove for good").click()
    expect(visitor.page.get_by_text("Nothing here yet.")).to_be_visible()


def test_words_still_being_typed_survive_a_reload(visitor):
    visitor.open("/emails")
    for line in ("I'm Lin Park, a tester. ", "My boss is Ana."):
        visitor.page.get_by_text("Or tell me in your own words").click()
        words = visitor.page.get_by_label("In your own words")
        words.focus()
        visitor.page.keyboard.press("End")
        visitor.page.keyboard.type(line)
        pending = visitor.page.get_by_text("to apply")
        expect(pending).to_be_visible()
        expect(pending).to_have_count(0)
        visitor.settled()
        visitor.page.reload()
        visitor.settled()
    visitor.page.get_by_text("Or tell me in your own words").click()
    expect(visitor.page.get_by_label("In your own words")).to_have_value("I'm Lin Park, a tester. My boss is Ana.")
    visitor.press("Start afresh")
    visitor.settled()
