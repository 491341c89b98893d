# Where the tools of this project live. Sourced by the Makefile's recipes and by tools/*/*.sh.
# Everything that set-up fetches or builds goes here, outside the checkout, so that clones share it.
PLAINLY_CACHE="${PLAINLY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/plainly}"
export PLAINLY_CACHE
export PATH="$PLAINLY_CACHE/tools/bin:$PATH"

WASM_PACK_VERSION=0.15.1
GECKODRIVER_VERSION=0.37.1
CARGO_FUZZ_VERSION=0.13.2

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
die() { printf 'missing: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The version of a crate as Cargo.lock has it.
locked() { awk -v name="\"$1\"" '$1=="name" && $3==name {getline; gsub(/"/,"",$3); print $3; exit}' Cargo.lock; }

# wasm_env NAME: use the wasm compiler with the standard library NAME ("release" or "test"),
# as tools/setup/setup.sh built it. The wrapper in its bin/ is a rustc that knows that library.
wasm_env() {
  local std="$PLAINLY_CACHE/wasm/current/$1"
  [ -x "$std/bin/rustc" ] || die "the wasm standard library ($1); run: tools/setup/setup.sh wasm"
  export PATH="$std/bin:$PATH"
  export RUSTC="$std/bin/rustc"
  # shellcheck disable=SC1091
  . "$std/env"
}
