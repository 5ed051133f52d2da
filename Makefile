# Shortens `python -m build_tools …`. On a fresh Debian machine each target sets up what it needs first.
.DEFAULT_GOAL := help
PY := .venv/bin/python
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes
RUN := .venv/.ready
DEV := .venv/.ready-dev
NODE := node_modules/.ready
HOSTS := tests/hosts/node_modules/.ready
LIGHTHOUSE := tests/lighthouse/node_modules/.ready
# Another Python than the first: make serve python=python3.12
python := python3
# The server alone: a test starts it, and nothing else does.
WORDPRESS := /usr/bin/php=php-cli /usr/sbin/mariadbd=mariadb-server-core /usr/share/wordpress/wp-load.php=wordpress \
  /usr/share/wordpress/wp-content/themes/twentytwentythree=wordpress-theme-twentytwentythree
# What makes PDFs. Without it, a release says so and has none.
PANGO := libpango-1.0.so.0=libpango-1.0-0 libpangoft2-1.0.so.0=libpangoft2-1.0-0 libharfbuzz-subset.so.0=libharfbuzz-subset0
# The fonts that tests measure with, a wide one and a narrow one (tests/fonts.py).
FONTS := /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf=fonts-dejavu-core \
  /usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf=fonts-liberation
# Most tests take the Chromium that has no windows, and the walks a whole one. Playwright, which drives both, brings a Node
# that needs libatomic. WebKit needs a screen, if only one that nobody sees.
BROWSERS := chromium=chromium chromium-headless-shell=chromium-headless-shell libatomic.so.1=libatomic1 \
  firefox-esr=firefox-esr WebKitWebDriver=webkit2gtk-driver Xvfb=xvfb
PYTHON := $(python)@3.11=$(python) $(python):ensurepip=$(python)-venv
NPM := node@18.18=nodejs npm=npm
# All that tests need: asked for once, before minutes of work. What a test needs besides stands here, as command=package.
TESTED := $(PYTHON) $(NPM) $(BROWSERS) $(FONTS) $(PANGO) $(WORDPRESS)

# A file of tests goes to one process, since they share what it takes long to make. tests/conftest.py says which ones begin.
WORKERS := --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# As the edition of a center: make site edition=campus
ifdef edition
export RIGHT_ASK_EDITION := $(edition)
endif

.NOTPARALLEL:
.PHONY: help needs serve site release check editions translate items find quick forms export paper digest ids schemas test test-one lint components bench fresh lock coverage

help: ## say what each target does
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-9s %s\n", $$1, $$2 }'

serve: $(RUN) ## show the guide on this machine, and again after each edit (another port: make serve port=8001)
	@$(PY) -m build_tools serve $(if $(port),--port $(port))

test: needs $(DEV) $(NODE) $(HOSTS) lint ## set up, lint, and run every test
	@$(PY) -m pytest $(WORKERS)

test-one: $(DEV) $(NODE) $(HOSTS) ## run one file of tests, or one test: make test-one T=tests/components/test_planner.py
	@$(PY) -m pytest $(T)

needs:
	@.ci/need $(TESTED)

site: $(RUN) ## build the site into site/
	@$(PY) -m build_tools build

release: $(RUN) ## build the site with everything to take away, and checksums
	@.ci/need $(PANGO) || true
	@$(PY) -m build_tools release

check: $(RUN) ## read content/ and quiz/ and say what is wrong
	@$(PY) -m build_tools check

editions: $(RUN) ## list the editions of centers, and what each changes
	@$(PY) -m build_tools editions $(if $(since),--since "$(since)")

translate: $(RUN) ## write or update the files that translators work in: make translate edition=es
	@$(PY) -m build_tools translate $(edition)

items: $(RUN) ## write the questions of a spreadsheet into an edition: make items edition=campus from=questions.csv
	@$(PY) -m build_tools items --from "$(from)"

find: $(RUN) ## say where a sentence stands: make find words="some words of it"
	@$(PY) -m build_tools find -- "$$words"

quick: $(DEV) ## run the tests that need nothing but Python and a minute
	@$(PY) -m pytest $(WORKERS) -m "not browser and not node and not pango and not server and not site and not translated"

forms: $(RUN) ## draw the quizzes that the bank allows and that are not drawn yet
	@$(PY) -m build_tools forms

export: $(RUN) ## write every quiz for learning platforms and spreadsheets into .build/downloads/
	@$(PY) -m build_tools export --out .build/downloads

paper: $(RUN) ## write every worksheet, key and other sheet as PDF into .build/sheets/
	@.ci/need $(PANGO)
	@$(PY) -m build_tools paper --out .build/sheets

digest: $(RUN) ## sum up all that is made, to compare before and after a change that should change nothing
	@.ci/need $(PANGO)
	@.ci/digest

ids: $(DEV) ## list new public ids and addresses, and write changed goldens and the map of the code
	@$(PY) -m pytest -q tests/write/test_public_ids.py tests/write/test_goldens.py tests/house/test_architecture.py --update

schemas: $(RUN) ## write what editors know of the YAML files into docs/schemas/
	@$(PY) -m build_tools schemas

coverage: $(RUN) ## say what the quiz bank asks too seldom, and why it allows no more forms
	@$(PY) -m build_tools coverage

lint: $(DEV) $(NODE) ## hold the code against its linters and types
	@.ci/step "Checking the code" sh -c '.venv/bin/ruff check --quiet . && .venv/bin/ruff format --check --quiet . \
	  && .venv/bin/mypy && .venv/bin/lint-imports --no-cache && npm run --silent lint && npm run --silent types'

components: $(DEV) ## show every component in every state on one page (another port: make components port=8002)
	@PYTHONPATH=.:tests $(PY) tests/components/examples.py $(or $(port),8001)

bench: $(DEV) $(LIGHTHOUSE) ## print how long things take and how big they are
	@.ci/need chromium=chromium libatomic.so.1=libatomic1 $(PANGO)
	@$(PY) tests/bench.py

fresh: ## as root, run serve and test in a minimal Debian 12 and 13 (one of them: make fresh suite=bookworm)
	@.ci/fresh $(suite)

lock: $(RUN) ## write the lock files anew, with hashes and without addresses
	@$(PY) -m pip install --quiet uv
	@.ci/lock

$(RUN): requirements.lock
	@.ci/need $(PYTHON)
	@.ci/step "Setting up .venv" sh -c '$(python) -m venv .venv && $(PIP) -r requirements.lock && touch $@'

$(DEV): requirements-dev.lock $(RUN)
	@.ci/step "Adding what tests need to .venv" sh -c '$(PIP) -r requirements-dev.lock && touch $@'

$(NODE): package-lock.json
$(HOSTS): tests/hosts/package-lock.json
$(LIGHTHOUSE): tests/lighthouse/package-lock.json
$(NODE) $(HOSTS) $(LIGHTHOUSE):
	@.ci/need $(NPM)
	@.ci/step "Setting up $(patsubst %/,%,$(dir $@))" \
	  sh -c 'npm --prefix $(dir $<) ci --loglevel=error --no-progress --no-audit --no-fund && touch $@'
