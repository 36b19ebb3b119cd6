"""A person's own documents: added with their progress in sight, quoted word for word beside an answer, really removed.

They are the person's material, not knowledge of ours. A quote stands apart from the answer, supports none of its
sentences, carries no grade, and reaches no engine: not with this turn, and not as history. What a document says to do is
text like any other.
"""

import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from datetime import UTC, datetime
from uuid import uuid4

from app.coaching.draft import telling
from app.coaching.own_quotes import is_fit, quoted, to_read
from app.coaching.turn import Planner
from app.domain.base import Value
from app.domain.conversation import CoachingSession, Message
from app.domain.documents import DocumentText, NearPart, OwnDocument, OwnPart, OwnPassage, OwnQuote, Progress
from app.domain.errors import InputRefused, StoreError
from app.domain.notebook import Entry
from app.domain.ports import DocumentIndex, Notebook
from app.domain.turn import Plan, Task

ReadDocument = Callable[[str, bytes], DocumentText]
"""Reads a file by its name and bytes, or raises InputRefused."""

MOST = 20
"""Documents of one person."""
MOST_CHARACTERS = 1_000_000
"""Characters of all documents of one person."""
STEP = 4
"""Passages read between two steps of the progress: half a second or so."""
CANDIDATES = 12
QUOTES = 2
LONGEST_QUERY = 2_000
ALONE = 0.9
"""Cosine of the bundled model from which a passage is close whatever its words; 0.83 to 0.87 needs words in common.

Chosen on 23 questions about three invented documents, of which 19 find their passage, and 80 questions about neither.
"""
CLOSE_AND_WORDED = ((0.87, 1, 0.3), (0.83, 2, 0.4))
"""Cosine, telling words in common, and their share of the question's, that are enough together."""
WORDED = (2, 0.5)
"""The same where only words can be compared."""
NOT_OURS = "The guidance here doesn't cover that. A document of yours may: its own words are below."


class _Kept(Value):
    document: OwnDocument
    text: str


