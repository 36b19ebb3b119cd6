"""Finding by words: typing errors, small words, and cards as a whole."""

from app.retrieval.lexical import Lexical
from app.retrieval.splitting import LONGEST, Passage, split_text


def lexical(**texts: str) -> Lexical:
    return Lexical([Passage(id=f"{card}#0", card=card, kind="ask", text=text) for card, text in texts.items()])


def best(found: dict[str, float]) -> str:
    return max(found, key=lambda card: found[card])


def test_a_mistyped_word_still_finds_its_card() -> None:
    found = lexical(
        promotion="asking about a promotion", invitation="an unexpected invitation", notes="taking notes in the room"
    ).by_card("promtion qestion")
    assert best(found) == "promotion"


def test_who_does_what_to_whom_tells_cards_with_the_same_words_apart() -> None:
    cards = lexical(mine="my team wants to meet my boss", theirs="my boss wants to meet my team")
    assert best(cards.by_card("my boss wants to see my team")) == "theirs"
    assert best(cards.by_card("my team wants to see my boss")) == "mine"


def test_scores_run_from_nothing_to_one() -> None:
    found = lexical(pay="asking about pay", notes="taking notes").by_card("asking about pay")
    assert all(0 <= score <= 1 for score in found.values())
    assert found["pay"] == 1


def test_words_nobody_wrote_find_nothing() -> None:
    assert lexical(pay="asking about pay").by_card("zzxxqq") == {}
    assert lexical(pay="asking about pay").by_card("") == {}


def test_a_question_of_small_words_only_is_still_searched() -> None:
    assert "who" in lexical(who="who are they", pay="salary").by_card("who are they")


def test_a_long_section_is_split_at_a_sentence_and_keeps_every_word() -> None:
    text = " ".join(f"This is sentence number {i} about the meeting." for i in range(60))
    parts = split_text(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert " ".join(parts).split() == text.split()
    assert all(part.rstrip().endswith(".") for part in parts)
