"""The skip-level coach: plan, say, check."""

import os

__version__ = "0.1.0"

# Spinning OpenMP threads turn a 30 ms embedding into 600 ms on a busy two-core laptop. Read when libgomp loads,
# so it has to be set before anything else is imported.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
# Nothing of ours is traced anywhere, whatever the surrounding shell says.
os.environ["LANGSMITH_TRACING"] = "false"
os.environ["LANGCHAIN_TRACING_V2"] = "false"
