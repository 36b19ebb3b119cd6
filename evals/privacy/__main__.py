"""Names that would leave for a hosted engine, over generated messages: `python -m evals.privacy`."""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from app.bootstrap import build_english
from app.coaching.compose import Composer
from app.coaching.planning import leader_plan
from app.content.library import read_library
from app.content.prompt_files import load_prompts
from app.domain.conversation import CoachingSession, Message
from app.domain.library import Library
from app.domain.rehearsal import LeaderTurn, RehearsalState
from app.domain.turn import EngineRequest, Plan, Task, Usage
from app.engines.wrappers import WithPseudonyms
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.settings import Settings
from evals.privacy.messages import Sample, by_hand, samples

NOW = datetime(2026, 11, 21, tzinfo=UTC)
MOST_HIDDEN = 0.02
"""Greatest share of ordinary words that may be hidden with the names."""


class Nowhere:
    """A hosted engine that is never reached: its preview is exactly what would be sent."""

    spec = "hosted"
    stays_here = False

    def preview(self, request: EngineRequest) -> str:
        """Return the request's text."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:  # noqa: ARG002 - nothing is asked
        """Say nothing."""
        yield from ()


class Sender:
    """Everything between a line and the text that leaves, as the app builds it."""

    def __init__(self, settings: Settings) -> None:
        """Load content and the reader of English."""
        self.library: Library = read_library(settings.content_root / "knowledge")[0]
        self._composer = Composer(load_prompts(settings.content_root / "prompts"))
        self.finder = NameFinder(build_english(), settings.content_root / "knowledge")
        self._engine = WithPseudonyms(Nowhere(), partial(Pseudonyms, finder=self.finder))

    def request(self, sample: Sample, lines: tuple[str, ...], number: int) -> EngineRequest:
        """Return the request for a sample's lines: an answer and a leader's turn by turns, echoing the person's words."""
        echoed = f"You said: {lines[-1]}\n\nWhat would you like to be different?"
        thread = []
        for place, line in enumerate(lines):
            thread.append(Message(id=f"u{place}", session="s", role="user", text=line, created=NOW))
            if place < len(lines) - 1:
                thread.append(Message(id=f"c{place}", session="s", role="coach", text=f"About {line}", created=NOW))
        if number % 2:
            persona = self.library.personas[number % len(self.library.personas)].id
            meeting = sample.meeting.model_copy(update={"persona": persona})
            state = RehearsalState(threads=(lines[0],), turn=2)
            plan = leader_plan(self.library, meeting, LeaderTurn(beats=(), planned=echoed, state=state), lines[-1])
        else:
            meeting = sample.meeting
            card = self.library.cards[number % len(self.library.cards)]
            passages = f"[1] {card.title}. {' '.join(str(ask) for ask in card.asks)}"
            slots = {"passages": passages, "question": " ".join(lines[-1].split())}
            plan = Plan(task=Task.ASK, planned=echoed, prompt="ask", slots=slots)
        session = CoachingSession(id="s", owner="o", kind="chat", meeting=meeting, created=NOW, changed=NOW)
        return self._composer.request(plan, session, thread)

    def sent(self, request: EngineRequest) -> str:
        """Return the exact text that would leave."""
        return self._engine.preview(request)


def leaks(sample: Sample, sent: str, open_text: str) -> list[str]:
    """Return the secrets that stand in what was sent more often than in the same text written without them."""
    found = []
    for secret in sample.secrets:
        pattern = re.compile(rf"(?<![^\W_]){re.escape(secret)}(?![^\W_])" if secret.isascii() else re.escape(secret))
        if len(pattern.findall(sent)) > len(pattern.findall(open_text)):
            found.append(secret)
    return found


def over_hidden(sender: Sender, root: Path) -> tuple[int, int, Counter[str]]:
    """Return how many words of ordinary questions are hidden, of how many, and which."""
    hidden: Counter[str] = Counter()
    words = 0
    for line in (root / "evals" / "retrieval" / "needs.tsv").read_text(encoding="utf-8").splitlines():
        text = line.split("\t")[0]
        if text and not text.startswith("#"):
            words += len(text.split())
            hidden.update(text[found.start : found.end] for found in sender.finder.find(text))
    return hidden.total(), words, hidden


def main() -> int:
    """Print every figure; return 1 when a name would leave."""
    parser = argparse.ArgumentParser(prog="python -m evals.privacy", description=__doc__)
    parser.add_argument("--messages", type=int, default=2_000, help="generated messages (default 2000)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--by-hand", action="store_true", help="the messages written by hand, instead of generated ones"
    )
    parser.add_argument("--errors", action="store_true", help="show the leaks, and the ordinary words that were hidden")
    wanted = parser.parse_args()
    settings = Settings()
    sender = Sender(settings)
    leaked: list[tuple[Sample, list[str], str]] = []
    kinds: Counter[str] = Counter()
    times = []
    chosen = by_hand() if wanted.by_hand else list(samples(wanted.messages, wanted.seed))
    for number, sample in enumerate(chosen):
        request = sender.request(sample, sample.lines, number)
        began = perf_counter()
        sent = sender.sent(request)
        times.append(perf_counter() - began)
        bare = sample.meeting.model_copy(update={"people": type(sample.meeting.people)(), "topics": ()})
        plain = Sample(bare, sample.plain, sample.plain, (), sample.kind)
        kinds[sample.kind] += 1
        if names := leaks(sample, sent, sender.request(plain, sample.plain, number).as_text()):
            leaked.append((sample, names, sent))
    for kind, count in sorted(kinds.items()):
        print(
            f"{kind.ljust(24)} {count:5d} messages, {sum(s.kind == kind for s, *_ in leaked)} with a name left in them"
        )
    times.sort()
    print(
        f"hiding a request: p50 {times[len(times) // 2] * 1000:.0f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms"
    )
    hidden, words, which = over_hidden(sender, settings.content_root)
    print(f"ordinary words hidden: {hidden} of {words} ({hidden / words:.2%}), bar {MOST_HIDDEN:.0%}")
    print(f"messages with a name left in them: {len(leaked)} of {len(chosen)}, bar 0")
    if wanted.errors:
        for sample, names, _ in leaked[:80]:
            print(f"  {names}: {sample.lines} ({sample.kind})")
        print("  hidden:", ", ".join(f"{word} {count}" for word, count in which.most_common(80)))
    return 1 if leaked or hidden > MOST_HIDDEN * words else 0


if __name__ == "__main__":
    sys.exit(main())
