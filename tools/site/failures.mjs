// For each code of a catalog a failure that brings it: what the core itself makes of it says whether it does.

import { load } from "../../pkg/dist/node.js";
import { table } from "../data/names.mjs";

/** Where a code stands that has no place of its own. */
const USUAL = ["error.code", "code"];
/** Statuses to try for a code whose row names none. */
const STATUSES = [400, 401, 403, 404, 429, 500, 503, 200];

const english = await load({ locales: "en" });

/** A body with a value at a dotted path; a number is a place in a list. */
function within(path, value) {
  return path.split(".").reduceRight((inner, key) => {
    if (!/^\d+$/.test(key)) return { [key]: inner };
    return [...Array(Number(key)).fill({}), inner];
  }, value);
}

const xml = (code) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;

/** What a server may send. */
function* ways({ codeAt = USUAL, sentences = {} }, code, status) {
  for (const place of codeAt) {
    if (place === "@xml") yield { status, body: xml(code) };
    else if (place === "@www-authenticate") yield { status, headers: { "WWW-Authenticate": `Bearer error="${code}"` } };
    else if (place.startsWith("@")) yield { status, headers: { [place.slice(1)]: code } };
    else yield { status, body: JSON.stringify(within(place, code)) };
  }
  for (const [sentence, of] of Object.entries(sentences)) {
    if (of !== code) continue;
    yield { status, body: JSON.stringify({ error: { message: sentence } }) };
    yield { status, body: JSON.stringify({ type: sentence, title: sentence }) };
    yield { status, body: sentence };
  }
}

function* candidates(catalog, code) {
  const stated = catalog.codes[code].status;
  // The catalog of HTTP itself: the code is the status, "4xx" one that has no row.
  const [digits] = catalog.codeAt ? [] : /^[2-5](\d\d|xx)$/.exec(code) ?? [];
  if (digits) yield { status: Number(digits.replace("xx", "77")) };
  // Of several the one that says by itself that it failed.
  const several = [stated ?? STATUSES].flat().sort((a, b) => (a < 400) - (b < 400));
  for (const status of several) yield* ways(catalog, code, status);
  // A code that a client gives by itself.
  for (const { code: given, status, without } of catalog.absent ?? []) {
    if (given === code) yield { status, body: without ? JSON.stringify(within("error.code", "no-such-code")) : "" };
  }
}

/**
 * `{ code, failure }` for each of a catalog's codes; no failure where none of ours brings it.
 * @param catalog as its file has it
 * @param inUse whether it is in use by itself
 */
export async function failures(catalog, inUse) {
  const speaker = await english.with({ provider: catalog.provider, catalogs: inUse ? [] : [catalog] });
  return Object.entries(catalog.codes).map(([code, row]) => {
    for (const failure of candidates(catalog, code)) {
      const notice = speaker.explain(failure, { provider: catalog.provider, online: true, random: 0, now: 0 });
      if (notice.reason === row.reason && tells(notice, code, row)) return { code, failure };
    }
    return { code };
  });
}

/** Two forms of one code are equal. What is kept secret, or is no code to quote, shows the status instead. */
function tells({ code: shown, serverCode, known, status }, code, { reason, quoted }) {
  if (/^[2-5]xx$/.test(code)) return String(status)[0] === code[0];
  const plain = (text) => String(text).toLowerCase().replace(/^0+(?=\d)/, "");
  const hidden = quoted === false || table.get(reason).like !== undefined;
  return known && (hidden || [shown, serverCode].some((each) => plain(each) === plain(code)));
}
