"""What the use cases need from the world, as small protocols. Every implementation passes the same contract tests."""

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from app.domain.base import Value
from app.domain.conversation import CoachingSession, Export, Message
from app.domain.documents import NearPart, OwnPart
from app.domain.knowledge import Audience
from app.domain.language import Mark, Parsed
from app.domain.notebook import Entry, EntryKind
from app.domain.risk import RiskContext, RiskReport
from app.domain.turn import EngineRequest, Usage

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray


class Engine(Protocol):
    """Whatever says a plan. Closing the iterator frees what it holds."""

    spec: str
    """For example "playbook" or "openai:gpt-5-mini"."""
    stays_here: bool
    """True when nothing leaves this machine."""

    def preview(self, request: EngineRequest) -> str:
        """Return exactly the text that would leave for this request; empty when nothing would."""
        ...

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the reply in pieces, and at most one Usage.

        Raises:
            EngineError: one of its kinds; nothing else.
        """
        ...


class Embedder(Protocol):
    """Turns text into vectors of unit length."""

    spec: str

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def queries(self, texts: Sequence[str]) -> "NDArray[float32]":
        """Return one row a text, shape (len(texts), dimensions), for looking things up."""
        ...

    def passages(self, texts: Sequence[str]) -> "NDArray[float32]":
        """Return one row a text, shape (len(texts), dimensions), for being found and for comparing like with like."""
        ...


class LineEmbedder(Embedder, Protocol):
    """An embedder that also says, of a text read once, what its parts are like."""

    def with_parts(self, text: str, places: Sequence[tuple[int, int]]) -> "NDArray[float32]":
        """Return the row of the whole text, then one for each place in it, shape (1 + len(places), dimensions)."""
        ...


class Hit(Value):
    """A card found for a query; `score` is comparable within one search only, higher is better."""

    card: str
    score: float
    similarity: float = 0.0
    """Cosine of the nearest passage in [-1, 1]; tells how near the best match is at all."""


class KnowledgeIndex(Protocol):
    """Finds cards. Opening it never downloads anything."""

    fingerprint: str
    reader: str
    """What reads meaning, such as "e5-small-q4"; "hashing-384" reads none."""
    trouble: str
    """Why the newest search went by words alone; empty when meaning was read as well."""

    def search(self, query: str, *, audience: Audience | None = None, limit: int = 8) -> list[Hit]:
        """Return the best cards, best first, no card twice. An empty query gives an empty list.

        `audience` prefers, it does not exclude.

        Raises:
            IndexUnavailable: the index is broken and could not be rebuilt.
        """
        ...


class RiskDetector(Protocol):
    """Says whether a text could harm its speaker, and finds serious matters."""

    def check(self, text: str, context: RiskContext = RiskContext()) -> RiskReport:
        """Return flags and serious findings with character spans; deterministic, never raises on any text."""
        ...

    def better(self, report: RiskReport) -> str:
        """Return the report's whole text with each flagged sentence said better; serious sentences stay as they are."""
        ...


class BriefReader(Protocol):
    """Reads briefs in free text. Never raises on any text; long texts are read up to a limit."""

    def marks(self, kind: str, text: str) -> tuple[Mark, ...]:
        """Return what is what in a brief for a letter of this kind, in its order."""
        ...


class English(Hashable, Protocol):
    """Reads English. Never raises on any text; long texts are read up to a limit."""

    def parse(self, text: str) -> Parsed:
        """Return sentences, noun phrases, names and words."""
        ...

    def knows(self, word: str) -> bool:
        """Tell whether a word typed without a capital is, in any form, one of the language's own.

        A reader that has no dictionary says yes: then no word is taken for a name on its account.
        """
        ...


class StandIns(Protocol):
    """One consistent set of stand-ins for names; `restore` undoes `hide`."""

    def learn(self, texts: Sequence[str]) -> None:
        """Find the names in what the person wrote; they are replaced in every text hidden from now on."""
        ...

    def hide(self, text: str) -> str:
        """Return the text with the known names replaced."""
        ...

    def restore(self, text: str) -> str:
        """Return the text with the real names back."""
        ...

    def restore_part(self, text: str) -> tuple[str, str]:
        """Return what can be shown of a growing text, restored, and the tail that may begin a stand-in."""
        ...


class SessionStore(Protocol):
    """Keeps sessions. Every method takes or implies an owner, so that nobody sees another's words."""

    def create(self, session: CoachingSession) -> None:
        """Store a new session.

        Raises:
            StoreError: the store cannot be written.
        """
        ...

    def get(self, owner: str, session: str) -> CoachingSession:
        """Return the session.

        Raises:
            SessionNotFound: unknown, or another owner's.
        """
        ...

    def save(self, session: CoachingSession) -> None:
        """Store the session's new title, meeting, head or end."""
        ...

    def recent(self, owner: str, limit: int = 50) -> list[CoachingSession]:
        """Return the owner's sessions, newest change first."""
        ...

    def append(self, owner: str, message: Message) -> None:
        """Add a message, or replace the one with the same id, and make it the session's head."""
        ...

    def thread(self, owner: str, session: str) -> list[Message]:
        """Return the messages from the first to the head of the branch in view."""
        ...

    def branches(self, owner: str, session: str) -> list[Message]:
        """Return every message of the session, oldest first, whatever branch it is on."""
        ...

    def delete(self, owner: str, session: str) -> None:
        """Remove the session and its messages for good."""
        ...

    def export(self, owner: str) -> Export:
        """Return everything of this owner, the notebook included."""
        ...

    def delete_all(self, owner: str) -> int:
        """Remove everything of this owner for good, the notebook included; return how many sessions."""
        ...


class Notebook(Protocol):
    """Keeps an owner's own things. One owner never sees or changes another's."""

    def keep(self, entry: Entry) -> None:
        """Add an entry, or replace the owner's entry with the same id.

        Raises:
            StoreError: it cannot be written, or the id is another owner's.
        """
        ...

    def entries(self, owner: str, kind: EntryKind) -> list[Entry]:
        """Return the owner's entries of a kind, oldest first."""
        ...

    def discard(self, owner: str, entry: str) -> None:
        """Remove an entry for good; one that is not there is no error."""
        ...


class DocumentIndex(Protocol):
    """Finds passages of people's own documents by their vectors. It keeps no words, and each owner's vectors apart."""

    def parts(self, text: str) -> list[OwnPart]:
        """Return the passages of a text, in order; at least one for a text with words."""
        ...

    def vectors(self, texts: Sequence[str]) -> "NDArray[float32]":
        """Return one row a passage."""
        ...

    def keep(self, owner: str, document: str, rows: "Sequence[NDArray[float32]]") -> None:
        """Keep a document's vectors, all rows in order; whole or not at all.

        Raises:
            IndexUnavailable: they cannot be written.
        """
        ...

    def kept(self, owner: str) -> dict[str, int]:
        """Return how many passages of each of the owner's documents can be found."""
        ...

    def near(self, owner: str, query: str, limit: int) -> list[NearPart]:
        """Return the nearest passages, nearest first; `nearness` is the cosine in [-1, 1]. Never raises."""
        ...

    def discard(self, owner: str, documents: Sequence[str]) -> None:
        """Remove the vectors of these documents for good; errors as for `keep`."""
        ...

    def forget(self, owner: str) -> None:
        """Remove every vector of this owner for good; errors as for `keep`."""
        ...
