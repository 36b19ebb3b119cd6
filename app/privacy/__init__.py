"""Names stay home."""
