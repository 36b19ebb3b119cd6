"""What can go wrong with an endpoint, and what a person sees then. `docs/faults.md` is written from it:
`python -m tests.faults.table > docs/faults.md`.
"""

import sys
from typing import Literal, NamedTuple

Shown = Literal["reply", "planned", "both"]
WITHIN = {
    "at once": "at once",
    "retry": "after one more try, at most 2 s later",
    "first": "20 s (`COACH_TIMEOUT`)",
    "gap": "10 s after the last word (half of `COACH_TIMEOUT`)",
    "whole": "60 s (three times `COACH_TIMEOUT`)",
    "length": "as soon as it is longer than asked for",
}
"""How long a person waits at most, with the settings as they come."""
SHOWN = {
    "reply": "the model's reply",
    "planned": "the coach's own words",
    "both": "what was shown stays; the coach's own words follow",
}


class Fault(NamedTuple):
    """One behaviour of an endpoint: in words, what is shown, how soon, and a part of the reason that is told."""

    happens: str
    shown: Shown
    within: str
    why: str = ""


FAULTS = {
    "ok": Fault("answers well", "reply", "at once"),
    "picky": Fault("refuses a parameter with 400", "reply", "at once"),
    "strict": Fault("refuses a parameter with 422", "reply", "at once"),
    "shapeless": Fault("refuses structured output with 400", "reply", "at once"),
    "once-500": Fault("fails once with 500", "reply", "retry"),
    "once-429": Fault("is busy once, with a short Retry-After", "reply", "retry"),
    "once-reset": Fault("resets the connection once", "reply", "retry"),
    "401": Fault("wrong key (401)", "planned", "at once", "OPENAI_API_KEY"),
    "403": Fault("forbidden (403)", "planned", "at once", "OPENAI_API_KEY"),
    "404": Fault("no such model (404)", "planned", "at once", "COACH_MODEL"),
    "429": Fault("out of quota (429)", "planned", "at once", "quota"),
    "429-retry-soon": Fault("busy (429), short Retry-After, still busy", "planned", "retry", "quota"),
    "429-retry-late": Fault("busy (429), long Retry-After", "planned", "at once", "Try again in 300 seconds"),
    "500": Fault("server error (500)", "planned", "retry", "error"),
    "502-html": Fault("a gateway's HTML page (502)", "planned", "retry", "error"),
    "reset": Fault("resets the connection", "planned", "retry", "OPENAI_BASE_URL"),
    "overflow": Fault("context too small (400)", "planned", "at once", "context"),
    "not-json": Fault("HTML instead of a reply", "planned", "at once", "endpoint"),
    "empty": Fault("an empty reply", "planned", "at once", "empty"),
    "no-choices": Fault("a reply without choices", "planned", "at once", "empty"),
    "refusal": Fault("the model declines", "planned", "at once", "declined"),
    "german": Fault("a reply in another language", "planned", "at once", "not in English"),
    "stall-first": Fault("silent before the first word", "planned", "first", "too long"),
    "stall-middle": Fault("silent in the middle", "both", "gap", "too long"),
    "keepalive": Fault("keeps the line open without words", "both", "gap", "too long"),
    "cut": Fault("hangs up in the middle", "both", "at once", "reached"),
    "no-finish": Fault("ends without an end", "both", "at once", "before it was finished"),
    "cut-short": Fault("cut off by its length limit", "both", "at once", "cut off"),
    "garbage": Fault("broken JSON in the stream", "both", "at once", "not a chat completion"),
    "error-chunk": Fault("an error in the stream", "both", "at once", "error"),
    "trickle": Fault("a letter at a time", "both", "whole", "too long"),
    "endless": Fault("does not stop", "both", "length", "did not stop"),
}


def document() -> str:
    """Return docs/faults.md."""
    rows = [
        f"| {fault.happens} | {SHOWN[fault.shown]} | {WITHIN[fault.within]} | {fault.why or '-'} |"
        for fault in FAULTS.values()
    ]
    return "\n".join(
        [
            "# When a model fails",
            "",
            "Every row is a test against a real server on this machine that misbehaves so (`tests/faults`). Whatever happens, the turn",
            "ends with useful words, what was shown stays, half a sentence is never shown, the reply says which engine was asked and why",
            "its words were replaced, and the next turn works. In a rehearsal the leader's short turn is checked whole, so it is either",
            "the model's or the planned one.",
            "",
            "| the endpoint | a person sees | within | told why (part of it) |",
            "|---|---|---|---|",
            *rows,
            "",
            "One further try is made only before the first word, after 0.2 to 0.6 s at random, or after the server's own Retry-After where",
            "that is at most 2 s. After three failures in a row the model is left alone for 30 s, and twice as long after each trial that",
            "fails, up to 10 minutes: meanwhile the coach's own words come at once, with the seconds until it is tried again. One success",
            "closes the circuit.",
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(document())
