"""What a model says through the whole coach. With the playbook alone there is nothing to say, and it is unscored."""

from app.bootstrap import build_coach
from app.storage.store import SqlStore
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row, mean, percentiles
from evals.model.__main__ import Turn, meetings

TITLE = "With a model"
TURNS = 60
BARS = {"rules": 1.0, "replaced": 0.005}


def measure(kit: Kit) -> Outcome:
    """Take scripted turns with the engine of the settings: are the rules held, how soon, whose words are shown?"""
    if kit.engine is None:
        note = "needs a model: python -m evals spoken --engine …"
        names = {"rules": "lines within the rules, any model", "replaced": "turns shown in the planned words"}
        figures = [
            Figure(id=name, title=title, value=None, note=note, exact=False, bar=BARS[name], at_least=name == "rules")
            for name, title in names.items()
        ]
        return Outcome(task="spoken", title=TITLE, figures=tuple(figures))
    coach = build_coach(
        kit.settings, engine=kit.engine, store=SqlStore(f"sqlite:///{(kit.folder / 'spoken.db').as_posix()}")
    )
    coach.warm()
    turns = meetings(coach, TURNS)
    asked = [turn for turn in turns if turn.asked]
    held = [Row(id=str(i), value=float(not turn.broken), said=turn.broken) for i, turn in enumerate(turns)]
    replaced = [Row(id=str(i), value=float(bool(turn.made.replaced))) for i, turn in enumerate(asked)]
    return Outcome(
        task="spoken",
        title=f"{TITLE}: {kit.engine.spec}",
        figures=(
            mean("rules", "lines within the rules", held, bar=BARS["rules"]).model_copy(update={"exact": False}),
            mean(
                "replaced", "turns shown in the planned words", replaced, bar=BARS["replaced"], at_least=False
            ).model_copy(update={"exact": False}),
            *percentiles("first", "first sentence", [1000 * turn.first for turn in asked]),
            _tokens(asked),
        ),
    )


def _tokens(asked: list[Turn]) -> Figure:
    count = max(1, len(asked))
    sent = sum(turn.made.tokens_in + turn.made.tokens_out for turn in asked) / count
    return Figure(id="tokens", title="tokens a turn", value=sent, unit="count", n=len(asked), exact=False)
