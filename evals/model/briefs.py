"""Are letters from free text better when a model reads the brief too? The reporting briefs, with it and without."""

from dataclasses import dataclass
from time import perf_counter
from typing import Any

import yaml

from app.coaching.coach import Coach
from app.domain.emails import EmailBrief
from app.domain.ports import Engine
from evals.emails.measure_emails import HERE, faults


@dataclass(frozen=True)
class BriefRead:
    """One brief: what was wrong with its letter without the model and with it, the seconds it took, and what it said of it."""

    id: str
    without: list[str]
    read_too: list[str]
    seconds: float
    said: str


def read_briefs(coach: Coach, engine: Engine, number: int) -> list[BriefRead]:
    """Read so many of the reporting briefs, spread evenly over the set; a brief shown to no model counts as read without."""
    cases: list[dict[str, Any]] = yaml.safe_load((HERE / "briefs_report.yaml").read_text(encoding="utf-8"))
    chosen = cases[:: max(1, len(cases) // max(1, number))][:number]
    return [_read(coach, engine, case) for case in chosen]


def told(found: list[BriefRead]) -> None:
    """Print how many letters were right, what changed, and how long it took."""
    took = sorted(each.seconds for each in found)
    print(
        f"letters from {len(found)} briefs: right without the model {_right(found, 'without')}, with it {_right(found, 'read_too')}"
    )
    print(f"  a brief: p50 {took[len(took) // 2]:.1f} s, p95 {took[min(len(took) - 1, int(0.95 * len(took)))]:.1f} s")
    for each in found:
        if bool(each.without) != bool(each.read_too):
            print(f"  {'worse' if each.read_too else 'better'}: {each.id}: {'; '.join(each.read_too or each.without)}")


def _right(found: list[BriefRead], how: str) -> int:
    return sum(not getattr(each, how) for each in found)


def _read(coach: Coach, engine: Engine, case: dict[str, Any]) -> BriefRead:
    alone = coach.letters.brief(case["kind"], case["text"])
    began = perf_counter()
    both = coach.second_reading.on(alone, case["text"], engine)
    seconds = perf_counter() - began
    return BriefRead(case["id"], _wrong(coach, case, alone), _wrong(coach, case, both), seconds, both.reading)


def _wrong(coach: Coach, case: dict[str, Any], brief: EmailBrief) -> list[str]:
    asks = {field.id: field.ask for field in coach.letters.kind(case["kind"]).fields}
    return faults(case, brief, coach.draft(brief), asks)
