"""Coaching sessions in SQLite by default, in PostgreSQL by URL."""
