"""Which theme a question is about: cue words first, then the nearest question of the bank."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.errors import EngineError
from app.domain.knowledge import Direction
from app.domain.library import Library
from app.domain.ports import Embedder
from app.domain.rehearsal import ThemeHit

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

_CUES: dict[str, str] = {
    "leader_priorities": r"on your mind|you worried about|worries you|change first|first thing you"
    r"|what do you want (?:for|this|most)|(?:up|most of|all) (?:of )?your (?:head|time|attention|week)|priorit"
    r"|keeps you (?:up|awake)|care about most|matter(?:s)? most to you|spend(?:ing)? your"
    r"|what do you do (?:all|every|most) |your (?:job|role|day) (?:really|actually|look|involve)"
    r"|what is your (?:job|role)"
    r"|hardest (?:for you|to get right)|need(?:s|ed)? (?:most )?from|your (?:biggest|main|top)",
    "team_alignment": r"(?:our|my) team (?:\w+ )?(?:help|do|first|focus|add|put|achieve|concentrate)|from (?:our"
    r"|my) team|(?:does|do|can) (?:our|my) team|team'?s? goals?|need (?:most )?from (?:us|tracking|our|my)"
    r"|should we (?:put|do) first|success (?:for us|look like for)",
    "company_growth": r"in (?:five|ten|twenty|\d+) years|three years|big idea|known for|vision for|your vision"
    r"|five years|company (?:go|head|grow|be|going|heading|look)|rivals?|competit\w+"
    r"|new bets|growth|where (?:are we|the company|things are|is the (?:company|business)) (?:head|go)"
    r"|worr(?:y|ies) you about",
    "professional_growth": r"your (?:path|career|way here)|how did you (?:get|become|come|end up)|next level"
    r"|at my stage|staff level|senior (?:people|level)|grow (?:here|as|in)|career|look for in|(?:who"
    r"|people) (?:move|moves|get|gets|go|goes) (?:up|on|ahead)|strong evidence|the bar|separates?",
    "project_health": r"project|migration|rollout|programme (?:is|at risk|doing)|at risk|off track|on track|amber"
    r"|deadline|launch",
    "strategy_rationale": r"thinking behind|reason(?:ing)? (?:behind|for)|why (?:did|do|are) we|trade-?offs?"
    r"|decid(?:ed|e) (?:to|not to|against)|drove the|rationale|what did we (?:decide|turn)",
    "customers_market": r"customers?|guests?|diners|readers|pupils|members|tenants|travellers|families|clients?"
    r"|patients?|market|passengers|users?|residents|lose deals|win deals"
    r"|applicants|shippers",
    "cross_team": r"other (?:teams?|departments?|groups?)|partner teams?|hand-?offs?|across (?:teams|the)"
    r"|who should i (?:know|meet|talk)|outside my (?:team|group)|between teams|work (?:better )?with",
    "how_seen": r"our (?:work|updates?|reports?)|from where you sit|how (?:is|are|do you see) (?:our|my) (?:team|work)"
    r"|visible|look(?:s)? from (?:up )?(?:there|your)|you notice|gets? noticed|our team seen",
    "learning": r"learn next|(?:good|useful) for me to learn|(?:should|could) (?:i|we|people"
    r"|someone) (?:\w+ )?learn|skills?|get better at|good (?:first|start)"
    r"|first (?:six|three|few|ninety|90) (?:months|weeks|days)|training|what do (?:strong|good|the best)"
    r"|concentrate on|do well here",
    "leadership": r"what do you do when|disagree|how do you (?:decide|choose|make|handle|lead|deal)|failed project"
    r"|decision|mistake you|thin data"
    r"|when (?:the )?data|let go of|leadership|delegate",
    "culture": r"culture|values|work(?:ing)? here|behaviours?|bad habits?|atmosphere|losing as we grow"
    r"|kind of (?:place|company)",
    "change": r"reorg\w*|restructur\w*|new structure|layoffs?|redundanc\w*|merg\w+|change(?:s)? (?:coming|ahead"
    r"|mean)|moving (?:office|site)|happening with|paper on|(?:what|anything) (?:can"
    r"|are) you (?:able to )?(?:say|share)|where appeals will|comes next",
    "industry_technology": r"\bai\b|automat\w*|technolog\w*|industry|machine learning|tools? (?:we|coming)|experiment"
    r"|software",
    "risk_quality": r"bad (?:news|things?)|early warning|risks?\b|quality|safety culture|like to hear (?:it|about"
    r"|of)|raise (?:a"
    r"|an early) (?:concern|problem)|goes past|go wrong|want to hear it",
    "how_i_can_help": r"(?:can|could) i (?:help|be useful|do for|take a look)|be (?:most |of )?(?:useful|help)"
    r"|help you|small (?:piece|job)|first look|take off your|worth my time",
    "recognition": r"recogni\w+|quiet work|unsung|who (?:deserves|is doing)|credit|thank (?:someone|people)"
    r"|more people should know",
    "remote": r"remote|hybrid|other sites?|home working|from home|offices?\b|in person|different time zone|distance",
    "first_meeting": r"drew you|brought you|join(?:ed)?|surprised you|how do you like (?:to hear|people)"
    r"|get to know (?:you|each other)"
    r"|why (?:do|did) you (?:still )?(?:hold|do|run) (?:these|this)|when you (?:started|took)|like about",
    "closing": r"(?:should|could) i have asked|didn't i ask|haven't i asked|what (?:did|have) i miss(?:ed)?"
    r"|follow up on",
}
THEMSELVES = tuple(
    (theme, re.compile(pattern, re.I))
    for theme, pattern in (
        (
            "own_mistake",
            r"\b(?:mistakes?|worst (?:call|decision)|been wrong|fail(?:ed|ures?)?|got (?:it |that |something )?wrong"
            r"|regret|wish you had|do differently"
            r"|done differently|change(?:d)? your mind|wrong about)\b",
        ),
        (
            "pride",
            r"\byou(?:'re| are)? (?:most |especially )?(?:proud|pleased with)\b|\bproudest\b|\bmakes you proud\b",
        ),
    )
)
"""What a leader may be asked about themselves, beside the themes of the bank."""
CUES = {theme: re.compile(rf"\b(?:{pattern})", re.I) for theme, pattern in _CUES.items()}
_STOP = frozenset(
    "a an the of to in on for and or is are was were be do does did you your i my me we our us what how "
    "which who where "
    "when why that this it with from at as would could should can have has about most more think see like".split()
)


class Themes:
    """Finds themes. With an embedder the nearest bank question decides what cues leave open; without, shared words do."""

    def __init__(self, library: Library, embedder: Embedder | None) -> None:
        """Keep the upward questions of the bank; nothing is embedded before the first question comes."""
        self._questions = [q for q in library.questions if q.direction is Direction.UP and q.audience == "ic"]
        self._embedder = embedder

    @cached_property
    def _wordings(self) -> list[tuple[str, str, frozenset[str]]]:
        return [
            (question.theme, question.text, _stems(wording))
            for question in self._questions
            for wording in (question.text, *question.asked_like)
        ]

    @cached_property
    def _vectors(self) -> "NDArray[float32] | None":
        if self._embedder is None or not self._questions:
            return None
        return self._embedder.passages([question.text for question in self._questions])

    def find(self, asked: Sequence[str], text: str, *, limit: int = 2) -> tuple[ThemeHit, ...]:
        """Return themes of the questions asked, or of the whole line when none is; scores in [0, 1], best first."""
        source = " ".join(asked) or text
        if not source.strip():
            return ()
        scores: dict[str, tuple[float, str]] = {}
        for theme, cue in CUES.items():
            if found := cue.findall(source):
                scores[theme] = (min(1.0, 0.6 + 0.1 * (len(found) - 1)), "")
        decided = len(scores) == 1 or any(score >= 0.7 for score, _ in scores.values())
        for theme, nearest, similarity in self._nearest(source, question=bool(asked), decided=decided):
            before = scores.get(theme, (0.0, ""))[0]
            scores[theme] = (min(1.0, before + similarity), nearest)
        ranked = sorted(scores.items(), key=lambda item: -item[1][0])
        return tuple(
            ThemeHit(theme=theme, question=nearest, score=round(score, 3))
            for theme, (score, nearest) in ranked[:limit]
            if score >= 0.4
        )

    def _likeness(self, source: str) -> "NDArray[float32] | None":
        """Return the cosine to each bank question; None without an embedder, or while it does not answer."""
        try:
            if self._embedder is None or self._vectors is None:
                return None
            row: NDArray[float32] = self._vectors @ self._embedder.queries([source])[0]
        except EngineError:
            return None
        return row

    def _nearest(self, source: str, *, question: bool, decided: bool) -> list[tuple[str, str, float]]:
        """Return (theme, bank question, gain in [0, 0.6]) for the nearest questions; `decided` saves the embedding."""
        best: dict[str, tuple[float, str]] = {}
        words = _stems(source)
        if words and self._wordings:
            for theme, text, known in self._wordings:
                shared = len(words & known) / max(3, min(len(words), len(known)) or 1) if known else 0.0
                if shared > best.get(theme, (0.0, ""))[0]:
                    best[theme] = (min(1.0, shared), text)
        gains = {theme: (0.5 * score, text) for theme, (score, text) in best.items() if score >= 0.5}
        row = self._likeness(source) if question and not decided else None
        if row is not None:
            top = sorted(range(len(row)), key=lambda i: -float(row[i]))[:3]
            floor = float(sorted(row)[len(row) // 2])
            for place, index in enumerate(top):
                theme, text = self._questions[index].theme, self._questions[index].text
                lift = max(0.0, min(1.0, (float(row[index]) - floor) / 0.12)) * (0.6 if place == 0 else 0.35)
                if lift > gains.get(theme, (0.0, ""))[0]:
                    gains[theme] = (lift, text)
        return [(theme, text, gain) for theme, (gain, text) in gains.items()]


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{3,}", text.lower())
    return frozenset(re.sub(r"(?:ing|ed|es|s|ly)$", "", word) for word in words if word not in _STOP)
