"""Which texts of the library, besides the cards' passages, are embedded: their vectors go with the content."""

from app.domain.library import Library


def embedded_texts(library: Library) -> list[str]:
    """Return the wordings of the questions, each once."""
    texts = [text for question in library.questions for text in (question.text, *question.asked_like)]
    return list(dict.fromkeys(texts))
