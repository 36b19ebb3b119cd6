"""Who is asking, judged by the small words."""

import pytest

from app.domain.knowledge import Audience
from app.domain.library import Library
from app.retrieval.asker import Asker, fit


@pytest.fixture(scope="module")
def asker(library: Library) -> Asker:
    return Asker(library.cards)


@pytest.mark.parametrize(
    ("question", "audience"),
    [
        ("do I tell my manager that his boss invited me", "ic"),
        ("how do I tell my managers that I'll meet their people", "leader"),
        ("an employee told me something bad about her supervisor", "leader"),
        ("my boss wants to meet my team, what do I tell them", "manager"),
        ("one of my people goes straight to my boss", "manager"),
    ],
)
def test_the_words_give_it_away(asker: Asker, question: str, audience: Audience) -> None:
    chances = asker.chances(question)
    assert max(chances, key=lambda a: chances[a]) == audience
    assert sum(chances.values()) == pytest.approx(1)


def test_what_is_known_of_a_person_counts_but_does_not_decide(asker: Asker) -> None:
    unclear = "how long should it be"
    assert asker.chances(unclear, "leader")["leader"] > asker.chances(unclear)["leader"]
    plain = "do I tell my manager that his boss invited me"
    assert asker.chances(plain, "leader")["ic"] > 0.05


def test_a_card_for_more_people_never_fits_worse(asker: Asker) -> None:
    chances = asker.chances("what is a skip-level")
    assert fit(chances, ("ic", "leader")) >= fit(chances, ("ic",))
