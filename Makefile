# make        preview the site and rebuild it as you write
# make help   the other targets

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
RUN := NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m builder
INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check

LOCK := $(VENV)/bin/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"

.DEFAULT_GOAL := preview
.PHONY: preview site publish-check test bench unknown-words lint lock brand clean help

preview: $(VENV)/ready       ## show the site on this machine, and every change as you save it
	@$(RUN) preview

site: $(VENV)/ready          ## write the publishable site to site/
	@$(RUN) site

publish-check: $(VENV)/ready ## refuse to publish while an example value is left
	@$(RUN) publish-check

test: $(VENV)/ready-to-test  ## run all the tests
	@$(VENV)/bin/python -m tests.browser
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m pytest

bench: $(VENV)/ready-to-test ## measure the search, the speed of the pages (Lighthouse where there is Node) and the cost of a build
	@$(VENV)/bin/python -m tests.browser
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m tests.search.bench
	@$(VENV)/bin/python -m tests.limit.cost
	@$(VENV)/bin/python -m tests.limit.bench
	@$(VENV)/bin/python -m tests.limit.lighthouse

unknown-words: $(VENV)/ready ## list the words of the site that the Finnish search does not know
	@$(RUN) unknown-words

lint: $(VENV)/ready-to-test  ## put the code into its one style and check it
	@$(VENV)/bin/ruff format . && $(VENV)/bin/ruff check .

brand: $(VENV)/ready-to-test ## draw the marks and the social cards anew, after a change in data/cards.yml
	@$(VENV)/bin/python -m builder.brand

lock: $(VENV)/ready          ## choose new releases of what we depend on, within pyproject.toml
	@$(INSTALL) uv
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --extra test --extra brand --constraint requirements.lock --output-file tests/requirements.lock

clean:                       ## remove everything that make made
	rm -rf $(VENV) .cache .build site overrides/facts

help:                        ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):[^#]*## */make \1\t/' | expand -t 20

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: install it, or name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the site is built with into $(VENV)/ (once, about a minute) …"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-to-test: tests/requirements.lock $(VENV)/ready
	@echo "Installing what the tests need into $(VENV)/ …"
	@$(INSTALL) --require-hashes -r tests/requirements.lock
	@touch $@
