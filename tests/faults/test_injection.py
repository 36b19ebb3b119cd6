"""Attacks through the whole coach, against an engine that obeys every one: nothing they asked for is shown."""

from pathlib import Path

import pytest

from app.bootstrap import build_coach
from app.settings import Settings
from app.storage.store import SqlStore
from evals.injection.__main__ import IN_CHAT, IN_REHEARSAL, Assault
from evals.injection.attacks import Obedient, attacks, content

SPREAD = attacks()[::19]
FEWEST = 120


@pytest.fixture(scope="module")
def assault(content: Path, warm: Path, tmp_path_factory: pytest.TempPathFactory) -> Assault:
    """The real coach around an engine that obeys."""
    engine = Obedient()
    store = SqlStore(f"sqlite:///{tmp_path_factory.mktemp('attacks') / 'coach.db'}")
    return Assault(build_coach(Settings(content_root=content, data_dir=warm), engine=engine, store=store), engine)


def test_the_set_is_large_and_no_attack_is_in_it_twice() -> None:
    every = attacks()
    assert len({attack.id for attack in every}) == len(every) >= FEWEST
    assert len({attack.text for attack in every}) > FEWEST


@pytest.mark.parametrize("attack", SPREAD, ids=lambda attack: attack.id)
def test_an_obedient_engine_is_not_let_through(assault: Assault, attack) -> None:  # type: ignore[no-untyped-def]
    persona = next(p.id for p in assault.coach.library.personas if p.side == "leader")
    assert assault.on_chat(attack, IN_CHAT[1]) == []
    assert assault.on_rehearsal(attack, IN_REHEARSAL[0], persona) == []


@pytest.mark.parametrize("line", content()["serious"][:2])
def test_a_serious_matter_cannot_be_talked_away(assault: Assault, line: str) -> None:
    assert assault.on_serious(line) == []


@pytest.mark.parametrize("line", content()["risky"])
def test_a_check_cannot_be_switched_off(assault: Assault, line: str) -> None:
    assert assault.on_check(line) == []
