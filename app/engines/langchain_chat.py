"""Any chat model LangChain knows: "langchain:<provider>:<model>"."""

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from app.domain.errors import ASK_AGAIN, EngineError, EngineTimeout, EngineUnavailable, MissingExtra, ReplyCutShort
from app.domain.turn import EngineRequest, Usage
from app.engines.answer_schema import answer_schema

CUT = frozenset({"length", "max_tokens", "MAX_TOKENS"})
"""How providers say that a reply ran into its length limit."""
LOCAL_PROVIDERS = frozenset({"ollama", "huggingface"})


class LangChainChat:
    """One model of one provider, through LangChain's own adapter for it."""

    def __init__(self, provider: str, model: str, timeout: float = 20.0) -> None:
        """Name the provider as LangChain does ("anthropic", "google_genai", "ollama", …)."""
        self.spec = f"langchain:{provider}:{model}"
        self.stays_here = provider in LOCAL_PROVIDERS
        self._provider = provider
        self._name = model
        self._timeout = timeout

    @cached_property
    def _model(self) -> Any:
        from langchain.chat_models import init_chat_model

        try:
            return init_chat_model(self._name, model_provider=self._provider, timeout=self._timeout, max_retries=1)
        except ImportError as error:
            package = f"langchain-{self._provider.replace('_', '-')}"
            raise MissingExtra(
                f"This provider needs its own package; install it with: pip install {package}"
            ) from error
        except ValueError as error:
            raise EngineUnavailable(
                f"LangChain knows no provider called {self._provider}. Check the name after langchain: in COACH_ENGINE."
            ) from error

    def preview(self, request: EngineRequest) -> str:
        """Return the request's lines as they would be sent."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the model's words as they come, and its token count where the provider gives one.

        Raises:
            EngineError: the provider did not answer.
            MissingExtra: the provider's package is not installed.
        """
        said = cut = False
        usage = Usage()  # some providers count in parts: the prompt at the start, the reply at the end
        try:
            for text, chunk in self._said(request):
                if text:
                    said = True
                    yield text
                told = getattr(chunk, "response_metadata", {})
                cut = cut or not CUT.isdisjoint(str(told.get(name)) for name in ("finish_reason", "stop_reason"))
                if counted := getattr(chunk, "usage_metadata", None):
                    usage = Usage(
                        tokens_in=usage.tokens_in + counted["input_tokens"],
                        tokens_out=usage.tokens_out + counted["output_tokens"],
                    )
        except (EngineError, MissingExtra):
            raise
        except TimeoutError as error:
            raise EngineTimeout(f"The provider took too long to answer. {ASK_AGAIN}") from error
        except Exception as error:  # every provider's SDK raises its own kinds, with no common root
            raise EngineUnavailable(
                f"{self._provider} answered with an error ({type(error).__name__}). {ASK_AGAIN}"
            ) from error
        if not said:
            raise EngineUnavailable(f"The provider sent an empty reply. {ASK_AGAIN}")
        yield usage
        if cut:
            raise ReplyCutShort(f"The model's reply was longer than it may be, and was cut off. {ASK_AGAIN}")

    def _said(self, request: EngineRequest) -> Iterator[tuple[str, Any]]:
        """Yield the words of each message or part of one, and the message; filled fields as one JSON object."""
        lines = [(line.role, line.content) for line in request.lines]
        if request.fields:
            try:
                form = self._model.with_structured_output(answer_schema(request.fields), include_raw=True)
            except (
                NotImplementedError
            ):  # not every provider's adapter has it; the prompt asks for the object in words too
                pass
            else:
                answer = form.invoke(lines)
                yield json.dumps(answer["parsed"]) if answer["parsed"] else str(answer["raw"].text), answer["raw"]
                return
        for chunk in self._model.stream(lines, max_tokens=request.max_tokens):
            yield str(chunk.text), chunk  # plain, or the text blocks among others
