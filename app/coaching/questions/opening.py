"""The first and the last words of a meeting, as they stand around its questions."""

from collections.abc import Sequence

from app.coaching.questions.nouns import topics_of
from app.domain.meeting import Meeting


def opening_words(meeting: Meeting, aims: Sequence[str]) -> str:
    """Return the first thing to say, as it fits how they meet and what for."""
    said = _first_words(meeting, aims)
    if meeting.format == "phone":
        return f"{said} I can't see you on the phone, so please stop me whenever you like."
    return said


def _first_words(meeting: Meeting, aims: Sequence[str]) -> str:
    if meeting.format == "group":
        return (
            "Thank you all for the time. I'd like to hear how things look from where you are; it isn't a status report. "
            "What is said here I use as themes, without names; safety, harassment, discrimination and fraud I'd have "
            "to pass on. Anything that isn't for the group, please bring me afterwards. Is that all right?"
            if meeting.audience == "leader"
            else "Thank you for making time for all of us. I've brought a couple of questions, and I'm glad to wait "
            "until the others have had a turn."
        )
    if meeting.audience == "leader":
        return (
            "Thank you for the time. I'd like to hear how things look from where you are; it isn't a status report. "
            "What you tell me I use as a theme, without your name; safety, harassment, discrimination and "
            "fraud I'd have to pass on. Is that all right?"
        )
    if meeting.asked_by != "ic":
        return (
            "Thank you for asking me. I've brought a couple of questions, but is there something you wanted to "
            "start with?"
        )
    if meeting.goal and aims[0] == "acquaint":
        return (
            "Thank you for making time. I mostly wanted to say hello, and to hear a little about you and how you see "
            "things here."
        )
    topics = topics_of(meeting)
    if aims[0] == "grateful":
        what = f" for {topics[0]}" if topics else ""
        return (
            f"Thank you for making time. I mainly came to say thank you{what}, and to tell you what it changed for us."
        )
    if topics:
        return (
            f"Thank you for making time. I hoped to hear how you see {topics[0]}, and what matters most to you "
            "this year. Is there anything you wanted to cover first?"
        )
    return (
        "Thank you for making time. I hoped to understand what matters most to you this year, and where work "
        "like ours helps. Is there anything you wanted to cover first?"
    )


def closing_words(meeting: Meeting) -> str:
    """Return the last thing to say."""
    if meeting.audience == "leader":
        return (
            "Here is what I heard, and what I will and won't do about it; you'll hear from me within a week. "
            "What did we miss that I ought to know?"
        )
    if meeting.minutes < 12:
        return "Thank you. The one thing I'm taking with me is this; may I send you a line on it?"
    return (
        "Here is what I'm taking with me, and what I'll do by when. What should I have asked that I didn't? "
        "Thank you for your time."
    )
