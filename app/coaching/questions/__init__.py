"""Questions to take into a meeting: chosen, ordered, timed, and reviewed."""

from app.coaching.questions.bank import Questions

__all__ = ["Questions"]
