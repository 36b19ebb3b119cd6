"""Engines: whatever says a plan."""
