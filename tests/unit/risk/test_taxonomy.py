import re

import pytest

from app.domain.risk import RiskCategory, SeriousMatter
from tests.unit.risk.taxonomy import categories, serious

NAMED = (
    "criticising_boss gossip salary promotion more_responsibilities confidential_info blaming_colleagues "
    "complaint_without_proposal ultimatum going_over_head job_search oversharing_personal politics_religion "
    "discriminatory_remark flattery overpromising leader_promise leader_verdict leader_fishing leader_status "
    "leader_talk_share leader_no_rule"
).split()
SHAMING = re.compile(r"\b(growth question|reframe|calm down|overreact\w*|keep it to yourself)\b", re.I)


def test_every_named_category_is_there() -> None:
    assert set(NAMED) <= {category.id for category in categories()}
    assert len(serious()) == 12


@pytest.mark.parametrize("category", categories(), ids=lambda category: category.id)
def test_a_category_can_always_offer_a_better_line(category: RiskCategory) -> None:
    assert any("{" not in t or set(re.findall(r"\{(\w+)\}", t)) == {"manager"} for t in category.templates)
    assert category.risky
    assert category.safe


@pytest.mark.parametrize("matter", serious(), ids=lambda matter: matter.id)
def test_a_serious_matter_offers_help_and_never_silences(matter: SeriousMatter) -> None:
    words = " ".join([matter.acknowledge, matter.safety, *matter.now, matter.confidentiality, matter.ask_gently])
    assert not SHAMING.search(words)
    assert len(matter.routes) >= 4
    assert "differ by country" in matter.rights or "not legal advice" in matter.rights.lower()
    assert matter.ask_gently.endswith("?")


def test_the_crisis_lines_are_there_with_the_country_they_belong_to() -> None:
    crisis = next(matter for matter in serious() if matter.id == "serious_crisis")
    notes = " ".join(route.note for route in crisis.routes)
    assert "In the US call or text 988" in notes
    assert "Check your local number" in notes


def test_no_line_is_risky_and_safe_under_the_same_label() -> None:
    for source in (*categories(), *serious()):
        assert not set(source.risky) & set(source.safe), source.id
