// What a notice looks like, as a tree of elements: `h` makes them, for the DOM (dom.js) or for React.

import { call } from "../facts/guard.js";

const RADIUS = 10.5;
const ROUND = 2 * Math.PI * RADIUS;

/** How far the ring is open: 1 is a full one. */
export const open = (share) => String(ROUND * (1 - share));

/** A value that reads left to right in every language: a code, a number, an address. */
const ltr = (h, text, key) => h("bdi", { dir: "ltr", key }, text);

/**
 * @param view `notice`; `id`, a prefix for what is named by others; `modal`; `television`; `slots`, whether each piece may be
 * replaced; `icon`, an element; `counting`, `{ words, share }` of a countdown, no share where nothing runs; `contact`, elements that
 * say how to reach support; `choose(action)`
 */
export function tree(h, view) {
  const { notice, id, counting, contact, icon } = view;
  const screen = notice.presentation !== "inline";
  const piece = (name, tag, attributes, ...children) => {
    const made = h(tag, Object.assign({ key: name, class: "plainly-" + name, part: name }, attributes), ...children);
    return view.slots ? h("slot", { key: name, name }, made) : made;
  };
  const spoken = view.television ? notice.spoken : untitled(notice);
  // What stands in the text already is not said twice; in digits of the language's own it is not as support sees it.
  const corner = [notice.text === notice.message || notice.text.indexOf(notice.code) < 0 ? notice.code : "", notice.requestId].filter(Boolean);
  return h("div", {
    class: "plainly-notice plainly-" + (screen ? "screen" : "inline") + " plainly-" + notice.severity,
    part: "notice",
    tabindex: "-1", // a click beside the buttons takes the focus to nowhere else
    role: screen ? "alertdialog" : "group",
    lang: notice.locale,
    dir: notice.direction,
    "aria-modal": screen && view.modal ? "true" : undefined,
    "aria-labelledby": id + "title",
    // A television's voice reads what has the focus, and what describes that.
    "aria-describedby": view.television ? undefined : id + "spoken",
  },
  h("div", { key: "body", class: "plainly-body" },
    (icon || view.slots) && piece("icon", "div", { "aria-hidden": "true", hidden: !icon }, icon),
    // Named from around it, for what stands in its slot names the notice too.
    h("div", { key: "name", id: id + "title" }, piece("title", "h2", {}, notice.title)),
    piece("message", "p", {}, notice.text),
    h("span", { key: "spoken", class: "plainly-unseen", id: id + "spoken" }, spoken),
    piece("wait", "div", { hidden: !counting }, ring(h, counting), h("span", { key: "countdown", class: "plainly-countdown", part: "countdown" }, counting ? counting.words : "")),
    piece("actions", "div", {}, ...notice.actions.map((action, at) => h("button", {
      key: action.kind,
      type: "button",
      class: "plainly-action",
      part: "action",
      "data-kind": action.kind,
      "aria-describedby": view.television && at === 0 ? id + "spoken" : undefined,
      onclick: () => view.choose(action),
    }, action.label))),
    piece("contact", "div", { role: "status", hidden: !contact }, ...(contact || [])),
    piece("corner", "p", { hidden: !corner.length }, ...corner.map((text, at) => ltr(h, text, String(at))))));
}

/** What a voice reads after the title. */
function untitled({ title, spoken }) {
  return spoken.indexOf(title) === 0 ? spoken.slice(title.length).replace(/^[.\u3002\u06d4\u0964\s]+/, "") : spoken;
}

function ring(h, counting) {
  const circle = (name) => h("circle", {
    key: name, class: "plainly-" + name, cx: "12", cy: "12", r: String(RADIUS), fill: "none", "stroke-width": "3",
    "stroke-dasharray": String(ROUND), "stroke-dashoffset": name === "left" ? open(counting && counting.share >= 0 ? counting.share : 1) : "0",
  });
  return h("svg", { key: "ring", class: "plainly-ring" + (counting && counting.share >= 0 ? "" : " plainly-still"), viewBox: "0 0 24 24", "aria-hidden": "true" }, circle("whole"), circle("left"));
}

/** How to reach support, of the action that offers it; nothing where nobody said how. `links`: a keyboard or a finger can follow them. */
export function contacts(h, { phone, email, url }, links, qr) {
  const link = (text, scheme) => (links && /^https?:|^tel:|^mailto:/i.test(scheme + text)
    ? h("a", { key: text, class: "plainly-link", part: "link", href: scheme + text, rel: "noopener" }, ltr(h, text)) : ltr(h, text, text));
  const shown = [phone && link(phone, "tel:"), email && link(email, "mailto:"), url && link(url, "")].filter(Boolean);
  const code = url && call(qr, url);
  return code ? [code].concat(shown) : shown;
}
