"""Words are looked up by many people at once."""

from concurrent.futures import ThreadPoolExecutor

from app.domain.library import Library
from app.retrieval.lexical import Lexical
from app.retrieval.splitting import passages_of


def test_many_people_at_once_each_get_their_own_words(library: Library) -> None:
    words = Lexical(passages_of(library.cards[:12]))
    questions = [f"{ask} hesitation cautiously relational" for card in library.cards[:60] for ask in card.asks]
    alone = [words.tokens(question) for question in questions]
    with ThreadPoolExecutor(8) as people:
        together = list(people.map(words.tokens, questions * 4))
    assert together == alone * 4
