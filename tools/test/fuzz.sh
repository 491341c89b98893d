#!/usr/bin/env bash
# Fuzzes both targets with libFuzzer, so many seconds each: tools/test/fuzz.sh SECONDS. It keeps what it learns in
# fuzz/corpus; what it finds lies in fuzz/artifacts, and becomes a case.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tools/setup/env.sh
. tools/setup/env.sh
tools/setup/setup.sh fuzz
cargo run --quiet --release --manifest-path fuzz/Cargo.toml --bin campaign -- seeds fuzz/corpus
export RUSTC_BOOTSTRAP=1   # for cargo-fuzz's -Z flags on a stable compiler
for target in read config; do
  say "fuzzing $target for $1 s"
  # No sanitizer: there is no unsafe code to watch, and coverage needs none. Inputs go past the 256 kB that are parsed.
  cargo fuzz run --sanitizer none --features libfuzzer "$target" -- \
    -max_total_time="$1" -timeout=5 -max_len=300000 -print_final_stats=1 -verbosity=0
done
