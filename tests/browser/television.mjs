// Drives the TV page as a remote control does: arrow keys and Enter.

import { failures } from "../../www/failures.js";
import { languages } from "../../www/languages.js";
import { differences } from "../compare.js";
import { grid } from "./grid.mjs";
import { lines } from "./lines.mjs";
import { living } from "./living.mjs";

const plain = (text) => text.replace(/[\u200e\u200f]/g, "").replace(/\s+/g, " ").trim();

/** Whether lines start at the right edge, and the code and support's contact read from left to right. */
const ALIGNED = `const back = arguments[arguments.length - 1];
  import("/tests/browser/runs.js").then(({ faultsOfEdge, faultsOfLine, faultsOfRun }) => {
    const at = (name) => document.querySelector("#tv .plainly-" + name);
    const contact = [...document.querySelectorAll("#tv .plainly-contact bdi")].map((bdi) => faultsOfRun(bdi, bdi.textContent, "ltr"));
    back([contact.length === 2 ? [] : ["no contact"], ...contact, faultsOfRun(at("message"), "490", "rtl"),
      faultsOfEdge(at("contact"), "rtl"), ...["title", "message"].map((name) => faultsOfLine(at(name), "rtl"))].flat());
  }).catch((error) => back([String(error)]));`;

/** What does not fit, whatever letters the machine has. */
const OVER = `return [...document.querySelectorAll("#page > .bar, #tv .plainly-notice, #tv .plainly-notice :not(.plainly-unseen)")]
  .filter((each) => each.clientWidth && (each.scrollWidth > each.clientWidth || (each.matches(".plainly-notice") && each.scrollHeight > each.clientHeight)))
  .map((each) => each.className + " " + each.textContent)`;

/**
 * `{ passed, failed: [text] }`
 * @param page the page's address
 * @param tags the languages whose buttons are walked to, one by one
 * @param wide whether the buttons are also walked where they take more than one line
 */
export async function television({ driver, page, plainly, console, missing, keys, tags = languages.map(({ tag }) => tag), name = "TV page", wide }) {
  const result = { passed: 0, failed: [] };
  const check = async (what, test) => {
    try {
      const fault = await test();
      if (!fault) result.passed += 1;
      else result.failed.push(`${name}, ${what}: ${fault}`);
    } catch (error) {
      result.failed.push(`${name}, ${what}: ${error.message}`);
    }
  };
  const press = (key) => driver.actions().sendKeys(key).perform();
  const ask = (script, ...given) => driver.executeScript(script, ...given);
  const focused = () => ask("const at = document.activeElement; return { ...at.dataset, id: at.id, region: (at.closest('[data-region]') || { dataset: {} }).dataset.region };");

  /** Presses until what has the focus is right. */
  async function until(key, fits, most = languages.length + 40) {
    for (let presses = 0; presses < most; presses += 1) {
      const at = await focused();
      if (fits(at)) return at;
      await press(key);
    }
    throw new Error(`the focus does not get there; it is on ${JSON.stringify(await focused())}`);
  }

  async function shown(locale) {
    const read = "const notice = document.querySelector('#tv .plainly-notice'); if (!notice) return {}; const text = (name) => (notice.querySelector('.plainly-' + name) || {}).textContent;"
      + "return { lang: notice.lang, dir: notice.dir, title: text('title'), message: text('message'), labels: [...notice.querySelectorAll('.plainly-action')].map((b) => b.textContent) };";
    await driver.wait(async () => (await ask(read)).lang === locale, 5000, `no notice in ${locale}`);
    return ask(read);
  }

  const { failure, context } = failures.find(({ id }) => id === "490");
  async function expected(locale) {
    const speaker = await plainly.with({ locales: [locale] });
    const { direction, title, text, actions } = speaker.explain(failure, context);
    return { lang: locale, dir: direction, title, message: plain(text), labels: actions.map(({ label }) => label) };
  }

  await driver.get(`${page}#failure=490&lang=en&style=prefix&hold=1`);
  await check("loads", async () => {
    await driver.wait(() => ask("return !document.getElementById('page').hidden && !!document.querySelector('#tv .plainly-title')"), 10_000, "it does not load");
  });
  for (const tag of tags) {
    await check(`a notice in ${tag}, chosen with arrow keys and Enter`, async () => {
      // Over the notice, for moving in the list chooses another failure.
      await until(keys.ARROW_RIGHT, ({ region }) => region === "tv");
      await until(keys.ARROW_UP, ({ region }) => region === "bar");
      await until(keys.ARROW_LEFT, ({ lang }) => lang);
      await until(keys.ARROW_LEFT, ({ lang }) => lang === "en");
      await until(keys.ARROW_RIGHT, ({ lang }) => lang === tag);
      await press(keys.ENTER);
      const seen = await shown(tag);
      return differences(await expected(tag), { ...seen, message: plain(seen.message) }).join("; ");
    });
    await check(`nothing overflows in ${tag}`, async () => (await ask(OVER)).join("; "));
    await check(`the buttons in ${tag}`, async () => {
      await until(keys.ARROW_DOWN, ({ kind }) => kind);
      const backwards = (await ask("return document.getElementById('tv').dir")) === "rtl";
      const kinds = [(await focused()).kind];
      for (let presses = 0; presses < 2; presses += 1) {
        await press(backwards ? keys.ARROW_LEFT : keys.ARROW_RIGHT);
        if (!(await focused()).kind) break;
        kinds.push((await focused()).kind);
      }
      return kinds[0] === "contact_support" && new Set(kinds).size === kinds.length ? "" : `the focus goes ${kinds.join(", ")}`;
    });
  }
  await check("Enter on a button acts", async () => {
    await driver.get(`${page}#failure=490&lang=de&style=suffix&view=tv&hold=1`);
    await driver.navigate().refresh();
    await shown("de");
    await until(keys.ARROW_RIGHT, ({ kind }) => kind === "contact_support", 5);
    await press(keys.ENTER);
    const contact = await ask("return (document.querySelector('#tv .plainly-contact') || {}).textContent");
    return contact && contact.includes("555") ? "" : `support's contact is ${contact}`;
  });
  for (const lang of page.startsWith("http") ? ["ar", "he", "fa", "ur"] : []) {
    await check(`from right to left in ${lang}`, async () => {
      await driver.get("about:blank");
      await driver.get(`${page}#failure=490&lang=${lang}&style=suffix&view=tv&hold=1`);
      await shown(lang);
      await press(keys.ENTER);
      return (await driver.executeAsyncScript(ALIGNED)).join("; ");
    });
  }
  if (wide) await lines({ driver, page, tags, keys, check, press, shown });
  await living({ driver, page, plainly, keys, check, press, until, plain });
  await grid({ driver, page, plainly, keys, check, press, until, plain });
  await check("nothing in the console", async () => (await console.take()).join("; "));
  await check("every file is there", async () => missing.join(", "));
  return result;
}
