# The commands of the portal. Each sets up by itself what it needs; `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.SUFFIXES:

PORT ?= 8000
DATA ?= .data
WORKERS ?= 2
PYTHON_HERE := .venv/bin/python
STACK := $(PYTHON_HERE) -m portal.stack --data "$(DATA)"
APPS := $(patsubst %/apps.py,%,$(wildcard */apps.py))
# What a person has set for a running stack must not reach the tests.
FOR_TESTS := env -u DJANGO_SETTINGS_MODULE -u REDIS_URL -u EMAIL_URL -u CLAMD_SOCKET -u CLAMD_ADDRESS -u SECRET_KEY_FILE

.PHONY: help
help: ## show this list
	@echo "make TARGET, where TARGET is one of:"
	@sed -nE 's/^([a-z-]+):.*## (.*)$$/  \1|\2/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r name text; do \
		printf '%-12s %s\n' "$$name" "$$text"; done

.PHONY: run
run: ## start the demonstration; PORT=8001 for another port, DATA=folder for another data folder
	@scripts/setup run
	@exec $(STACK) up --port "$(PORT)"

.PHONY: manage
manage: ## run a management command: make -s manage CMD="figures 2025-26 --format json"
	@test -n "$(CMD)" || { echo 'Say which: make -s manage CMD="figures 2025-26 --format json"; CMD=help lists all' >&2; exit 2; }
	@scripts/setup run
	@exec $(STACK) manage $(CMD)

.PHONY: check
check: ## format, lint, types, floors, templates, migrations: seconds
	@scripts/setup check
	@$(MAKE) --no-print-directory --keep-going --jobs=2 --output-sync=target \
		types migrations-are-made lint floors templates-are-kept format-is-kept

.PHONY: format-is-kept lint types floors templates-are-kept migrations-are-made
format-is-kept:
	@$(PYTHON_HERE) -m ruff format --check .
lint:
	@$(PYTHON_HERE) -m ruff check --quiet .
types:
	@$(FOR_TESTS) $(PYTHON_HERE) -m mypy $(APPS)
floors:
	@.venv/bin/lint-imports --no-logo
templates-are-kept:
	@$(PYTHON_HERE) -m djlint templates --lint --quiet
migrations-are-made:
	@$(FOR_TESTS) DJANGO_SETTINGS_MODULE=portal.settings.test $(PYTHON_HERE) -W ignore manage.py makemigrations --check --dry-run

.PHONY: format
format: ## put code and imports into the house's form
	@scripts/setup check
	@$(PYTHON_HERE) -m ruff format .
	@$(PYTHON_HERE) -m ruff check --fix --quiet .

.PHONY: test
test: ## everything that proves the portal: check, then all tests; WORKERS=4 for more processes
	@scripts/setup test
	@$(MAKE) --no-print-directory check
	@exec $(FOR_TESTS) $(PYTHON_HERE) -m pytest -n "$(WORKERS)" --dist loadscope $(ARGS)

.PHONY: test-full
test-full: ## make test, with every role at every address and axe at every load of every page
	@$(MAKE) --no-print-directory test ARGS='--every-load $(ARGS)'

.PHONY: coverage
coverage: ## which lines and branches no test goes through; browsers, killed processes and the demonstration apart
	@scripts/setup test
	@exec $(FOR_TESTS) $(PYTHON_HERE) -m pytest -n "$(WORKERS)" --dist loadscope -m "not browser and not resilience and not demo" \
		--cov --cov-report=term:skip-covered $(ARGS)

.PHONY: bench
bench: ## measure the main pages and jobs, and print a table; ARGS="--sizes 10000 --plans" for less or more
	@scripts/setup run
	@exec $(FOR_TESTS) DJANGO_SETTINGS_MODULE=portal.settings.test $(PYTHON_HERE) -W ignore manage.py bench $(ARGS)

.PHONY: docs
docs: ## write docs/reference from the code
	@scripts/setup run
	@$(FOR_TESTS) DJANGO_SETTINGS_MODULE=portal.settings.test $(PYTHON_HERE) -W ignore manage.py write_reference

.PHONY: assets
assets: ## build style sheet and script from frontend/ (needs node)
	@exec frontend/build_assets.sh

.PHONY: backup
backup: ## write database and documents into one file: make backup FILE=portal.backup
	@test -n "$(FILE)" || { echo 'Say where to: make backup FILE=portal.backup' >&2; exit 2; }
	@scripts/setup run
	@exec $(STACK) backup "$(FILE)"

.PHONY: restore
restore: ## read database and documents back into an empty portal: make restore FILE=portal.backup
	@test -n "$(FILE)" || { echo 'Say where from: make restore FILE=portal.backup' >&2; exit 2; }
	@scripts/setup run
	@exec $(STACK) restore "$(FILE)"

.PHONY: sbom
sbom: ## list the Python packages of production (CycloneDX) into sbom.json
	@scripts/setup run
	@.venv/bin/uv export --quiet --frozen --no-default-groups --format cyclonedx1.5 --output-file sbom.json
	@echo "sbom.json lists what production is made of."
