"""Nothing of what people type about people leaves with a request, through the real prompts and the whole composer."""

from app.domain.meeting import People
from app.settings import Settings
from evals.privacy.__main__ import MOST_HIDDEN, Sender, leaks, over_hidden
from evals.privacy.messages import Sample, by_hand, samples
from tests.conftest import ROOT


def test_no_name_is_left_in_a_sample_of_messages_and_ordinary_words_stay() -> None:
    sender = Sender(Settings(content_root=ROOT))
    for number, sample in enumerate(samples(60, seed=11)):
        sent = sender.sent(sender.request(sample, sample.lines, number))
        bare = sample.meeting.model_copy(update={"people": People(), "topics": ()})
        plain = Sample(bare, sample.plain, sample.plain, (), sample.kind)
        assert leaks(sample, sent, sender.request(plain, sample.plain, number).as_text()) == [], sample.lines
    for number, sample in enumerate(by_hand()):
        sent = sender.sent(sender.request(sample, sample.lines, number))
        plain = Sample(sample.meeting, sample.plain, sample.plain, (), sample.kind)
        assert leaks(sample, sent, sender.request(plain, sample.plain, number).as_text()) == [], sample.lines
    hidden, words, _ = over_hidden(sender, ROOT)
    assert hidden <= MOST_HIDDEN * words
