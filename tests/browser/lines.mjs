// The notice's buttons where one line does not hold them, walked as a remote control does. Elsewhere fonts decide how
// many lines there are; here a style does, so that no check passes because the buttons happened to fit.

/** How wide the buttons are, each with margins of 12, and how many then stand in each line of 1000. A fourth is added last. */
const SHAPES = [
  { widths: [440, 440, 440], lines: [2, 1] },
  { widths: [300, 500, 800], lines: [2, 1] },
  { widths: [800, 440, 440], lines: [1, 2] },
  { widths: [660, 260, 260], lines: [2, 1] },
  { widths: [600, 600, 600], lines: [1, 1, 1] },
  { widths: [600, 300, 300, 900], lines: [2, 1, 1] },
];
const styleOf = (widths) => [".tv .plainly-actions { max-width: calc(1000 * var(--u)); }",
  ...widths.map((width, at) => `.tv .plainly-action:nth-child(${at + 1}) { width: calc(${width} * var(--u)); }`)].join("\n");

const SHAPE = `const actions = document.querySelector("#tv .plainly-actions");
  while (actions.children.length < arguments[1]) actions.appendChild(actions.lastChild.cloneNode(true));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(arguments[0]);
  document.adoptedStyleSheets = [sheet];`;

/** The lines as they are seen, each button by its place in the page; what moves while it has the focus stays out of it. */
const LINES = `const lines = [];
  const buttons = [...document.querySelectorAll("#tv .plainly-action")];
  for (const button of buttons) {
    const line = lines.find(([other]) => other.offsetTop === button.offsetTop);
    if (line) line.push(button);
    else lines.push([button]);
  }
  const side = document.getElementById("tv").dir === "rtl" ? -1 : 1;
  return lines.sort(([a], [b]) => a.offsetTop - b.offsetTop)
    .map((line) => line.sort((a, b) => (a.offsetLeft - b.offsetLeft) * side).map((button) => buttons.indexOf(button)));`;
const FOCUS = `const at = document.activeElement;
  return { button: [...document.querySelectorAll("#tv .plainly-action")].indexOf(at), region: (at.closest("[data-region]") || { dataset: {} }).dataset.region };`;

/** @param tags the languages in which that is done */
export async function lines({ driver, page, tags, keys, check, press, shown }) {
  const ask = (script, ...given) => driver.executeScript(script, ...given);
  const at = (button) => ask("document.querySelectorAll('#tv .plainly-action')[arguments[0]].focus()", button);

  async function faults(rtl, expected) {
    const found = [];
    const wrong = (what, { button, region }) => found.push(`${what} it is ${button < 0 ? region : `button ${button}`}`);
    const go = async (key) => { await press(key); return ask(FOCUS); };
    const [on, back] = rtl ? [keys.ARROW_LEFT, keys.ARROW_RIGHT] : [keys.ARROW_RIGHT, keys.ARROW_LEFT];
    const seen = await ask(LINES);
    if (seen.map((line) => line.length).join() !== expected.join()) return [`the lines are ${JSON.stringify(seen)}`];
    const order = seen.flat();
    const last = order.length - 1;

    await at(order[0]);
    for (let place = 1; place <= last; place += 1) {
      const now = await go(on);
      if (now.button !== order[place]) wrong(`on, ${place} of ${last}:`, now);
    }
    // The list is to the left of them all, a form's fields are before them, and nothing else is around them.
    let now = await go(on);
    if (rtl ? now.region !== "rail" : now.button !== order[last]) wrong("on from the last:", now);
    await at(order[last]);
    for (let place = last - 1; place >= 0; place -= 1) {
      now = await go(back);
      if (now.button !== order[place]) wrong(`back, at ${place}:`, now);
    }
    now = await go(back);
    const before = await ask("return document.querySelector('#tv input') ? 'tv' : 'rail'");
    if (rtl && before === "rail" ? now.button !== order[0] : now.button >= 0 || now.region !== before) wrong("back from the first:", now);

    for (const [row, line] of seen.entries()) {
      const beneath = seen[row + 1];
      for (const button of line) {
        await at(button);
        now = await go(keys.ARROW_DOWN);
        if (!(beneath || [button]).includes(now.button)) wrong(`down from ${button}:`, now);
        if (!beneath) continue;
        now = await go(keys.ARROW_UP);
        if (!line.includes(now.button)) wrong(`down from ${button} and up:`, now);
      }
    }
    await at(order[0]);
    now = await go(keys.ARROW_UP);
    for (let fields = 0; fields < 2 && now.region === "tv" && now.button < 0; fields += 1) now = await go(keys.ARROW_UP);
    if (now.region !== "bar") wrong("up from the first line:", now);
    now = await go(keys.ARROW_DOWN);
    if (now.region !== "tv") wrong("down from the bar:", now);
    return found;
  }

  const pages = [...tags.map((tag) => [tag, "490"]), ["en", "489"], ["ar", "489"]];
  for (const [tag, failure] of pages) {
    await check(`lines of buttons in ${tag}, ${failure}`, async () => {
      await driver.get("about:blank");
      await driver.get(`${page}#failure=${failure}&lang=${tag}&style=prefix&hold=1`);
      const { dir } = await shown(tag);
      const found = [];
      for (const { widths, lines: expected } of SHAPES) {
        await ask(SHAPE, styleOf(widths), widths.length);
        found.push(...(await faults(dir === "rtl", expected)).map((fault) => `${widths}: ${fault}`));
      }
      return found.join("; ");
    });
  }
}
