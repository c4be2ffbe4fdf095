# Everything starts from a fresh machine with Python 3.11 or newer and make; `make help` lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:
.DELETE_ON_ERROR:

# Settings for this machine, see .env.example.
-include .env
export $(shell sed -n 's/^\(COMMUNIQUE_[A-Z_]*\)=.*/\1/p' .env 2>/dev/null)

PYTHON ?= python3
SEEDS ?= $(or $(COMMUNIQUE_SEEDS),seeds)
DATA ?= $(or $(COMMUNIQUE_DATA),data)
PORT ?= 3000

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Quiet twice: pip would say a line for every package, also for those that are there already, and warn of every mirror that lacks one.
# Errors are still said.
INSTALL := $(PIP) install --quiet --quiet --require-hashes --requirement
INSTALL_SELF := $(PIP) install --quiet --quiet --no-deps --no-build-isolation --editable .

.PHONY: help data check test lint types tests ui ui-read-only test-ui readme evaluate bench lock clean

help: ## list the commands
	@echo "communique: from the texts of diplomacy to tables of events, participants and agreements"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'

data: $(VENV)/.runtime ## set up, then write the dataset from seeds/ to data/ (SEEDS=, DATA= for other folders)
	@$(BIN)/communique build --seeds "$(SEEDS)" --data "$(DATA)"

check: $(VENV)/.runtime ## validate the published release again
	@$(BIN)/communique check --data "$(DATA)"

ui: $(VENV)/.runtime ## set up, then open Dagster on http://127.0.0.1:3000 (PORT= for another port)
	@COMMUNIQUE_SEEDS="$(SEEDS)" COMMUNIQUE_DATA="$(DATA)" $(BIN)/python -m pipelines.orchestration.ui --home .dagster --port $(PORT)

ui-read-only: $(VENV)/.runtime ## open Dagster so that it can only be looked at (PORT= for another port)
	@COMMUNIQUE_SEEDS="$(SEEDS)" COMMUNIQUE_DATA="$(DATA)" $(BIN)/python -m pipelines.orchestration.ui --home .dagster --port $(PORT) --read-only

test: lint types tests ## set up, then lint, check the types and run the tests

lint: $(VENV)/.dev ## ruff alone
	@echo "== ruff" && $(BIN)/ruff check .

types: $(VENV)/.dev ## mypy alone
	@echo "== mypy" && $(BIN)/mypy

tests: $(VENV)/.dev ## pytest alone
	@echo "== pytest" && $(BIN)/python -m pytest

test-ui: $(VENV)/.browser ## set up, then use Dagster in a headless Chromium and take the pictures of docs/images
	@echo "== Dagster in a browser" && $(BIN)/python -m pytest -n 0 -x -s tests/ui/browser.py --images docs/images

readme: $(VENV)/.dev ## write anew what README and docs show of the data, after a change of rules or columns
	@$(BIN)/python -m tools.readme

evaluate: $(VENV)/.runtime ## score the rules against texts coded by hand
	@$(BIN)/communique evaluate

bench: $(VENV)/.bench ## measure speed and memory, write benchmarks/results.json (ten minutes)
	@$(BIN)/python -m benchmarks.bench

lock: ## resolve the dependencies anew into the lock files (needs uv)
	@command -v uv >/dev/null || { echo "communique: make lock needs uv: pip install uv" >&2; exit 1; }
	tools/lock.sh

clean: ## remove the environment and the caches; data/ stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .dagster *.egg-info

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "communique: needs Python 3.11 or newer as '$(PYTHON)'; name another one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "== making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "communique: could not make $(VENV); on Debian and Ubuntu install python3-venv first" >&2; exit 1; }

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	@echo "== installing the pinned packages (a minute or two the first time)"
	@$(INSTALL) requirements.lock
	@echo "== installing communique itself"
	@$(INSTALL_SELF)
	@touch $@

# The development lock holds the runtime lock, so one installation serves both stamps.
$(VENV)/.dev: requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	@echo "== installing the pinned packages and the development tools (a few minutes the first time)"
	@$(INSTALL) requirements-dev.lock
	@echo "== installing communique itself"
	@$(INSTALL_SELF)
	@touch $(VENV)/.runtime $@

# spaCy to hold our speed against, and a cluster.
$(VENV)/.bench: requirements-bench.lock | $(VENV)/.runtime
	@$(INSTALL) requirements-bench.lock || echo "communique: these could not be installed; measuring without baseline and cluster"
	@touch $@

# The browser itself is not installed: Chromium from the system, or the one CHROMIUM= names.
$(VENV)/.browser: requirements-browser.lock | $(VENV)/.dev
	@$(INSTALL) requirements-browser.lock
	@touch $@
