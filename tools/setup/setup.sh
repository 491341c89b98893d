#!/usr/bin/env bash
# Sets up what building and testing need: tools/setup/setup.sh [node] [wasm] [browsers] [engines]; default all of these.
# [more-engines] is for `make test-engines` alone, [fuzz] for `make fuzz`.
# Idempotent: what is there is left alone. The ordinary way first, Debian's packages where that is all there is.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tools/setup/env.sh
. tools/setup/env.sh
mkdir -p "$PLAINLY_CACHE/tools"

# Debian's packages, where this is a Debian on which we may install. Fails quietly elsewhere.
apt_install() {
  have apt-get || return 1
  local sudo=""
  if [ "$(id -u)" != 0 ]; then have sudo && sudo -n true 2>/dev/null || return 1; sudo="sudo -n"; fi
  say "installing $* (apt-get)"
  if ! $sudo apt-get install -y --no-install-recommends "$@" >"$PLAINLY_CACHE/apt.log" 2>&1; then
    $sudo apt-get update >"$PLAINLY_CACHE/apt.log" 2>&1 || true
    $sudo apt-get install -y --no-install-recommends "$@" >"$PLAINLY_CACHE/apt.log" 2>&1
  fi
}

need_rust() {
  have cargo && have rustc && return
  apt_install rustc-web cargo-web gcc libc6-dev ||
    die "Rust (cargo and rustc); install it from https://rustup.rs and run this again"
}

# cargo_tool CRATE VERSION: a command-line tool built once from source.
cargo_tool() {
  local got
  got=$("$PLAINLY_CACHE/tools/bin/${3:-$1}" --version 2>/dev/null | head -n 1 || true)
  case " $got " in *" $2 "*) return ;; esac
  say "building $1 $2 (once; takes some minutes)"
  # The tools' own lock files can name versions that the registry no longer offers, so no --locked.
  cargo install "$1" --version "$2" --root "$PLAINLY_CACHE/tools" --force --quiet ||
    die "$1 $2; cargo install could not build it"
}

setup_node() {
  if ! have node || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    die "Node.js 20 or newer with npm; see https://nodejs.org"
  fi
  have npm || die "npm; it comes with Node.js, see https://nodejs.org"
  if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say "installing the npm packages that building and testing use"
    npm ci --no-fund --no-audit --loglevel=error || die "the npm packages of package-lock.json"
    touch node_modules/.package-lock.json
  fi
}

# Picks a compiler that has the sources of its standard library, which must be built anew for WebAssembly MVP.
pick_wasm_compiler() {
  local root
  root=$(rustc --print sysroot)
  if [ ! -d "$root/lib/rustlib/src/rust/library" ] && have rustup; then
    rustup component add rust-src >/dev/null 2>&1 || true
  fi
  if [ -d "$root/lib/rustlib/src/rust/library" ]; then
    WASM_RUSTC="$root/bin/rustc" WASM_CARGO="$root/bin/cargo" WASM_SRC="$root/lib/rustlib/src/rust/library"
    WASM_LD="$root/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/rust-lld"
    [ -x "$WASM_CARGO" ] || WASM_CARGO=$(command -v cargo)
    # Its own linker is the compiler's default.
    if [ -x "$WASM_LD" ]; then WASM_LD=""; return; fi
  fi
  local path
  path=$(ls -d /usr/src/rustc-*/library 2>/dev/null | sort -V | tail -n 1 || true)
  if [ -z "$path" ] || [ ! -x /usr/bin/rustc ] || ! have wasm-ld-19; then
    apt_install rustc-web cargo-web rust-web-src lld-19 ||
      die "the sources of Rust's standard library; run: rustup component add rust-src (or Debian's rustc-web cargo-web rust-web-src lld-19)"
    path=$(ls -d /usr/src/rustc-*/library 2>/dev/null | sort -V | tail -n 1 || true)
  fi
  [ -n "$path" ] || path=/usr/lib/rustlib/src/rust/library
  WASM_RUSTC=/usr/bin/rustc WASM_CARGO=/usr/bin/cargo WASM_SRC="$path" WASM_LD=$(command -v wasm-ld-19)
}

