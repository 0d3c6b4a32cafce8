# Every target installs what it needs first; the second time that takes no time.
SHELL = /bin/sh
STUDIO = .venv/bin/dossier-studio
.DEFAULT_GOAL := help
.PHONY: help run setup test lint check pictures bench lock calendar

help: ## show these lines
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run: ## open the sample dossier; without a display: build, check, export and verify it
	@sh setup.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	    exec $(STUDIO) --sample; \
	fi; \
	rm -rf build/sample build/package && mkdir -p build/package \
	&& $(STUDIO) sample build/sample \
	&& $(STUDIO) check build/sample \
	&& $(STUDIO) export build/sample --out build/package --zip \
	&& for package in build/package/*; do $(STUDIO) verify "$$package" || exit; done \
	&& ls -d "$$PWD"/build/package/*

setup: ## install all that running and testing need
	@sh setup.sh test

# On a virtual screen where there is one, else on none.
HEADLESS = platform=offscreen; screen=; \
    if command -v xvfb-run >/dev/null && command -v xauth >/dev/null; then \
        platform='xcb;offscreen'; screen='xvfb-run -a'; \
    fi; \
    LC_ALL=C.UTF-8 QT_QPA_PLATFORM=$$platform $$screen

test: setup ## run every test, or those of ARGS="tests/core -k undo"
	@$(HEADLESS) .venv/bin/python -m pytest -n auto --maxprocesses 4 --dist loadgroup $(ARGS)

lint: setup ## ruff, mypy --strict, import-linter
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

check: lint test ## lint, then test

pictures: setup ## photograph every window in both languages into build/pictures
	@$(HEADLESS) .venv/bin/python -m tests.pictures build/pictures

bench: setup ## measure the long jobs against their limits
	@.venv/bin/python -m benchmarks

calendar: setup ## write the calendar of working days anew
	@.venv/bin/python tools/calendar_id.py

lock: setup ## pin the newest versions that pyproject.toml allows
	@.venv/bin/uv pip compile $(LOCK) --group build pyproject.toml -o requirements.txt
	@.venv/bin/uv pip compile $(LOCK) --group dev pyproject.toml -c requirements.txt -o requirements-dev.txt
LOCK = --quiet --upgrade --no-build --universal --python-version 3.11 \
    --generate-hashes --no-header --no-annotate --no-emit-index-url
