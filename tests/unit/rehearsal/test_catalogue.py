import re
from collections import Counter

from app.coaching.rehearsal.filling import ALWAYS, SLOT
from tests.conftest import ROOT

SLOTS = {
    "first", "leader", "manager", "plain", "assistant", "minutes", "number", "phrase", "thing", "thread", "fact", "then", "role",
    "team",
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
    own = {"ask.favourite", "ask.cares"}  # worded by a described leader's card alone
    for move in (each for each in library.moves if each.id not in own):
        needed = set(move.needs) & {"number", "thing"}
        assert any(set(SLOT.findall(text)) <= free | needed for text in move.says), move.id


def test_every_persona_words_the_frequent_moves_itself(library):
    readme = (ROOT / "knowledge" / "moves" / "README.md").read_text(encoding="utf-8")
    frequent = re.findall(r"\*\*`([a-z_.]+)`\*\*", readme)
    for persona in library.personas:
        mine = [m for m in frequent if m.startswith("ic.") is (persona.side == "ic")]
        assert [m for m in mine if m not in persona.lines] == [], persona.id
