"""What the user did to the proposed questions: pinned, swapped, moved, written anew."""

from collections.abc import Iterable

from app.domain.agenda import AgendaItem
from app.domain.base import Value


def ident(item: AgendaItem) -> str:
    """Return what names a question of the list: its id in the bank, or the words of the user's own."""
    return item.question_id or item.text


class AgendaChoices(Value):
    """Questions by id, the user's own by their words."""

    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def pin(self, question: str) -> "AgendaChoices":
        """Pin the question, or let it go again."""
        kept = tuple(each for each in self.pinned if each != question)
        return self._with(pinned=kept if question in self.pinned else (*self.pinned, question))

    def drop(self, question: str) -> "AgendaChoices":
        """Swap the question for another."""
        pinned = tuple(each for each in self.pinned if each != question)
        return self._with(dropped=(*self.dropped, question), pinned=pinned)

    def add(self, text: str) -> "AgendaChoices":
        """Put a question of the user's own on the list."""
        return self if text in self.pinned else self._with(pinned=(*self.pinned, text))

    def reword(self, shown: list[str], question: str, text: str) -> "AgendaChoices":
        """Put the user's own words in the place of a question."""
        order = tuple(text if each == question else each for each in shown)
        return self.drop(question).add(text)._with(order=order)

    def arranged(self, questions: Iterable[str]) -> list[str]:
        """Return the ids in the user's order; those never moved keep their place at the end."""
        return sorted(questions, key=lambda each: self.order.index(each) if each in self.order else len(self.order))

    def move(self, shown: list[str], question: str, steps: int) -> "AgendaChoices":
        """Move a question up (-1) or down (+1) among those shown."""
        order = [each for each in shown if each != question]
        order.insert(max(0, shown.index(question) + steps), question)
        return self._with(order=tuple(order))

    def _with(self, **changed: tuple[str, ...]) -> "AgendaChoices":
        return self.model_copy(update=changed)
