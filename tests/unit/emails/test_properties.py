"""What must hold for every letter, whatever is put in."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.coaching.emails import Letters
from app.domain.emails import EmailBrief

KINDS = (
    "request heads_up pushback_reply accept agenda_note thank_you promise_kept quarterly nudge reschedule decline "
    "announcement invite_one invite_many leader_follow_up themes_back manager_note leader_pushback"
).split()
FACTS = (
    "me role team boss leader leader_title assistant minutes purpose manager_knows times when topics share learned mine "
    "theirs worry result meaning reason new_times person start cadence who format praise heard doing not_doing"
).split()
VALUES = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60) | st.sampled_from(
    [
        "Ana Ruiz",
        "30",
        "yes",
        "no",
        "to learn about her role and priorities",
        "send the chart | ask Jo",
        "[Name]",
        "{boss}",
    ]
)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(
    kind=st.sampled_from(KINDS),
    facts=st.dictionaries(st.sampled_from(FACTS), VALUES, max_size=10),
    tone=st.sampled_from(["warm", "plain", "formal"]),
    length=st.sampled_from(["short", "standard"]),
    limit=st.integers(min_value=1, max_value=300),
)
def test_a_word_limit_is_never_broken(
    letters: Letters, kind: str, facts: dict[str, str], tone: str, length: str, limit: int
) -> None:
    draft = letters.draft(EmailBrief(kind=kind, facts=facts, tone=tone, length=length, max_words=limit))
    assert draft.words <= limit


@FEW
@given(
    kind=st.sampled_from(KINDS),
    text=st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            "I'm Ana my boss is Tom his her boss director 30 minutes to learn about the role under 50 words knows and , . ( )".split()
        ),
        max_size=30,
    ).map(" ".join),
)
def test_any_text_gives_a_draft_without_a_gap(letters: Letters, kind: str, text: str) -> None:
    draft = letters.draft(letters.brief(kind, text))
    assert draft.body
    assert not re.search(r"\{\w+\}|\[(?:name|your)", draft.body, re.IGNORECASE)
