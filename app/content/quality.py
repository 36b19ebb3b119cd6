"""Reads what the evals wrote down about an engine."""

from pathlib import Path

from pydantic import ValidationError

from app.domain.errors import ContentError
from app.domain.quality import Quality

FIGURES = Path("evals") / "report" / "figures.json"


def read_quality(root: Path, engine: str) -> Quality | None:
    """Return the figures taken with this engine; None when none were.

    Raises:
        ContentError: the file is there and cannot be read.
    """
    path = root / FIGURES
    if not path.exists():
        return None
    try:
        found = Quality.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise ContentError([f"{FIGURES}: {error}; write it again with: make evals"]) from error
    return found if found.engine == engine else None
