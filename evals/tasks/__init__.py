"""One module a task, each with a TITLE and `measure(kit)`. A new task is a module and a name here."""

from typing import Protocol, cast

from evals.kit import Kit
from evals.measuring import Outcome

TASKS = (
    "retrieval",
    "answers",
    "questions",
    "letters",
    "commitments",
    "reading",
    "leader",
    "debrief",
    "risk",
    "routes",
    "names",
    "injection",
    "tokens",
    "speed",
    "kept",
    "spoken",
    "judged",
)


class Task(Protocol):
    """What a task's module offers."""

    TITLE: str

    def measure(self, kit: Kit) -> Outcome:
        """Measure it on its reporting split."""
        ...


def task(name: str) -> Task:
    """Import the module of a task when it is wanted."""
    from importlib import import_module

    return cast(Task, import_module(f"evals.tasks.{name}"))
