// All reasons in one language, and one reason in all.

import { code, fill, h, put, said } from "./dom.js";
import { link } from "./address.js";
import { causes, index, json, pack, reasonOf } from "./data.js";
import { retry } from "./describe.js";
import { words } from "./words.js";

const fact = (name, ...value) => h("div", {}, h("dt", {}, name), h("dd", {}, ...value));

const facts = ({ category, severity, presentation, retry: rule, endsSession, like }, { categories }) => [
  fact("Category", code(category), ` ${categories[category]}`),
  fact("Severity", severity),
  fact("Shown", { screen: "as a screen", inline: "beside the input", none: "not at all" }[presentation]),
  fact("Trying again", retry(rule)),
  ...(endsSession ? [fact("Session", "The viewer is signed out.")] : []),
  ...(like ? [fact("Kept secret", "The words are those of ", code(like), ".")] : []),
];

const buttons = (labels) => h("span", { class: "buttons" }, labels.map((label) => h("span", { class: "button" }, label)));

export async function reasons(page, lang) {
  const [all, spoken] = await Promise.all([causes(), pack(lang)]);
  page.getElementById("list").append(...all.reasons.map((reason) => {
    const { title, statement, advice, buttons: labels } = words(spoken, reason);
    return h("section", { class: "card", "aria-labelledby": `reason-${reason.name}` },
      h("div", {},
        h("h2", { id: `reason-${reason.name}` }, code(reason.name, link(["reason", reason.name], { lang }))),
        h("p", {}, reason.description),
        h("dl", { class: "facts" }, facts(reason, all))),
      said("div", spoken, h("strong", { class: "title" }, title), h("p", {}, statement), advice && h("p", {}, advice), buttons(labels)));
  }));
}

export async function reason(page, lang, [, name]) {
  const [all, found, { languages }] = await Promise.all([causes(), reasonOf(name), index()]);
  if (!found) return undefined;
  const everywhere = await json(`data/reasons/${name}.json`);
  put(page, { name, description: found.description });
  page.getElementById("facts").append(...facts(found, all));
  fill(page.getElementById("rows"), everywhere.map((spoken) => {
    const { name: own, english } = languages.find(({ tag }) => tag === spoken.locale);
    return {
      attributes: spoken.locale === lang ? { "aria-current": "true" } : {},
      cells: [
        own === english ? own : [english, h("br"), said("span", spoken, own)],
        said("div", spoken, spoken.title),
        said("div", spoken, spoken.statement),
        said("div", spoken, spoken.advice ?? ""),
        said("div", spoken, buttons(spoken.buttons)),
      ],
    };
  }));
  return { title: name };
}
