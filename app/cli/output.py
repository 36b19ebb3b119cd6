"""Printing: results on stdout, errors on stderr in one line with the cure."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

from app.domain.errors import CoachError, InputRefused

Case = dict[str, Any]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def stop(message: str, code: int = 1) -> NoReturn:
    """End with one line on stderr; code 2 means wrong use."""
    typer.echo(f"skip-level: {' '.join(message.split())}", err=True)
    raise typer.Exit(code)


@contextmanager
def kindly() -> Iterator[None]:
    """Turn our errors into one line; wrong input counts as wrong use."""
    try:
        yield
    except InputRefused as error:
        stop(str(error), 2)
    except ValidationError as error:
        stop(wrong(error), 2)
    except CoachError as error:
        stop(str(error))


def show(value: Any, *, as_json: bool, text: str) -> None:
    """Print a result for a script or for a person."""
    typer.echo(as_line(value, indent=1) if as_json else text)


def as_line(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON that can always be written, half a surrogate pair in a user's line or not."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "replace").decode()


def wrong(error: ValidationError) -> str:
    """Say which fields or settings are wrong, and how."""
    setting = error.title == "Settings"
    faults = []
    for fault in error.errors(include_url=False):
        where = ".".join(map(str, fault["loc"]))
        faults.append(f"{'COACH_' + where.upper() if setting else where}: {fault['msg']}")
    return "; ".join(faults)


def each_line(source: str, work: Callable[[Case], Case]) -> None:
    """Read one case a line from a file ("-" for standard input) and write one result a line, as they are done.

    A case that cannot be worked with gives {"id", "error"}; the others go on.
    """
    for number, line in enumerate(_lines(source), 1):
        if not line.strip():
            continue
        case = _parsed(line, number)
        try:
            result = work(case)
        except CoachError as error:
            result = {"error": " ".join(str(error).split())}
        except ValidationError as error:
            stop(f"line {number}: {wrong(error)}", 2)
        sys.stdout.write(as_line({"id": case.get("id", number), **result}) + "\n")
        sys.stdout.flush()


def _lines(source: str) -> Iterator[str]:
    try:
        if source == "-":
            yield from sys.stdin
            return
        with Path(source).open(encoding="utf-8") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        stop(f"{source} cannot be read: {error}", 2)


def _parsed(line: str, number: int) -> Case:
    try:
        case = json.loads(line)
    except json.JSONDecodeError as error:
        stop(f"line {number} is not JSON: {error}", 2)
    if not isinstance(case, dict):
        stop(f"line {number} is not a JSON object", 2)
    return case
