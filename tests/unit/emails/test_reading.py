"""Reading briefs the way people write them: dictated, in lists, with third parties, in other words for boss."""

import pytest

from app.coaching.emails import Letters

THREE = {"me": "Lucy Hart", "boss": "Dan Orr", "leader": "Mira Vogt"}


@pytest.mark.parametrize(
    "text",
    [
        "I'm Lucy Hart. My manager Dan Orr reports to Mira Vogt, VP of Learning. 30 minutes to hear her plans.",
        "lucy hart here, planner. my boss is dan orr and his boss is mira vogt. 30 min to hear her plans",
        "hi im lucy hart a planner my manager is called dan orr and her name is mira vogt shes the boss of my boss",
        "Name: Lucy Hart\nManager: Dan Orr\nManager's manager: Mira Vogt\nTopic: her plans",
        "I want 30 minutes with Mira Vogt. She manages my manager, Dan Orr. I'm Lucy Hart and I plan routes.",
        "Dan Orr is the person I report to, above him there's Mira Vogt. I'm a planner, Lucy Hart.",
    ],
)
def test_everybody_gets_their_own_place_however_it_is_said(letters: Letters, text: str) -> None:
    facts = letters.brief("request", text).facts
    assert {role: facts.get(role) for role in THREE} == THREE


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Dan is fine with it.", "agreed"),
        ("Dan, who supports this, sits next to me.", "agreed"),
        ("Dan said go for it.", "agreed"),
        ("It was Dan's idea.", "suggested"),
        ("Dan's been told.", "yes"),
        ("I've told Dan.", "yes"),
        ("Dan hasn't been told.", "no"),
        ("I haven't mentioned it to Dan.", "no"),
        ("Dan isn't against it but isn't keen either.", None),
        ("I don't know whether Dan knows.", None),
    ],
)
def test_what_the_manager_knows_is_read_as_it_was_said(letters: Letters, said: str, known: str | None) -> None:
    text = f"I'm Lucy Hart. My boss is Dan Orr, his boss is Mira Vogt. 30 minutes to hear her plans. {said}"
    assert letters.brief("request", text).facts.get("manager_knows") == known


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("curious how she decides which sites get upgraded", "understand how you decide which sites get upgraded"),
        (
            "I have an idea how to sort parcels faster and want her opinion",
            "talk about an idea how to sort parcels faster",
        ),
        ("I want 30 minutes of career advice", "ask for your career advice"),
        ("Topic - how do people move into product here", "understand how people move into product here"),
        ("I'd like to talk with her about the rota, nothing about the team", "talk about the rota?"),
    ],
)
def test_a_purpose_stands_in_the_letter_as_good_english(letters: Letters, said: str, written: str) -> None:
    text = f"I'm Lucy Hart, planner. My boss is Dan Orr, his boss is Mira Vogt. {said}. Dan knows."
    assert written in " ".join(letters.draft(letters.brief("request", text)).body.split())


def test_a_second_start_counts_and_not_the_first(letters: Letters) -> None:
    text = "I'm Milo. I want to ask about the night rules... no wait, about how night shifts are planned."
    assert letters.brief("request", text).facts["purpose"] == "how night shifts are planned"


def test_a_pronoun_in_a_worry_means_the_leader_where_it_cannot_mean_the_manager(letters: Letters) -> None:
    text = "My manager, Gail, is against me meeting Peter Strand. She's afraid he will bypass her afterwards. Hugo"
    assert "worry that Peter will bypass you afterwards" in letters.draft(letters.brief("pushback_reply", text)).body


def test_a_date_is_kept_in_another_language(letters: Letters) -> None:
    text = "In French: tell my manager Paul that I meet his boss Nadine Roux on 12 May. I am Julie."
    assert "le 12 mai" in letters.draft(letters.brief("heads_up", text)).body
