"""Letters around the meeting: read from a brief, written from skeletons, checked line by line."""

from app.coaching.emails.letters import Letters

__all__ = ["Letters"]
