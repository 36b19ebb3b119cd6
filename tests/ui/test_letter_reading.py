"""Own words for a letter, read by a model too: what it finds fills the form, and where it fails the form is filled without it."""

import json

from app.domain.errors import EngineUnavailable
from app.domain.turn import Usage
from app.ui.state import OWNER

WORDS = "Ottoline Baptiste stopped me, Fergus Lowe works for her. Mina Kroll."
ANSWER = json.dumps({"me": ["Mina Kroll"], "boss": ["Fergus Lowe"], "leader": ["Ottoline Baptiste"], "minutes": ["90"]})


def filled(open_page, kind="request", words=WORDS):
    screen = open_page("emails", kind=kind)
    next(each for each in screen.at.text_area if each.label == "In your own words").set_value(words)
    return screen.press("Fill the form")


def test_what_a_model_finds_fills_the_form_and_it_is_said_who_read(open_page, with_model):
    engine = with_model([ANSWER])
    screen = filled(open_page)
    names = [screen.at.text_input(key=f"email_request_1_{each}").value for each in ("me", "boss", "leader", "minutes")]
    assert names == ["Mina Kroll", "Fergus Lowe", "Ottoline Baptiste", ""]
    assert "Read by openai:small too" in screen.html
    assert "openai:small reads it too" in screen.html
    assert len(engine.requests) == 1


def test_a_model_that_fails_leaves_the_form_filled_and_says_so(open_page, with_model):
    with_model([EngineUnavailable("The endpoint cannot be reached. Check OPENAI_BASE_URL.")])
    screen = filled(open_page)
    assert "Mina Kroll" in [each.value for each in screen.at.text_input]
    assert "Check OPENAI_BASE_URL" in screen.html
    screen.sound()


def test_a_grave_brief_is_shown_to_no_model(open_page, with_model):
    engine = with_model()
    screen = filled(open_page, words=f"{WORDS} He groped me at the party and wants me to keep quiet.")
    assert not engine.requests
    assert "not legal advice" in screen.html.lower()


def test_without_a_model_nothing_is_said_of_one(open_page):
    assert "reads it too" not in filled(open_page).html


def test_a_letter_asked_for_in_chat_is_read_by_the_model_too_and_kept(open_page, with_model, coach):
    with_model([ANSWER, Usage(tokens_in=900, tokens_out=120)])
    screen = open_page().say(f"Write an email to ask for a meeting. {WORDS}")
    assert "Fergus" in screen.html
    reply = coach.thread(OWNER, coach.recent(OWNER)[0].id)[-1]
    assert reply.plan.attachment.brief.facts["boss"] == "Fergus Lowe"
    assert reply.provenance.tokens_in == 900
