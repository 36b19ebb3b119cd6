"""Measures what an engine does to a rehearsal: how soon it speaks, and how often its words may be shown."""
