"""Letters with the real content and a detector that finds one serious word, so that tests are about the letters."""

import pytest

from app.coaching.emails import Letters
from app.domain.library import Library
from app.domain.risk import RiskContext, RiskReport, Route, SeriousFinding
from app.language.brief_reader import BriefReader
from app.language.spacy_english import SpacyEnglish
from tests.conftest import ROOT


class OneWordDetector:
    """Finds a serious matter where the text says "groped", perhaps one where it says "handsy", and nothing else."""

    def check(self, text: str, context: RiskContext = RiskContext()) -> RiskReport:
        """Return one finding or none."""
        start = max(text.find("groped"), text.find("handsy"))
        if start < 0:
            return RiskReport(text=text)
        found = SeriousFinding(
            category="harassment",
            name="Harassment",
            start=start,
            end=start + 6,
            routes=(Route(name="HR", note=""), Route(name="Hotline", note="")),
            certain="groped" in text,
        )
        return RiskReport(text=text, serious=(found,), forward_safe=False, deciding=text[start : start + 6])


@pytest.fixture(scope="package")
def letters(library: Library) -> Letters:
    return Letters(
        library, OneWordDetector(), SpacyEnglish(), BriefReader(ROOT / "knowledge" / "readers" / "briefs.onnx")
    )
