"""An OpenAI-compatible server on this machine that misbehaves on order: the model's name says how."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

REPLY = "Ask them early. Bring one question of your own."
PIECE = 7
"""Characters of one chunk: small enough that words and names are cut in two."""
STALL = 30.0
"""Seconds a stall lasts at most; every stall ends when the stub is closed."""


class Asked(NamedTuple):
    """One request as it arrived."""

    path: str
    body: dict[str, Any]
    headers: dict[str, str]


class OpenAIStub:
    """Serves on a free port of 127.0.0.1 while entered; `asked` keeps the requests."""

    def __init__(self, reply: str = REPLY) -> None:
        """Say `reply` wherever the behaviour lets a whole reply through."""
        self.reply = reply
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self.hung_up = threading.Event()
        """Set once a client went away in the middle of a reply."""
        self.healed = threading.Event()
        """Once set, every model answers well."""
        stub = self

        class Bound(_Answering):
            owner = stub

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Bound)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> "OpenAIStub":
        """Start serving."""
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let every stalled request go, and stop."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def models(self) -> list[str]:
        """The model of each request, in order."""
        return [str(each.body.get("model")) for each in self.asked]


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: OpenAIStub

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.owner.asked.append(Asked(self.path, body, {k.lower(): v for k, v in self.headers.items()}))
        self.close_connection = True  # said in the headers too, or a client may still use what is being closed
        try:
            if self.path.endswith("/embeddings") and (self.owner.healed.is_set() or body["model"] not in BEHAVIOURS):
                self.json(200, {"object": "list", "model": body["model"], "data": _vectors(body["input"])})
            else:
                answer = BEHAVIOURS["ok" if self.owner.healed.is_set() else body["model"]]
                answer(self, body)
        except (BrokenPipeError, ConnectionResetError):
            self.owner.hung_up.set()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def json(self, status: int, value: Any, **headers: str) -> None:
        """Answer with JSON."""
        self.plain(status, json.dumps(value), "application/json", **headers)

    def plain(self, status: int, text: str, kind: str = "text/html", **headers: str) -> None:
        """Answer with a text."""
        data = text.encode()
        self.send_response(status)
        said = {"Content-Type": kind, "Content-Length": str(len(data)), "Connection": "close"}
        for name, value in (said | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def open_stream(self) -> None:
        """Begin a stream of events."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        self.end_headers()

    def raw(self, text: str) -> None:
        """Send one piece of the stream as it is."""
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def event(self, value: Any) -> None:
        """Send one event."""
        self.raw(f"data: {value if isinstance(value, str) else json.dumps(value)}\n\n")

    def say(self, text: str, size: int = PIECE) -> None:
        """Send a text in small pieces."""
        for piece in pieces_of(text, size):
            self.event(chunk(content=piece))

    def end(self, reason: str = "stop") -> None:
        """End the reply as a well-behaved server does."""
        self.event(chunk(finish=reason))
        self.event(chunk(choices=False) | {"usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}})
        self.event("[DONE]")
        self.wfile.write(b"0\r\n\r\n")

    def half(self) -> None:
        """Open a stream and say the first half of the reply."""
        self.open_stream()
        self.say(self.owner.reply[: len(self.owner.reply) // 2])

    def cut(self) -> None:
        """Close the connection without a word."""
        self.connection.shutdown(socket.SHUT_RDWR)

    def wait(self, seconds: float = STALL) -> bool:
        """Say nothing for a while; return True when the stub is being closed."""
        return self.owner.closing.wait(seconds)


def pieces_of(text: str, size: int = PIECE) -> Iterator[str]:
    """Yield a text in pieces of `size` characters."""
    return (text[start : start + size] for start in range(0, len(text), size))


def chunk(content: str = "", *, finish: str | None = None, refusal: str = "", choices: bool = True) -> dict[str, Any]:
    """Return one chunk of a streamed reply."""
    delta: dict[str, Any] = {"role": "assistant", "content": content}
    if refusal:
        delta |= {"refusal": refusal}
    choice = {"index": 0, "delta": delta if finish is None else {}, "finish_reason": finish}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "stub",
        "choices": [choice] if choices else [],
    }


def error(message: str, code: str = "") -> dict[str, Any]:
    """Return an error as OpenAI words it."""
    return {"error": {"message": message, "type": "invalid_request_error", "code": code}}


def _vectors(texts: list[str] | str) -> list[dict[str, Any]]:
    given = [texts] if isinstance(texts, str) else texts
    return [
        {"object": "embedding", "index": place, "embedding": [3.0, float(len(text)), 0.0, 4.0]}
        for place, text in enumerate(given)
    ]


def _ok(it: _Answering, body: dict[str, Any]) -> None:
    it.open_stream()
    it.say(it.owner.reply)
    it.end()


def _status(status: int, message: str, code: str = "", **headers: str) -> Callable[[_Answering, dict[str, Any]], None]:
    return lambda it, body: it.json(status, error(message, code), **headers)


def _html(it: _Answering, body: dict[str, Any]) -> None:
    it.plain(502, "<html><body><h1>502 Bad Gateway</h1></body></html>")


def _not_json(it: _Answering, body: dict[str, Any]) -> None:
    it.plain(200, "<html>Please sign in to the guest network</html>")


def _reset(it: _Answering, body: dict[str, Any]) -> None:
    it.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    it.connection.close()


def _stall_first(it: _Answering, body: dict[str, Any]) -> None:
    it.wait()
    it.cut()


def _stall_middle(it: _Answering, body: dict[str, Any]) -> None:
    it.half()
    it.wait()
    it.cut()


def _keepalive(it: _Answering, body: dict[str, Any]) -> None:
    it.half()
    while not it.wait(0.05):
        it.raw(": keepalive\n\n")


def _cut(it: _Answering, body: dict[str, Any]) -> None:
    it.half()
    it.cut()


def _garbage(it: _Answering, body: dict[str, Any]) -> None:
    it.half()
    it.event('{"id": "chatcmpl-1", "choices": [{"delta": {"cont')
    it.end()


def _empty(it: _Answering, body: dict[str, Any]) -> None:
    it.open_stream()
    it.end()


def _no_choices(it: _Answering, body: dict[str, Any]) -> None:
    it.open_stream()
    it.event(chunk(choices=False))
    it.event("[DONE]")
    it.wfile.write(b"0\r\n\r\n")


def _endless(it: _Answering, body: dict[str, Any]) -> None:
    it.open_stream()
    while not it.owner.closing.is_set():
        it.event(chunk(content="And another thing, while we are here, which goes on without an end in sight "))


def _refusal(it: _Answering, body: dict[str, Any]) -> None:
    it.open_stream()
    it.event(chunk(refusal="I can't help with that."))
    it.end()


def _trickle(it: _Answering, body: dict[str, Any]) -> None:
    it.open_stream()
    for piece in pieces_of(it.owner.reply * 20, 1):
        if it.wait(0.05):
            return
        it.event(chunk(content=piece))
    it.end()


def _error_chunk(it: _Answering, body: dict[str, Any]) -> None:
    it.half()
    it.event(error("the worker was killed"))
    it.event("[DONE]")
    it.wfile.write(b"0\r\n\r\n")


def _no_finish(it: _Answering, body: dict[str, Any]) -> None:
    it.half()
    it.wfile.write(b"0\r\n\r\n")


def _picky(it: _Answering, body: dict[str, Any]) -> None:
    for name in ("stream_options", "temperature"):
        if name in body:
            it.json(400, error(f"Unsupported parameter: '{name}' is not supported with this model.", "unsupported"))
            return
    _ok(it, body)


def _strict(it: _Answering, body: dict[str, Any]) -> None:
    if "seed" in body:
        it.json(422, {"detail": [{"type": "extra_forbidden", "loc": ["body", "seed"], "msg": "not permitted"}]})
        return
    _ok(it, body)


def _shapeless(it: _Answering, body: dict[str, Any]) -> None:
    if "response_format" in body:
        it.json(400, error("'response_format' of type 'json_schema' is not supported with this model."))
        return
    _ok(it, body)


def _once(fault: Callable[[_Answering, dict[str, Any]], None]) -> Callable[[_Answering, dict[str, Any]], None]:
    """A fault that is gone when it is tried again."""
    return lambda it, body: (fault if it.owner.models.count(str(body["model"])) == 1 else _ok)(it, body)


def _cut_short(it: _Answering, body: dict[str, Any]) -> None:
    it.half()
    it.end("length")


def _german(it: _Answering, body: dict[str, Any]) -> None:
    it.open_stream()
    it.say("Fragen Sie frühzeitig nach dem Termin. Bringen Sie eine eigene Frage mit, und zwar schriftlich.")
    it.end()


BEHAVIOURS: dict[str, Callable[[_Answering, dict[str, Any]], None]] = {
    "ok": _ok,
    "401": _status(401, "Incorrect API key provided.", "invalid_api_key"),
    "403": _status(403, "Your country is not supported.", "unsupported_country"),
    "404": _status(404, "The model does not exist.", "model_not_found"),
    "429": _status(429, "You exceeded your current quota.", "insufficient_quota"),
    "429-retry-soon": _status(429, "Slow down.", "rate_limit", Retry_After="0.05"),
    "429-retry-late": _status(429, "Slow down.", "rate_limit", Retry_After="300"),
    "500": _status(500, "The server had an error."),
    "502-html": _html,
    "reset": _reset,
    "stall-first": _stall_first,
    "stall-middle": _stall_middle,
    "keepalive": _keepalive,
    "cut": _cut,
    "garbage": _garbage,
    "empty": _empty,
    "no-choices": _no_choices,
    "endless": _endless,
    "refusal": _refusal,
    "overflow": _status(400, "This model's maximum context length is 4096 tokens.", "context_length_exceeded"),
    "not-json": _not_json,
    "trickle": _trickle,
    "error-chunk": _error_chunk,
    "no-finish": _no_finish,
    "cut-short": _cut_short,
    "german": _german,
    "once-500": _once(_status(500, "The server had an error.")),
    "once-429": _once(_status(429, "Slow down.", "rate_limit", Retry_After="0.05")),
    "once-reset": _once(_reset),
    "picky": _picky,
    "strict": _strict,
    "shapeless": _shapeless,
}
ANSWERS = {"ok", "picky", "strict", "shapeless", "once-500", "once-429", "once-reset"}
"""Behaviours that end in a whole reply."""
