#!/usr/bin/env bash
# The test data of others, where CONFORMANCE_DIR has it.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -d "${CONFORMANCE_DIR:-}/structured-field-tests" ] && [ -d "${CONFORMANCE_DIR:-}/message-format-wg" ]; then
  cargo test --quiet --test structured_fields -- --nocapture
  node tests/conformance/messages.mjs
else
  echo "skipped: conformance tests, without CONFORMANCE_DIR=build/conformance and in it" \
    "\`git clone https://github.com/httpwg/structured-field-tests\` and" \
    "\`git clone https://github.com/unicode-org/message-format-wg\`"
fi
