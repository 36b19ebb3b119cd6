"""Frozen values and ports. Standard library and pydantic only."""
