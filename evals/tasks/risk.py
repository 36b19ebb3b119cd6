"""Is a line that could travel back flagged, a harmless one left alone, and a serious matter never missed?"""

import re
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
import yaml

from app.bootstrap import build_reader
from app.risk.training import examples_of, learn
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Picture, Row, Series, Table, mean
from evals.risk.figures import HELD_BACK, Line, confusions, f1, figures, judged_apart, read_held_back, worst

TITLE = "Risk and serious matters"
KEYWORDS = Path(__file__).resolve().parents[1] / "risk" / "keywords.yaml"
BARS = {"flagged_f1": 0.90, "false_alarms_on_safe": 0.10, "category_macro_f1": 0.75, "serious_recall": 0.95}
NAMES = {
    "flagged_f1": "flagged or not, F1",
    "false_alarms_on_safe": "false alarms on safe look-alikes",
    "category_macro_f1": "categories, macro-F1",
    "serious_recall": "serious matters found, all of them routed",
    "serious_alarms_on_safe": "safe lines asked about as serious",
}
MOST = {"false_alarms_on_safe", "serious_alarms_on_safe"}


def measure(kit: Kit) -> Outcome:
    """Cross-validate the user's side on the taxonomy's own examples, beside a plain keyword list."""
    categories = [category for category in kit.library.risks if category.side != "leader"]
    serious = kit.library.serious
    examples = examples_of(categories, serious, kit.library.plain_lines)
    kept = read_held_back(HELD_BACK)
    judged = judged_apart(examples, kept, categories, serious)
    vectors = build_reader(kit.settings).content(examples.texts)
    began = perf_counter()
    learn(vectors, examples)
    seconds = perf_counter() - began
    known = set(examples_of(categories, serious).texts)
    lines = [line for line in judged if line.text in known]
    plainly = [line for line in judged if line.text not in known]
    labels = [category.id for category in categories] + [matter.id for matter in serious]
    ours, plain = figures(lines, labels), figures(by_keywords(lines), labels)
    found: list[Figure] = []
    for name, title in NAMES.items():
        unit = "score" if name.endswith("f1") else "share"
        found.append(
            Figure(
                id=name,
                title=title,
                value=ours[name],
                unit=unit,
                n=len(lines),
                bar=BARS.get(name),
                at_least=name not in MOST,
            )
        )
        found.append(
            Figure(id=f"{name}_keywords", title=f"{title}, keyword list", value=plain[name], unit=unit, n=len(lines))
        )
    found += [
        mean(
            "ordinary_flagged",
            "lines of everyday work that are flagged",
            [Row(id=line.text, value=float(bool(line.said))) for line in plainly],
        ),
        mean(
            "ordinary_serious",
            "lines of everyday work taken for serious for certain",
            [Row(id=line.text, value=float(bool(line.serious))) for line in plainly],
        ),
    ]
    found.append(
        Figure(
            id="training", title="training", value=seconds, unit="s", bar=30, at_least=False, exact=False, n=len(lines)
        )
    )
    scores = sorted(((label, f1(lines, label)) for label in labels), key=lambda pair: pair[1])
    return Outcome(
        task="risk",
        title=TITLE,
        figures=tuple(found),
        rows=tuple(
            Row(
                id=line.text,
                value=float(bool(line.said) == bool(line.truth)),
                said=", ".join(sorted(line.said)) or "nothing",
                wanted=", ".join(sorted(line.truth)) or "safe",
            )
            for line in lines
        ),
        pictures=(
            Picture(title="F1 by label", kind="bars", series=(Series(name="F1", points=tuple(scores)),), bar=0.75),
            Picture(
                title="When it says a chance, how often is it so?",
                kind="lines",
                x="chance of any risk",
                y="share that is risky",
                series=(reliability(lines), Series(name="perfect", points=((0.0, 0.0), (1.0, 1.0)))),
            ),
        ),
        tables=(
            Table(
                title="Most frequent confusions",
                columns=("truth", "said", "lines"),
                rows=tuple((true, said, str(count)) for (true, said), count in confusions(lines).most_common(20)),
            ),
            Table(
                title="Worst errors",
                columns=("chance", "truth", "said", "line"),
                rows=tuple(
                    (
                        f"{line.chance:.2f}",
                        ", ".join(sorted(line.truth)) or "safe",
                        ", ".join(sorted(line.said)) or "nothing",
                        line.text,
                    )
                    for line in worst(lines)
                ),
            ),
        ),
    )


def by_keywords(lines: Sequence[Line]) -> list[Line]:
    """Return the same lines as a plain keyword list would judge them."""
    words: dict[str, list[str]] = yaml.safe_load(KEYWORDS.read_text(encoding="utf-8"))
    patterns = {label: re.compile("|".join(map(re.escape, some)), re.I) for label, some in words.items()}
    judged = []
    for line in lines:
        hit = tuple(label for label, pattern in patterns.items() if pattern.search(line.text))
        grave = tuple(label for label in hit if label.startswith("serious_"))
        ordinary = () if grave else hit
        judged.append(Line(line.text, line.truth, ordinary, grave, (), float(bool(hit))))
    return judged


def reliability(lines: Sequence[Line]) -> Series:
    """Return the share of risky lines in each tenth of the stated chance, at the mean chance of that tenth."""
    chances = np.array([line.chance for line in lines])
    risky = np.array([bool(line.truth) for line in lines])
    tenth = np.minimum((chances * 10).astype(int), 9)
    points = tuple(
        (float(chances[tenth == t].mean()), float(risky[tenth == t].mean())) for t in range(10) if (tenth == t).any()
    )
    return Series(name="measured", points=points)
