// What a sample does that shows notices by <plainly-notice> over a list.

import { words } from "./viewer.mjs";

const BLOCKED = { status: 401, body: '{"error":{"code":490}}' };
const OPTIONS = { support: { phone: "+44 20 7946 0000" }, actions: ["retry", "contact_support", "go_back"] };
const SEEN = `const root = document.querySelector("plainly-notice").shadowRoot;
  const at = root.querySelector(".plainly-notice");
  if (!at) return null;
  const text = (name) => root.querySelector(".plainly-" + name).textContent;
  return { lang: at.lang, dir: at.dir, title: text("title"), text: text("message"), countdown: text("countdown"),
    labels: [...root.querySelectorAll(".plainly-action")].map((each) => each.textContent) };`;

/** The sample of a name. */
export const element = (name) => ({
  name,
  build: ["npm", "run", "build"],
  dist: "dist",
  async check({ driver, page, check, axe, api, speak }) {
    const seen = () => driver.executeScript(SEEN);
    const open = (path) => driver.get(`${page}?channels=${encodeURIComponent(api + path)}`);
    const shown = async (language) => {
      let found;
      await driver.wait(async () => (found = await seen()) && (!language || found.lang === language), 20_000, "no notice is shown");
      return found;
    };
    const gone = () => driver.wait(async () => !(await seen()), 20_000, "the notice does not go");
    const listed = () => driver.wait(() => driver.executeScript("return [...document.querySelectorAll('li')].map((each) => each.textContent).join() === 'One,Two'"), 20_000, "nothing is listed");
    const press = (kind) => driver.executeScript("document.querySelector('plainly-notice').shadowRoot.querySelector(`[data-kind=${arguments[0]}]`).click()", kind);

    await speak("en");
    await open("/api/status/401?code=490");
    await shown();
    for (const language of ["en", "ar", "ja"]) {
      await check(`the notice in ${language}`, async () => {
        await driver.executeScript(`const select = document.querySelector("select");
          select.value = arguments[0];
          select.dispatchEvent(new Event("change", { bubbles: true }));`, language);
        const expected = await words(language, BLOCKED, OPTIONS);
        const found = await shown(language);
        return Object.keys(expected).filter((each) => JSON.stringify(found[each]) !== JSON.stringify(expected[each]))
          .map((each) => `${each} is ${JSON.stringify(found[each])}, not ${JSON.stringify(expected[each])}`).join("; ");
      });
      await check(`axe in ${language}`, axe);
    }
    await check("a notice that is left is gone", async () => {
      await press("go_back");
      await gone();
      return "";
    });
    await check("a service that comes back needs nobody", async () => {
      await open(`/api/status/503?after=3&times=1&id=${name}-back`);
      const { countdown } = await shown();
      await gone();
      await listed();
      return /^Trying again in \d seconds?$/.test(countdown) ? "" : countdown;
    });
    await check("Try again tries at once", async () => {
      await open(`/api/status/401?code=490&times=1&id=${name}-again`);
      await shown();
      await press("retry");
      await gone();
      await listed();
      return "";
    });
  },
});
