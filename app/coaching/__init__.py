"""The use cases: plan, say, check. Imports the domain only."""
