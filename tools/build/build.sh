#!/usr/bin/env bash
# Builds pkg/dist: the wasm with its glue, the entry points, the packs and catalogs.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tools/setup/env.sh
. tools/setup/env.sh

# What is behind the border, by name: the wasm for pages explains; the rest of a page's first visit is not worth its bytes
# there and comes as JavaScript when it is needed; builds in one piece do both.
parts() {
  case $1 in
    wasm) echo explaining ;;
    prepare) echo preparing ;;
    whole) echo explaining,preparing ;;
  esac
}
build() (
  wasm_env release
  # WebAssembly MVP, for engines from Chromium 57 on; the stack is small because nothing here recurses deeply.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$WASM_RUSTFLAGS -C link-arg=-zstack-size=131072 -C llvm-args=-inline-threshold=35 -Z mir-opt-level=3"
  export RUSTC_BOOTSTRAP=1   # for the -Z flags: panics that trap at once, and one more round of inlining (a kilobyte)
  wasm-pack --quiet build . --release --target bundler --no-opt --no-pack --no-typescript --mode no-install --out-dir "build/$1" --out-name plainly \
    --no-default-features --features "npm,$(parts "$1")"
)
nameless=(--strip-debug --strip-producers --strip-target-features)
# shrink NAME [OPTION...]
shrink() {
  node_modules/.bin/wasm-opt --low-memory-unused --flatten --rereloop -ocimfs 20 -Os --converge -Oz --mvp-features \
    "build/$1/plainly_bg.wasm" "${@:2}"
}
for name in wasm prepare whole; do
  say "building the core: $name"
  build "$name"
done
say "shrinking it (wasm-opt, WebAssembly MVP)"
shrink wasm --debuginfo -o build/wasm/named.wasm &   # tells tools/size/size.mjs what each function is
naming=$!
shrink prepare "${nameless[@]}" -o build/prepare/core.wasm   # aligned, for JavaScript reads what is not byte by byte
shrink whole "${nameless[@]}" -o build/whole/core.wasm &
whole=$!
shrink wasm "${nameless[@]}" --reorder-locals --dealign -o build/wasm/plainly.wasm
shrink whole "${nameless[@]}" --reorder-locals --dealign -o build/whole/plainly.wasm
wait "$naming" "$whole"
say "the same as JavaScript (wasm2js)"
for name in prepare whole; do node_modules/.bin/wasm2js -Oz "build/$name/core.wasm" -o "build/$name/core.js"; done
say "bundling the entry points"
node tools/build/bundle.mjs
