#!/usr/bin/env bash
# Packs the built npm package: pkg/plainly-<version>.tgz, which `npm install ./that.tgz` takes.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh
[ -e pkg/dist/plainly_bg.wasm ] || die "pkg/dist; run: make build"
# npm packs only what lies below its package.json.
for file in README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE; do
  [ -e "$file" ] || die "$file at the root"
  cp "$file" "pkg/$file"
done
rm -f pkg/plainly-*.tgz
cd pkg
tarball=$(npm pack --silent --ignore-scripts --no-update-notifier)
echo "pkg/$tarball $(wc -c <"$tarball") bytes"
