// The TV page's view of all languages, driven as television.mjs drives the rest.

import { failures } from "../../www/failures.js";
import { languages } from "../../www/languages.js";
import { differences } from "../compare.js";

const READ = `return [...document.querySelectorAll("#grid .cell")].map((cell) => {
  const text = (name) => (cell.querySelector(name) || {}).textContent;
  return { tag: cell.dataset.tag, lang: cell.lang, dir: cell.dir, own: text(".own"),
    title: text(".title"), message: text(".message"), first: text(".first") };
})`;
const OVER = `return [...document.querySelectorAll("#grid, #grid .cell, #grid .cell *")]
  .filter((each) => each.clientWidth && (each.scrollWidth > each.clientWidth || (each.matches(".cell") && each.scrollHeight > each.clientHeight)))
  .map((each) => (each.closest("[lang]") || each).lang + " " + each.className + " " + each.textContent)`;
const FOCUS = `const at = document.activeElement; const { top, bottom } = at.getBoundingClientRect();
  return { id: at.id, tag: at.dataset.tag, seen: top >= 0 && bottom <= innerHeight }`;
const PACKS = `return (location.protocol === "file:"
  ? Array.from(document.scripts, ({ src }) => src)
  : performance.getEntriesByType("resource").map(({ name }) => name)).filter((name) => name.includes("/locales/"))`;

export async function grid({ driver, page, plainly, keys, check, press, until, plain }) {
  const ask = (script) => driver.executeScript(script);
  const { failure, context } = failures.find(({ id }) => id === "490");
  const whole = () => driver.wait(async () => (await ask(READ)).every(({ title }) => title), 20_000, "some languages have no words");

  async function open(style) {
    await driver.get("about:blank");
    await driver.get(`${page}#failure=490&lang=en&style=${style}&hold=1`);
    await until(keys.ARROW_RIGHT, ({ region }) => region === "tv");
    await until(keys.ARROW_UP, ({ region }) => region === "bar");
    await until(keys.ARROW_RIGHT, ({ id }) => id === "all");
    await press(keys.ENTER);
    await whole();
  }

  for (const style of ["prefix", "suffix", "none"]) {
    await check(`all languages, ${style}`, async () => {
      await open(style);
      const expected = [];
      for (const { tag, name } of languages) {
        const speaker = await plainly.with({ locales: [tag], codeStyle: style });
        const { locale, direction, title, message, text, actions } = speaker.explain(failure, context);
        expected.push({ tag, lang: locale, dir: direction, own: name, title, message: plain(style === "none" ? message : text), first: actions[0].label });
      }
      return differences(expected, (await ask(READ)).map((cell) => ({ ...cell, message: plain(cell.message) }))).join("; ");
    });
    await check(`no language overflows, ${style}`, async () => (await ask(OVER)).join("; "));
  }
  await check("each pack is loaded once", async () => {
    const loaded = await ask(PACKS);
    return loaded.length === languages.length - 1 && new Set(loaded).size === loaded.length ? "" : loaded.join(", ");
  });
  await check("the arrow keys reach every language, each in view", async () => {
    const reached = new Map();
    let along = keys.ARROW_RIGHT;
    for (let at = await ask(FOCUS), before; reached.size < languages.length && at.tag !== before; at = await ask(FOCUS)) {
      // To the end of a row, then down, and back along the next one.
      for (; at.tag !== before; at = await ask(FOCUS)) {
        await driver.wait(async () => (await ask(FOCUS)).seen, 2000, `${at.tag} is out of view`);
        reached.set(at.tag, true);
        before = at.tag;
        await press(along);
      }
      along = along === keys.ARROW_RIGHT ? keys.ARROW_LEFT : keys.ARROW_RIGHT;
      await press(keys.ARROW_DOWN);
    }
    return languages.filter(({ tag }) => !reached.has(tag)).map(({ tag }) => tag).join(", ");
  });
  await check("Back returns", async () => {
    await press(keys.ESCAPE);
    const at = await ask(FOCUS);
    return at.id === "all" && (await ask("return document.getElementById('grid').hidden")) ? "" : JSON.stringify(at);
  });
  await check("Enter on a language chooses it and returns", async () => {
    await press(keys.ENTER);
    await whole();
    await press(keys.ARROW_RIGHT);
    const { tag } = await ask(FOCUS);
    await press(keys.ENTER);
    await driver.wait(async () => (await ask("return (document.querySelector('#tv .plainly-notice') || {}).lang")) === tag, 5000, `no notice in ${tag}`);
    const [hash, hidden] = await ask("return [location.hash, document.getElementById('grid').hidden]");
    return tag !== "en" && hidden && hash.includes(`lang=${tag}&`) && !hash.includes("view") ? "" : `${tag} ${hash}`;
  });
}
