"""Measure how often a question in people's words finds one of the bank: `python -m evals.questions.measure_questions [dev|report]`."""

import sys
from pathlib import Path

import yaml

from app.bootstrap import build_embedder, is_semantic
from app.coaching.questions import Questions
from app.content.library import read_library
from app.domain.knowledge import Direction
from app.settings import Settings


def main(part: str) -> int:
    """Print every miss and the share of texts whose nearest question is of a fair theme, or none where none is."""
    settings = Settings()
    library, _ = read_library(settings.content_root / "knowledge")
    embedder = build_embedder(settings)
    questions = Questions(library, embedder if is_semantic(embedder) else None)
    cases = yaml.safe_load(Path(__file__).with_name("asked.yaml").read_text(encoding="utf-8"))[part]
    right = 0
    for case in cases:
        found = questions.nearest(case["text"], Direction(case["side"]) if "side" in case else None)
        fair = found is None if not case["themes"] else found is not None and found.theme in case["themes"]
        right += fair
        if not fair:
            print(f"{case['text']!r} found {found.text if found else None!r}")
    print(f"{part}: {right} of {len(cases)} matched ({right / len(cases):.1%})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "report"))
