"""The base of every value: frozen, and strict about fields nobody declared."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value. Unknown fields are refused, so a typo in a content file is found at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")
