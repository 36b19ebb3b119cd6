"""Content files to domain objects, with every fault reported at once."""
