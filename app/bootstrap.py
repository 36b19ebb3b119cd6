"""Builds the coach: the only module that knows every adapter."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from app.coaching.answers import Answers
from app.coaching.closeness import strays
from app.coaching.coach import Coach
from app.coaching.commitments import Commitments
from app.coaching.compose import Composer
from app.coaching.documents import Documents, with_documents
from app.coaching.drafts import Drafts
from app.coaching.emails import Letters
from app.coaching.grounding import review_answer
from app.coaching.leaders import Leaders
from app.coaching.notes import Notes
from app.coaching.planning import Planning
from app.coaching.practice import Practice
from app.coaching.prepared import PreparedAnswers
from app.coaching.programme import Programme
from app.coaching.questions import Questions
from app.coaching.rehearsal import Rehearsal
from app.coaching.second_opinion import SecondOpinion
from app.coaching.second_reading import SecondReading
from app.coaching.turn import Critics, TurnRunner
from app.content.library import load_library
from app.content.prompt_files import load_prompts, short
from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.ports import Engine, English, Notebook
from app.domain.turn import Task
from app.engines import ollama
from app.engines.circuit import WithCircuit
from app.engines.langchain_chat import LangChainChat
from app.engines.local_gguf import LocalGguf
from app.engines.models import is_small
from app.engines.openai_compatible import OpenAICompatible, is_loopback
from app.engines.playbook import Playbook
from app.engines.wrappers import WithDeadline, WithPseudonyms
from app.language.brief_reader import BriefReader
from app.language.line_reader import LineReader
from app.language.plain_english import PlainEnglish
from app.language.spacy_english import SpacyEnglish
from app.privacy.embedding import WithoutNames
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.retrieval.documents import DocumentVectors
from app.retrieval.documents_reading import read_document
from app.retrieval.embeddings import HashingEmbedder, choose_embedder
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder
from app.risk.asked import Ask
from app.risk.detector import Detector
from app.settings import Settings
from app.storage.store import SqlStore


def build_coach(settings: Settings, *, engine: Engine | None = None, store: SqlStore | None = None) -> Coach:
    """Return a coach for these settings. It is quick; `Coach.warm` loads what a first turn needs.

    Raises:
        CoachError: content is wrong, or the store or index cannot be opened; the text says what to do.
    """
    library = load_library(settings.content_root / "knowledge")
    english = build_english()
    embedder = build_embedder(settings)
    index = build_index(settings, library, embedder)
    detector = build_detector(settings, library)
    semantic = embedder if is_semantic(embedder) else None
    questions = Questions(library, semantic)
    reader = build_brief_reader(settings)
    letters = Letters(library, detector, english, reader)
    rehearsal = Rehearsal(library, detector, english, semantic)
    chosen = engine or build_engine(settings, english)
    prompts = load_prompts(settings.content_root / "prompts")
    small = is_small(chosen.spec)
    composer = Composer(short(prompts) if small else prompts)
    second_reading = SecondReading(composer.prompts, letters, library)
    programme = Programme(library)
    answers = Answers(library, index)
    planning = Planning(library, detector, answers, questions, letters, programme, rehearsal, second_reading)
    opened = store or SqlStore(settings.store_url)
    documents = build_documents(settings, embedder, opened)
    runner = TurnRunner(
        store=opened,
        engine=chosen,
        playbook=chosen if isinstance(chosen, Playbook) else Playbook(),
        planner=with_documents(planning.plan, documents),
        critics=build_critics(rehearsal, small=small),
        rereadings={Task.EMAIL: planning.reread},
        composer=composer,
        content=library.fingerprint,
    )
    return Coach(
        library,
        chosen,
        opened,
        index,
        detector,
        planning,
        questions,
        letters,
        rehearsal,
        runner,
        composer,
        Commitments(opened, Notes(reader), library),
        Drafts(opened),
        PreparedAnswers(library, questions, detector, opened),
        documents,
        Leaders(library, detector, english, opened, semantic),
        Practice(library, rehearsal, opened),
        SecondOpinion(chosen, composer.prompts, library),
        second_reading,
        load_engine=loading(chosen, composer),
        forget=partial(forget, english, build_finder(english, settings.content_root), detector),
    )


def forget(*readers: SpacyEnglish | PlainEnglish | NameFinder | Detector) -> None:
    """Have readers forget the texts they remember, so as not to read them twice."""
    for reader in readers:
        reader.forget()


def build_engine(settings: Settings, english: English) -> Engine:
    """Return the engine the settings name, with a deadline, and with names replaced where it is not on this machine.

    Raises:
        InputRefused: there is no such kind of engine.
    """
    engine = bare_engine(settings)
    if isinstance(engine, Playbook):
        return engine
    timed = WithDeadline(engine, first=settings.timeout, gap=settings.timeout / 2, whole=settings.timeout * 3)
    watched = WithCircuit(timed)
    if watched.stays_here:
        return watched
    return WithPseudonyms(watched, partial(Pseudonyms, finder=build_finder(english, settings.content_root)))


def bare_engine(settings: Settings) -> Engine:
    """Return the engine the settings name; with "auto" and nothing configured, an Ollama on this machine if there is one.

    Raises:
        InputRefused: there is no such kind of engine.
    """
    kind, _, rest = settings.engine_spec.partition(":")
    if kind == "playbook":
        named = settings.model if "model" in settings.model_fields_set else ""
        model = ollama.found(settings.ollama_url, named) if settings.engine == "auto" else None
        return ollama.Ollama(model, settings.ollama_url, settings.timeout) if model else Playbook()
    if kind == "openai":
        return OpenAICompatible(
            rest or settings.model, settings.openai_base_url, settings.openai_api_key, settings.timeout
        )
    if kind == "ollama" and rest and settings.ollama_url:
        return ollama.Ollama(ollama.by_name(rest, settings.ollama_url), settings.ollama_url, settings.timeout)
    if kind == "gguf" and rest:
        return LocalGguf(rest, settings.models_dir, settings.timeout)
    if kind == "langchain" and ":" in rest:
        provider, _, model_name = rest.partition(":")
        return LangChainChat(provider, model_name, settings.timeout)
    raise InputRefused(
        f"COACH_ENGINE={settings.engine!r} is not known; use auto, playbook, openai, ollama:<model>, gguf:<model> "
        "or langchain:<provider>:<model>."
    )


def loading(engine: Engine, composer: Composer) -> Callable[[], None]:
    """Return what loads a model inside this program, and has it read what every line begins with; nothing for others."""
    while isinstance(engine, WithDeadline | WithCircuit | WithPseudonyms):
        engine = engine.inner
    if not isinstance(engine, LocalGguf):
        return lambda: None
    return partial(engine.read_ahead, composer.openings())


def build_critics(rehearsal: Rehearsal, *, small: bool = False) -> dict[Task, Critics]:
    """Return what checks an engine's words, by task. A task without critics may not be said by an engine at all.

    The words of a `small` model have to stay close to the plan besides.
    """
    return {
        Task.ASK: Critics(
            sentence=lambda sentence, plan, _session, _thread: review_answer(sentence, plan),
            whole=lambda text, _plan, _session, _thread: "" if text.strip() else "nothing that could be shown",
        ),
        Task.REHEARSE: Critics(
            sentence=lambda sentence, plan, session, thread: (
                rehearsal.review(sentence, plan.leader, session.meeting, [m.text for m in thread if m.role == "leader"])
                if plan.leader
                else "no plan for this turn"
            ),
            whole=lambda text, plan, session, thread: (
                rehearsal.review_whole(
                    text, plan.leader, session.meeting, [m.text for m in thread if m.role == "leader"]
                )
                or (strays(text, plan) if small else "")
                if plan.leader
                else "no plan for this turn"
            ),
        ),
    }


@cache
def build_english() -> SpacyEnglish | PlainEnglish:
    """Return spaCy's pipeline where it is installed, else plain rules; one for the whole process."""
    return SpacyEnglish() if SpacyEnglish.is_here() else PlainEnglish()


