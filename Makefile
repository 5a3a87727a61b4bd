# Two commands on a machine with only Python 3.11+ and make:
#   make demo   sets up and drafts and lints the example stories
#   make test   sets up and runs every check; tests/tools.sh brings Java, Maven and a browser
# make full runs the big suites whole, make bench prints every figure of docs/measurements.md.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: demo test full bench docs clean
.DEFAULT_GOAL := demo

ifdef UV
install = $(UV) pip install --quiet --python $(BIN)/python
make-venv = $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
else
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check
make-venv = $(PYTHON) -m venv $(VENV) || { \
	echo "Python's venv module is missing: on Debian and Ubuntu, apt-get install python3-venv" >&2; exit 2; }
endif

$(VENV)/run.stamp: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it with PYTHON=..." >&2; exit 2; }
	@echo "setting up $(VENV) ..."
	@$(make-venv)
	@$(install) --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@echo "adding what the checks need ..."
	@$(install) --editable '.[dev]'
	@touch $@

demo: $(VENV)/run.stamp
	@$(BIN)/python drafts/demo.py

test: $(VENV)/dev.stamp
	@sh tests/tools.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/mkdocs build --strict --site-dir build/site
	$(BIN)/python -m pytest -n auto --dist loadgroup

full: $(VENV)/dev.stamp
	AUTHORING_FULL=1 $(BIN)/python -m pytest -n auto --dist loadgroup
	@$(install) --editable '.[fuzz]'
	@if $(BIN)/python -c 'import atheris' 2>/dev/null; then $(BIN)/python tests/fuzz/explore.py all --seconds 3600; \
	else echo "atheris has no wheel for this machine: its hour of exploring is left out"; fi

# The others are measured without LanguageTool, which would be asked wherever it is installed.
bench: export AUTHORING_GRAMMAR := off
bench: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/main_job.py
	$(BIN)/python benchmarks/first_article.py
	$(BIN)/python benchmarks/generated_notes.py
	$(BIN)/python benchmarks/drafting.py
	$(BIN)/python benchmarks/update.py
	$(BIN)/python benchmarks/template_check.py
	$(BIN)/python benchmarks/template_from.py
	$(BIN)/python benchmarks/quote_check.py
	$(BIN)/python benchmarks/quote_mutations.py
	$(BIN)/python benchmarks/article_mutations.py
	$(BIN)/python benchmarks/attribution.py
	$(BIN)/python benchmarks/attribution_steps.py
	$(BIN)/python benchmarks/speakers.py
	$(BIN)/python benchmarks/quotation_marks.py
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/lint_speed.py
	$(BIN)/python benchmarks/readability.py
	$(BIN)/python benchmarks/sentences.py
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/tags_removed.py
	$(BIN)/python benchmarks/seed_defects.py
	$(BIN)/python benchmarks/precision.py --counts
	@$(install) webvtt-py pysubs2 srt
	$(BIN)/python benchmarks/transcripts_read.py
	$(BIN)/python benchmarks/transcripts_speed.py
	$(BIN)/python benchmarks/round_trip.py
	$(BIN)/python benchmarks/notes_from.py
	$(BIN)/python benchmarks/exports.py
	$(BIN)/python benchmarks/word.py
	$(BIN)/python benchmarks/checking_copy.py
	$(BIN)/python benchmarks/leaked_names.py
	$(BIN)/python benchmarks/leaks.py --stories 300 --jobs 2
	@if AUTHORING_GRAMMAR= $(BIN)/authoring grammar status >/dev/null; then export AUTHORING_GRAMMAR=; \
	$(BIN)/python benchmarks/grammar_recall.py && $(BIN)/python benchmarks/grammar_recall.py _blind && \
	$(BIN)/python benchmarks/grammar.py ../shared/data/articles 40 && $(BIN)/python benchmarks/grammar_server.py 6; \
	else echo "LanguageTool is not installed, and not measured; run: $(BIN)/authoring grammar install"; fi

docs: $(VENV)/dev.stamp
	$(BIN)/python -m authoring.rules.pages > docs/rules.md
	$(BIN)/python -m authoring.cli.pages > docs/commands.md
	$(BIN)/python tests/docs/page_examples.py
	$(BIN)/mkdocs build --strict --site-dir build/site

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache
