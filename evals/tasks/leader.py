"""Does the leader keep the rules, answer what was asked, get harder when told to, and stay who they are?"""

from collections import Counter

from evals.kit import Kit
from evals.measuring import Figure, Outcome, Picture, Row, Series, Table, mean
from evals.rehearsal.meetings import Told, answered, by_difficulty, simulate
from evals.rehearsal.recognised import TURNS, recognised

TITLE = "The leader"
MEETINGS, MANY = 120, 500
"""Simulated meetings of 12 turns in a short run and in a full one."""
RISING = {"probes": True, "concessions": False, "interruptions": True, "patience": False}
"""The measures of difficulty, and whether each must rise or fall with it."""


def measure(kit: Kit) -> Outcome:
    """Hold meetings with every persona at every difficulty and look at each line."""
    parts = kit.rehearsal
    told = simulate(parts.quick, kit.library, MANY if kit.full else MEETINGS)
    broken = [fault for one in told for fault in one.broken]
    turns = sum(len(one.turns) - 1 for one in told)
    met = [Row(id=f"{i}/{j}", value=float(a)) for i, j, a in _asked(told)]
    levels = by_difficulty(parts.quick, kit.library, 3 if kit.full else 1)
    monotone = [
        Row(id=f"difficulty: {name}", value=float(values == sorted(values, reverse=not rises)), said=str(values))
        for name, rises in RISING.items()
        if (values := [levels[level][name] for level in sorted(levels)])
    ]
    known = recognised(parts.quick, kit.library)
    figures = (
        Figure(
            id="rule_breaks",
            title=f"rule breaks and repeated lines in {len(told)} meetings, {turns} turns",
            value=float(len(broken)),
            unit="count",
            n=turns,
            bar=0,
            at_least=False,
        ),
        mean("answered", "questions answered or honestly declined", met, bar=0.85),
        mean("monotone", "measures of difficulty that move one way", monotone, bar=1.0),
        *(
            mean(f"recognised_{turn}", f"leaders recognised by one line among 12, turn {turn}", known[turn])
            for turn in TURNS
        ),
    )
    pictures = (
        Picture(
            title="Difficulty 1 to 5",
            kind="lines",
            x="difficulty",
            y="against its highest",
            series=tuple(
                Series(
                    name=name,
                    points=tuple((float(k), levels[k][name] / _highest(levels, name)) for k in sorted(levels)),
                )
                for name in RISING
            ),
        ),
        Picture(
            title="Is it still the same leader?",
            kind="bars",
            series=(Series(name="recognised", points=tuple((f"turn {t}", _mean(known[t])) for t in TURNS)),),
        ),
    )
    reasons = Counter(fault.split(":")[0] for fault in broken)
    table = Table(
        title="Rules broken", columns=("rule", "times"), rows=tuple((r, str(n)) for r, n in reasons.most_common())
    )
    return Outcome(
        task="leader",
        title=TITLE,
        figures=figures,
        rows=tuple(monotone),
        pictures=pictures,
        tables=(table,) if reasons else (),
    )


def _asked(told: list[Told]) -> list[tuple[int, int, bool]]:
    return [
        (i, j, a) for i, one in enumerate(told) for j, turn in enumerate(one.turns) if (a := answered(turn)) is not None
    ]


def _highest(levels: dict[int, dict[str, float]], name: str) -> float:
    return max(values[name] for values in levels.values()) or 1.0


def _mean(rows: list[Row]) -> float:
    return sum(row.value or 0.0 for row in rows) / max(1, len(rows))
