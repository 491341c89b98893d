#!/usr/bin/env bash
# Packs the built npm package: pkg/plainly-<version>.tgz, which `npm install ./that.tgz` takes.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tools/setup/env.sh
. tools/setup/env.sh
[ -e pkg/dist/tv.js ] || die "pkg/dist; run: make build"
for file in README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE; do
  [ -e "$file" ] || die "$file at the root"
  cp "$file" "pkg/dist/$file"
done
rm -f pkg/plainly-*.tgz
tarball=$(cd pkg/dist && npm pack --silent --pack-destination .. --ignore-scripts --no-update-notifier)
echo "pkg/$tarball $(wc -c <"pkg/$tarball") bytes"
