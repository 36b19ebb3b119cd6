import pytest

from app.domain.risk import RiskContext
from app.risk import better
from app.risk.sentences import sentences, stretches
from app.risk.wording import say_instead
from tests.unit.risk.taxonomy import patterns_only, some


def line_for(category: str, sentence: str, context: RiskContext = RiskContext()) -> str:
    return say_instead(some(category)[0], sentence, context)


def test_the_users_own_thing_is_in_the_better_line() -> None:
    said = line_for("complaint_without_proposal", "The booking system is rubbish.")
    assert said.startswith("With the booking system we lose time")


@pytest.mark.parametrize(
    "sentence",
    [
        "It's all rubbish.",
        "The people are rubbish.",
        "The release slipped again.",
        "Everything takes forever, the whole time.",
    ],
)
def test_without_a_thing_worth_naming_the_plain_line_is_used(sentence: str) -> None:
    assert line_for("complaint_without_proposal", sentence) == (
        "One pattern costs us time most weeks. I don't have a full answer; who should own it?"
    )


def test_my_manager_stands_in_for_an_unknown_name() -> None:
    said = line_for("criticising_boss", "My manager is useless with the rota.")
    assert said.startswith("I'd like to raise the rota with my manager first.")


def test_a_colleague_is_named_only_if_the_sentence_names_them() -> None:
    context = RiskContext(names=("Ravi",), boss="Marta")
    assert "Ravi" in line_for("blaming_colleagues", "Ravi never answers.", context)
    assert "Ravi" not in line_for("blaming_colleagues", "Somebody never answers.", context)


def test_the_whole_text_is_reworded_around_what_is_fine() -> None:
    text = "Thanks for the time. Could you tell her to drop the sign-off? The pilot is on track."
    said = better(text, patterns_only().check(text, RiskContext(boss="Marta")))
    assert said == (
        "Thanks for the time. What matters most to you in a decision like this? I'd like to take that back to my manager. "
        "The pilot is on track."
    )


def test_a_serious_sentence_is_never_reworded() -> None:
    text = "He touched my leg again and my boss is useless."
    assert better(text, patterns_only().check(text)) == text


def test_two_risky_sentences_of_a_kind_get_one_better_line() -> None:
    text = "My manager is useless. My boss is clueless."
    said = better(text, patterns_only().check(text))
    assert said.count("clear priorities") + said.count("earlier notice") == 1


def test_titles_do_not_end_sentences_and_lines_do() -> None:
    text = "Mr. Okafor called. Dr. Lind came at 3.5 hours\n- and left"
    assert [text[a:b] for a, b in sentences(text)] == ["Mr. Okafor called.", "Dr. Lind came at 3.5 hours", "- and left"]


def test_short_neighbours_are_read_together_and_a_blank_line_parts_them() -> None:
    text = "I like it here. She does not.\n\nWe shipped."
    assert [text[part.start : part.end] for part in stretches(text)] == ["I like it here. She does not.", "We shipped."]
