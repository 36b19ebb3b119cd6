"""Any endpoint that speaks OpenAI's chat completions: OpenAI, vLLM, LM Studio, llama.cpp, Ollama, gateways."""

import json
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

from app.domain.errors import (
    ASK_AGAIN,
    EngineError,
    EngineRefused,
    EngineTimeout,
    EngineUnavailable,
    PromptTooLong,
    ReplyCutShort,
)
from app.domain.turn import EngineRequest, Usage
from app.engines.answer_schema import answer_schema

if TYPE_CHECKING:
    from openai import OpenAI

OPTIONAL = ("stream_options", "temperature", "seed", "response_format")
"""Parameters some servers refuse; each is dropped when a server says so."""
JITTER = (0.2, 0.6)
"""Seconds, least and most, before the one further try."""
LONGEST_WAIT = 2.0
"""Seconds of a server's Retry-After that are waited for; the coach's own words are better than a longer silence."""
WHOLE = 8
"""A connection is hung up after this many times the longest silence allowed, whatever still trickles through it."""


class OpenAICompatible:
    """One model at one base URL."""

    def __init__(
        self,
        model: str,
        base_url: str = "",
        api_key: str = "",
        timeout: float = 20.0,
        sleep: Callable[[float], None] = time.sleep,
        cure: str = "",
    ) -> None:
        """Ask `base_url` (OpenAI's own when empty) for `model`; `timeout` in seconds bounds each silence.

        `cure` is said where a setting would be to blame, for an endpoint that no setting names.
        """
        self.spec = f"openai:{model}"
        self.stays_here = is_loopback(base_url)
        self._model = model
        self._base_url = base_url
        self._key = api_key
        self._timeout = timeout
        self._sleep = sleep
        self._cure = cure
        self._refused: set[str] = set()

    @cached_property
    def _client(self) -> "OpenAI":
        from openai import DefaultHttpx2Client, OpenAI, Timeout

        # A server on this machine is asked directly: a proxy named in the environment would carry the words away.
        direct = DefaultHttpx2Client(trust_env=False) if self.stays_here else None
        return OpenAI(
            base_url=self._base_url or "https://api.openai.com/v1",
            api_key=self._key or "not-needed",
            timeout=Timeout(self._timeout, connect=min(5.0, self._timeout)),
            max_retries=0,  # trying again is done here, where the wait is bounded
            http_client=direct,
        )

    def preview(self, request: EngineRequest) -> str:
        """Return the request's lines as they would be sent."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the model's words as they come, and its token count at the end.

        Raises:
            EngineError: one of its kinds, with what to do about it.
        """
        import openai

        finished = ""
        said = False
        try:
            with self._start(request) as stream, hung_up_after(self._timeout * WHOLE, stream.close):
                for chunk in stream:
                    if chunk.usage:
                        yield Usage(tokens_in=chunk.usage.prompt_tokens, tokens_out=chunk.usage.completion_tokens)
                    for choice in (chunk.choices or [])[:1]:
                        if choice.delta and choice.delta.refusal:
                            raise EngineRefused("The model declined to answer this. Ask it in other words.")
                        if choice.delta and choice.delta.content:
                            said = True
                            yield choice.delta.content
                        finished = choice.finish_reason or finished
        except openai.OpenAIError as error:
            raise translated(error, self._model, self._cure) from error
        except (RuntimeError, OSError) as error:  # hung up in the middle of reading
            raise EngineUnavailable(f"The endpoint ended the reply before it was finished. {ASK_AGAIN}") from error
        except (json.JSONDecodeError, ValueError, TypeError, IndexError, AttributeError) as error:
            raise EngineUnavailable(
                f"The endpoint sent something that is not a chat completion. {self._cure or 'Check OPENAI_BASE_URL.'}"
            ) from error
        if not said:
            raise EngineUnavailable(f"The endpoint sent an empty reply. {ASK_AGAIN}")
        if not finished:
            raise EngineUnavailable(f"The endpoint ended the reply before it was finished. {ASK_AGAIN}")
        if finished == "length":
            raise ReplyCutShort(f"The model's reply was longer than it may be, and was cut off. {ASK_AGAIN}")

    def _start(self, request: EngineRequest) -> Any:
        """Open the stream; where it can help, try once more after a short wait, before any word was shown."""
        import openai

        tried = False
        while True:
            try:
                return self._client.chat.completions.create(**self._parameters(request))
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                said = error.response.text
                named = next((p for p in OPTIONAL if p in said and p not in self._refused), None)
                if named is None:
                    raise
                self._refused.add(named)
            except (openai.RateLimitError, openai.InternalServerError, openai.APIConnectionError) as error:
                wait = seconds_before_another_try(error)
                if tried or wait is None:
                    raise
                tried = True
                self._sleep(wait)

    def _parameters(self, request: EngineRequest) -> dict[str, Any]:
        limit = "max_tokens" if self._base_url and "api.openai.com" not in self._base_url else "max_completion_tokens"
        parameters: dict[str, Any] = {
            "model": self._model,
            "messages": [line.model_dump() for line in request.lines],
            "stream": True,
            limit: request.max_tokens,
            "stream_options": {"include_usage": True},
            "temperature": request.temperature,
            "seed": request.seed,
        }
        if request.fields:
            parameters["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": answer_schema(request.fields)},
            }
        return {name: value for name, value in parameters.items() if name not in self._refused}


