#!/usr/bin/env bash
# Style and docs: rustfmt, clippy, rustdoc, and generated facts that must be fresh.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tools/setup/env.sh
. tools/setup/env.sh
cargo fmt --version >/dev/null 2>&1 || die "rustfmt; run: rustup component add rustfmt"
cargo clippy --version >/dev/null 2>&1 || die "clippy; run: rustup component add clippy"
say "rustfmt"; for crate in . fuzz tests/icu; do cargo fmt --check --manifest-path "$crate/Cargo.toml"; done
say "clippy"; cargo clippy --quiet --all-targets -- -D warnings
for features in --no-default-features --all-features; do cargo clippy --quiet $features --lib -- -D warnings; done
cargo clippy --quiet --release --manifest-path fuzz/Cargo.toml -- -D warnings
say "rustdoc"; RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
say "names in the schemas"; node tools/data/schema.mjs --check
say "keys of packs"; node tools/data/keys.mjs --check
say "words and reasons"; node tools/data/coverage.mjs >/dev/null
say "CLDR facts of the packs, and of their negotiation"; node tools/data/cldr.mjs --check; node tools/data/matching.mjs --check
say "names of languages"; node tools/data/languages.mjs --check
say "translations of today's English"; node tools/data/stale.mjs
