"""Reading English without a language model: spaCy's small pipeline, or plain rules where it is not installed."""
