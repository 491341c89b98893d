// What becomes of a notice on the TV page: said in another language, moved to in the list, left, and brought back.

import { failures } from "../../www/failures.js";

const SEEN = `const text = (name) => (document.querySelector(name) || {}).textContent;
  const tv = document.getElementById("tv");
  const at = document.activeElement;
  return { scene: tv.className.replace("tv ", "").replace("-scene", ""), title: text("#tv .plainly-title"), countdown: text("#tv .plainly-countdown"),
    would: text("#would"), log: text("#log"), retry: text("#retry"), dir: tv.dir, failure: at.dataset.id, kind: at.dataset.kind,
    input: at.tagName === "INPUT" && at.closest("#tv") && at.getAttribute("aria-invalid"), describes: (at.getAttribute("aria-describedby") || "").slice(0, 8) };`;

export async function living({ driver, page, plainly, keys, check, press, until, plain }) {
  const seen = () => driver.executeScript(SEEN);
  const open = async (hash, fits) => {
    await driver.get("about:blank");
    await driver.get(`${page}#${hash}`);
    return wait(fits);
  };
  async function wait(fits) {
    let now;
    await driver.wait(async () => fits(now = await seen()), 20_000).catch(() => { throw new Error(`it does not come: ${JSON.stringify(now)}`); });
    return now;
  }
  const speak = (tag) => driver.executeScript("document.querySelector('[data-lang=' + arguments[0] + ']').click()", tag);
  const words = async (locale, id) => {
    const { failure, context } = failures.find((each) => each.id === id);
    return (await plainly.with({ locales: [locale] })).explain(failure, context);
  };

  await check("a cancelled call in another language", async () => {
    await open("failure=aborted&lang=en", ({ scene, would }) => scene === "none" && would);
    for (const tag of ["de", "ar", "en"]) {
      const speaker = await plainly.with({ locales: [tag] });
      const { title, message, direction } = speaker.explainThrown(new DOMException("", "AbortError"));
      await speak(tag);
      await wait(({ would, dir }) => would === title + message && dir === direction);
    }
    return "";
  });
  await check("what is counted down in another language is not explained anew", async () => {
    // How long it waits is drawn anew each time that it is explained.
    const before = await open("failure=503&lang=en", ({ countdown }) => /\d/.test(countdown));
    await speak("de");
    const after = await wait(({ title, countdown }) => title !== before.title && /\d/.test(countdown));
    const left = ({ countdown }) => Number(/\d+/.exec(countdown)[0]);
    return after.log === "attempt 1: HTTP 503" && after.retry === before.retry && left(after) <= left(before) && after.countdown.includes("Sekunden") ? "" : JSON.stringify([before, after]);
  });
  await check("the call is repeated, and said so", async () => {
    const { log } = await wait((now) => now.log.includes("attempt 2"));
    return log === "attempt 2: repeated by itselfattempt 1: HTTP 503" ? "" : log;
  });
  await check("moving in the list stays there", async () => {
    await open("failure=490&lang=en&hold=1", ({ failure, title }) => failure === "490" && title);
    await press(keys.ARROW_UP);
    const { title } = await words("en", "489");
    const now = await wait((each) => each.scene === "inline" && each.title === title);
    return now.failure === "489" ? "" : JSON.stringify(now);
  });
  await check("the form's field is what an inline notice is about", async () => {
    await until(keys.ARROW_RIGHT, ({ region, kind }) => region === "tv" && kind);
    await press(keys.ARROW_UP);
    const { input, describes } = await seen();
    return input === "true" && describes === "plainly-" ? "" : `${input} ${describes}`;
  });
  await check("Back leaves a notice, and Enter brings it back", async () => {
    await open("failure=490&lang=en&hold=1", ({ failure, title }) => failure === "490" && title);
    await until(keys.ARROW_RIGHT, ({ kind }) => kind);
    await press(keys.ESCAPE);
    const left = await wait(({ scene, title }) => scene === "home" && !title);
    await press(keys.ENTER);
    const back = await wait(({ scene, title }) => scene === "screen" && title);
    const { title } = await words("en", "490");
    return left.failure === "490" && plain(back.title) === plain(title) ? "" : JSON.stringify([left, back]);
  });
  await check("Back on a full screen returns to the page", async () => {
    await open("failure=490&lang=en&view=tv&hold=1", ({ kind }) => kind === "contact_support");
    await press(keys.ESCAPE);
    const now = await wait(({ failure, title }) => failure === "490" && title);
    return now.scene === "screen" ? "" : JSON.stringify(now);
  });
}
