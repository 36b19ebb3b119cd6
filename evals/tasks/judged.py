"""What only judgement can say. Without a model it is unscored, and says so."""

from evals.judge.judging import Judge, labelled
from evals.judge.lines import against_bare_model
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row, mean

TITLE = "Judged by a model"
UNSCORED = "needs a model: python -m evals judged --engine …"
QUALITIES = {
    "believable": "the leader is believable",
    "useful": "answers are useful",
    "specific": "feedback is specific",
}


PERSON = Figure(
    id="believable_to_a_person",
    title="a person reading blind finds the leader believable, of 5",
    value=None,
    unit="score",
    bar=4,
    note="nobody has read blind yet",
)


def measure(kit: Kit) -> Outcome:
    """Let the engine of the settings judge, if it is a model; its agreement with a person stands first."""
    if kit.engine is None:
        figures = [
            Figure(id="agreement", title="the judge agrees with a person", value=None, note=UNSCORED),
            *(Figure(id=name, title=title, value=None, note=UNSCORED) for name, title in QUALITIES.items()),
            PERSON,
        ]
        return Outcome(task="judged", title=TITLE, figures=tuple(figures))
    judge = Judge(kit.engine)
    agreed = judge.rows(labelled())
    lines: list[Row] = judge.rows(against_bare_model(kit))
    figures = [
        mean("agreement", "the judge agrees with a person", agreed).model_copy(update={"exact": False}),
        mean("believable", "our leader's line found more believable than the bare model's", lines).model_copy(
            update={"exact": False}
        ),
        *(Figure(id=name, title=QUALITIES[name], value=None, note="no pairs yet") for name in ("useful", "specific")),
        PERSON,
    ]
    return Outcome(task="judged", title=TITLE, figures=tuple(figures))
