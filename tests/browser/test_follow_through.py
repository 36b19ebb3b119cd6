"""After the meeting: from notes to the list, the letter and the calendar."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NOTES = "I'll send her the churn chart by Friday. She offered to ask Ken for twenty minutes next week."


def test_notes_become_a_list_a_letter_and_reminders_and_go_for_good(visitor):
    visitor.open("/follow_through")
    visitor.page.get_by_label("Your notes").fill(NOTES)
    visitor.press("Find what was promised")
    expect(visitor.button("Add them to the list")).to_be_visible(timeout=180_000)
    visitor.settled()
    visitor.press("Add them to the list")
    expect(visitor.page.get_by_text("2 added to the list.")).to_be_visible()
    visitor.fits()
    visitor.open("/follow_through")
    expect(visitor.page.locator(".deed").first).to_have_text("Send her the churn chart")
    visitor.press("Reminders")
    with visitor.page.expect_download() as taken:
        visitor.page.get_by_role("button", name="Download .ics").first.click()
    assert taken.value.path().read_bytes().count(b"BEGIN:VEVENT") == 2
    visitor.page.keyboard.press("Escape")
    visitor.press("Write the thank-you")
    expect(visitor.page.locator(".letter")).to_contain_text("I'll send you the churn chart by Friday")
    visitor.settled()
    visitor.fits()
    visitor.open("/follow_through")
    visitor.press("Delete the list")
    visitor.page.get_by_role("button", name="Delete for good").click()
    expect(visitor.page.get_by_text("Deleted 2 entries of the list.")).to_be_visible()
