"""The errors of this program. Each message says what happened and the cure.

CoachError
├── ContentError          a knowledge or prompt file is wrong; lists every fault with file and field
├── StoreError            the conversation store cannot be used
│   └── SessionNotFound   no such coaching session for this owner
├── IndexUnavailable      the knowledge index cannot be opened or built
├── InputRefused          the text given cannot be worked with (too long, empty where words are needed)
├── MissingExtra          an optional package is needed; the message has the install line
└── EngineError           the engine did not say anything usable
    ├── EngineUnavailable not reachable, wrong key, wrong model, out of quota
    ├── EngineTimeout     took longer than the time allowed
    ├── EngineRefused     declined to answer
    ├── ReplyCutShort     ran into its length limit in mid-sentence
    └── PromptTooLong     the request does not fit the model's context
"""

ASK_AGAIN = "Ask again, or choose another model in Settings."
"""The cure where an engine failed and nothing is set wrongly."""


class CoachError(Exception):
    """Base of all errors whose text may be shown to a user."""


class ContentError(CoachError):
    """One or more content files are wrong."""

    def __init__(self, faults: list[str]) -> None:
        """Keep every fault, each already naming its file and field."""
        self.faults = faults
        shown = "\n".join(f"- {fault}" for fault in faults)
        super().__init__(f"{len(faults)} fault(s) in the content files; mend them and start again:\n{shown}")


class StoreError(CoachError):
    """The conversation store cannot be used."""


class SessionNotFound(StoreError):
    """No such coaching session for this owner."""


class IndexUnavailable(CoachError):
    """The knowledge index cannot be opened or built."""


class InputRefused(CoachError):
    """The text given cannot be worked with."""


class MissingExtra(CoachError):
    """An optional package is needed."""


class EngineError(CoachError):
    """The engine did not say anything usable."""


class EngineUnavailable(EngineError):
    """The engine cannot be reached or refuses the credentials or model."""


class EngineTimeout(EngineError):
    """The engine took longer than the time allowed."""


class EngineRefused(EngineError):
    """The engine declined to answer."""


class ReplyCutShort(EngineError):
    """The reply ran into its length limit; its last sentence is unfinished."""


class PromptTooLong(EngineError):
    """The request does not fit the model's context."""