@contextmanager
def hung_up_after(seconds: float, hang_up: Callable[[], None]) -> Iterator[None]:
    """Hang up if what is inside takes longer: a server that only keeps the line open would hold its reader for ever."""
    timer = threading.Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def is_loopback(base_url: str) -> bool:
    """Say whether an address is on this machine."""
    host = urlparse(base_url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # a name such as 127.0.0.1.example.org is somebody else's machine
        return False


def seconds_before_another_try(error: Exception) -> float | None:
    """Return how long to wait before trying once more, or None where that would only make a person wait.

    A server's own Retry-After is kept to when it is short. Otherwise the wait is random within JITTER, so that many
    visitors who failed together do not come back together.
    """
    import openai

    if isinstance(error, openai.APITimeoutError):
        return None
    if isinstance(error, openai.APIStatusError):
        if "insufficient_quota" in error.response.text:
            return None
        try:
            asked = float(error.response.headers.get("retry-after", ""))
        except ValueError:  # none, or a date: as good as none
            return random.uniform(*JITTER)  # noqa: S311 - spreads load, guards nothing
        return asked if 0 <= asked <= LONGEST_WAIT else None
    return random.uniform(*JITTER)  # noqa: S311 - spreads load, guards nothing


def translated(error: Exception, model: str, cure: str = "") -> EngineError:
    """Return our error for an SDK error, saying what to do about it: `cure`, if given, instead of a setting to check."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return EngineTimeout(f"The endpoint took too long to answer. {ASK_AGAIN}")
    if isinstance(error, openai.APIConnectionError):
        check = "Check OPENAI_BASE_URL, and that the server is running."
        return EngineUnavailable(f"The endpoint cannot be reached. {cure or check}")
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return EngineUnavailable(f"The endpoint refused the key. {cure or 'Check OPENAI_API_KEY.'}")
    if isinstance(error, openai.NotFoundError):
        check = "Check COACH_MODEL and OPENAI_BASE_URL."
        return EngineUnavailable(f"The endpoint does not know the model {model!r}. {cure or check}")
    if isinstance(error, openai.RateLimitError):
        later = error.response.headers.get("retry-after", "")
        wait = f"Try again in {later} seconds" if later.isdigit() and int(later) > 1 else "Wait a little"
        return EngineUnavailable(f"The endpoint is out of quota or busy. {wait}, or check the account.")
    if isinstance(error, openai.BadRequestError):
        said = error.response.text.lower()
        if "context" in said or "too long" in said or "maximum" in said:
            return PromptTooLong(
                "The conversation does not fit this model's context. Start a new one, or choose another model in Settings."
            )
    return EngineUnavailable(f"The endpoint answered with an error ({type(error).__name__}). {ASK_AGAIN}")
