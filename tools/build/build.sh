#!/usr/bin/env bash
# Builds pkg/dist: the wasm with its glue, the entry points, the packs and catalogs.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tools/setup/env.sh
. tools/setup/env.sh

say "building the core (wasm-pack)"
(
  wasm_env release
  # WebAssembly MVP, for engines from Chromium 57 on; the stack is small because nothing here recurses deeply.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$WASM_RUSTFLAGS -D warnings -C link-arg=-zstack-size=131072 -C llvm-args=-inline-threshold=30 -C llvm-args=-disable-lsr -Z mir-opt-level=3 -Z location-detail=none -Z fmt-debug=none"
  # Loop strength reduction makes variables of what it could count anew: 430 bytes of brotli.
  export RUSTC_BOOTSTRAP=1   # for the -Z flags: panics that trap at once and say nothing, and one more round of inlining (a kilobyte)
  wasm-pack --quiet build . --release --target bundler --no-opt --no-pack --no-typescript --mode no-install --out-dir build/wasm --out-name plainly \
    --no-default-features --features npm
)
say "shrinking it (wasm-opt, WebAssembly MVP)"
shrink() {
  node_modules/.bin/wasm-opt --low-memory-unused --flatten --rereloop -ocimfs 20 -Os --converge -Oz --mvp-features build/wasm/plainly_bg.wasm "$@"
}
shrink --debuginfo -o build/wasm/named.wasm &   # tells tools/size/size.mjs what each function is
naming=$!
shrink --strip-debug --strip-producers --strip-target-features -o build/wasm/plainly.wasm
wait "$naming"
say "the same as JavaScript (wasm2js)"
# Large functions stay apart: V8 never optimises one that is too large, and a notice then takes twice as long.
node_modules/.bin/wasm2js -Oz -ocimfs 100 build/wasm/plainly.wasm -o build/wasm/core.js
say "bundling the entry points"
node tools/build/bundle.mjs
