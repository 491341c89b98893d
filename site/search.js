// Looks for a text in codes, reasons and words.

import { code as named, h, said } from "./dom.js";
import { link, read } from "./address.js";
import { count as many } from "./describe.js";
import { causes, index, json, pack } from "./data.js";
import { words } from "./words.js";

const MOST = 100; // of each kind: more is no answer

const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/** Codes that are it, then those that hold it, then those whose note does. */
function inCodes(all, wanted) {
  const rank = ([code, , note]) => [plain(code) === wanted, plain(code).includes(wanted), plain(note).includes(wanted)].indexOf(true);
  return all.flatMap(([provider, rows]) => rows.map((row) => ({ provider, row, rank: rank(row) })))
    .filter((each) => each.rank >= 0).sort((a, b) => a.rank - b.rank);
}

const inWords = ({ reasons }, spoken, wanted) => reasons.flatMap((reason) => {
  const { title, statement, advice, buttons } = words(spoken, reason);
  const own = spoken.locale === "en" ? [reason.name, reason.name.replaceAll("_", " "), reason.description] : [];
  return [...own, title, statement, advice ?? "", ...buttons].some((text) => plain(text).includes(wanted)) ? [{ reason, spoken, title, statement }] : [];
});

export async function search(page, lang) {
  const wanted = plain(read().query.get("q") ?? "").trim();
  const [all, codes, { languages }] = await Promise.all([causes(), json("data/codes.json"), index()]);
  const [count, inAll] = ["count", "all"].map((id) => page.getElementById(id));
  const [codeList, wordList] = ["codes", "words"].map((id) => page.getElementById(id));

  async function show(tags) {
    const packs = await Promise.all(tags.map(pack));
    const hits = wanted ? { codes: inCodes(codes, wanted), words: packs.flatMap((spoken) => inWords(all, spoken, wanted)) } : { codes: [], words: [] };
    count.textContent = wanted ? `${many(hits.codes.length, "code")}, ${many(hits.words.length, "reason")}` : "Enter a code, a reason or a word.";
    codeList.replaceChildren(...hits.codes.slice(0, MOST).map(({ provider, row: [code, reason, note] }) => h("li", {},
      named(`${provider} ${code}`, link(["catalog", provider, code], { lang })), h("span", { class: "code quiet" }, reason), note && h("p", {}, note))));
    wordList.replaceChildren(...hits.words.slice(0, MOST).map(({ reason, spoken, title, statement }) => h("li", {},
      named(reason.name, link(["reason", reason.name], { lang: spoken.locale })),
      tags.length > 2 && h("span", { class: "quiet" }, languages.find(({ tag }) => tag === spoken.locale).english),
      said("p", spoken, h("b", {}, title), " ", statement))));
    for (const list of [codeList, wordList]) list.parentElement.hidden = list.childElementCount === 0;
  }

  inAll.hidden = !wanted;
  inAll.addEventListener("click", async () => {
    await show(languages.map(({ tag }) => tag));
    inAll.hidden = true;
  });
  await show([...new Set([lang, "en"])]);
}
