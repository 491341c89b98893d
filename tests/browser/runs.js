// Where the characters of a text stand on the screen, as a reader sees them.

const MARKS = /[\u200e\u200f]/;

/** The rectangle of each character that is seen, in the order of the text. */
export function characters(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (!MARKS.test(node.data[at])) found.push({ text: node.data[at], box });
    }
  }
  return found;
}

/** What languages that count with their own digits write a number with: Persian, Bengali. */
const OWN_DIGITS = "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9\u09e6\u09e7\u09e8\u09e9\u09ea\u09eb\u09ec\u09ed\u09ee\u09ef";
const ascii = (character) => (OWN_DIGITS.indexOf(character) < 0 ? character : String(OWN_DIGITS.indexOf(character) % 10));

const near = (a, b) => Math.abs(a - b) <= 1;
const middle = ({ top, bottom }) => (top + bottom) / 2;
// Fonts differ in height, also within a line.
const sameLine = (a, b) => Math.abs(middle(a) - middle(b)) < Math.min(a.height, b.height) / 2;

/** Why `run` is not read from left to right, in one piece, between its neighbours; empty where it is. */
export function faultsOfRun(element, run, direction) {
  const all = characters(element);
  const from = all.map(({ text }) => ascii(text)).join("").indexOf(run.split("").map(ascii).join(""));
  if (from < 0) return [`${JSON.stringify(run)} is not in ${JSON.stringify(element.textContent)}`];
  const faults = [];
  const wrong = (what) => faults.push(`${what} in ${JSON.stringify(element.textContent)}`);
  const own = all.slice(from, from + run.length).map(({ box }) => box);
  for (let at = 1; at < own.length; at += 1) {
    if (!sameLine(own[at - 1], own[at]) || !near(own[at - 1].right, own[at].left)) wrong(`${run}: after ${run.slice(0, at)} comes something else`);
  }
  // What stands before the run is on the side where a line starts, what stands after it on the other.
  const before = all[from - 1];
  const after = all[from + run.length];
  const [first, last] = direction === "rtl" ? ["left", "right"] : ["right", "left"];
  const [start, end] = direction === "rtl" ? [own[own.length - 1], own[0]] : [own[0], own[own.length - 1]];
  if (before && sameLine(before.box, start) && !near(before.box[first], start[last])) wrong(`${run}: ${JSON.stringify(before.text)} is not before it`);
  if (after && sameLine(after.box, end) && !near(after.box[last], end[first])) wrong(`${run}: ${JSON.stringify(after.text)} is not after it`);
  return faults;
}

/** The characters that take room, line by line. */
function linesOf(element) {
  const lines = [];
  for (const each of characters(element)) {
    if (!each.box || !each.box.width) continue;
    const line = lines.find(([{ box }]) => sameLine(box, each.box));
    if (line) line.push(each);
    else lines.push([each]);
  }
  return lines;
}

/** Which lines do not start at the element's edge. */
export function faultsOfEdge(element, direction) {
  const { left, right } = element.getBoundingClientRect();
  return linesOf(element)
    .map((line) => (direction === "rtl" ? right - Math.max(...line.map(({ box }) => box.right)) : Math.min(...line.map(({ box }) => box.left)) - left))
    .filter((edge) => Math.abs(edge) > 2)
    .map((edge) => `a line starts ${edge} px from its edge: ${element.textContent}`);
}

/** The same, and whether the last character, a full stop or a parenthesis, ends its line. */
export function faultsOfLine(element, direction) {
  const line = linesOf(element).pop();
  const { text, box: last } = line[line.length - 1];
  const beyond = line.some(({ box }) => (direction === "rtl" ? box.left < last.left - 1 : box.right > last.right + 1));
  return faultsOfEdge(element, direction).concat(beyond ? [`${JSON.stringify(text)} does not end its line: ${element.textContent}`] : []);
}
