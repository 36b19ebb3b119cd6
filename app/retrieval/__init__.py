"""Cards to passages, passages to an index, a question to the cards that answer it."""
