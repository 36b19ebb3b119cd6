"""The sets of cases as inspect-ai tasks, for its log viewer: `inspect eval evals/inspect_tasks.py --model none`.

The solver is the coach itself, with the engine of the settings; nothing here asks the model that inspect is given.
"""

from pathlib import Path

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import CORRECT, INCORRECT, Score, Scorer, Target, accuracy, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from app.bootstrap import build_coach
from app.coaching.coach import Coach
from app.coaching.grounding import review_answer
from app.coaching.routing import route
from app.domain.conversation import Message, TurnCompleted
from app.settings import Settings
from app.storage.store import SqlStore
from evals.retrieval.dataset import ANSWERS, half_of, needs, rows

OWNER = "evals"
LINES = Path(__file__).parent / "answers" / "lines.tsv"


@task
def ask() -> Task:
    """Questions in people's words: is a right card among the first three, and every line of the answer sourced?"""
    samples = [
        Sample(input=query.text, target=[card for card, grade in query.cards.items() if grade == ANSWERS])
        for query in needs()
        if query.half == "report"
    ]
    return Task(dataset=MemoryDataset(samples), solver=coached(), scorer=[right_card(), sourced()])


@task
def routing() -> Task:
    """Chat lines: do they reach the right task?"""
    samples = [Sample(input=text, target=label) for text, label in rows(LINES) if half_of(text) == "report"]
    return Task(dataset=MemoryDataset(samples), solver=routed(), scorer=same_task())


@solver
def coached() -> Solver:
    """Answer with the whole coach, a fresh conversation each time."""
    coach = build_coach(Settings(), store=SqlStore("sqlite://"))

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        message = _answer(coach, state.input_text)
        state.output.completion = message.text
        state.store.set("message", message.model_dump(mode="json"))
        return state

    return solve


@solver
def routed() -> Solver:
    """Say which task a line goes to."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        state.output.completion = route(state.input_text).value
        return state

    return solve


@scorer(metrics=[accuracy(), stderr()])
def right_card() -> Scorer:
    """Score whether one of the first three cards answers the need."""

    async def score(state: TaskState, target: Target) -> Score:
        plan = Message.model_validate(state.store.get("message")).plan
        top = plan.cards[:3] if plan else ()
        return Score(value=CORRECT if set(top) & set(target) else INCORRECT, answer=", ".join(top))

    return score


@scorer(metrics=[accuracy(), stderr()])
def sourced() -> Scorer:
    """Score whether the critic of the coach accepts every line that was shown."""

    async def score(state: TaskState, target: Target) -> Score:
        message = Message.model_validate(state.store.get("message"))
        lines = [line for line in message.text.splitlines() if line.strip()]
        faults = [reason for line in lines if message.plan and (reason := review_answer(line, message.plan))]
        return Score(value=INCORRECT if faults else CORRECT, explanation="; ".join(faults))

    return score


@scorer(metrics=[accuracy(), stderr()])
def same_task() -> Scorer:
    """Score whether the line reached its task."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=CORRECT if state.output.completion == target.text else INCORRECT)

    return score


def _answer(coach: Coach, text: str) -> Message:
    session = coach.start(OWNER).id
    return next(e.message for e in coach.reply(OWNER, session, text) if isinstance(e, TurnCompleted))
