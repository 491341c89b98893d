#!/usr/bin/env bash
# Builds pkg/dist: the wasm with its glue, the entry points, the packs and catalogs.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh
(
  wasm_env release
  # WebAssembly MVP, for engines from Chromium 57 on; the stack is small because nothing here recurses deeply.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$WASM_RUSTFLAGS -C link-arg=-zstack-size=131072 -C llvm-args=-inline-threshold=25 -Z mir-opt-level=3"
  export RUSTC_BOOTSTRAP=1   # for the -Z flags: panics that trap at once, and one more round of inlining (a kilobyte)
  say "building the wasm"
  wasm-pack --quiet build . --release --target bundler --no-opt --no-pack --no-typescript --mode no-install --out-dir build/wasm --out-name plainly \
    --no-default-features --features npm
)
say "shrinking it (wasm-opt, WebAssembly MVP)"
shrink() {
  node_modules/.bin/wasm-opt --low-memory-unused --flatten --rereloop -ocimfs 20 -Os --converge -Oz --mvp-features \
    build/wasm/plainly_bg.wasm "$@"
}
nameless=(--strip-debug --strip-producers --strip-target-features)
shrink --debuginfo -o build/wasm/named.wasm &   # tells tools/size.mjs what each function is
naming=$!
shrink "${nameless[@]}" --reorder-locals --dealign -o build/wasm/plainly.wasm
say "the same as JavaScript (wasm2js)"
mkdir -p build/js
shrink "${nameless[@]}" -o build/js/core.wasm   # aligned, for JavaScript reads what is not byte by byte
wait "$naming"
node_modules/.bin/wasm2js -Oz build/js/core.wasm -o build/js/core.js
say "bundling the entry points"
node tools/bundle.mjs