@cache
def build_finder(english: English, content_root: Path) -> NameFinder:
    """Return what finds names in texts; one for the whole process."""
    return NameFinder(english, content_root / "knowledge")


def build_embedder(settings: Settings) -> CachedEmbedder:
    """Return the embedder the settings ask for, with the vectors that go with the content."""
    inner = choose_embedder(
        settings.embedder,
        model=settings.embedding_model,
        base_url=settings.openai_base_url,
        api_key=settings.openai_api_key,
        direct=is_loopback(settings.openai_base_url),
    )
    if inner.spec.startswith("endpoint-") and not is_loopback(settings.openai_base_url):
        finder = build_finder(build_english(), settings.content_root)
        inner = WithoutNames(inner, partial(Pseudonyms, (), finder=finder))
    return CachedEmbedder(inner, settings.content_root / "knowledge" / "embeddings", settings.data_dir / "embeddings")


def is_semantic(embedder: CachedEmbedder) -> bool:
    """Say whether nearness means likeness of meaning: not so for hashing."""
    return not embedder.spec.startswith("hashing")


def build_index(settings: Settings, library: Library, embedder: CachedEmbedder) -> FusedIndex:
    """Return the knowledge index; nothing is opened until it is asked."""
    return FusedIndex(library.cards, embedder, settings.data_dir / "index", settings.chroma_url)


def build_documents(settings: Settings, embedder: CachedEmbedder, notebook: Notebook) -> Documents:
    """Return the collections of own documents, read by the bundled model or by words: never by an endpoint."""
    local = embedder if embedder.spec.startswith("e5") else HashingEmbedder()
    vectors = DocumentVectors(local, settings.data_dir / "index" / "own", settings.chroma_url)
    return Documents(notebook, vectors, read_document, semantic=local is embedder)


def build_detector(settings: Settings, library: Library) -> Detector:
    """Return the risk detector, which reads with what goes with the content; nothing is loaded until it is asked."""
    asks = [Ask(text=text, serious="serious" in card.themes) for card in library.cards for text in card.asks]
    asks += [Ask(text=text, serious=False) for text in library.asked_ordinary]
    asks += [Ask(text=text, serious=True) for text in library.asked_serious]
    reader = LineReader(settings.content_root / "knowledge" / "readers" / "risk.onnx")
    return Detector(
        library.risks,
        library.serious,
        reader,
        lambda lines: build_reader(settings).content(lines),
        settings.data_dir / "risk",
        asks,
        library.plain_lines,
        settings.content_root / "knowledge" / "readers",
    )


def build_brief_reader(settings: Settings) -> BriefReader:
    """Return what reads briefs; nothing is loaded until it is asked."""
    return BriefReader(settings.content_root / "knowledge" / "readers" / "briefs.onnx")


def build_reader(settings: Settings) -> CachedEmbedder:
    """Return what reads the examples of the risk detector and remembers their vectors in the data folder."""
    own = settings.data_dir / "embeddings"
    return CachedEmbedder(LineReader(settings.content_root / "knowledge" / "readers" / "risk.onnx"), own, own)
