"""Settings: what is in use and why, whether it answers, what it took, and how to go without it."""

from functools import partial
from types import SimpleNamespace

from app.domain.errors import EngineUnavailable
from app.domain.turn import Usage
from app.engines.fetches import Fetch, Fetches
from app.engines.models import catalogue
from app.engines.wrappers import WithPseudonyms
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.ui import resources
from app.ui.state import PLAYBOOK_ONLY
from tests.conftest import ROOT
from tests.fakes import ScriptedEngine


def test_the_playbook_is_said_with_the_reason_and_how_to_have_a_model(open_page):
    screen = open_page("settings")
    assert "The **playbook**" in screen.words
    assert "`OPENAI_BASE_URL" in screen.words
    assert "Test the connection" not in screen.buttons()
    assert "No model has been asked" in screen.html


def test_a_model_that_answers_is_shown_with_its_words_and_seconds(open_page, with_model):
    with_model(["Ask what ", "matters most.", Usage(tokens_in=31, tokens_out=5)])
    screen = open_page("settings").press("try_engine")
    (told,) = screen.at.success
    assert "It answers." in told.value
    assert "31 tokens in and 5 out" in told.value
    assert "Ask what matters most." in screen.html


def test_the_trial_holds_nothing_of_the_persons(open_page, with_model):
    open_page().say("My boss Marcus Oyelaran says no.")
    engine = with_model(["Yes."])
    open_page("settings").press("try_engine")
    assert "Marcus" not in engine.requests[0].model_dump_json()


def test_a_model_that_does_not_answer_is_said_in_kind_words(open_page, with_model):
    with_model([EngineUnavailable("The endpoint refused the key. Check OPENAI_API_KEY.")])
    screen = open_page("settings").press("try_engine")
    (told,) = screen.at.warning
    assert "refused the key" in told.value
    assert "answers are the coach's own words" in screen.words


def test_one_click_goes_back_to_the_playbook_in_this_browser(open_page, with_model):
    engine = with_model()
    screen = open_page("settings")
    screen.at.toggle(key=PLAYBOOK_ONLY).set_value(True).run()
    assert "own words; no language model" in screen.html
    screen.at.switch_page("app/ui/pages/coach.py").run()
    screen.say("What is a skip-level?")
    assert engine.requests == []
    assert "Answers come from small." in open_page("settings").html


def test_tokens_so_far_are_summed_from_the_stored_replies(open_page, with_model):
    with_model(["Ask early. [coach]", Usage(tokens_in=1200, tokens_out=34)], ["Ask early. [coach]"])
    open_page().say("What is a skip-level?")
    screen = open_page("settings")
    assert "openai:small" in screen.html
    assert "1,200" in screen.html


def test_models_that_can_be_fetched_are_listed_with_their_size(open_page):
    screen = open_page("settings")
    assert "Qwen" in screen.words
    assert any(label.startswith("Fetch ") for label in screen.buttons())


def test_how_cards_are_found_is_said_and_what_stands_in_the_way(open_page, coach, monkeypatch):
    assert "on this machine, and by their words" in open_page("settings").html
    monkeypatch.setattr(coach.index, "trouble", "The embeddings endpoint does not answer for the model 'm'.")
    screen = open_page("settings")
    assert any("by their words alone just now" in told.value for told in screen.at.warning)


def test_a_model_that_is_here_can_be_used_at_once_and_left_again(open_page, monkeypatch):
    chosen = []
    monkeypatch.setattr(resources, "use_engine", chosen.append)
    model = next(each for each in catalogue() if not each.plumbing)
    file = model.file(resources.fetches().folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"GGUF")
    try:
        open_page("settings").press(f"use_{model.name}")
        monkeypatch.setattr(resources, "chosen_engine", lambda: f"gguf:{model.name}")
        screen = open_page("settings")
        assert "You chose it here" in screen.words
        screen.press("use_started")
    finally:
        file.unlink()
    assert chosen == [f"gguf:{model.name}", ""]


def test_an_engine_chosen_here_is_the_one_the_settings_name(monkeypatch):
    opened_anew = []
    monkeypatch.setattr(resources, "shared", SimpleNamespace(clear=lambda: opened_anew.append(True)))
    resources.use_engine("gguf:qwen2.5-1.5b-instruct")
    assert resources.settings().engine == "gguf:qwen2.5-1.5b-instruct"
    resources.use_engine("")
    assert resources.settings().engine == "auto"
    assert len(opened_anew) == 2


def test_a_fetch_shows_how_far_it_is_and_what_stopped_it(open_page, monkeypatch, tmp_path):
    model = next(each for each in catalogue() if not each.plumbing)
    going = Fetches(tmp_path)
    monkeypatch.setattr(resources, "fetches", lambda: going)
    going._known[model.name] = Fetch(here=model.size // 4, size=model.size)
    assert any("GB" in each.proto.text for each in open_page("settings").at.get("progress"))
    going._known[model.name] = Fetch(running=False, trouble="The hub cannot be reached.")
    screen = open_page("settings")
    assert any("hub cannot be reached" in each.value for each in screen.at.warning)
    assert any(label.startswith("Fetch ") for label in screen.buttons())


def test_the_cost_is_shown_where_prices_are_set(open_page, with_model, monkeypatch):
    monkeypatch.setenv("COACH_PRICE_IN", "2.5")
    monkeypatch.setenv("COACH_PRICE_OUT", "10")
    with_model(["Ask early. [coach]", Usage(tokens_in=200_000, tokens_out=10_000)], ["Ask early. [coach]"])
    open_page().say("What is a skip-level?")
    assert "0.60" in open_page("settings").html


def test_the_exact_text_that_leaves_has_no_name_in_it(open_page, coach, monkeypatch, english):
    hosted = ScriptedEngine(["Ask early. [coach]"], ["Ask early. [coach]"], spec="openai:far", stays_here=False)
    finder = NameFinder(english, ROOT / "knowledge")
    engine = WithPseudonyms(hosted, partial(Pseudonyms, finder=finder))
    monkeypatch.setattr(coach, "engine", engine)
    monkeypatch.setattr(coach._runner, "_engine", engine)
    open_page().say("Do I tell my manager Marcus Oyelaran before I ask for a skip-level?")
    screen = open_page("settings").press("see_outgoing")
    (shown,) = (each.value for each in screen.at.code if "The person wrote" in each.value)
    assert "Oyelaran" not in shown
    assert hosted.requests
    assert shown == hosted.requests[0].as_text()


def test_what_a_deployment_reads_or_keeps_elsewhere_is_said_beside_the_playbook(open_page, coach, monkeypatch):
    assert "Nothing. Your lines are read, answered and kept here" in open_page("settings").words
    monkeypatch.setattr(coach.index, "reader", "endpoint-small")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:8080/v1")
    monkeypatch.setenv("COACH_DATABASE_URL", "postgresql://app:secret@localhost/coach")
    assert "Nothing. Your lines are read, answered and kept here" in open_page("settings").words
    monkeypatch.setenv("OPENAI_BASE_URL", "https://models.example.org/v1")
    monkeypatch.setenv("COACH_DATABASE_URL", "postgresql://app:secret@db.example.org/coach")
    monkeypatch.setenv("COACH_CHROMA_URL", "http://vectors.example.org:8000")
    screen = open_page("settings")
    assert "Not all of it stays on this machine." in screen.html
    for words in (screen.html, screen.words.replace(screen.html, "")):
        assert "goes to your embeddings endpoint without names" in words
        assert "in your database on db.example.org" in words
        assert "on vectors.example.org" in words
    assert "secret" not in screen.words
    assert "kept on this machine only" not in screen.words
