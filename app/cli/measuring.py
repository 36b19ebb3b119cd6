"""Running the evals, which stand beside the program and never inside it."""

import subprocess
import sys

import typer

from app.cli.output import stop
from app.settings import CHECKOUT


def measure(tasks: list[str], engine: str, full: bool, *, as_json: bool) -> None:
    """Run `python -m evals` in the checkout, show what it says, and end as it ends."""
    if not (CHECKOUT / "evals" / "__main__.py").exists():
        stop("the evals come with the source, not with the package: clone the repository and run it there", 2)
    options = ["--engine", engine, *(["--full"] if full else []), *(["--json"] if as_json else [])]
    command = [sys.executable, "-m", "evals", *tasks, *options]
    raise typer.Exit(subprocess.run(command, cwd=CHECKOUT, check=False).returncode)  # noqa: S603 - our own arguments
