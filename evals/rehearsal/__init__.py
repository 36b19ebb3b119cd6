"""Measures the rehearsal: reading on labelled lines, simulated meetings, planted pairs of good and bad versions."""
