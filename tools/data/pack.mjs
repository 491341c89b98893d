// Locale packs as files: read, and written in one form, in the order of English.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const FOLDER = fileURLToPath(new URL("../../locales/", import.meta.url));

/** The languages that we have; English first. */
export function tags() {
  const found = readdirSync(FOLDER).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", ""));
  return ["en", ...found.filter((tag) => tag !== "en").sort()];
}

export const readPack = (tag) => JSON.parse(readFileSync(`${FOLDER}${tag}.json`, "utf8"));
export const english = () => readPack("en").messages;

/** Of what English a message was made. */
export const hash = (message) => createHash("sha256").update(message).digest("hex").slice(0, 8);

/** `{ tag, key, why }` for each message that was made of another English than today's, or of none that is known. */
export function stale(tag, pack = readPack(tag)) {
  const source = english();
  return Object.keys(source).flatMap((key) => {
    if (tag === "en" || pack.messages[key] === undefined) return [];
    const made = pack.hashes?.[key];
    if (made === hash(source[key])) return [];
    return [{ tag, key, why: made === undefined ? "nobody said of what English it was made" : "English has changed since" }];
  });
}

/** A pack as its file has it: a gap between the groups of messages, the hashes in a block of their own. */
export function text(pack) {
  const { messages, hashes, ...head } = pack;
  const keys = Object.keys(english());
  const order = (a, b) => keys.indexOf(a) - keys.indexOf(b);
  const entries = (object) => Object.keys(object).sort(order).map((key) => [key, object[key]]);
  const group = (key) => /^(category|action)\./.exec(key)?.[1] ?? (/^(sentence|code|spoken|countdown|deferred)\./.test(key) ? "form" : "reason");
  const lines = [];
  let before;
  for (const [key, message] of entries(messages)) {
    if (before && group(key) !== before) lines.push("");
    before = group(key);
    lines.push(`    ${JSON.stringify(key)}: ${JSON.stringify(message)},`);
  }
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, -1);
  const parts = [
    ...Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    `  "messages": {\n${lines.join("\n")}\n  }`,
  ];
  if (hashes) {
    // Eight a line: nobody reads them.
    const all = entries(hashes).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    const rows = Array.from({ length: Math.ceil(all.length / 8) }, (_, at) => "    " + all.slice(8 * at, 8 * at + 8).join(", "));
    parts.push(`  "hashes": {\n${rows.join(",\n")}\n  }`);
  }
  return `{\n${parts.join(",\n")}\n}\n`;
}

export const writePack = (tag, pack) => writeFileSync(`${FOLDER}${tag}.json`, text(pack));
