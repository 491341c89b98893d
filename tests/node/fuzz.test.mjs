// Damaged calls, the same ones every time: each build gives a whole notice, and all of them the same one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { builds } from "../builds.mjs";
import { caseFiles } from "../cases.mjs";
import { incomplete, thrownOf } from "../compare.js";

const CALLS = 6000;
const opened = await Promise.all(Object.entries(builds).map(async ([name, open]) => [name, await open()]));

/** Marsaglia's xorshift32. */
function numbers(seed) {
  return (below) => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) % below;
  };
}

const STRANGE = [null, true, -1, 0.5, 1e300, 2 ** 53, "", " ", "\0", "\ud83d", "\udca5x", "\u202e490", "<b>", "__proto__", "490", "Error code - 490", "x".repeat(3000),
  "a: b\r\nRetry-After: 7", "Fri, 20 Nov 2026 12:00:30 GMT", "7200", [], {}, [[[]]], { code: 490 }, { error: { code: "493" } }, 490n];

/** A copy in which something, somewhere, is something else. */
function damaged(value, pick) {
  if (pick(4) === 0 || typeof value !== "object" || value === null) {
    if (typeof value !== "string" || pick(2)) return STRANGE[pick(STRANGE.length)];
    const at = pick(value.length + 1);
    return value.slice(0, at) + ["", "\0", "\ud83d", "9", ";", "}"][pick(6)] + value.slice(at + pick(3));
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const keys = Object.keys(copy);
  const key = keys.length ? keys[pick(keys.length)] : "code";
  if (pick(8) === 0) delete copy[key];
  else if (pick(8) === 0) copy["__proto__ code error"[pick(2) ? 0 : 5] + key] = copy[key];
  else copy[key] = damaged(copy[key], pick);
  return copy;
}

test(`${CALLS} damaged calls are the same to every build`, () => {
  const cases = caseFiles().flatMap((file) => file.cases).filter((given) => JSON.stringify(given).length < 20_000);
  const pick = numbers(0x9e3779b9);
  for (let call = 0; call < CALLS; call += 1) {
    const given = cases[pick(cases.length)];
    const context = pick(4) ? { ...given.context, now: 1_795_392_000_000, random: 0.5, online: true } : damaged({ ...given.context, now: 0, random: 0, online: true }, pick);
    const fixed = { ...(typeof context === "object" && context), now: 0, random: 0.25, online: pick(2) === 0 };
    const thrown = "thrown" in given;
    const what = damaged(thrown ? given.thrown : given.failure, pick);
    const notices = opened.map(([, { explain, explainThrown }]) => (thrown ? explainThrown(thrownOf(what), fixed) : explain(what, fixed)));
    for (const [at, notice] of notices.entries()) {
      assert.deepEqual(incomplete(notice), [], opened[at][0]);
      assert.deepEqual(notice, notices[0], `${opened[at][0]} differs at call ${call}: ${given.name}`);
    }
  }
});
