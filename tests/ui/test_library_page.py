"""The library's parts, a person's own documents from file to answer and away again, and notes for a check."""

import pytest

from app.ui.state import CHECK_TEXT, OWNER
from tests.unit.documents.files import pdf

LEVELS = (
    b"Levels at Northwind.\n\nA staff engineer sets direction. Packets for Zanzibar are due on 15 March every year."
)
DUE = "When are the Zanzibar packets due every year?"


def part(screen, name):
    screen.at.segmented_control(key="part").set_value(name).run()
    screen.sound()
    return screen


def add(screen, *files):
    uploader = screen.at.get("file_uploader")[0]
    for name, data in files:
        uploader.upload(name, data)
    return screen.press("Add to your documents")


def type_in(screen, key, text):
    screen.at.text_input(key=key).set_value(text).run()
    screen.sound()
    return screen


@pytest.mark.parametrize("name", ["Questions", "Leaders", "Risks", "Sources", "Your documents"])
def test_every_part_opens_by_its_own_address(open_page, name):
    screen = open_page("library", part=name)
    assert screen.at.segmented_control(key="part").value == name
    assert not screen.at.warning


def test_cards_where_sources_differ_say_how(open_page, coach):
    screen = open_page("library")
    screen.at.toggle(key="library_differ").set_value(True).run()
    screen.sound()
    shown = {each.key.removeprefix("card_") for each in screen.at.button if (each.key or "").startswith("card_")}
    assert shown == {card.id for card in coach.library.cards if card.differs}


def test_a_question_of_the_bank_is_found_by_its_words(open_page, coach):
    wanted = next(each for each in coach.library.questions if each.direction == "up" and each.follow_up)
    screen = type_in(part(open_page("library"), "Questions"), "question_query", wanted.text)
    assert screen.html.index("entry") < screen.html.index(wanted.text[:20].replace("'", "&#x27;"))
    assert wanted.why.replace("'", "&#x27;") in screen.html


def test_no_private_part_of_a_leader_is_shown(open_page, coach):
    screen = part(open_page("library"), "Leaders")
    for persona in coach.library.personas:
        assert persona.public.trap.replace("'", "&#x27;") in screen.html
        for secret in (persona.private.worry, persona.private.wants_from_meeting, persona.private.tell):
            assert secret.replace("'", "&#x27;") not in screen.html


def test_a_risk_says_why_and_when_it_is_fine_and_a_serious_matter_where_to_take_it(open_page, coach):
    screen = part(open_page("library"), "Risks")
    risk = next(each for each in coach.library.risks if each.side == "ic")
    for words in (risk.why, risk.legitimate_when, risk.reframe):
        assert words.replace("'", "&#x27;") in screen.html
    for matter in coach.library.serious:
        assert all(route.name.replace("'", "&#x27;") in screen.html for route in matter.routes)
    type_in(screen, "risk_query", "zzz")
    assert "Put your own line into Check wording" in screen.html


def test_a_source_opens_by_its_address_with_the_cards_that_cite_it(open_page, coach):
    card = coach.library.cards[0]
    screen = open_page("library", part="Sources", source=card.sources[0])
    assert f"library?card={card.id}" in screen.html
    screen.press("all_sources")
    assert f"{len(coach.library.sources)} of {len(coach.library.sources)} sources." in screen.html


def test_a_document_is_added_searched_quoted_in_the_chat_and_removed(open_page, coach):
    screen = add(part(open_page("library"), "Your documents"), ("levels.md", LEVELS))
    (document,) = coach.documents.all(OWNER)
    assert "among your documents" in screen.at.info[0].value
    type_in(screen, "own_query", DUE)
    assert '<mark class="quoted">' in screen.html
    chat = open_page().say(DUE)
    assert "From your own documents" in chat.html
    assert "Packets for Zanzibar are due on 15 March every year." in chat.html
    assert f"document={document.id}" in chat.html
    opened = open_page("library", part="Your documents", document=document.id)
    assert "Levels at Northwind." in opened.html
    opened.press("all_documents").press(f"remove_{document.id}")
    assert coach.documents.all(OWNER) == []
    assert "Nothing here yet." in opened.html
    again = open_page("coach", c=chat.address["c"])
    assert "15 March" not in again.html
    assert "has been removed, with its words" in again.html


def test_one_file_that_cannot_be_read_does_not_keep_the_others_out(open_page, coach):
    screen = part(open_page("library"), "Your documents")
    add(screen, ("scan.pdf", pdf([], [])), ("levels.md", LEVELS))
    assert "“scan.pdf” holds pictures of pages and no text" in screen.at.warning[0].value
    assert [each.title for each in coach.documents.all(OWNER)] == ["levels"]


def test_a_documents_markup_is_only_text(open_page, coach):
    add(part(open_page("library"), "Your documents"), ("x.md", b"Zanzibar packets <script>alert(1)</script> are due."))
    screen = open_page().say("Are the Zanzibar packets due?")
    assert "&lt;script&gt;" in screen.html
    assert "<script>alert" not in screen.html


def test_deleting_everything_deletes_documents_and_their_vectors(open_page, coach):
    add(part(open_page("library"), "Your documents"), ("levels.md", LEVELS))
    assert any("Zanzibar" in str(entry.value) for entry in coach.export(OWNER).entries)
    coach.delete_all(OWNER)
    assert coach.documents.all(OWNER) == []
    assert coach.documents.search(OWNER, DUE) == []


def test_notes_are_read_into_the_box_checked_and_not_kept(open_page, coach):
    screen = open_page("check")
    line = "I know she said no, but could you tell her to drop the sign-off?"
    screen.at.get("file_uploader")[0].upload("notes.pdf", pdf(["Notes from Monday.", line])).run()
    screen.sound()
    assert line in screen.at.text_area(key=CHECK_TEXT).value
    assert '<mark class="risk s' in screen.html
    assert coach.documents.all(OWNER) == []


def test_notes_that_cannot_be_read_say_why_and_leave_the_box_alone(open_page):
    screen = open_page("check")
    screen.at.text_area(key=CHECK_TEXT).set_value("Which would you fund first?")
    screen.press("Check it")
    screen.at.get("file_uploader")[0].upload("notes.docx", b"PK\x03\x04").run()
    screen.sound()
    assert "Save it as .md, .txt or .pdf" in screen.at.warning[0].value
    assert screen.at.text_area(key=CHECK_TEXT).value == "Which would you fund first?"
