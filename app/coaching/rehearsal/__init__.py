"""Rehearsing the meeting: reading the user's line, directing the leader, and teaching from both."""

from app.coaching.rehearsal.rehearsal import Rehearsal

__all__ = ["Rehearsal"]
