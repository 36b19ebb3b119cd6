"""Which texts of the library, besides the cards' passages, are embedded: their vectors go with the content."""

from app.domain.library import Library


def embedded_texts(library: Library) -> list[str]:
    """Return the wordings of the questions, and what the risk detector learns from, each once."""
    texts = [text for question in library.questions for text in (question.text, *question.asked_like)]
    return list(dict.fromkeys([*texts, *risk_texts(library)]))


def risk_texts(library: Library) -> list[str]:
    """Return the examples of the risks and what people ask the cards, each once."""
    texts: list[str] = []
    for risk in library.risks:
        texts += [*risk.risky, *risk.safe]
    for matter in library.serious:
        texts += [*matter.risky, *matter.safe]
    texts += library.plain_lines
    texts += [ask for card in library.cards for ask in card.asks]
    return list(dict.fromkeys(texts))
