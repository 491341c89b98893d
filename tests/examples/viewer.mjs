// What a viewer sees of a notice, and does with the keys of a remote control.

import { load } from "../../pkg/dist/node.js";

const SEEN = `const at = document.querySelector(".plainly-notice");
  if (!at) return null;
  const text = (name) => at.querySelector(".plainly-" + name).textContent;
  return { lang: at.lang, dir: at.dir, title: text("title"), text: text("message"), labels: [...at.querySelectorAll(".plainly-action")].map((each) => each.textContent) };`;

/** What failure it is to be in which language: `words("ar", { status: 401 }, options)`. */
export async function words(locales, failure, options) {
  const { locale, direction, title, text, actions } = (await load({ locales, ...options })).explain(failure);
  return { lang: locale, dir: direction, title, text, labels: actions.map(({ label }) => label) };
}

export function viewer(driver) {
  const seen = () => driver.executeScript(SEEN);
  const press = (key) => driver.actions().sendKeys(key).perform();
  const focused = () => driver.executeScript("const at = document.activeElement; return at === document.body ? '' : at.textContent");
  const shown = async (wanted) => {
    let found;
    await driver.wait(async () => (found = await seen()) && (!wanted || found.lang === wanted), 20_000, "no notice is shown");
    return found;
  };
  return {
    seen,
    press,
    focused,
    shown,
    gone: () => driver.wait(async () => !(await seen()), 20_000, "the notice does not go"),
    /** Waits until something is true of the page. */
    until: (script, ...given) => driver.wait(() => driver.executeScript(script, ...given), 20_000, script),
    /** What differs between the notice and what it should be. */
    async differs(expected) {
      const found = await shown(expected.lang);
      return Object.keys(expected).filter((name) => JSON.stringify(found[name]) !== JSON.stringify(expected[name]))
        .map((name) => `${name} is ${JSON.stringify(found[name])}, not ${JSON.stringify(expected[name])}`).join("; ");
    },
    /** Goes over all buttons with one key, from the first; says which it did not find, in their order. */
    async walks(key) {
      const { labels } = await shown();
      for (const label of labels) {
        if ((await focused()) !== label) return `the focus is on ${JSON.stringify(await focused())}, not on ${JSON.stringify(label)}`;
        await press(key);
      }
      return "";
    },
  };
}
