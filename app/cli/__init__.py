"""The command line, for people and scripts: parses and prints, nothing else."""

from app.cli.main import app, main

__all__ = ["app", "main"]
