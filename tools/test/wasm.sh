#!/usr/bin/env bash
# Runs tests/web.rs inside headless Chromium and Firefox.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tools/setup/env.sh
. tools/setup/env.sh
wasm_env test
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$WASM_RUSTFLAGS"
chromium=$(command -v chromium || command -v google-chrome || command -v chrome) || die "Chromium (Debian: chromium)"
# wasm-bindgen's test runner reads this file from the crate's folder.
cat >webdriver.json <<END
{ "goog:chromeOptions": { "binary": "$chromium", "args": ["--headless=new", "--no-sandbox", "--disable-gpu",
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] } }
END
chromedriver=$(command -v chromedriver) || die "chromedriver (Debian: chromium-driver)"
geckodriver=$(command -v geckodriver) || die "geckodriver; run: tools/setup/setup.sh browsers"
say "wasm-pack test, Chromium"
wasm-pack test --headless --chrome --chromedriver "$chromedriver" --mode no-install -- --test web
say "wasm-pack test, Firefox"
wasm-pack test --headless --firefox --geckodriver "$geckodriver" --mode no-install -- --test web
