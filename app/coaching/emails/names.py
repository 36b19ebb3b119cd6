"""Words in names that are not the name itself, and how somebody may be called."""

TITLES = frozenset(
    """
    dr prof professor mr mrs ms mx miss shri smt sri commander sir dame lord lady madam madame mme mlle monsieur herr frau señor señora sr
    sra
    doctor chef captain pastor sister sgt sergeant col colonel capt captain lt lieutenant maj major brigadier admiral engr eng rev
    reverend judge brother father bishop canon cllr councillor
    """.split()
)
BEFORE_FIRST = frozenset("sir dame sister brother father".split())
"""Titles that go before a first name: "Sir Alan"."""
RANKS = frozenset(
    "director president principal provost chancellor dean superintendent inspector matron chief judge minister".split()
)
"""Ranks that go before a surname where people are not called by their first names: "Director Shimizu"."""
PARTICLES = frozenset(
    {
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "da",
        "di",
        "la",
        "le",
        "bin",
        "al",
        "el",
        "ibn",
        "dos",
        "ter",
        "ten",
        "du",
        "st",
        "st.",
        "y",
        "e",
    }
)


def forms(name: str) -> list[str]:
    """Return how somebody may be called: the full name, the last, the first."""
    words = [word for word in name.split() if word.lower().rstrip(".") not in TITLES]
    return [form for form in dict.fromkeys((name, " ".join(words), *words[:1], *words[-1:])) if form]
