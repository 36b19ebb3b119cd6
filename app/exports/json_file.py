"""Everything of one owner as JSON."""

from app.domain.conversation import Export


def everything(export: Export) -> str:
    """Return the export as indented JSON, UTF-8 text, times in ISO 8601; `Export` reads it back unchanged."""
    return export.model_dump_json(indent=2) + "\n"
