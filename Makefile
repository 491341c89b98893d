# What CI runs, a person can run. `make demo` and `make test` set up what is missing.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build demo test check test-native test-icu test-conformance test-fuzz test-node test-types test-wasm test-browser test-site test-package test-bundlers test-examples test-engines coverage xliff fuzz bench fleet serve page site size package clean

help:           ## this list
	@grep -hE '^[a-z-]+: .*##|^[a-z-]+:  *##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 18

setup:          ## compilers, tools, browsers and old engines' libraries that are missing
	@tools/setup/setup.sh node wasm browsers engines

build:          ## the npm package's files, in pkg/dist
	@tools/setup/setup.sh node wasm
	@tools/build/build.sh

demo: build     ## real error responses, explained in several languages
	@node tools/demo/demo.mjs

test: setup check test-native test-icu test-fuzz build test-conformance test-node test-types test-package test-bundlers test-examples test-engines test-wasm test-browser test-site size ## everything
	@echo "everything passed"

check:          ## style: rustfmt, clippy, docs, fresh generated data, nothing of ours without words
	@tools/test/check.sh

test-native:    ## the core and its cases, natively
	@cargo test --quiet
	@cargo test --quiet --test data -- --nocapture words_fit_a_television | grep longest

test-icu:       ## language tags against ICU4X
	@cargo test --quiet --manifest-path tests/icu/Cargo.toml

test-conformance: ## the test data of others, in the folder CONFORMANCE_DIR
	@tools/test/conformance.sh

test-fuzz:      ## hostile input: every seed and 50,000 mutations a target, the same ones every time
	@cargo run --quiet --release --manifest-path fuzz/Cargo.toml --bin campaign -- run 50000

test-node:      ## the built package in Node.js
	@node --test tests/node/*.test.mjs
	@for zone in UTC Asia/Tokyo America/Los_Angeles; do echo "the cases in $$zone"; \
	  TZ=$$zone node --test --test-reporter=dot tests/node/cases.test.mjs; done

test-types:     ## the types against real output
	@node tests/types/generate.mjs
	@node_modules/.bin/tsc --project tests/types/tsconfig.json
	@node_modules/.bin/tsc --project tests/types/libraries.json
	@node_modules/.bin/tsc --project tests/types/bare.json

test-wasm:      ## the core inside Chromium and Firefox (wasm-pack test)
	@tools/test/wasm.sh

test-browser:   ## the built package and the TV page in Chromium and Firefox
	@node tests/browser/run.mjs

test-site:      ## the site for who writes no code, in Chromium
	@node tools/site/site.mjs
	@node tests/site/run.mjs

test-package:   ## the tarball, installed into an empty project, and the crate, tested from its own .crate
	@node tests/package/run.mjs
	@node tests/package/crate.mjs

test-bundlers:  ## pages that Vite, webpack, Parcel, Rollup and esbuild build of the tarball, in Chromium
	@node tests/bundlers/run.mjs

test-examples:  ## the samples of examples/, built and used in Chromium; one of them in Chromium 53 too
	@node tests/examples/run.mjs $(SAMPLES)

SET ?= all
test: SET = small
test-engines:   ## the built package in the engines of televisions, which are fetched once: make test-engines SET=small
	@tools/setup/setup.sh $(if $(filter small,$(SET)),engines,browsers more-engines)
	@node tools/engines/suite.mjs
	@node tools/engines/engines.mjs --set=$(SET)

coverage:       ## which words and reasons our languages and catalogs lack
	@node tools/data/coverage.mjs

xliff:          ## the packs for translators, in build/xliff (back: node tools/xliff/xliff.mjs import FILE ...)
	@tools/setup/setup.sh node
	@node tools/xliff/xliff.mjs export

SECONDS ?= 60
fuzz:           ## libFuzzer looks for panics: make fuzz SECONDS=600, for each of two targets
	@tools/test/fuzz.sh $(SECONDS)

bench: build    ## how long explaining and showing take, and that it does not grow with the body (BEFORE=DIR: beside the pkg/dist of another build)
	@cargo bench --quiet --bench explain
	@node tools/bench/bench.mjs
	@node tools/bench/screen.mjs
	@if [ -n "$$BEFORE" ]; then node tools/bench/before.mjs; fi

fleet:          ## a million televisions whose service comes back: tables, pictures in build/fleet (DOCS=docs keeps them)
	@cargo run --quiet --profile bench --example fleet -- $(DOCS)

serve: build    ## the TV page on 127.0.0.1
	@node tools/demo/serve.mjs

page: build     ## the TV page to be opened from disk, on televisions from Chromium 53 on, in build/www
	@node tools/demo/www.mjs

site: build     ## a playground, every code and reason, and sheets for call centres, in build/site for any static host
	@node tools/site/site.mjs

size:           ## what a first visit downloads
	@node tools/size/size.mjs

package: build  ## the tarball that npm publishes
	@tools/build/package.sh

clean:          ## everything generated (the tools stay)
	rm -rf target tests/icu/target fuzz/target fuzz/corpus fuzz/artifacts build node_modules pkg/dist pkg/*.tgz tests/types/output.ts webdriver.json
