// The list of catalogs, and one catalog as a table.

import { code as named, fill, h, put, said } from "./dom.js";
import { link } from "./address.js";
import { index, json } from "./data.js";
import { count, retryOf } from "./describe.js";
import { STILL, speaker } from "./engine.js";
import { members } from "./play.js";

/** A tile for each catalog, which leads to `page`. */
const tiles = async (page, to, lang) => {
  const { catalogs } = await index();
  page.getElementById("list").append(...catalogs.map(({ provider, codes, inUse }) => h("li", {},
    h("a", { href: link([to, provider], { lang }) }, h("b", {}, provider)), h("span", {}, `${count(codes, "code")}${inUse ? ", in use by itself" : ""}`))));
};

export const catalogs = (page, lang) => tiles(page, "catalog", lang);
export const sheets = (page, lang) => tiles(page, "sheet", lang);

/** A catalog's rows, each with the notice that its failure brings in a language; undefined where there is no such catalog. */
export async function explained(provider, lang) {
  const { catalogs } = await index();
  if (!catalogs.some((each) => each.provider === provider)) return undefined;
  const [{ source, rows }, plainly] = await Promise.all([json(`data/catalogs/${provider}.json`), speaker({ lang, provider, style: "none" })]);
  return { source, rows: rows.map((row) => ({ ...row, notice: plainly.explain(row.failure, { ...STILL, provider }) })) };
}

export async function catalog(page, lang, [, provider, chosen]) {
  const found = await explained(provider, lang);
  if (!found) return undefined;
  put(page, { provider, source: found.source, sheet: link(["sheet", provider], { lang }) });
  fill(page.getElementById("rows"), found.rows.map(({ code, status, reason, note, failure, notice }) => ({
    attributes: code === chosen ? { "aria-current": "true", tabindex: "-1" } : {},
    cells: [
      named(code, link(["catalog", provider, code], { lang })),
      [status ?? "any"].flat().join(", "),
      named(reason, link(["reason", reason], { lang })),
      said("div", notice, h("strong", {}, notice.title), h("p", {}, notice.message)),
      retryOf(notice),
      [note ?? "", " ", h("a", { class: "try", href: link([], { ...members(failure, { provider }), lang }), "aria-label": `Try it: ${code}` }, "Try it")],
    ],
  })));
  const row = page.querySelector("[aria-current]");
  return { title: provider, focus: row ?? undefined };
}
