"""Is a leader still themselves late in a meeting? Each line is told from the other leaders' by its letters alone."""

from app.coaching.rehearsal import Rehearsal
from app.domain.library import Library
from evals.measuring import Row
from evals.rehearsal.meetings import meeting_for, play
from evals.rehearsal.users import script

TURNS = (4, 8, 12, 20)
LEARNT, ASKED = (101, 102, 103, 104), (7, 8, 9)
"""Seeds of the meetings a reader learns the voices from, and of those they are asked about."""


def recognised(rehearsal: Rehearsal, library: Library) -> dict[int, list[Row]]:
    """Return, for each of TURNS, one row a leader and meeting: was the line told to be theirs, among all leaders?

    The reader is a linear classifier on character n-grams, learnt from other meetings with other seeds, so that a
    leader who fades into a common voice is no longer recognised. A meeting has room for 14 exchanges; here the clock
    stands still, so that the twentieth can be heard.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    personas = [persona.id for persona in library.personas if persona.side == "leader"]
    learnt = [(line, p) for p in personas for seed in LEARNT for line in _lines(rehearsal, library, p, seed) if line]
    reader = make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        LogisticRegression(C=20, max_iter=500),
    )
    reader.fit([line for line, _ in learnt], [persona for _, persona in learnt])
    found: dict[int, list[Row]] = {turn: [] for turn in TURNS}
    for persona in personas:
        for seed in ASKED:
            lines = _lines(rehearsal, library, persona, seed)
            for turn in TURNS:
                if turn < len(lines) and lines[turn]:
                    guess = str(reader.predict([lines[turn]])[0])
                    found[turn].append(Row(id=f"{persona}/{seed}/{turn}", value=float(guess == persona), said=guess))
    return found


def _lines(rehearsal: Rehearsal, library: Library, persona: str, seed: int) -> list[str]:
    """Return the leader's lines, the opening first; one is empty where the coach spoke."""
    said = script(seed, max(TURNS) + 2)[:-1]  # without the thanks and the goodbye
    return [turn.planned for turn in play(rehearsal, meeting_for(library, persona, 3, seed), said, timed=False).turns]
