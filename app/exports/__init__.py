"""What people take away: Markdown, letters for the mail program, calendar entries, and everything as JSON."""

from app.exports.calendar_file import agenda_event, ics, offered_times, reminders
from app.exports.email_file import eml, mailto
from app.exports.json_file import everything
from app.exports.json_file import everything as json_export
from app.exports.markdown import (
    agenda_markdown,
    check_markdown,
    debrief_markdown,
    letter_markdown,
    log_markdown,
    programme_markdown,
)
from app.exports.markdown import agenda_markdown as markdown_agenda
from app.exports.markdown import debrief_markdown as markdown_debrief

__all__ = [
    "agenda_event",
    "agenda_markdown",
    "check_markdown",
    "debrief_markdown",
    "eml",
    "everything",
    "ics",
    "json_export",
    "letter_markdown",
    "log_markdown",
    "mailto",
    "markdown_agenda",
    "markdown_debrief",
    "offered_times",
    "programme_markdown",
    "reminders",
]
