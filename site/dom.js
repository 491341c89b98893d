// Elements, without markup strings.

/** An element with attributes and children: elements, texts, lists of them, and nothing of what is not there. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false && child !== ""));
  return element;
}

/** Words in a language, as a voice must know it. */
export const said = (tag, { locale, direction }, ...children) => h(tag, { lang: locale, dir: direction }, ...children);

/** A row of a table that is still one for screen readers where small screens show it as a card; `heads` name its cells there. */
export const row = (attributes, heads, cells) => h("tr", { role: "row", ...attributes },
  cells.map((cell, at) => h(at === 0 ? "th" : "td", { role: at === 0 ? "rowheader" : "cell", scope: at === 0 && "row", "data-head": heads[at] }, cell ?? "")));

/** Fills a table of the page's template. */
export function fill(table, rows) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  table.setAttribute("role", "table");
  for (const part of [table.tHead, table.tBodies[0]]) part.setAttribute("role", "rowgroup");
  table.tHead.rows[0].setAttribute("role", "row");
  for (const cell of table.tHead.rows[0].cells) {
    cell.setAttribute("role", "columnheader");
    cell.setAttribute("scope", "col");
  }
  table.tBodies[0].replaceChildren(...rows.map(({ attributes, cells }) => row(attributes, heads, cells)));
}

/** Puts texts and addresses into the places that a template names. */
export function put(page, values) {
  for (const place of page.querySelectorAll("[data-put]")) {
    const value = values[place.dataset.put];
    if (place.tagName === "A") place.href = value;
    else place.replaceChildren(value);
  }
}

/** A name of programmers', which may go on in a further line where its words end; a link where there is an address. */
export function code(name, href) {
  const pieces = name.split(/(?<=[_.-])|(?<=[a-z])(?=[A-Z])/);
  return h(href ? "a" : "span", { class: "code", href }, pieces.flatMap((piece, at) => (at === 0 ? [piece] : [h("wbr"), piece])));
}
