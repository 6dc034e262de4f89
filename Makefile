# What people run. `make` alone lists it; CONTRIBUTING.md tells more.
PYTHON ?= python3
PORT ?= 8000
PROFILES ?= 10000

VENV := .venv
PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py
PYTEST := $(PY) -m pytest
# Two workers: the tests' work is mostly Python's own, and small machines have two cores.
WORKERS ?= 2

# The stamps carry the contents of what they stand for: a changed requirement installs, an unchanged one does nothing.
RUN_STAMP := $(VENV)/run-$(shell cat requirements.txt constraints.txt | cksum | tr ' ' '-')
DEV_STAMP := $(VENV)/dev-$(shell cat requirements.txt requirements-dev.txt constraints.txt | cksum | tr ' ' '-')
VNU_VERSION := 26.9.27
VNU_STAMP := var/tools/vnu-$(VNU_VERSION)

export PYTHONPATH := platform

.DEFAULT_GOAL := help
.PHONY: help run up demo demo-large shell test test-all test-browser test-postgres tests-here test-faults lint format messages collect constraints clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

run: $(RUN_STAMP) ## the site with its demonstration at http://localhost:8000 (PORT=8123 for another port)
	@$(MANAGE) prepare_demo
	@echo "The site:  http://localhost:$(PORT)/"
	@echo "Its admin: http://localhost:$(PORT)/admin/ (logins above)"
	@echo "Its mail:  http://localhost:$(PORT)/dev/inbox/"
	@$(MANAGE) runserver --skip-checks $(PORT)

# A port given on the command line counts here, too.
up: PORT := 8443
up: $(DEV_STAMP) ## what docker-compose.yml starts, without Docker, at https://localhost:8443 (needs PostgreSQL, Redis, Maven, OpenSSL)
	@$(PY) -m tests.up --port $(PORT)

demo: $(RUN_STAMP) ## the database under var/ with its demonstration content, without serving it
	@$(MANAGE) prepare_demo

demo-large: demo ## the same with 10,000 generated profiles, for trying scale (PROFILES=50000 for more)
	@$(MANAGE) seed_large_demo --profiles $(PROFILES)

shell: $(RUN_STAMP) ## Django's shell
	@$(MANAGE) shell

test: $(DEV_STAMP) ## the tests that need no service (a few minutes)
	$(PYTEST) -n $(WORKERS) -m "not browser and not services" $(ARGS)

test-all: test-browser test-postgres ## every test, also those that need Chromium, Java, PostgreSQL, Redis and Elasticsearch

test-browser: $(DEV_STAMP) $(VNU_STAMP) ## the tests in Chromium, on SQLite
	$(PYTEST) -n $(WORKERS) -m "browser and not services" $(ARGS)

test-postgres: $(DEV_STAMP) $(VNU_STAMP) ## every test that asks a database, on a PostgreSQL of their own; some on an Elasticsearch, a Redis and a Celery worker too
	$(PY) -m tests.services postgres elasticsearch -- $(MAKE) --no-print-directory tests-here

# The tests in Chromium apart from the others: their event loop and Django's database don't share a process. Of those, what
# asks the database is repeated here; how a page looks doesn't depend on it. tests/browser/up starts all that production is
# made of, once: its tests stay together.
tests-here:
	$(PYTEST) -n $(WORKERS) -m "not browser" --asking-the-database $(ARGS)
	$(PYTEST) -n $(WORKERS) --dist loadgroup -m browser tests/browser/up tests/browser/test_crawl.py tests/browser/test_form.py \
	  tests/browser/test_slug_in_admin.py tests/browser/test_admin.py tests/browser/test_editors_journey.py $(ARGS)

# RECIPIENTS, KILLS, REDIS_AWAY and RELAY_AWAY (in seconds) make it smaller.
test-faults: $(DEV_STAMP) ## the long faults of mail: 100,000 recipients and 200 kills, half an hour without a relay (SEED=1 for other chances)
	$(PY) -m tests.services postgres-vacuuming -- $(PYTEST) -n 3 -rP tests/faults/long_run.py tests/faults/long_absences.py $(ARGS)

lint: $(DEV_STAMP) ## style, layers, migrations, templates and catalogues
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/lint-imports --no-cache
	$(PY) -m djlint --quiet --lint templates
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) makemigrations --check --dry-run
	$(PY) -m tests.config.stale_messages

# Templates are formatted by hand: djlint would move white space that readers see.
format: $(DEV_STAMP) ## put Python into the house's style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

messages: $(DEV_STAMP) collect ## collect texts for translation into locale/ (needs gettext)

# Without a locale of its own in LOCALE_PATHS, makemessages writes into the locale/ folder that it meets.
collect:
	@mkdir -p locale/bg/LC_MESSAGES
	@$(MANAGE) makemessages --all --no-obsolete --no-wrap --add-location file --extension html,mjml,py,txt \
	  --ignore .venv --ignore var --ignore tests --ignore benchmarks

constraints: ## write constraints.txt anew with the newest versions that requirements allow
	@rm -rf var/fresh && $(PYTHON) -m venv var/fresh
	@var/fresh/bin/python -m pip install --quiet -r requirements-dev.txt
	@head -1 constraints.txt > var/constraints.txt && var/fresh/bin/python -m pip freeze >> var/constraints.txt
	@mv var/constraints.txt constraints.txt && rm -rf var/fresh

clean: ## remove what can be made again: packages and compiled files, never the data
	rm -rf $(VENV) var/locale var/static var/tools

$(VENV)/bin/activate:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'This needs Python 3.11 or newer; name one like this: make run PYTHON=python3.12'; exit 1; }
	@echo 'Making $(VENV) …'
	@mkdir -p var
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || $(PYTHON) -m venv --without-pip $(VENV)
	@touch $@

# Debian may lack `ensurepip`; the pip that is there can install into another environment.
PIP_INSTALL = if $(PY) -m pip --version >/dev/null 2>&1; then set -- $(PY) -m pip; else set -- $(PYTHON) -m pip --python $(PY); fi; \
  "$$@" install --quiet --disable-pip-version-check -c constraints.txt -r

$(RUN_STAMP): $(VENV)/bin/activate
	@echo 'Installing what the site needs (once) …'
	@$(PIP_INSTALL) requirements.txt
	@rm -f $(VENV)/run-* && touch $@

$(DEV_STAMP): $(VENV)/bin/activate
	@echo 'Installing what the tests need (once) …'
	@$(PIP_INSTALL) requirements-dev.txt
	@rm -f $(VENV)/dev-* && touch $@

$(VNU_STAMP):
	@echo 'Installing the HTML validator (once) …'
	@mkdir -p var/tools/vnu
	@npm install --silent --no-audit --no-fund --prefix var/tools/vnu vnu-jar@$(VNU_VERSION)
	@rm -f var/tools/vnu-* && touch $@
