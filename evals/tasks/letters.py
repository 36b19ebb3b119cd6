"""Are letters right, from complete forms and from free text in one breath?"""

from pathlib import Path
from typing import Any

import yaml

from app.domain.emails import EmailBrief, EmailDraft
from evals.emails.measure_emails import HERE, faults
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row, mean

TITLE = "Letters"
TONES = ("warm", "plain", "formal")


def measure(kit: Kit) -> Outcome:
    """Write every letter of the forms in every tone and length, and of the reporting briefs."""
    forms, briefs, unseen, over = [], [], [], 0
    for form in _read(HERE / "forms.yaml"):
        kind = kit.letters.kind(form["kind"])
        tight = max(45, int(kind.max_words * 0.6))
        for tone in TONES:
            for length, limit in (("standard", 0), ("short", 0), ("standard", tight)):
                brief = EmailBrief.model_validate(
                    {"kind": kind.id, "facts": form["facts"], "tone": tone, "length": length, "max_words": limit}
                )
                draft = kit.letters.draft(brief)
                wrong = faults({"text": " ".join(form["facts"].values())}, brief, draft, {})
                wrong += [f"asks {ask}" for ask in draft.missing]
                over += draft.words > (limit or kind.max_words)
                forms.append(_row(f"{kind.id}/{tone}/{length}/{limit}", wrong))
    for case in _read(HERE / "briefs_report.yaml"):
        brief, draft, wrong = _from_text(kit, case)
        over += bool(draft.body) and draft.words > (brief.max_words or kit.letters.kind(brief.kind).max_words)
        briefs.append(_row(case["id"], wrong))
    for case in _read(HERE / "briefs_unseen.yaml"):
        _, _, wrong = _from_text(kit, case)
        unseen.append(_row(case["id"], wrong))
    written = len(forms) + len(briefs)
    figures = (
        mean("forms", "letters right, complete forms", forms, bar=0.95),
        mean("briefs", "letters right, free text (a set that has been read by now)", briefs, bar=0.85),
        mean("briefs_unseen", "letters right, free text by others, never read", unseen, bar=0.85),
        Figure(
            id="over",
            title=f"letters over their word limit, of {written}",
            value=float(over),
            unit="count",
            n=written,
            bar=0,
            at_least=False,
        ),
    )
    return Outcome(task="letters", title=TITLE, figures=figures, rows=(*forms, *briefs, *unseen))


def _from_text(kit: Kit, case: dict[str, Any]) -> tuple[EmailBrief, EmailDraft, list[str]]:
    kind = kit.letters.kind(case["kind"])
    brief = kit.letters.brief(kind.id, case["text"])
    draft = kit.letters.draft(brief)
    return brief, draft, faults(case, brief, draft, {field.id: field.ask for field in kind.fields})


def _row(name: str, wrong: list[str]) -> Row:
    return Row(id=name, value=float(not wrong), said="; ".join(wrong))


def _read(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))
