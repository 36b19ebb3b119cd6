"""Parts of pages whose output is plain text or HTML."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.conversation import Message
from app.domain.risk import RiskFlag, RiskReport
from app.domain.turn import TextReleased
from app.ui.components import branches, marks
from app.ui.components import card as cards
from app.ui.components.agenda_choices import AgendaChoices
from app.ui.components.closing import closed_after
from app.ui.components.tags import paragraphs, tag
from app.ui.components.words import label, prose

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def flag(text: str, phrase: str, severity: int) -> RiskFlag:
    start = text.index(phrase)
    return RiskFlag(
        category="x",
        name="X",
        severity=severity,
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        reason="Because.",
    )


def test_text_inside_a_tag_is_escaped_and_a_tag_inside_a_tag_is_not():
    assert tag("p", "<i>", tag("b", "&"), title='a"b') == '<p title="a&quot;b">&lt;i&gt;<b>&amp;</b></p>'
    assert paragraphs("one\n\n<two>") == "<p>one</p><p>&lt;two&gt;</p>"


def test_replies_cannot_draw_html_formulas_colours_or_load_pictures():
    shown = prose("<b> $5 to $6 ![x](http://far.example/p.png) :red[no] **bold** [1]")
    assert "<b>" not in shown
    assert "$" not in shown
    assert "![" not in shown
    assert ":red[" not in shown
    assert "**bold** [1]" in shown


def test_a_label_shows_markdown_signs_as_they_are():
    assert label("*no* [link](x)") == r"\*no\* \[link\]\(x\)"


def test_of_overlapping_flags_the_gravest_is_marked():
    text = "she hates the plan"
    shown = marks.marked(RiskReport(text=text, flags=(flag(text, "hates the plan", 2), flag(text, "hates", 5))))
    assert '<mark class="risk s5"' in shown
    assert "s2" not in shown
    assert shown.endswith(" the plan</p>")


def test_changes_are_shown_as_phrases_not_as_confetti():
    before = "I know she said no, but could you tell her to drop the sign-off before March?"
    after = "I know she said no, but what would you need to see to drop the sign-off before March?"
    shown = marks.changed(before, after)
    assert shown.count("<del>") == 1
    assert shown.count("<ins>") == 1
    assert marks.changed("entirely other words", "nothing shared at all here") == (
        '<p class="changed">nothing shared at all here</p>'
    )


def test_a_better_letter_keeps_its_lines():
    before = "Hi Dana,\n\nHe drops the ball, and we all see it here.\n\nBest,\nJo"
    after = "Hi Dana,\n\nWhat would you need to see first?\n\nBest,\nJo"
    shown = marks.changed(before, after)
    assert "Hi Dana,\n\n<del>He drops the ball, and we all see it here.</del> <ins>What would" in shown
    assert shown.endswith("\n\nBest,\nJo</p>")


def test_a_line_of_a_card_loses_only_the_quotes_around_the_whole_of_it():
    assert cards.words('"Shall I ask her?" [HBR-1]') == "Shall I ask her?"
    assert cards.words('"Do you mind" invites a no. "I wanted you to hear" does not.').startswith('"Do you mind"')
    assert cards.words("Say what you will *not* use it for.") == "Say what you will not use it for."


def test_only_points_with_more_than_one_try_are_compared():
    def message(name: str, parent: str, role: str) -> Message:
        return Message(id=name, session="s", parent=parent, role=role, text=name, created=NOW)

    told = [
        message("open", "", "leader"),
        message("first", "open", "user"),
        message("reply1", "first", "leader"),
        message("second", "open", "user"),
        message("reply2", "second", "leader"),
        message("more", "reply2", "user"),
    ]
    (fork,) = branches.forks(told)
    assert [(one.line.id, one.reply.id) for one in fork] == [("first", "reply1"), ("second", "reply2")]


def test_a_reply_nobody_listens_to_any_more_is_closed_so_that_the_core_can_keep_it():
    told = []

    def events() -> Iterator[TextReleased]:
        try:
            yield TextReleased(text="Ask them early.")
            yield TextReleased(text="Bring one question.")
        finally:
            told.append("closed")

    def stopped_after_the_first() -> None:
        with closed_after(events()) as stream:
            next(stream)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_after_the_first()
    assert told == ["closed"]


def test_agenda_choices_keep_order_pins_and_swaps_apart():
    choices = AgendaChoices().pin("a").move(["a", "b", "c"], "c", -1)
    assert choices.arranged(["a", "b", "c"]) == ["a", "c", "b"]
    assert choices.pinned == ("a",)
    assert choices.drop("a").pinned == ()
    assert choices.pin("a").pinned == ()
    reworded = choices.reword(["a", "c", "b"], "c", "My own words?")
    assert reworded.arranged(["a", "b", "My own words?"]) == ["a", "My own words?", "b"]
    assert (reworded.pinned, reworded.dropped) == (("a", "My own words?"), ("c",))


def test_the_unexpected_becomes_one_calm_sentence_and_the_log_keeps_the_users_words_out(caplog):
    def page() -> None:
        from app.ui.components.calm import calm

        with calm():
            raise RuntimeError("the user said: my secret")

    with caplog.at_level(logging.ERROR):
        at = AppTest.from_function(page).run()
    assert not at.exception
    assert "Something went wrong here" in at.warning[0].value
    assert "RuntimeError at " in caplog.text
    assert "secret" not in caplog.text
