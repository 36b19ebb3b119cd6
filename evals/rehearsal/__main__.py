"""`python -m evals.rehearsal`: reading, simulated meetings, difficulty and planted pairs, each against its bar."""

import argparse
import sys
import time
from collections import Counter

from app.coaching.rehearsal.scene import Scene
from app.settings import Settings
from evals.rehearsal.meetings import answered, by_difficulty, meeting_for, simulate
from evals.rehearsal.pairs import compare
from evals.rehearsal.reading import labelled, measure
from evals.rehearsal.setup import build

BARS = {"rule breaks": 0.0, "answered": 0.85, "reading F1": 0.85, "pairs": 0.95, "p95 ms": 150.0}


def main() -> int:
    """Print every figure with its bar; return 1 when one is missed."""
    parser = argparse.ArgumentParser(prog="python -m evals.rehearsal", description=__doc__)
    parser.add_argument("--meetings", type=int, default=500, help="simulated meetings of 12 turns (default 500)")
    parser.add_argument("--seeds", type=int, default=3, help="seeds a persona when difficulty is compared (default 3)")
    parser.add_argument("--errors", action="store_true", help="list the lines of the open half that were read wrongly")
    wanted = parser.parse_args()
    library, rehearsal, reader, detector = build(Settings())
    scene = Scene.of(meeting_for(library, "data-driven-sceptic", 3, 0), library)
    missed = []

    lines = labelled()
    for name, half in (("open", False), ("held back", True)):
        chosen = [line for line in lines if line.held_back is half]
        f1, marks, errors = measure(reader, detector, scene, chosen)
        low = ", ".join(f"{act} {m.f1:.2f}" for act, m in sorted(marks.items(), key=lambda i: i[1].f1)[:6])
        print(f"reading, {name} half: {len(chosen)} lines, macro-F1 {f1:.3f} (lowest: {low})")
        if wanted.errors and not half:
            for text, wrong, missing in errors:
                print(f"   {text}  wrong: {wrong}  missed: {missing}")
        missed += [f"reading F1 {f1:.3f}"] if half and f1 < BARS["reading F1"] else []

    started = time.process_time()
    told = simulate(rehearsal, library, wanted.meetings)
    cpu = time.process_time() - started
    turns = sum(len(one.turns) - 1 for one in told)
    broken = [fault for one in told for fault in one.broken]
    asked = [a for one in told for turn in one.turns if (a := answered(turn)) is not None]
    share = sum(asked) / len(asked)
    seconds = sorted(s for one in told for s in one.seconds)
    p95 = 1000 * seconds[int(0.95 * len(seconds))]
    print(
        f"meetings: {len(told)}, {turns} turns; rule breaks {len(broken)}; questions answered or declined {share:.1%}"
    )
    print(f"a turn: p95 {p95:.0f} ms by the clock, {1000 * cpu / max(1, turns):.0f} ms of processor on average")
    serious = Counter(t.reading.text for one in told for t in one.turns if t.reading and t.reading.risk.serious)
    for text, times in serious.most_common(5):
        print(f"   taken as serious {times} times: {text[:90]}")
    for fault in broken[:10]:
        print(f"   {fault}")
    missed += ["rule breaks"] * bool(broken)
    missed += ["answered"] * (share < BARS["answered"]) + ["p95"] * (p95 > BARS["p95 ms"])

    rows = by_difficulty(rehearsal, library, wanted.seeds)
    for name in ("probes", "concessions", "interruptions", "patience"):
        values = [rows[level][name] for level in sorted(rows)]
        rising = name in {"probes", "interruptions"}
        monotone = values == sorted(values, reverse=not rising)
        print(
            f"difficulty 1 to 5, {name}: {', '.join(f'{v:.3f}' for v in values)}{'' if monotone else '  NOT MONOTONE'}"
        )
        missed += [] if monotone else [name]

    right, pairs, wrong = compare(rehearsal, meeting_for(library, "data-driven-sceptic", 1, 0))
    print(f"planted pairs: {right} of {pairs} moved the right way")
    for fault in wrong[:10]:
        print(f"   {fault}")
    missed += ["pairs"] * (right < BARS["pairs"] * pairs)
    print("missed: " + ", ".join(missed) if missed else "every bar met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
