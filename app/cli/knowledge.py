"""Commands for the knowledge base: check its files, build its index, lock what goes with it."""

import typer

from app.cli.output import kindly, stop

app = typer.Typer(help="Check, index and lock the knowledge base.", no_args_is_help=True)


@app.command("check")
def check() -> None:
    """Read every content file and report every fault at once."""
    from app.content.library import read_library
    from app.content.prompt_files import load_prompts
    from app.settings import Settings

    with kindly():
        settings = Settings()
        library, faults = read_library(settings.content_root / "knowledge")
        prompts = load_prompts(settings.content_root / "prompts")
        for fault in faults:
            typer.echo(fault, err=True)
        if faults:
            stop(f"{len(faults)} fault(s) in the content files; mend them and run this again")
        typer.echo(
            f"{len(library.cards)} cards, {len(library.questions)} questions, {len(library.personas)} personas, "
            f"{len(library.scenarios)} scenarios, {len(library.moves)} moves, {len(library.risks)} risks, "
            f"{len(library.serious)} serious matters, {len(library.emails)} email kinds, "
            f"{len(library.sources)} sources, {len(prompts)} prompts: all well."
        )


@app.command("index")
def index() -> None:
    """Build the index and train the risk detector, if the content changed since the last time."""
    from app.bootstrap import build_detector, build_embedder, build_index
    from app.content.library import load_library
    from app.settings import Settings

    with kindly():
        settings = Settings()
        library = load_library(settings.content_root / "knowledge")
        embedder = build_embedder(settings)
        passages = build_index(settings, library, embedder).warm()
        build_detector(settings, library, embedder).check("Ready.")
        typer.echo(f"{len(library.cards)} cards in {passages} passages are indexed with {embedder.spec}.")


@app.command("lock")
def lock() -> None:
    """Lock the prompts' words, and embed new content into the cache that goes with it."""
    from app.bootstrap import build_embedder, is_semantic
    from app.content.library import load_library
    from app.content.prompt_files import lock_prompts
    from app.content.texts import embedded_texts
    from app.retrieval.splitting import passages_of
    from app.retrieval.vector_cache import write_shipped
    from app.settings import Settings

    with kindly():
        settings = Settings()
        lock_prompts(settings.content_root / "prompts")
        library = load_library(settings.content_root / "knowledge")
        embedder = build_embedder(settings)
        if not is_semantic(embedder):
            stop("the bundled embeddings are not here, so the cache cannot be written; see docs/deploying.md")
        texts = [*(p.text for p in passages_of(library.cards)), *embedded_texts(library)]
        count = write_shipped(settings.content_root / "knowledge" / "embeddings", embedder, texts)
        typer.echo(f"{count} texts are in the cache for {embedder.spec}.")
