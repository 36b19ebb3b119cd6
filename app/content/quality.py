"""Reads what the evals wrote down about an engine."""

from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from app.domain.errors import ContentError
from app.domain.quality import Quality

FIGURES = Path("evals") / "report" / "figures.json"


def kept_at(data: Path, engine: str) -> Path:
    """Return where the figures taken with an engine on this machine are kept."""
    return data / "quality" / f"{sha256(engine.encode()).hexdigest()[:16]}.json"


def read_quality(root: Path, data: Path, engine: str) -> Quality | None:
    """Return the figures taken with this engine, the playbook's as they were shipped; None when none were.

    Raises:
        ContentError: the file is there and cannot be read.
    """
    path = root / FIGURES if engine == "playbook" else kept_at(data, engine)
    if not path.exists():
        return None
    try:
        found = Quality.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise ContentError([f"{path}: {error}; write it again with: skip-level eval"]) from error
    return found if found.engine == engine else None
