// What a call centre has beside the telephone: a provider's codes in the words that the caller reads.

import { code as named, fill, h, put, said } from "./dom.js";
import { link } from "./address.js";
import { explained } from "./catalogs.js";
import { causes, index } from "./data.js";
import { retryOf } from "./describe.js";

/** What one can say: what the buttons do, what happens by itself, and what must not be told. */
function answer(notice, { like }, does) {
  return [
    like && h("p", { class: "secret" }, h("strong", {}, "Do not tell the caller the cause. "), "The screen does not say it either."),
    h("ul", {}, notice.actions.map(({ kind, label }) => h("li", {}, said("b", notice, label), ": ", does[kind]))),
    h("p", {}, h("strong", {}, "Trying again: "), retryOf(notice)),
    notice.endsSession && h("p", {}, "The viewer is signed out, and has to sign in again."),
  ];
}

export async function sheet(page, lang, [, provider]) {
  const found = await explained(provider, lang);
  if (!found) return undefined;
  const [{ reasons, actions: does }, { languages }] = await Promise.all([causes(), index()]);
  const language = languages.find(({ tag }) => tag === lang).english;
  put(page, { provider, language, catalog: link(["catalog", provider], { lang }) });
  fill(page.getElementById("rows"), found.rows.map(({ code, reason, note, notice }) => {
    const cause = reasons.find(({ name }) => name === reason);
    return { cells: [
      named(code),
      said("div", notice, h("strong", {}, notice.title), h("p", {}, notice.message)),
      [h("p", {}, cause.description), note && h("p", {}, note)],
      answer(notice, cause, does),
    ] };
  }));
  page.getElementById("print").addEventListener("click", () => print());
  return { title: `${provider}, ${language}` };
}
