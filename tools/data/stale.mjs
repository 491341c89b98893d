// Which translations were made of another English than today's.
// `node tools/data/stale.mjs` lists them; `--accept de [key ...]` says that those of German fit (all, or these).

import { english, hash, readPack, stale, tags, writePack } from "./pack.mjs";

const [flag, tag, ...chosen] = process.argv.slice(2);
if (flag === "--accept") {
  if (!tags().includes(tag) || tag === "en") {
    console.error(`--accept: a language of locales/, not ${tag}`);
    process.exit(2);
  }
  const [source, pack] = [english(), readPack(tag)];
  const unknown = chosen.filter((key) => source[key] === undefined);
  if (unknown.length > 0) {
    console.error(`--accept: English has no ${unknown.join(", ")}`);
    process.exit(2);
  }
  const keys = chosen.length > 0 ? chosen : Object.keys(source);
  const fresh = keys.filter((key) => pack.messages[key] !== undefined).map((key) => [key, hash(source[key])]);
  writePack(tag, { ...pack, hashes: { ...pack.hashes, ...Object.fromEntries(fresh) } });
} else {
  const found = tags().flatMap((tag) => stale(tag));
  for (const { tag, key, why } of found) console.error(`locales/${tag}.json: ${key}: ${why}`);
  if (found.length > 0) {
    console.error(`mend these words, then: node tools/data/stale.mjs --accept ${found[0].tag} ${found[0].key}`);
    process.exit(1);
  }
}
