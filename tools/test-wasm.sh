#!/usr/bin/env bash
# Runs tests/web.rs inside headless Chromium and Firefox.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh
wasm_env test
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$WASM_RUSTFLAGS"
chromedriver=$(command -v chromedriver) || die "chromedriver (Debian: chromium-driver)"
geckodriver=$(command -v geckodriver) || die "geckodriver; run: tools/setup.sh browsers"
say "wasm-pack test, Chromium"
wasm-pack test --headless --chrome --chromedriver "$chromedriver" --mode no-install -- --test web
say "wasm-pack test, Firefox"
wasm-pack test --headless --firefox --geckodriver "$geckodriver" --mode no-install -- --test web
