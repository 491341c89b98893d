// Explains real error responses in the terminal, from the built npm package. Ends by itself.

import { readFileSync } from "node:fs";
import { load } from "../../pkg/dist/node.js";
import { tags } from "../data/pack.mjs";

const { calls } = JSON.parse(readFileSync(new URL("demo.json", import.meta.url), "utf8"));
const bold = (text) => (process.stdout.isTTY ? `\x1b[1m${text}\x1b[0m` : text);
const dim = (text) => (process.stdout.isTTY ? `\x1b[2m${text}\x1b[0m` : text);

const english = await load({ locales: "en" });
const speak = (locales) => english.with({ locales });
const four = await Promise.all(["en", "de", "ja", "ar"].map(speak));
// And a further one each time, out of all.
const others = tags().filter((tag) => !four.some(({ locale }) => locale === tag));

for (const [at, { what, failure, context }] of calls.entries()) {
  const speakers = [...four, await speak(others[Math.floor((at * others.length) / calls.length)])];
  // A fixed time and random number make the same output every time.
  const facts = { now: Date.UTC(2026, 10, 20, 12), random: 0.5, online: true, ...context };
  const notices = speakers.map((speaker) => speaker.explain(failure, facts));
  console.log(`\n${bold(what)}`);
  console.log(dim(`  ${JSON.stringify(failure)}${context ? "  " + JSON.stringify(context) : ""}`));
  for (const notice of notices) {
    console.log(`  ${notice.locale.padEnd(3)} ${bold(notice.title)}`);
    console.log(`      ${notice.text}`);
    console.log(`      ${notice.actions.map((action) => `[ ${action.label} ]`).join(" ")}`);
  }
  const [{ code, reason, presentation, endsSession, retry }] = notices;
  console.log(`  →   ${JSON.stringify({ code, reason, presentation, endsSession, retry })}`);
  if (retry.kind === "auto") {
    console.log(`      ${speakers.map((speaker) => speaker.countdown(retry.delayMs)).join(" · ")}`);
  }
}
