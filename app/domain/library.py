"""Everything the coach knows, loaded and cross-checked."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from app.domain.emails import EmailKind
from app.domain.knowledge import Card, Correction, Question, RubricLine, Source, Theme
from app.domain.personas import Persona, Scenario
from app.domain.programme import ProgrammeSteps
from app.domain.rehearsal import Move
from app.domain.risk import RiskCategory, SeriousMatter
from app.domain.tongues import Tongue

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Library:
    """All content, in the order of its files. `fingerprint` changes when any of it does (16 hex digits)."""

    cards: tuple[Card, ...]
    personas: tuple[Persona, ...]
    scenarios: tuple[Scenario, ...]
    moves: tuple[Move, ...]
    risks: tuple[RiskCategory, ...]
    serious: tuple[SeriousMatter, ...]
    questions: tuple[Question, ...]
    emails: tuple[EmailKind, ...]
    themes: tuple[Theme, ...]
    rubric: tuple[RubricLine, ...]
    sources: tuple[Source, ...]
    fingerprint: str
    corrections: tuple[Correction, ...] = ()
    elsewhere: tuple[str, ...] = ()
    """What people ask that is not our subject, in ordinary words."""
    ordinary: tuple[str, ...] = ()
    """What people say about their work that is neither risky nor serious."""
    asked_ordinary: tuple[str, ...] = ()
    asked_serious: tuple[str, ...] = ()
    """What people write to the coach that is not serious, though it may sound so, and what is."""
    programme: ProgrammeSteps = field(default_factory=ProgrammeSteps)
    tongues: tuple[Tongue, ...] = ()
    """How serious matters are said in other languages; the matters have the patterns already."""

    @cached_property
    def words_abroad(self) -> frozenset[str]:
        """The commonest words of other languages that English does not have."""
        return frozenset(word for tongue in self.tongues for word in tongue.words.split())

    @cached_property
    def _english(self) -> frozenset[str]:
        """Every word of the cards, of the taxonomy's examples and of what people say and ask, in small letters."""
        cards = (
            line
            for card in self.cards
            for points in (card.answer, card.what_to_do, card.watch_out)
            for line in (
                card.title,
                card.button,
                *card.asks,
                *card.opposite_when,
                *card.say_it,
                *(p.text for p in points),
            )
        )
        taxonomy: list[RiskCategory | SeriousMatter] = [*self.risks, *self.serious]
        found = (line for matter in taxonomy for line in (*matter.risky, *matter.safe))
        said = (*self.ordinary, *self.asked_ordinary, *self.asked_serious, *self.elsewhere)
        return frozenset(
            word for line in (*cards, *found, *said) for word in _WORD.findall(line.lower().replace("’", "'"))
        )

    def knows(self, word: str) -> bool:
        """Say whether a word occurs in our own English texts, in the singular or the plural."""
        plain = word.lower().replace("’", "'")
        return bool({plain, plain.removesuffix("s"), plain.removesuffix("'s")} & self._english)

    @cached_property
    def plain_lines(self) -> tuple[str, ...]:
        """Ordinary lines, and the good lines of the scenarios: what must not be taken for a risk."""
        runs = (line for scenario in self.scenarios for line in (*scenario.starters, *scenario.good_run))
        return tuple(dict.fromkeys((*self.ordinary, *runs)))

    @cached_property
    def card_by_id(self) -> dict[str, Card]:
        """Cards by id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def persona_by_id(self) -> dict[str, Persona]:
        """Personas by id."""
        return {persona.id: persona for persona in self.personas}

    @cached_property
    def scenario_by_id(self) -> dict[str, Scenario]:
        """Scenarios by id."""
        return {scenario.id: scenario for scenario in self.scenarios}

    @cached_property
    def email_by_id(self) -> dict[str, EmailKind]:
        """Email kinds by id."""
        return {kind.id: kind for kind in self.emails}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        """Themes by id."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def serious_by_id(self) -> dict[str, SeriousMatter]:
        """Serious matters by id."""
        return {matter.id: matter for matter in self.serious}

    @cached_property
    def risk_by_id(self) -> dict[str, RiskCategory]:
        """Ordinary risk categories by id."""
        return {risk.id: risk for risk in self.risks}
