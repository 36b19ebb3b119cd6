from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.risk import LONGEST_TEXT, RiskContext
from app.risk import Detector
from app.risk.context import easing
from app.risk.decision import decide
from app.risk.patterns import Hit
from app.risk.sentences import stretches, without_questions
from tests.unit.risk.taxonomy import READER, CountingEmbedder, patterns_only, some


def flagged(text: str, context: RiskContext = RiskContext()) -> set[str]:
    return {flag.category for flag in patterns_only().check(text, context).flags}


@pytest.fixture(scope="module")
def learned() -> Detector:
    return Detector(some("going_over_head", "flattery", "job_search"), [], READER)


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_it_and_every_span_is_a_real_part_of_the_text(text: str) -> None:
    report = patterns_only().check(text)
    assert report.text == text
    for flag in report.flags:
        assert text[flag.start : flag.end] == flag.phrase


@pytest.mark.parametrize("text", ["", "   \n", "\x00\x07", "12345 !!!", "🙂"])
def test_a_text_without_words_gives_an_empty_report(text: str, learned: Detector) -> None:
    report = learned.check(text)
    assert (report.flags, report.serious, report.forward_safe, report.deciding) == ((), (), True, "")


def test_what_lies_beyond_the_reading_limit_is_not_read() -> None:
    far = "Good morning. " * (LONGEST_TEXT // 10) + "If I don't get this raise, I'm leaving."
    assert not flagged(far)
    assert "ultimatum" in flagged(far[-200:])


def test_a_risky_line_says_why_how_serious_and_what_to_say() -> None:
    (flag,) = patterns_only().check("Could you tell her to drop the sign-off?", RiskContext(boss="Marta")).flags
    assert flag.category == "going_over_head"
    assert flag.severity == 4
    assert flag.reason
    assert flag.legitimate_when
    assert flag.say_instead.startswith("What matters most to you in a decision like this?")


def test_the_managers_own_name_counts_as_the_manager() -> None:
    line = "Could you please ask Marta to drop it?"
    assert "going_over_head" not in flagged(line)
    assert "going_over_head" in flagged(line, RiskContext(boss="Marta"))


def test_a_matter_agreed_with_the_manager_is_not_flagged() -> None:
    assert "going_over_head" in flagged("Could you overrule him on this?")
    assert not flagged("Could you overrule him on this? My manager suggested I ask you.")


@pytest.mark.parametrize(
    ("line", "agreed"),
    [
        ("Could you overrule him on this? My manager told me to bring it to you.", True),
        ("Could you overrule him on this? We agreed I'd raise it here.", True),
        ("Could you overrule him on this? My manager told me to shut up.", False),
        ("Could you overrule him on this? My manager and I are not getting on.", False),
        ("Could you overrule him on this? We agreed to meet on Friday.", False),
    ],
)
def test_only_what_was_agreed_to_be_said_counts_as_agreed(line: str, agreed: bool) -> None:
    assert ("going_over_head" not in flagged(line)) is agreed


def test_criticism_of_the_manager_is_not_cleared_by_an_agreement() -> None:
    line = "My manager is useless. We agreed to bring it to you."
    assert "criticising_boss" in flagged(line)


def test_what_the_leader_opened_is_milder_and_says_so() -> None:
    line = "I'm interviewing at two other firms."
    (plain,) = patterns_only().check(line).flags
    (asked,) = patterns_only().check(line, RiskContext(previous="Are you thinking of leaving?")).flags
    assert asked.severity < plain.severity
    assert asked.softened
    assert not plain.softened


def test_a_serious_matter_wins_over_an_ordinary_flag() -> None:
    report = patterns_only().check("My boss is useless and he keeps grabbing my waist, he touched my leg again.")
    assert [finding.category for finding in report.serious] == ["serious_harassment"]
    assert report.serious[0].certain
    assert not report.flags


def test_mild_words_that_may_hide_a_grave_matter_are_asked_about_and_routes_come_anyway() -> None:
    (finding,) = patterns_only().check("He's a bit handsy with the new girls.").serious
    assert finding.category == "serious_harassment"
    assert not finding.certain
    assert len(finding.routes) >= 2


@pytest.mark.parametrize(
    "line",
    [
        "When is the next harassment-prevention refresher?",
        "This deadline is killing me.",
        'The training video says "my boss is useless" is how not to begin.',
        "It went over my head, to be honest. Could you explain the forecast again?",
    ],
)
def test_courses_idioms_and_quotations_are_left_alone(line: str) -> None:
    report = patterns_only().check(line)
    assert not report.flags
    assert not report.serious


@pytest.mark.parametrize(
    "line",
    [
        "Of course I stayed quiet, but he grabbed my waist twice that day.",
        "There was a training on Monday. On Tuesday he grabbed my waist.",
    ],
)
def test_a_course_in_another_sentence_hides_nothing(line: str) -> None:
    assert any(finding.certain for finding in patterns_only().check(line).serious)


def test_what_an_abuser_is_quoted_with_is_asked_about() -> None:
    (finding,) = patterns_only().check('Then he says, "I grabbed your waist and you liked it."').serious or (None,)
    assert finding is None or not finding.certain
    found = (
        patterns_only().check('"She said she\'d kill me, she threatened to stab me", he told us on the stairs.').serious
    )
    assert found
    assert not any(each.certain for each in found)


@pytest.mark.parametrize(
    ("line", "matter"),
    [
        ("I've been thinking of ending my life.", "serious_crisis"),
        ("She said she'd kill me, she threatened to stab me.", "serious_violence"),
        ("We were asked to backdate the contracts.", "serious_fraud"),
        ("They told me to delete the emails before the auditors come.", "serious_unlawful_request"),
        ("The fire exit is locked every night.", "serious_safety"),
        ("We aren't paid for overtime.", "serious_wage_rights"),
    ],
)
def test_unmistakable_serious_lines_are_found_for_certain_by_rule(line: str, matter: str) -> None:
    assert matter in {finding.category for finding in patterns_only().check(line).serious if finding.certain}


def test_the_forward_verdict_names_the_phrase_that_decides() -> None:
    report = patterns_only().check("The rota is out. Honestly, my manager is useless.")
    assert not report.forward_safe
    assert report.deciding == "Honestly, my manager is useless."  # a whole short sentence, not half a clause
    assert patterns_only().check("I'm sick of meetings.").forward_safe  # clumsy, but it would survive


def test_a_leaders_line_is_read_by_the_leaders_list() -> None:
    line = "I'll have it stopped this week."
    assert flagged(line, RiskContext(side="leader")) == {"leader_promise"}
    assert not flagged(line)


def test_the_classifier_finds_what_no_pattern_says_and_clears_its_look_alikes(learned: Detector) -> None:
    risky = learned.check("You hold the budget and my lead doesn't, so I thought I'd try you first.")
    assert [flag.category for flag in risky.flags] == ["going_over_head"]
    assert not learned.check("The training plan is my lead's decision and she explained it.").flags


def test_the_same_text_gives_the_same_report(learned: Detector) -> None:
    line = "You're a visionary, and I've updated my CV."
    assert learned.check(line) == learned.check(line)


def test_a_trained_model_is_kept_and_a_damaged_one_is_made_again(tmp_path: Path) -> None:
    line = "I'd follow any advice of yours, you are the wisest leader there is."
    first = Detector(some("flattery"), [], CountingEmbedder(), cache_dir=tmp_path).check(line)
    again = CountingEmbedder()
    assert Detector(some("flattery"), [], again, cache_dir=tmp_path).check(line) == first
    assert again.asked == 1  # the line itself, and no example

    (kept,) = tmp_path.glob("*.npz")
    kept.write_bytes(b"not a model")
    assert Detector(some("flattery"), [], CountingEmbedder(), cache_dir=tmp_path).check(line) == first


@pytest.mark.parametrize(
    "line",
    [
        "Could I bring my union rep?",
        "Can my union representative come with me?",
        "I'd like my works council member to join.",
    ],
)
def test_somebody_who_speaks_for_them_may_come_along(line: str) -> None:
    eased = easing("going_over_head", line, RiskContext())
    assert eased is not None
    assert eased.clears


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guards are off. Good topic or not?", "The guards are off."),
        ("Can I ask you something? He hit me. He did it twice. Is that normal?!", "He hit me. He did it twice."),
        ("Is it worth it?", None),
        ("The guards are off. They were on in May.", None),
    ],
)
def test_what_is_told_is_read_without_the_questions_around_it(text: str, told: str | None) -> None:
    found = without_questions(text, stretches(text)[0])
    assert (found and text[found.start : found.end]) == told


def test_a_pattern_only_asks_in_general_where_the_reader_finds_the_line_and_each_sentence_ordinary() -> None:
    labels = ("any", "serious", "serious_crisis")
    limits = np.array([0.8, 0.1, 0.5], np.float32)
    hit = Hit("serious_crisis", 0, 5, sure=True)
    ordinary, grave = np.array([0.02, 0.02, 0.01], np.float32), np.array([0.9, 0.9, 0.6], np.float32)

    asked = decide(labels, ordinary, limits, [hit], parts=ordinary[None])
    assert (asked.serious, asked.doubtful, asked.unnamed) == ([], ["serious_crisis"], ["serious_crisis"])
    assert decide(labels, ordinary, limits, [hit], parts=np.stack([ordinary, grave])).serious == ["serious_crisis"]
    assert decide((), None, None, [hit]).serious == ["serious_crisis"]
