"""Commands for the knowledge base: check its files, build its index, lock what goes with it."""

import typer

from app.cli.output import Json, kindly, show, stop

app = typer.Typer(help="Check, index and lock the knowledge base.", no_args_is_help=True)


@app.command("check")
def check(as_json: Json = False) -> None:
    """Read every content file and report every fault at once."""
    from app.content.library import read_library
    from app.content.prompt_files import load_prompts
    from app.settings import Settings

    with kindly():
        settings = Settings()
        library, faults = read_library(settings.content_root / "knowledge")
        counts = {
            "cards": len(library.cards),
            "questions": len(library.questions),
            "personas": len(library.personas),
            "scenarios": len(library.scenarios),
            "moves": len(library.moves),
            "risks": len(library.risks),
            "serious matters": len(library.serious),
            "email kinds": len(library.emails),
            "sources": len(library.sources),
            "programme steps": len(library.programme.steps),
            "prompts": len(load_prompts(settings.content_root / "prompts")),
        }
        for fault in faults:
            typer.echo(fault, err=True)
        if faults and not as_json:
            stop(f"{len(faults)} fault(s) in the content files; mend them and run this again")
        words = ", ".join(f"{count} {name}" for name, count in counts.items()) + ": all well."
        show({"counts": counts, "faults": faults}, as_json=as_json, text=words)
        if faults:
            raise typer.Exit(1)


@app.command("index")
def index(as_json: Json = False) -> None:
    """Build the index and make the risk detector of what goes with the content, if that changed since the last time."""
    from app.bootstrap import build_detector, build_embedder, build_index
    from app.content.library import load_library
    from app.domain.risk import RiskContext
    from app.settings import Settings

    with kindly():
        settings = Settings()
        library = load_library(settings.content_root / "knowledge")
        embedder = build_embedder(settings)
        cards = build_index(settings, library, embedder)
        passages = cards.warm()
        if cards.trouble:
            stop(cards.trouble)
        detector = build_detector(settings, library)
        detector.check("Ready.")
        detector.check("Ready.", RiskContext(side="asked"))
        done = {"cards": len(library.cards), "passages": passages, "embedder": embedder.spec}
        words = f"{len(library.cards)} cards in {passages} passages are indexed with {embedder.spec}."
        show(done, as_json=as_json, text=words)


@app.command("lock")
def lock() -> None:
    """Lock the prompts' words, embed new content into the cache that goes with it, and learn from examples and wordings."""
    from app.bootstrap import build_detector, build_embedder, is_semantic
    from app.content.library import load_library
    from app.content.prompt_files import lock_prompts
    from app.content.texts import embedded_texts
    from app.retrieval.learning import learn, write_map
    from app.retrieval.splitting import passages_of
    from app.retrieval.vector_cache import write_shipped
    from app.retrieval.vectors import vectors_of
    from app.settings import Settings

    with kindly():
        settings = Settings()
        lock_prompts(settings.content_root / "prompts")
        library = load_library(settings.content_root / "knowledge")
        embedder = build_embedder(settings)
        if not is_semantic(embedder):
            stop("the bundled embeddings are not here, so the cache cannot be written; see docs/deploying.md")
        folder = settings.content_root / "knowledge" / "embeddings"
        passages = passages_of(library.cards)
        texts = [*(p.text for p in passages if p.kind != "ask"), *embedded_texts(library)]
        count = write_shipped(folder, embedder, texts, questions=[p.text for p in passages if p.kind == "ask"])
        build_detector(settings, library).lock(settings.content_root / "knowledge" / "readers")
        write_map(folder, embedder.spec, learn(passages, vectors_of(passages, embedder)))
        typer.echo(f"{count} texts are in the cache for {embedder.spec}.")
