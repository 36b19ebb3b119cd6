"""Reading YAML and front-matter files into values, collecting faults instead of stopping at the first."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from app.domain.base import Value

V = TypeVar("V", bound=Value)
_TAGS = re.compile(r"\s*\[([A-Z][A-Z0-9-]*(?:\s*,\s*[A-Z][A-Z0-9-]*)*)\]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Faults:
    """Faults found so far, each "file: field: what is wrong"."""

    def __init__(self, root: Path) -> None:
        """Name files relative to `root`."""
        self.root = root
        self.found: list[str] = []

    def add(self, path: Path, message: str) -> None:
        """Note one fault of one file."""
        name = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        self.found.append(f"{name}: {message}")


def read_yaml(path: Path, faults: Faults) -> Any:
    """Return the parsed file, or None after noting the fault."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.add(path, str(error))
        return None
    return parse_yaml(text, path, faults)


def parse_yaml(text: str, path: Path, faults: Faults) -> Any:
    """Return the parsed text of a file, or None after noting the fault."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as error:
        faults.add(path, " ".join(str(error).split()))
        return None


def build(kind: type[V], data: Any, path: Path, faults: Faults) -> V | None:
    """Return the value, or None after noting every field that is wrong."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        name = data.get("id", "?") if isinstance(data, dict) else "?"
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"])
            faults.add(path, f"{name}: {field}: {fault['msg']}, got {str(fault['input'])[:60]!r}")
        return None


def one_a_file(kind: type[V], folder: Path, faults: Faults) -> tuple[V, ...]:
    """Read every YAML file below a folder as one value; the id must be the file's name."""
    values = []
    for path in sorted(folder.rglob("*.yaml")):
        value = build(kind, read_yaml(path, faults), path, faults)
        if value is not None:
            if getattr(value, "id", path.stem) != path.stem:
                faults.add(path, f"id: {getattr(value, 'id', '')!r} is not the file's name")
            values.append(value)
    return tuple(values)


def many_a_file(kind: type[V], paths: Iterable[Path], faults: Faults) -> tuple[V, ...]:
    """Read YAML files that each hold a list of values."""
    values = []
    for path in paths:
        rows = read_yaml(path, faults)
        if not isinstance(rows, list):
            faults.add(path, "a list is expected")
            continue
        values += [value for row in rows if (value := build(kind, row, path, faults)) is not None]
    return tuple(values)


def lines_of(path: Path, faults: Faults) -> tuple[str, ...]:
    """Read a YAML file that holds a list of lines."""
    rows = read_yaml(path, faults)
    if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
        faults.add(path, "a list of lines is expected")
        return ()
    return tuple(rows)


def take_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without its [SOURCE] tags, and the tags in order."""
    tags = tuple(tag.strip() for match in _TAGS.finditer(text) for tag in match.group(1).split(","))
    return " ".join(_TAGS.sub("", text).split()), tags


def unique(values: Iterable[Value], where: Path, faults: Faults, key: Callable[[Any], str] = lambda v: v.id) -> None:
    """Note every id that occurs twice."""
    seen: set[str] = set()
    for value in values:
        name = key(value)
        if name in seen:
            faults.add(where, f"id: {name!r} occurs twice")
        seen.add(name)
