"""Commands for models that run inside this program: list them, fetch one, remove one, try the engine in use."""

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from app.cli.output import Json, kindly, show, stop

app = typer.Typer(help="Fetch and try language models on this machine.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="A model of the catalogue; see: skip-level models list.")]
TRIAL = "What would you most like to hear from somebody two levels below you?"


@app.command("list")
def list_models(as_json: Json = False) -> None:
    """List the models that can be fetched, and which are here."""
    from app.engines.models import catalogue
    from app.engines.models_fetch import in_gb
    from app.settings import Settings

    with kindly():
        folder = Settings().models_dir
        offered = [model for model in catalogue() if not model.plumbing or model.file(folder).exists()]
        told = [
            {
                "name": model.name,
                "title": model.title,
                "size": model.size,
                "memory": model.memory,
                "licence": model.licence,
                "context": model.context,
                "here": model.file(folder).exists(),
                "recommended": model.recommended,
            }
            for model in offered
        ]
        words = "\n\n".join(
            f"{model.name}{'  (here)' if model.file(folder).exists() else ''}\n"
            f"  {model.title}, {in_gb(model.size)}, wants {in_gb(model.memory)} of memory, {model.licence}.\n"
            f"  For: {model.recommended}."
            for model in offered
        )
        show({"models": told}, as_json=as_json, text=words)


@app.command("pull")
def pull(name: Name, as_json: Json = False) -> None:
    """Fetch a model; run it again to go on where it stopped."""
    from app.engines.models import named
    from app.engines.models_fetch import Fetching, in_gb
    from app.settings import Settings

    with kindly():
        model, folder = named(name), Settings().models_dir
        if not as_json:
            typer.echo(f"{model.title}, {in_gb(model.size)}, into {folder}.", err=True)
        with typer.progressbar(length=model.size, label=model.name, file=typer.get_text_stream("stderr")) as bar:

            def moved(here: int, size: int) -> None:
                bar.length = size
                bar.update(here - bar.pos)

            file = Fetching(folder, progress=moved).fetch(model)
        _show_file(name, file, f"{model.title} is here. To use it: COACH_ENGINE=gguf:{name}", as_json)


@app.command("remove")
def remove(name: Name, as_json: Json = False) -> None:
    """Delete a model's file, and what a stopped fetch left of one."""
    from app.engines.models import named
    from app.settings import Settings

    with kindly():
        file = named(name).file(Settings().models_dir)
        there = [each for each in (file, file.with_suffix(".part"), file.with_suffix(".lock")) if each.exists()]
        if not there:
            stop(f"{name} is not here, so there is nothing to remove")
        for each in there:
            each.unlink()
        _show_file(name, file, f"{name} is removed.", as_json)


@app.command("test")
def try_engine(as_json: Json = False) -> None:
    """Ask the engine in use for one line, and tell how long it took."""
    from app.bootstrap import build_engine, build_english
    from app.domain.turn import ChatLine, EngineRequest, Plan, Task, Usage
    from app.settings import Settings

    with kindly():
        engine = build_engine(Settings(), build_english())
        plan = Plan(task=Task.REHEARSE, planned="Tell me what slows you down. What would you change first?")
        lines = (
            ChatLine(role="system", content="You are a senior leader. Answer in one short spoken sentence."),
            ChatLine(role="user", content=TRIAL),
        )
        began, first, words, counted = perf_counter(), 0.0, "", Usage()
        for piece in engine.stream(EngineRequest(plan=plan, lines=lines, max_tokens=80)):
            if isinstance(piece, Usage):
                counted = piece
            else:
                first = first or perf_counter() - began
                words += piece
        took = perf_counter() - began
        speed = counted.tokens_out / (took - first) if counted.tokens_out > 1 and took > first else 0.0
        told = {
            "engine": engine.spec,
            "words": words.strip(),
            "first_words_seconds": round(first, 2),
            "seconds": round(took, 2),
            "tokens": counted.tokens_out,
            "tokens_a_second": round(speed, 1),
        }
        rate = f", {speed:.1f} tokens a second" if speed else ""
        show(
            told,
            as_json=as_json,
            text=f"{words.strip()}\n\n{engine.spec}: first words after {first:.1f} s, all after {took:.1f} s{rate}.",
        )


def _show_file(name: str, file: Path, words: str, as_json: bool) -> None:
    show({"name": name, "file": str(file), "here": file.exists()}, as_json=as_json, text=words)
