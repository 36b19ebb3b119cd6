import re
from collections import Counter

from app.coaching.rehearsal.filling import ALWAYS, SLOT, key, sentences
from tests.conftest import ROOT

SLOTS = {
    "first", "leader", "manager", "plain", "assistant", "minutes", "number", "phrase", "thing", "thread", "fact", "then", "role",
    "team", "topic", "was", "now", "words", "total", "parts",
}  # fmt: skip


def test_there_are_moves_enough_and_the_readme_lists_each(library):
    readme = (ROOT / "knowledge" / "moves" / "README.md").read_text(encoding="utf-8")
    ids = [move.id for move in library.moves]
    assert len(ids) >= 45
    assert max(Counter(ids).values()) == 1
    assert [i for i in ids if f"`{i}`" not in readme and not i.startswith("answer.general.")] == []


def test_every_template_uses_known_slots_and_asks_at_most_once(library):
    wordings = [(m.id, t) for m in library.moves for t in m.says]
    wordings += [(m, t) for p in library.personas for m, ts in p.lines.items() for t in ts]
    for move, text in wordings:
        assert set(SLOT.findall(text)) <= SLOTS, (move, text)
        assert text.count("?") <= 1, (move, text)
        if "{phrase}" in text:
            assert re.search(r"[\"“]\{phrase\}[.,]?[\"”]", text), (move, text)


def test_every_move_has_words_that_need_nothing_of_the_user(library):
    free = ALWAYS | {"fact", "then", "thread", "first"}
    given = {
        "contradiction": {"was", "now"},
        "correction": {"was", "now"},
        "recall": {"words"},
        "total": {"total", "parts"},
    }
    own = {"ask.favourite", "ask.cares"}  # worded by a described leader's card alone
    for move in (each for each in library.moves if each.id not in own):
        needed = (set(move.needs) & {"number", "thing", "topic"}).union(
            *(given.get(need, set()) for need in move.needs)
        )
        assert any(set(SLOT.findall(text)) <= free | needed for text in move.says), move.id


def test_every_persona_words_the_frequent_moves_itself(library):
    readme = (ROOT / "knowledge" / "moves" / "README.md").read_text(encoding="utf-8")
    frequent = re.findall(r"\*\*`([a-z_.]+)`\*\*", readme)
    for persona in library.personas:
        mine = [m for m in frequent if m.startswith("ic.") is (persona.side == "ic")]
        assert [m for m in mine if m not in persona.lines] == [], persona.id


OWN_WORDS = (
    "answer.opinion", "answer.stance", "answer.why", "answer.unready", "ask.lean", "ask.given", "ask.them", "ask.waits",
    "ask.topic", "ask.unknown", "ask.wish", "follow.event", "follow.tell",
)  # fmt: skip


def test_no_two_leaders_meet_an_open_question_in_the_same_words(library):
    said = Counter()
    for move in (each for each in library.moves if each.id in OWN_WORDS):
        said.update((move.id, key(s)) for s in {s for text in move.says for s in sentences(text)})
    for persona in (each for each in library.personas if each.side == "leader"):
        for move in OWN_WORDS:
            said.update((move, key(s)) for s in {s for text in persona.lines[move] for s in sentences(text)})
    assert [line for line, times in said.items() if times > 1 and line[1] not in {"topic"}] == []
