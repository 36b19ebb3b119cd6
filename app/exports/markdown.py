"""What can be read, printed and kept: Markdown."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from app.domain.agenda import Agenda
from app.domain.commitments import Account, Commitment, MeetingLog
from app.domain.conversation import CoachingSession, Message
from app.domain.emails import EmailDraft
from app.domain.library import Library
from app.domain.rehearsal import Debrief, Score
from app.domain.risk import SEVERITY
from app.domain.turn import CheckCard, Plan

_SPECIAL = re.compile(r"([\\`*<\[|])")


def debrief_markdown(session: CoachingSession, messages: Sequence[Message], held: date) -> str:
    """Return a rehearsal as Markdown: the debrief if there is one among the messages, then the meeting line by line.

    The private goal stays out. `held` is the day of the rehearsal where the reader is.
    """
    debrief = next((m.plan.debrief for m in reversed(messages) if m.plan and m.plan.debrief), None)
    parts = [f"# {_plain(session.title or 'Rehearsal')}", _day(held)]
    if debrief:
        parts += _debrief(debrief)
    said = [_line(session, m) for m in messages if m.role != "coach"]
    parts += ["## The meeting, line by line", *said] if said else []
    return _page(parts)


def agenda_markdown(agenda: Agenda) -> str:
    """Return a question list as Markdown, one page to print: minutes first, the reason under each question."""
    parts = [f"# Questions for {agenda.minutes} minutes"]
    if agenda.opening:
        parts.append(f"**Open** ({agenda.opening_minutes} min): {_plain(agenda.opening)}")
    for number, item in enumerate(agenda.items, 1):
        lines = [f"{number}. **{_plain(item.text)}** ({item.minutes} min)"]
        lines += [f"   {_plain(item.why)}"] if item.why else []
        lines += [f"   Then: {_plain(item.follow_up)}"] if item.follow_up else []
        lines += [f"   Mind: {_plain(warning)}" for warning in item.warnings]
        parts.append("  \n".join(lines))
    if agenda.fallback:
        parts.append(f"**If it stalls:** {_plain(agenda.fallback.text)}")
    if agenda.closing:
        parts.append(f"**Close** ({agenda.closing_minutes} min): {_plain(agenda.closing)}")
    return _page([*parts, _bullets(agenda.warnings)])


def letter_markdown(draft: EmailDraft) -> str:
    """Return a letter as Markdown: its subject, its body, and what is still to be confirmed."""
    body = "\n\n".join(_plain(part).replace("\n", "  \n") for part in draft.body.strip().split("\n\n"))
    parts = [f"**Subject:** {_plain(draft.subject)}", body]
    open_points = [*draft.missing, *draft.assumed, *draft.warnings]
    return _page([*parts, "---\n\n**Before you send it**" if open_points else "", _bullets(open_points)])


def check_markdown(card: CheckCard) -> str:
    """Return a checked text as Markdown: the verdict, each marked phrase with its reason, the better text.

    A text with a serious matter gets where to take it, and no verdict.
    """
    report = card.report
    parts = ["# Checked wording", _quoted(report.text)]
    for finding in report.serious:
        routes = _bullets(f"{route.name}: {route.note}" for route in finding.routes)
        parts += [f"## {_plain(finding.name)}", "You can raise this. Here is where.", routes]
    if not report.serious:
        held = "It would survive being forwarded to your manager."
        parts.append(
            held
            if report.forward_safe
            else f"It would not survive being forwarded: “{_flat(_plain(report.deciding))}”."
        )
    for flag in report.flags:
        instead = f"  \nSay instead: {_plain(flag.say_instead)}" if flag.say_instead else ""
        parts.append(
            f"- “{_flat(_plain(flag.phrase))}”, {_plain(flag.name)} ({SEVERITY[flag.severity]}). {_plain(flag.reason)}{instead}"
        )
    return _page([*parts, *(["## Better", _quoted(card.better)] if card.better else [])])


def programme_markdown(plan: Plan, library: Library) -> str:
    """Return a programme plan as Markdown, its numbered marks explained below; the planned words stay as they are."""
    notes = []
    for citation in plan.citations:
        card, source = library.card_by_id.get(citation.card), library.source_by_id.get(citation.source)
        named = [card.title] if card else []
        named += [f"{source.title}, {source.author}, {source.link}"] if source else []
        notes.append(f"[{citation.number}] {_plain('. '.join(named) or citation.card)}  ")
    return _page(["# Skip-level programme", plan.planned, *(["## Sources", "\n".join(notes)] if notes else [])])


def log_markdown(kept: Sequence[Commitment], meetings: Sequence[MeetingLog]) -> str:
    """Return the private log as Markdown: what is open, what is closed, and each meeting as predicted and as it was."""
    parts = ["# What was promised"]
    for heading, mine in (("What you promised", True), ("What they offered", False)):
        lines = [_commitment(each) for each in kept if each.mine is mine]
        parts += [f"## {heading}", "\n".join(lines)] if lines else []
    if not kept:
        parts.append("Nothing yet.")
    for log in meetings:
        parts += [f"## {_plain(log.meeting or 'A meeting')}, {_day(log.met)}", _compared(log.before, log.after)]
    return _page(parts)


def _commitment(commitment: Commitment) -> str:
    box = "x" if commitment.state == "kept" else " "
    due = _day(commitment.day) if commitment.day else _plain(commitment.due)
    who = "" if commitment.mine or commitment.owner == "they" else f"{_plain(commitment.owner)}: "
    notes = [due, "dropped" if commitment.state == "dropped" else "", _plain(commitment.meeting)]
    line = f"- [{box}] {who}{_flat(_plain(commitment.what))}"
    line += "".join(f", {note}" for note in notes if note)
    return f"{line}  \n  “{_flat(_plain(commitment.line))}”" if commitment.line else line


def _compared(before: Account, after: Account) -> str:
    rows = ["| | Before | After |", "|---|---|---|"]
    for name, was, came in (
        ("What they ask", before.asks, after.asks),
        ("What you fear", before.fear, after.fear),
        ("What you want", before.want, after.want),
    ):
        rows.append(f"| {name} | {_flat(_plain(was))} | {_flat(_plain(came))} |")
    return "\n".join(rows)


def _debrief(debrief: Debrief) -> list[str]:
    parts = [f"**{_plain(debrief.headline)}**", "## How each part went", _table(debrief.scores)]
    parts.append(_bullets(f"Not scored: {', '.join(names)}. {why}" for why, names in debrief.unscored.items()))
    if debrief.strengths:
        parts.append("## What worked")
        parts += [f"- “{_flat(_plain(s.quote))}” (turn {s.turn}). {_plain(s.why)}" for s in debrief.strengths]
    if debrief.fixes:
        parts.append("## What to change")
        parts += [
            f"- “{_flat(_plain(fix.quote))}” (turn {fix.turn}). {_plain(fix.why)}  \n  Say instead: “{_flat(_plain(fix.say_instead))}”"
            for fix in debrief.fixes
        ]
    parts += ["## One drill", _plain(debrief.drill)] if debrief.drill else []
    parts += ["## Who spoke", _plain(debrief.talk_share_note) or f"You said {debrief.talk_share}% of the words."]
    parts += ["## May reach your manager", _bullets(debrief.may_reach_boss)] if debrief.may_reach_boss else []
    promised = [
        f"{p.owner[:1].upper()}{p.owner[1:]}: {p.what}" + (f", {p.due}" if p.due else "") for p in debrief.promises
    ]
    return [*parts, *(["## Promised", _bullets(promised)] if promised else [])]


def _table(scores: Iterable[Score]) -> str:
    rows = ["| Part | Score | Your words |", "|---|---|---|"]
    for score in scores:
        if score.value is None:
            continue
        quote = f"“{_flat(_plain(score.quote))}”" if score.quote else _plain(score.rule)
        rows.append(f"| {_plain(score.name)} | {score.value} of 4 | {_flat(quote)} |")
    return "\n".join(rows) if len(rows) > 2 else ""


def _line(session: CoachingSession, message: Message) -> str:
    other = session.meeting.opposite
    unnamed = "The employee" if session.meeting.leads else "The leader"
    name = "You" if message.role == "user" else other.full or other.role or unnamed
    return f"**{_plain(name)}:** {_plain(message.text).strip()}".replace("\n", "  \n")


def _plain(text: str) -> str:
    """Words as words: nothing a person typed becomes formatting, a link or a table cell."""
    shown = _SPECIAL.sub(r"\\\1", text)
    return re.sub(r"^(\s*)([#>+-])", r"\1\\\2", shown, flags=re.MULTILINE)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in _plain(text).splitlines())


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {_flat(_plain(line))}" for line in lines)


def _day(moment: date) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
