// When the next try comes, as a line and as a list that says the same.

import { h } from "./dom.js";
import { duration } from "./describe.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 600;
const EDGE = 8;
/** As good as one, which `context.random` never is. */
const ALMOST_ONE = 1 - 2 ** -32;

function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * The times of a failure in milliseconds from now, each undefined where there is none: the core's own, of the least and the largest
 * random number. What it asks without a deadline is what the server asked.
 */
export function times(plainly, failure, context) {
  const delay = (more) => plainly.explain(failure, { ...context, ...more });
  const free = delay({ random: 0, deadlineMs: undefined });
  const [from, to] = [0, ALMOST_ONE].map((random) => delay({ random }).retry.delayMs);
  const asked = free.toldMs ?? (free.retry.kind === "when_online" ? undefined : free.retry.delayMs || undefined);
  return { asked, from, to, deadline: context.deadlineMs };
}

function list({ kind }, { asked, from, to, deadline }) {
  const after = kind === "when_online" ? " after the connection is back" : "";
  return h("ol", { class: "times" },
    h("li", { class: "now" }, h("b", {}, "Now"), " the call failed"),
    h("li", { class: "asked" }, h("b", {}, "Asked"), asked === undefined ? " the server stated no wait" : ` the server asked to wait ${duration(asked)}`),
    h("li", { class: "window" }, h("b", {}, "Next try"), from === undefined ? " none by itself" : ` between ${duration(from)} and ${duration(to)}${after}, at random, so that not all devices come at once`),
    h("li", { class: "deadline" }, h("b", {}, "Deadline"), deadline === undefined ? " none" : ` after ${duration(deadline)}`));
}

function line({ asked, from, to, deadline }) {
  const known = [asked, to, deadline].filter((ms) => ms > 0);
  const end = known.length > 0 ? Math.max(...known) * 1.08 : 1;
  const x = (ms) => EDGE + (ms / end) * (WIDTH - 2 * EDGE);
  const picture = shape("svg", { viewBox: `0 0 ${WIDTH} 44`, class: "line", "aria-hidden": "true" });
  picture.append(shape("rect", { class: "base", x: EDGE, y: 21, width: WIDTH - 2 * EDGE, height: 2 }));
  if (to !== undefined) picture.append(shape("rect", { class: "window", x: x(from), y: 12, width: Math.max(4, x(to) - x(from)), height: 20, rx: 4 }));
  if (asked !== undefined) picture.append(shape("rect", { class: "asked", x: x(asked) - 2, y: 4, width: 4, height: 36, rx: 2 }));
  if (deadline !== undefined) picture.append(shape("rect", { class: "deadline", x: x(deadline) - 2, y: 4, width: 4, height: 36, rx: 2 }));
  picture.append(shape("circle", { class: "now", cx: x(0), cy: 22, r: 7 }));
  return picture;
}

export const timeline = (retry, found) => [line(found), list(retry, found)];
