"""Does a name ever leave for an engine elsewhere?"""

from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row, mean
from evals.privacy.__main__ import MOST_HIDDEN, Sender, leaks, over_hidden
from evals.privacy.messages import Sample, samples

TITLE = "Names stay home"
MESSAGES = 2_000


def measure(kit: Kit) -> Outcome:
    """Send generated messages full of names through everything between a line and the text that leaves."""
    sender = Sender(kit.settings)
    rows = []
    for number, sample in enumerate(samples(MESSAGES, 0)):
        sent = sender.sent(sender.request(sample, sample.lines, number))
        bare = sample.meeting.model_copy(update={"people": type(sample.meeting.people)(), "topics": ()})
        plain = Sample(bare, sample.plain, sample.plain, (), sample.kind)
        found = leaks(sample, sent, sender.request(plain, sample.plain, number).as_text())
        rows.append(Row(id=f"{number}: {sample.kind}", value=float(not found), said=", ".join(found)))
    hidden, words, _ = over_hidden(sender, kit.settings.content_root)
    figures = (
        Figure(
            id="leaks",
            title=f"messages with a name left in them, of {len(rows):,}",
            value=float(sum(row.value == 0 for row in rows)),
            unit="count",
            n=len(rows),
            bar=0,
            at_least=False,
        ),
        mean("hidden", "messages whose every name is hidden", rows),
        Figure(
            id="over_hidden",
            title="ordinary words hidden with the names",
            value=hidden / words,
            n=words,
            bar=MOST_HIDDEN,
            at_least=False,
        ),
    )
    return Outcome(task="names", title=TITLE, figures=figures, rows=tuple(rows))
