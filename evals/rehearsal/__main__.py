"""`python -m evals.rehearsal`: reading, simulated meetings, difficulty and planted pairs, each against its bar."""

import argparse
import sys
from collections import Counter

from app.coaching.rehearsal.scene import Scene
from app.settings import Settings
from evals.rehearsal.meetings import answered, by_difficulty, meeting_for, simulate
from evals.rehearsal.pairs import compare
from evals.rehearsal.reading import labelled, measure
from evals.rehearsal.setup import Parts, build

ANSWERED, READ, PAIRS, MILLISECONDS = 0.85, 0.85, 0.95, 150.0
"""The bars: shares, macro-F1, and the 95th percentile of a turn without a model."""
RISING = {"probes": True, "concessions": False, "interruptions": True, "patience": False}
"""The four measures of difficulty, and whether each must rise or fall with it."""


def reading(parts: Parts, errors: bool) -> list[str]:
    """Measure both halves of the labelled lines; only the held-back one counts."""
    scene = Scene.of(meeting_for(parts.library, "data-driven-sceptic", 3, 0), parts.library)
    score = 0.0
    for name, half in (("open", False), ("held back", True)):
        lines = [line for line in labelled() if line.held_back is half]
        score, marks, wrong = measure(parts.reader, parts.detector, scene, lines)
        low = ", ".join(f"{act} {m.f1:.2f}" for act, m in sorted(marks.items(), key=lambda item: item[1].f1)[:6])
        print(f"reading, {name} half: {len(lines)} lines, macro-F1 {score:.3f} (lowest: {low})")
        if errors and not half:
            print("\n".join(f"   {text}  wrong: {found}  missed: {missed}" for text, found, missed in wrong))
    return ["reading"] if score < READ else []


def speed(parts: Parts) -> list[str]:
    """Time turns as the app makes them, nothing remembered."""
    timed = [pair for one in simulate(parts.rehearsal, parts.library, 24) for pair in one.seconds]
    at = int(0.95 * len(timed))
    clock = 1000 * sorted(clock for clock, _ in timed)[at]
    worked = 1000 * sorted(worked for _, worked in timed)[at]
    print(f"a turn, no model: p95 {clock:.0f} ms by the clock, {worked:.0f} ms of processor time, {len(timed)} turns")
    return ["speed"] if min(clock, worked) > MILLISECONDS else []


def meetings(parts: Parts, number: int) -> list[str]:
    """Hold meetings with every leader at every difficulty and check each line."""
    told = simulate(parts.quick, parts.library, number)
    turns = sum(len(one.turns) - 1 for one in told)
    broken = [fault for one in told for fault in one.broken]
    asked = [a for one in told for turn in one.turns if (a := answered(turn)) is not None]
    share = sum(asked) / len(asked)
    print(f"meetings: {len(told)}, {turns} turns, {len(broken)} rule breaks; {share:.1%} of {len(asked)} questions met")
    for fault in broken[:10]:
        print(f"   {fault}")
    serious = Counter(t.reading.text for one in told for t in one.turns if t.reading and t.reading.risk.serious)
    for text, times in serious.most_common(6):
        print(f"   taken as serious {times} times, so no leader line: {text[:90]}")
    return ["rule breaks"] * bool(broken) + ["answered"] * (share < ANSWERED)


def difficulty(parts: Parts, seeds: int) -> list[str]:
    """Hold the same trial at each difficulty and see that every measure moves one way."""
    rows = by_difficulty(parts.quick, parts.library, seeds)
    wrong = []
    for name, rises in RISING.items():
        values = [rows[level][name] for level in sorted(rows)]
        print(f"difficulty 1 to 5, {name}: {', '.join(f'{value:.3f}' for value in values)}")
        wrong += [] if values == sorted(values, reverse=not rises) else [f"{name} not monotone"]
    return wrong


def planted(parts: Parts) -> list[str]:
    """Debrief good and damaged versions of the same meetings."""
    right, pairs, wrong = compare(parts.quick, meeting_for(parts.library, "data-driven-sceptic", 1, 0))
    print(f"planted pairs: {right} of {pairs} moved the right way")
    for fault in wrong[:10]:
        print(f"   {fault}")
    return ["pairs"] if right < PAIRS * pairs else []


def main() -> int:
    """Print every figure; return 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m evals.rehearsal", description=__doc__)
    parser.add_argument("--meetings", type=int, default=500, help="simulated meetings of 12 turns (default 500)")
    parser.add_argument("--seeds", type=int, default=3, help="seeds a persona when difficulty is compared (default 3)")
    parser.add_argument("--errors", action="store_true", help="list the lines of the open half that were read wrongly")
    wanted = parser.parse_args()
    parts = build(Settings())
    missed = [
        *reading(parts, wanted.errors),
        *speed(parts),
        *meetings(parts, wanted.meetings),
        *difficulty(parts, wanted.seeds),
        *planted(parts),
    ]
    print(f"missed: {', '.join(missed)}" if missed else "every bar met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
