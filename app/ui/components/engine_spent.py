"""Tokens, and their cost where prices are set, out of the conversations kept here."""

from collections.abc import Iterable

import streamlit as st

from app.coaching.spent import Spent, spent
from app.domain.conversation import Message
from app.settings import Settings
from app.ui.components.tags import table
from app.ui.components.words import muted


def show(messages: Iterable[Message], settings: Settings) -> None:
    """Draw a row for each engine that was asked."""
    found = spent(messages)
    if not found:
        muted("No model has been asked in the conversations kept here.")
        return
    priced = bool(settings.price_in or settings.price_out)
    heads = ["Engine", "Replies", "In its words", "Tokens in", "Tokens out", *(["Cost"] if priced else [])]
    st.html(table(heads, [_row(each, settings, priced) for each in found], "Tokens by engine"))
    if not priced:
        muted("Set COACH_PRICE_IN and COACH_PRICE_OUT, for a million tokens, to see the cost.")


def _row(each: Spent, settings: Settings, priced: bool) -> list[str]:
    numbers = (each.asked, each.said, each.tokens_in, each.tokens_out)
    cost = [f"{each.cost(settings.price_in, settings.price_out):.2f}"] if priced else []
    return [each.engine, *(f"{number:,}" for number in numbers), *cost]
