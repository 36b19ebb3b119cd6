"""The playbook: the engine that says the plan as it was planned. No model, no network, instant, deterministic."""

import re
from collections.abc import Iterator

from app.domain.turn import EngineRequest, Usage

_SENTENCE = re.compile(r".+?(?:[.!?…][\"'”’)\]*_]*\s+|\n+|$)", re.DOTALL)


class Playbook:
    """Says the planned words, a sentence at a time."""

    spec = "playbook"
    stays_here = True

    def preview(self, request: EngineRequest) -> str:  # noqa: ARG002 - nothing leaves, whatever is asked
        """Return an empty string: the playbook sends nothing anywhere."""
        return ""

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the planned words; their concatenation is exactly the plan's."""
        yield from (match.group() for match in _SENTENCE.finditer(request.plan.planned) if match.group())
