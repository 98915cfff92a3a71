# The front door. Everything that is installed goes into this folder: Bun into .tools/, packages into node_modules/.
# Plain enough for GNU make 3.81 and the tools of macOS.

# The version stands in package.json, as packageManager.
BUN_VERSION := $(shell sed -n 's/.*"packageManager": *"bun@\([^"]*\)".*/\1/p' package.json)
BUN := .tools/node_modules/.bin/bun
BUN_STAMP := .tools/bun-$(BUN_VERSION)
PACKAGES_STAMP := node_modules/.installed
SCHEMATHESIS_STAMP := .tools/schemathesis/.installed
PYTHON ?= python3
BENCH_CONTRACT := --contract load/contract.yaml --out load/generated --context ../context
CHECK := node_modules/.bin/biome check --error-on-warnings --no-errors-on-unmatched

export PATH := $(CURDIR)/.tools/node_modules/.bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help dev start test e2e fuzz bench load-test check check-source contract-diff generate postman scaffold migrate rollback seed \
  seed-large slow-queries administrator db-dump clean install

help: ## List these targets
	@sed -n 's/^\([a-z][a-z0-9-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target text; do printf '  make %-13s %s\n' "$$target" "$$text"; done

dev: install ## Serve on this machine with a database and a login to try; reload on change (PORT, DATA_DIR)
	@$(BUN) src/dev/dev.ts

start: install ## Serve with production settings (SECRET, PUBLIC_ORIGIN; DATABASE_URL if there is one)
	@$(BUN) src/dev/start.ts

test: install $(SCHEMATHESIS_STAMP) ## Run everything that check runs, and all tests
	@status=0; $(MAKE) --no-print-directory check-source || status=1; $(BUN) tests/support/run.ts $(TEST_FLAGS) || status=1; $(BUN) src/dev/e2e.ts || status=1; exit $$status

e2e: install ## Run the tests in a browser, which is installed where there is none (CHROMIUM)
	@$(BUN) src/dev/e2e.ts

fuzz: install $(SCHEMATHESIS_STAMP) ## Look for what breaks the contract, for minutes and with new cases each time (FUZZ_EXAMPLES, FUZZ_SEED)
	@$(BUN) tests/fuzz/main.ts --examples=$(FUZZ_EXAMPLES) --seed=$(FUZZ_SEED)

bench: install ## Measure against a server by hand and seven peers, in ten minutes on a quiet machine (BENCH_FLAGS="--only list --peers none")
	@$(BUN) load/bench.ts $(BENCH_FLAGS)

load-test: install ## Send load as k6 does, in a minute on a quiet machine (CACHE=off; LOAD_FLAGS="--only soak --minutes 10")
	@$(BUN) load/run.ts $(LOAD_FLAGS)

check: install check-source ## Types, lint and format, freshness of generated/, the rules of the source: the inner loop
	@$(BUN) test --only-failures tests/tidy.test.ts

check-source: install
	@node node_modules/typescript-native/bin/tsc -p .
	@node node_modules/typescript-native/bin/tsc -p src/dev/app
	@node node_modules/typescript-native/bin/tsc -p load
	@node node_modules/typescript-native/bin/tsc -p load/stand-in
	@$(CHECK)
	@$(BUN) src/codegen/main.ts --check
	@$(BUN) src/codegen/main.ts --check $(BENCH_CONTRACT)

# In CI, as the variable CI says, the base branch comes before the last release.
contract-diff: install ## Name what openapi.yaml breaks or loosens since the last release, or since another revision (BASE=main)
	@$(BUN) src/codegen/diff/main.ts --base="$(BASE)" $(if $(filter-out false 0,$(CI)),--ci)

generate: install ## Bring generated/ up to date with openapi.yaml
	@$(BUN) src/codegen/main.ts
	@$(BUN) src/codegen/main.ts $(BENCH_CONTRACT)
	@$(MAKE) -s --no-print-directory generated/postman.json

generated/postman.json: generated/openapi.json src/codegen/postman.ts $(wildcard src/codegen/postman/*.ts)
	@$(BUN) src/codegen/postman.ts

postman: install ## Write generated/postman.json, the collection for Postman and newman
	@$(BUN) src/codegen/postman.ts

scaffold: install generate ## Write handler and test for each operation that has none yet
	@$(BUN) src/codegen/scaffold.ts

migrate: install ## Apply the migrations that are not applied yet
	@$(BUN) src/dev/with-database.ts src/db/migrate.ts up

rollback: install ## Take back the newest migration
	@$(BUN) src/dev/with-database.ts src/db/migrate.ts rollback

seed: migrate ## Put the people of db/seeds into the development database
	@$(BUN) src/dev/with-database.ts src/dev/seed.ts

seed-large: migrate ## Add a large organization (10^6 audit events, 10^4 members) and a small one to the development database
	@$(BUN) src/dev/with-database.ts src/dev/seed-large.ts

slow-queries: install ## Say which statements took the most time (DATABASE_URL for another database)
	@$(BUN) src/dev/with-database.ts src/dev/slow-queries.ts

administrator: install ## Make the account of EMAIL one of those who run the product; REVOKE=1 takes it back
	@$(BUN) src/dev/with-database.ts src/dev/administrator.ts "$(EMAIL)" $(if $(REVOKE),revoke)

db-dump: migrate ## Write db/schema.sql and docs/schema.md from the migrated database
	@$(BUN) src/dev/with-database.ts src/db/migrate.ts dump

clean: ## Remove what was installed, and the development database in .data/
	@if [ -x $(BUN) ] && [ -d node_modules ]; then $(BUN) src/dev/clean.ts; fi
	rm -rf .data node_modules .tools load/peers/node_modules

install: $(BUN_STAMP) $(PACKAGES_STAMP)

# npm 11 leaves out install scripts; Bun's own script then runs here, where its program does not run as it is.
$(BUN_STAMP):
	@echo "Installing Bun $(BUN_VERSION) into .tools/"
	@mkdir -p .tools && echo '{ "private": true }' > .tools/package.json
	@cd .tools && npm install --no-save --no-audit --no-fund --no-update-notifier --loglevel=error bun@$(BUN_VERSION)
	@$(BUN) --version >/dev/null 2>&1 || node .tools/node_modules/bun/install.js
	@$(BUN) --version >/dev/null
	@touch $@

$(PACKAGES_STAMP): package.json bun.lock $(wildcard src/db/*.patch) $(BUN_STAMP)
	@echo "Installing packages into node_modules/"
	@$(BUN) install --frozen-lockfile --no-summary
	@touch $@

# A virtual environment of its own, with every package pinned by its hash.
$(SCHEMATHESIS_STAMP): tests/fuzz/requirements.txt
	@echo "Installing schemathesis into .tools/schemathesis/"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "The fuzz tests need Python 3.11 or later as $(PYTHON). Install it (apt-get install python3, brew install python), or name another: PYTHON=python3.12 make $(firstword $(MAKECMDGOALS))" >&2; exit 1; }
	@rm -rf .tools/schemathesis
	@$(PYTHON) -m venv .tools/schemathesis || { rm -rf .tools/schemathesis; echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@.tools/schemathesis/bin/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r tests/fuzz/requirements.txt
	@touch $@