class Documents:
    """Each owner's own collection. Holds no words between calls; safe to share between threads."""

    def __init__(self, notebook: Notebook, index: DocumentIndex, read: ReadDocument, *, semantic: bool) -> None:
        """Words are kept in the notebook, vectors in the index; `semantic` says that its cosines tell meaning."""
        self.read = read
        self._notebook = notebook
        self._index = index
        self._semantic = semantic
        self._parts: dict[str, list[OwnPart]] = {}
        self._changing = threading.Lock()

    def add(self, owner: str, name: str, data: bytes) -> Generator[Progress, None, None]:
        """Read a file and keep it, yielding how far it is; the last step carries the document.

        Closing the iterator before its end keeps nothing.

        Raises:
            InputRefused: the file cannot be read, is here already, or is more than fits; the message says what to do.
            StoreError: it cannot be written.
            IndexUnavailable: its vectors cannot be written.
        """
        found = self.read(name, data)
        self._admit(owner, found)
        parts = self._index.parts(found.text)
        rows = []
        for start in range(0, len(parts), STEP):
            yield Progress(done=start, total=len(parts), title=found.title)
            rows.append(self._index.vectors(to_read(found.text, parts[start : start + STEP])))
        now = datetime.now(UTC)
        document = OwnDocument(
            id=uuid4().hex,
            title=found.title,
            kind=found.kind,
            characters=len(found.text),
            passages=len(parts),
            added=now,
        )
        value = {"document": document.model_dump(mode="json"), "text": found.text}
        entry = Entry(id=document.id, owner=owner, kind="document", value=value, created=now, changed=now)
        with self._changing:
            # The words come last: until they are kept there is no document, and vectors without one are cleared away.
            self._index.keep(owner, document.id, rows)
            try:
                self._notebook.keep(entry)
            except StoreError:
                self._index.discard(owner, [document.id])
                raise
        yield Progress(done=len(parts), total=len(parts), title=found.title, document=document)

    def mend(self, owner: str) -> Generator[Progress, None, None]:
        """Read again what has words and no vectors (a removed index folder, another model), yielding how far it is.

        Raises:
            StoreError: the words cannot be read.
            IndexUnavailable: the vectors cannot be written.
        """
        with self._changing:
            kept = self._kept(owner)
            here = self._index.kept(owner)
            if strays := sorted(set(here) - {each.document.id for each in kept}):
                self._index.discard(owner, strays)
        for each in kept:
            parts = self._parts_of(each)
            if here.get(each.document.id) == len(parts):
                continue
            rows = []
            for start in range(0, len(parts), STEP):
                yield Progress(done=start, total=len(parts), title=each.document.title)
                rows.append(self._index.vectors(to_read(each.text, parts[start : start + STEP])))
            with self._changing:
                if any(still.document.id == each.document.id for still in self._kept(owner)):
                    self._index.keep(owner, each.document.id, rows)
            yield Progress(done=len(parts), total=len(parts), title=each.document.title, document=each.document)

    def all(self, owner: str) -> list[OwnDocument]:
        """Return the owner's documents, oldest first."""
        return [each.document for each in self._kept(owner)]

    def text(self, owner: str, document: str) -> str:
        """Return the words of a document, empty when the owner has no such document."""
        return next((each.text for each in self._kept(owner) if each.document.id == document), "")

    def remove(self, owner: str, document: str) -> None:
        """Remove a document for good: its vectors, then its words. One that is not there is no error.

        Raises:
            StoreError: the words cannot be removed.
            IndexUnavailable: the vectors cannot be removed.
        """
        with self._changing:
            self._index.discard(owner, [document])
            self._notebook.discard(owner, document)
        self._parts.pop(document, None)

    def forget(self, owner: str) -> None:
        """Remove every vector of the owner's documents for good; their words go with the notebook."""
        with self._changing:
            self._index.forget(owner)

    def search(self, owner: str, query: str, limit: int = QUOTES) -> list[OwnQuote]:
        """Return the close passages with the one or two sentences nearest the query, best first; often none."""
        kept = {each.document.id: each for each in self._kept(owner)}
        query = query.strip()[:LONGEST_QUERY]
        if not kept or not query:
            return []
        wanted = telling(query)
        near = self._index.near(owner, query, CANDIDATES)
        near += self._by_words_alone(owner, kept.values(), near)
        ranked: list[tuple[float, OwnQuote]] = []
        for one in near:
            each = kept.get(one.document)
            parts = self._parts_of(each) if each else []
            if each is None or one.place >= len(parts):
                continue
            part = parts[one.place]
            words = len(wanted & telling(f"{each.document.title} {part.heading} {each.text[part.start : part.end]}"))
            share = words / len(wanted) if wanted else 0.0
            if self._close(one.nearness, words, share):
                start, end = quoted(each.text, part, query)
                if is_fit(each.text[start:end]):
                    place = OwnQuote(document=one.document, start=start, end=end, opens=part.start, closes=part.end)
                    ranked.append((share + one.nearness, place))
        ranked.sort(key=lambda pair: -pair[0])
        return [place for _, place in ranked[:limit]]

    def shown(self, owner: str, quotes: Sequence[OwnQuote]) -> list[OwnPassage]:
        """Return the words at these places; what was removed since has none."""
        kept = {each.document.id: each for each in self._kept(owner)} if quotes else {}
        return [_passage(place, kept.get(place.document)) for place in quotes]

    def beside(self, plan: Plan, owner: str, question: str) -> Plan:
        """Return the plan of an answer with the close places of the person's own documents; other plans as they are.

        Nothing stands beside a serious matter.
        """
        if plan.task is not Task.ASK or plan.serious or plan.intent == "courtesy":
            return plan
        own = tuple(self.search(owner, question))
        if not own:
            return plan
        return plan.model_copy(update={"own": own} | ({"planned": NOT_OURS} if plan.intent == "abstain" else {}))

    def _admit(self, owner: str, found: DocumentText) -> None:
        kept = self._kept(owner)
        same = next((each.document.title for each in kept if each.text == found.text), "")
        if same:
            raise InputRefused(f"This text is among your documents already, as “{same}”.")
        if len(kept) >= MOST:
            raise InputRefused(f"There is room for {MOST} documents. Remove one you no longer need.")
        if sum(each.document.characters for each in kept) + len(found.text) > MOST_CHARACTERS:
            raise InputRefused(
                f"Your documents may have {MOST_CHARACTERS:,} characters together. Remove one you no longer need."
            )

    def _kept(self, owner: str) -> list[_Kept]:
        return [_Kept.model_validate(entry.value) for entry in self._notebook.entries(owner, "document")]

    def _parts_of(self, each: _Kept) -> list[OwnPart]:
        if each.document.id not in self._parts:
            self._parts[each.document.id] = self._index.parts(each.text)
        return self._parts[each.document.id]

    def _by_words_alone(self, owner: str, kept: Iterable[_Kept], near: Sequence[NearPart]) -> list[NearPart]:
        """Every passage of a document that has no vectors at the moment: it is still found by its words."""
        found = {one.document for one in near}
        missing = [each for each in kept if each.document.id not in found]
        here = self._index.kept(owner) if missing else {}
        return [
            NearPart(document=each.document.id, place=place, nearness=0.0)
            for each in missing
            if each.document.id not in here
            for place in range(len(self._parts_of(each)))
        ]

    def _close(self, cosine: float, words: int, share: float) -> bool:
        if not self._semantic or not cosine:
            return words >= WORDED[0] and share >= WORDED[1]
        return cosine >= ALONE or any(
            cosine >= least and words >= few and share >= part for least, few, part in CLOSE_AND_WORDED
        )


def with_documents(planner: Planner, documents: Documents) -> Planner:
    """Return the planner with what the person's own documents say beside its answers."""

    def plan(session: CoachingSession, thread: Sequence[Message], task: Task | None) -> Plan:
        return documents.beside(planner(session, thread, task), session.owner, thread[-1].text)

    return plan


def _passage(place: OwnQuote, kept: _Kept | None) -> OwnPassage:
    if kept is None:
        return OwnPassage(document=place.document, removed=True)
    text = kept.text
    return OwnPassage(
        document=place.document,
        title=kept.document.title,
        before=text[place.opens : place.start],
        quote=text[place.start : place.end],
        after=text[place.end : place.closes],
    )
