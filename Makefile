# Two commands for a fresh machine with python3, its venv module and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHOWN := corpus/so-noi-vu-so-ket-2023.txt
CORPUS := $(sort $(wildcard corpus/*.txt corpus/*.md))

.PHONY: help demo test lint types layers docs check bench notebook clean
.DELETE_ON_ERROR:

help:
	@echo "make demo      set up, and read the reports of corpus/"
	@echo "make test      set up, and run the tests"
	@echo "make lint      ruff: rules and format      make types    mypy, strict"
	@echo "make layers    which module may import which"
	@echo "make docs      write docs/ and the README's output anew"
	@echo "make check     test, lint, types, layers, docs up to date"
	@echo "make bench     speed on corpus/            make notebook run the notebooks"

# The environment is made once; a stamp says what is in it, and pyproject.toml decides when that is out of date.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed
	@mkdir -p build
	@$(BIN)/vnreport parse $(SHOWN) --format table
	@$(BIN)/vnreport parse $(CORPUS) --format jsonl --out build/corpus.jsonl
	@echo
	@echo "All reports of corpus/, against the labels beside them:"
	@echo
	@$(BIN)/vnreport evaluate corpus
	@echo
	@echo "Above: $(SHOWN). The records of all $(words $(CORPUS)) reports: build/corpus.jsonl"

test: $(VENV)/.installed-dev
	$(BIN)/pytest $(ARGS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

docs: $(VENV)/.installed-dev
	$(BIN)/python docs/build.py

check: test lint types layers
	$(BIN)/python docs/build.py --check

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/parse.py

notebook: $(VENV)/.installed-dev
	$(BIN)/pytest tests/test_notebooks.py

clean:
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
