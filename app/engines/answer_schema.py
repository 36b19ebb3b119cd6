"""The shape of an answer that fills fields: one JSON object of lists of strings."""

from collections.abc import Sequence

from pydantic import JsonValue


def answer_schema(fields: Sequence[str]) -> dict[str, JsonValue]:
    """Return the JSON schema of an object with a list of strings under each name, and nothing else.

    It keeps to what strict structured output allows: every name required, none besides.
    """
    words: dict[str, JsonValue] = {"type": "array", "items": {"type": "string"}}
    return {
        "title": "answer",
        "description": "Words copied for each field; an empty list where there are none.",
        "type": "object",
        "properties": dict.fromkeys(fields, words),
        "required": list(fields),
        "additionalProperties": False,
    }
