"""Ollama on its usual local port: found by itself, asked like any OpenAI-compatible server."""

import json
import re
import urllib.request
from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.base import Value
from app.domain.errors import EngineUnavailable
from app.domain.turn import EngineRequest, Usage
from app.engines.openai_compatible import OpenAICompatible, is_loopback

PREFERRED = ("gemma", "llama3", "mistral", "qwen2.5", "phi", "granite", "qwen3", "")
"""Beginnings of names, best first: models that talk at once before models that think first. The last takes any."""
NOT_FOR_TALK = re.compile(
    r"embed|bge|minilm|rerank|bert|^code|coder?\b|starcoder|vision|llava|ocr|guard|math|-r1\b|qwq|reason|think"
)
FIRST_LOOK = 0.2
"""Seconds for each step of looking whether Ollama is there."""
LONGEST_ANSWER = 2_000_000


class OllamaModel(Value):
    """A model that Ollama serves. `size` as Ollama says it, such as "3.2B"; `hosted` when it runs on somebody else's machine."""

    name: str
    size: str = ""
    hosted: bool = False

    def in_words(self) -> str:
        """Return its name, with its size where the name does not tell it, such as "llama3.2 (3.2B)"."""
        short = self.name.removesuffix(":latest")
        return f"{short} ({self.size})" if self.size and not re.search(r"\d[bm]\b", short, re.IGNORECASE) else short


class Ollama(OpenAICompatible):
    """One model of one Ollama."""

    def __init__(self, model: OllamaModel, url: str, timeout: float = 20.0) -> None:
        """Ask the Ollama at `url`, without "/v1", for a model; `timeout` in seconds bounds each silence."""
        super().__init__(model.name, f"{url.rstrip('/')}/v1", "", timeout)
        self.spec = f"ollama:{model.in_words()}"
        self.stays_here = self.stays_here and not model.hosted

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the model's words as they come, and its token count at the end.

        Raises:
            EngineError: one of its kinds, with what to do about it.
        """
        try:
            yield from super().stream(request)
        except EngineUnavailable as error:
            raise EngineUnavailable(
                f"Ollama did not answer. See that it is running and has the model: ollama pull {self._model}"
            ) from error


def served(url: str, seconds: float = FIRST_LOOK) -> tuple[OllamaModel, ...]:
    """Return the models of the Ollama at `url`, in its own order; none when nothing there answers like Ollama.

    No proxy is asked. `seconds` bounds each silence.
    """
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"{url.rstrip('/')}/api/tags", timeout=seconds) as answer:
            told = json.loads(answer.read(LONGEST_ANSWER))
        return tuple(_read(each) for each in told["models"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()  # nothing there, or something else than Ollama: the same to us


def _read(told: dict[str, Any]) -> OllamaModel:
    name = str(told["name"])
    size = str((told.get("details") or {}).get("parameter_size") or "")
    return OllamaModel(name=name, size=size, hosted=bool(told.get("remote_host")) or is_hosted(name))


def is_hosted(name: str) -> bool:
    """Say whether a name is that of a model which Ollama only passes on to its own servers, such as "gpt-oss:120b-cloud"."""
    return bool(re.search(r"[:-]cloud$", name))


def suitable(models: Sequence[OllamaModel], wanted: str = "") -> OllamaModel | None:
    """Return the model to talk with: the one wanted, by name with or without its tag, else the best that runs here."""
    if wanted:
        return next((each for each in models if wanted in {each.name, each.name.removesuffix(":latest")}), None)
    here = [each for each in models if not each.hosted and not NOT_FOR_TALK.search(each.name.lower())]
    return min(here, key=_rank, default=None)


def _rank(model: OllamaModel) -> int:
    return next(place for place, start in enumerate(PREFERRED) if model.name.lower().startswith(start))


def found(url: str, wanted: str = "", seconds: float = FIRST_LOOK) -> OllamaModel | None:
    """Return the model of an Ollama on this machine to talk with; None when there is none. Another machine is never asked."""
    return suitable(served(url, seconds), wanted) if url and is_loopback(url) else None


def by_name(name: str, url: str) -> OllamaModel:
    """Return the model a person named, with what Ollama says about it if it is running."""
    asked = OllamaModel(name=name, hosted=is_hosted(name))
    return suitable(served(url), name) or asked
