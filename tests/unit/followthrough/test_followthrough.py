from datetime import date

from app.coaching.followthrough import lines_for_manager, next_quarterly
from app.domain.rehearsal import Promise


def test_the_two_lines_for_the_manager_name_topics_and_what_may_come_back() -> None:
    first, second = lines_for_manager(
        [Promise(owner="you", what="send her the chart", due="by Friday", line="")],
        ["priorities", "the depot"],
        leader="Dana",
    )
    assert first == "I spoke with Dana about priorities and the depot."
    assert "send her the chart by Friday" in second
    assert "Nothing was promised" in lines_for_manager([])[1]


def test_the_next_quarterly_meeting_is_on_the_same_weekday() -> None:
    assert next_quarterly(date(2026, 3, 26)) == date(2026, 6, 25)
    assert next_quarterly(date(2026, 3, 26)).weekday() == date(2026, 3, 26).weekday()
