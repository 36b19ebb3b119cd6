"""Builds the coach: the only module that knows every adapter."""

from functools import partial

from app.coaching.answers import Answers
from app.coaching.coach import Coach
from app.coaching.compose import Composer
from app.coaching.emails import Letters
from app.coaching.grounding import review_answer
from app.coaching.planning import Planning
from app.coaching.programme import Programme
from app.coaching.questions import Questions
from app.coaching.rehearsal import Rehearsal
from app.coaching.turn import Critics, TurnRunner
from app.content.library import load_library
from app.content.prompt_files import load_prompts
from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.ports import Engine, English
from app.domain.turn import Task
from app.engines.langchain_chat import LangChainChat
from app.engines.openai_compatible import OpenAICompatible
from app.engines.playbook import Playbook
from app.engines.wrappers import WithDeadline, WithPseudonyms
from app.language.plain_english import PlainEnglish
from app.language.spacy_english import SpacyEnglish
from app.privacy.pseudonyms import Pseudonyms
from app.retrieval.embeddings import choose_embedder
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder
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
    detector = build_detector(settings, library, embedder)
    semantic = embedder if is_semantic(embedder) else None
    questions = Questions(library, semantic)
    letters = Letters(library, detector, english)
    rehearsal = Rehearsal(library, detector, english, semantic)
    composer = Composer(load_prompts(settings.content_root / "prompts"))
    planning = Planning(library, detector, Answers(library, index), questions, letters, Programme(library), rehearsal)
    chosen = engine or build_engine(settings, english)
    opened = store or SqlStore(settings.store_url)
    runner = TurnRunner(
        store=opened,
        engine=chosen,
        playbook=chosen if isinstance(chosen, Playbook) else Playbook(),
        planner=planning.plan,
        critics=build_critics(rehearsal),
        composer=composer,
        content=library.fingerprint,
    )
    return Coach(library, chosen, opened, index, detector, planning, questions, letters, rehearsal, runner, composer)


def build_engine(settings: Settings, english: English) -> Engine:
    """Return the engine the settings name, with a deadline, and with names replaced where it is not on this machine.

    Raises:
        InputRefused: there is no such kind of engine.
    """
    kind, _, rest = settings.engine_spec.partition(":")
    if kind == "playbook":
        return Playbook()
    engine: Engine
    if kind == "openai":
        engine = OpenAICompatible(
            rest or settings.model, settings.openai_base_url, settings.openai_api_key, settings.timeout
        )
    elif kind == "langchain" and ":" in rest:
        provider, _, model = rest.partition(":")
        engine = LangChainChat(provider, model, settings.timeout)
    else:
        raise InputRefused(
            f"COACH_ENGINE={settings.engine!r} is not known; use auto, playbook, openai or langchain:<provider>:<model>."
        )
    timed = WithDeadline(engine, first=settings.timeout, gap=settings.timeout / 2, whole=settings.timeout * 3)
    return timed if timed.stays_here else WithPseudonyms(timed, partial(Pseudonyms, english=english))


def build_critics(rehearsal: Rehearsal) -> dict[Task, Critics]:
    """Return what checks an engine's words, by task. A task without critics may not be said by an engine at all."""
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
                if plan.leader
                else "no plan for this turn"
            ),
        ),
    }


def build_english() -> English:
    """Return spaCy's pipeline where it is installed, else plain rules."""
    return SpacyEnglish() if SpacyEnglish.is_here() else PlainEnglish()


def build_embedder(settings: Settings) -> CachedEmbedder:
    """Return the embedder the settings ask for, with the vectors that go with the content."""
    inner = choose_embedder(
        settings.embedder,
        model=settings.embedding_model,
        base_url=settings.openai_base_url,
        api_key=settings.openai_api_key,
    )
    return CachedEmbedder(inner, settings.content_root / "knowledge" / "embeddings", settings.data_dir / "embeddings")


def is_semantic(embedder: CachedEmbedder) -> bool:
    """Say whether nearness means likeness of meaning: not so for hashing."""
    return not embedder.spec.startswith("hashing")


def build_index(settings: Settings, library: Library, embedder: CachedEmbedder) -> FusedIndex:
    """Return the knowledge index; nothing is opened until it is asked."""
    return FusedIndex(library.cards, embedder, settings.data_dir / "index", settings.chroma_url)


def build_detector(settings: Settings, library: Library, embedder: CachedEmbedder) -> Detector:
    """Return the risk detector, trained on first use and kept in the data folder."""
    semantic = embedder if is_semantic(embedder) else None
    return Detector(library.risks, library.serious, semantic, settings.data_dir / "risk")