# build_std NAME FLAGS CRATES FOLDER: a sysroot whose wasm32 standard library is WebAssembly MVP.
# Rust's own needs reference types, multi-value and bulk memory, which no TV before 2024 has.
build_std() {
  local name=$1 flags=$2 crates=$3 dir="$4/$1" work host real
  [ -e "$dir/done" ] && return
  say "building Rust's standard library for WebAssembly MVP ($name; once, about a minute)"
  rm -rf "$dir" && mkdir -p "$dir/bin" "$dir/lib/rustlib"
  work=$(mktemp -d)
  mkdir -p "$work/src"
  printf '[package]\nname="empty"\nversion="0.0.0"\nedition="2021"\n[workspace]\n' >"$work/Cargo.toml"
  : >"$work/src/lib.rs"
  ( cd "$work" && unset CARGO_TARGET_DIR RUSTUP_TOOLCHAIN && RUSTC="$WASM_RUSTC" RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes -C target-cpu=mvp $flags" \
      CARGO_PROFILE_RELEASE_OPT_LEVEL=s CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1 \
      "$WASM_CARGO" build --release --quiet --target wasm32-unknown-unknown \
      "-Zbuild-std=$crates" -Zbuild-std-features=optimize_for_size ) >"$PLAINLY_CACHE/std.log" 2>&1 ||
    { tail -n 20 "$PLAINLY_CACHE/std.log" >&2; die "the wasm standard library ($name) could not be built; see $PLAINLY_CACHE/std.log"; }
  host=$("$WASM_RUSTC" -vV | sed -n 's/^host: //p')
  real=$("$WASM_RUSTC" --print sysroot)
  mkdir -p "$dir/lib/rustlib/wasm32-unknown-unknown/lib"
  cp "$work"/target/wasm32-unknown-unknown/release/deps/*.rlib "$dir/lib/rustlib/wasm32-unknown-unknown/lib/"
  rm "$dir"/lib/rustlib/wasm32-unknown-unknown/lib/libempty-*.rlib
  ln -s "$real/lib/rustlib/$host" "$dir/lib/rustlib/$host"
  printf '#!/bin/sh\nexec "%s" --sysroot "%s" "$@"\n' "$WASM_RUSTC" "$dir" >"$dir/bin/rustc"
  printf '#!/bin/sh\nexec "%s" "$@"\n' "$WASM_CARGO" >"$dir/bin/cargo"
  chmod +x "$dir/bin/rustc" "$dir/bin/cargo"
  { [ -z "$WASM_LD" ] || printf 'export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="%s"\n' "$WASM_LD"
    printf 'WASM_RUSTFLAGS="-C target-cpu=mvp %s"\n' "$flags"
  } >"$dir/env"
  rm -rf "$work"
  touch "$dir/done"
}

setup_wasm() {
  need_rust
  pick_wasm_compiler
  local version dir
  version=$("$WASM_RUSTC" -vV | sed -n 's/^release: //p;s/^commit-hash: \(.\{9\}\).*/\1/p' | tr '\n' '-')
  dir="$PLAINLY_CACHE/wasm/${version}5"   # the last digit is this recipe's own version
  mkdir -p "$dir"
  # A panic in the released binary is a trap at once: its messages would be a fifth of the download.
  build_std release "-Z unstable-options -C panic=immediate-abort" "std,panic_abort" "$dir"
  build_std test "" "std,panic_abort,panic_unwind,test" "$dir"
  ln -sfn "$dir" "$PLAINLY_CACHE/wasm/current"
  cargo_tool wasm-pack "$WASM_PACK_VERSION"
  cargo_tool wasm-bindgen-cli "$(locked wasm-bindgen)" wasm-bindgen
}

setup_browsers() {
  have chromium || have google-chrome || have chrome || apt_install chromium || die "Chromium (Debian: chromium)"
  have chromedriver || apt_install chromium-driver || die "chromedriver (Debian: chromium-driver)"
  have firefox-esr || have firefox || apt_install firefox-esr || die "Firefox (Debian: firefox-esr)"
  have geckodriver || { need_rust; cargo_tool geckodriver "$GECKODRIVER_VERSION"; }
}

# What old engines need beside what tools/engines/engines.mjs fetches itself. Without it they are missing, which that tells.
debian_has() { dpkg -s "$@" >/dev/null 2>&1 || apt_install "$@" || say "some old engines need Debian's $*"; }

setup_engines() {
  python3 -m pip --version >/dev/null 2>&1 || debian_has python3-pip
  debian_has xvfb wpewebkit-driver cog libegl1 libfontconfig1 libgl1 libnspr4 libnss3 libsm6 libx11-xcb1 libxcomposite1 \
    libxcursor1 libxdamage1 libxi6 libxkbcommon-x11-0 libxrandr2 libxslt1.1 libxss1 libxtst6
}

setup_more-engines() { setup_engines; debian_has webkit2gtk-driver; }

setup_fuzz() {
  need_rust
  have c++ || have g++ || apt_install g++ || die "a C++ compiler, which libFuzzer is built with (Debian: g++)"
  cargo_tool cargo-fuzz "$CARGO_FUZZ_VERSION"
}

for part in "${@:-all}"; do
  case "$part" in
    all) setup_node; setup_wasm; setup_browsers; setup_engines ;;
    node|wasm|browsers|engines|more-engines|fuzz) "setup_$part" ;;
    *) echo "usage: tools/setup/setup.sh [node] [wasm] [browsers] [engines] [more-engines] [fuzz]" >&2; exit 2 ;;
  esac
done
