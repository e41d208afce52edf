# Homeward's commands. Needs python3 (3.11 or newer), pip and make; everything else it fetches itself.
PYTHON ?= python3
HOMEWARD = .venv/bin/homeward

.PHONY: run test check stop install clean

run:            ## start the demo at http://127.0.0.1:8000 (Ctrl-C stops it)
	@$(PYTHON) bootstrap.py
	@exec $(HOMEWARD) demo

test:           ## run every test and check
	@$(PYTHON) bootstrap.py --test
	@exec .venv/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

check:          ## the quick loop: style, types, imports, tests without a browser
	@$(PYTHON) bootstrap.py --test
	@.venv/bin/python -m ruff check .
	@.venv/bin/python -m ruff format --check --quiet . || echo "Some files are not formatted; ruff format . mends that."
	@exec .venv/bin/python -m pytest -q -x -n 2 --dist loadfile --no-loadscope-reorder -m "not browser and not slow" $(ARGS)

stop:           ## end a running demo and the database that tests use
	@if [ -x $(HOMEWARD) ]; then exec $(HOMEWARD) stop --tests; fi

install:        ## only set up
	@$(PYTHON) bootstrap.py --test

clean: stop     ## remove the environment (data in var/ stays)
	@rm -rf .venv
