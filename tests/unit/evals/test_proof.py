"""The breaks that prove the bars: each still fits the code it breaks."""

import pytest

from evals.proof.breaking import ROOT, Break, breaks
from evals.tasks import TASKS


@pytest.mark.parametrize("change", breaks(), ids=lambda change: change.breaks)
def test_a_break_fits_the_code(change: Break) -> None:
    assert change.fits((ROOT / change.file).read_text(encoding="utf-8"))
    assert change.task in TASKS
    assert {figure.partition(".")[0] for figure in change.falls} == {change.task}
