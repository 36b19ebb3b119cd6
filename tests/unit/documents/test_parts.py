"""A document in passages: verbatim, in order, short, and under the right headings."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.retrieval.documents_parts import LONGEST, parts_of

GUIDE = """Before any heading.

# Levels

## Staff
A staff engineer sets direction. Packets are due on 15 March.

## Senior
A senior engineer owns a service.

# Pay
Bands are published in January.
"""


def test_each_passage_stands_under_its_own_headings() -> None:
    found = [(part.heading, GUIDE[part.start : part.end]) for part in parts_of(GUIDE)]
    assert found == [
        ("", "Before any heading."),
        ("Levels. Staff", "A staff engineer sets direction. Packets are due on 15 March."),
        ("Levels. Senior", "A senior engineer owns a service."),
        ("Pay", "Bands are published in January."),
    ]


def test_headings_alone_are_still_a_passage() -> None:
    assert [GUIDE for _ in parts_of("# Only a heading")] == [GUIDE]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab .\n#会-?"), max_size=1500).map(lambda text: text.strip()).filter(bool))
def test_passages_hold_every_word_once_as_it_stands(text: str) -> None:
    parts = parts_of(text)
    assert parts
    ends = [0, *(part.end for part in parts)]
    assert all(before <= part.start < part.end for before, part in zip(ends, parts, strict=False))
    assert all(part.end - part.start <= LONGEST for part in parts)
    if "#" not in text:
        assert "".join("".join(text[p.start : p.end] for p in parts).split()) == "".join(text.split())
