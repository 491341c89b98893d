// Which page an address shows, and in which language.

import { link, read } from "./address.js";
import { h } from "./dom.js";
import { index } from "./data.js";

/** Each page comes when it is first looked at. */
const PAGES = {
  "": { template: "play", nav: "play", open: () => import("./play.js").then(({ play }) => play) },
  catalogs: { template: "catalogs", nav: "catalog", open: () => import("./catalogs.js").then(({ catalogs }) => catalogs) },
  catalog: { template: "catalog", nav: "catalog", open: () => import("./catalogs.js").then(({ catalog }) => catalog) },
  reasons: { template: "reasons", nav: "reason", open: () => import("./reasons.js").then(({ reasons }) => reasons) },
  reason: { template: "reason", nav: "reason", open: () => import("./reasons.js").then(({ reason }) => reason) },
  sheets: { template: "sheets", nav: "sheet", open: () => import("./catalogs.js").then(({ sheets }) => sheets) },
  sheet: { template: "sheet", nav: "sheet", open: () => import("./sheet.js").then(({ sheet }) => sheet) },
  search: { template: "search", open: () => import("./search.js").then(({ search }) => search) },
};

const main = document.getElementById("main");
const language = document.getElementById("language");
const query = document.getElementById("query");
let current;
let turn = 0;

const copy = (template) => document.getElementById(template).content.cloneNode(true);

/** A fragment with the page in it; what the page's maker says of it: `title`, `focus`, `shown()`, `left()`. */
async function make({ template, open }, lang, path) {
  const page = copy(template);
  const maker = await open();
  const made = await maker(page, lang, path);
  return { page, made };
}

async function show() {
  const mine = (turn += 1);
  const { path, query: asked } = read();
  const { languages } = await index();
  const lang = languages.some(({ tag }) => tag === asked.get("lang")) ? asked.get("lang") : "en";
  const place = Object.hasOwn(PAGES, path[0] ?? "") ? PAGES[path[0] ?? ""] : undefined;
  main.setAttribute("aria-busy", "true");
  let page;
  let made;
  try {
    if (place) ({ page, made } = await make(place, lang, path));
  } catch (error) {
    console.error(error);
    page = copy("failed");
    made = {};
  }
  if (mine !== turn) return;
  // A page about one thing says where there is no such thing.
  const isThere = place && (made !== undefined || path.length < 2);
  if (!isThere) page = copy("missing");
  current?.left?.();
  current = isThere ? made : undefined;
  language.value = lang;
  if (path[0] === "search") query.value = asked.get("q") ?? "";
  for (const each of document.querySelectorAll("[data-page]")) {
    each.setAttribute("href", link(each.dataset.page === "play" ? [] : [`${each.dataset.page}s`], { lang: lang === "en" ? undefined : lang }));
    if (each.dataset.page === place?.nav) each.setAttribute("aria-current", "page");
    else each.removeAttribute("aria-current");
  }
  main.replaceChildren(page);
  const heading = main.querySelector("h1");
  document.title = `${current?.title ?? heading.textContent} – Plainly`;
  const target = current?.focus ?? heading;
  // Who chooses a language stays at it.
  if (document.activeElement !== language) target.focus({ preventScroll: true });
  if (target === heading) scrollTo(0, 0);
  else target.scrollIntoView({ block: "center" });
  await current?.shown?.();
  main.removeAttribute("aria-busy");
}

/** The same page in another language. */
function speak() {
  const { path, query: asked } = read();
  location.hash = link(path, { ...Object.fromEntries(asked), lang: language.value });
}

document.getElementById("find").addEventListener("submit", (event) => {
  event.preventDefault();
  location.hash = link(["search"], { q: query.value, lang: language.value });
});
document.getElementById("skip").addEventListener("click", () => main.querySelector("h1").focus());
language.addEventListener("change", speak);
addEventListener("hashchange", show);

const { languages } = await index();
language.append(...languages.map(({ tag, name, english }) => h("option", { value: tag }, tag === "en" ? name : `${name} – ${english}`)));
show();
