// The keys are the notice's while it is shown, and the list's before and after.

import { viewer, words } from "../viewer.mjs";

const FAILURE = { status: 401, body: '{"error":{"code":490}}' };
const OPTIONS = { support: { phone: "+44 20 7946 0000" }, actions: ["retry", "go_back", "contact_support"] };

async function check({ driver, page, check, keys, axe, api, speak }) {
  const { press, focused, shown, gone, differs, walks, until } = viewer(driver);
  const open = async (path) => {
    await driver.get(`${page}?play=${encodeURIComponent(api + path)}`);
    await until("return document.activeElement.textContent === 'News'");
    await press(keys.ARROW_DOWN);
    await until("return document.activeElement.textContent === 'Films'");
    await press(keys.ENTER);
    await shown();
  };
  /** Whether the page's focus and the navigation's are on one channel, and the keys move both. */
  const listed = async (name) => {
    const marked = "return [document.activeElement.textContent, (document.querySelector('.focused') || {}).textContent].join()";
    const before = await driver.executeScript(marked);
    await press(keys.ARROW_DOWN);
    await until("return document.activeElement.textContent === 'Sports'");
    const after = await driver.executeScript(marked);
    return before === `${name},${name}` && after === "Sports,Sports" ? "" : `${before}, then ${after}`;
  };

  for (const language of ["en", "ar", "ja"]) {
    await speak(language);
    await open("/api/status/401?code=490");
    await check(`the notice in ${language}`, async () => differs(await words(language, FAILURE, OPTIONS)));
    await check(`axe in ${language}`, axe);
    await check(`every button in ${language}, by arrow keys`, async () => walks(language === "ar" ? keys.ARROW_LEFT : keys.ARROW_RIGHT));
    await check(`OK presses a button in ${language}`, async () => {
      await press(language === "ar" ? keys.ARROW_RIGHT : keys.ARROW_LEFT);
      await press(language === "ar" ? keys.ARROW_RIGHT : keys.ARROW_LEFT);
      await press(keys.ENTER);
      return (await driver.executeScript("return document.querySelector('.plainly-contact').textContent")).includes("7946") ? "" : "support's number is not shown";
    });
    await check(`Back leaves in ${language}, and the list has the keys again`, async () => {
      await press(keys.ESCAPE);
      await gone();
      return listed("Films");
    });
  }
  await speak("en");
  await check("Go back, by OK, chooses nothing in the list", async () => {
    await open("/api/status/401?code=490");
    await press(keys.ARROW_RIGHT);
    await press(keys.ARROW_RIGHT);
    if ((await focused()) !== "Go back") return `the focus is on ${await focused()}`;
    await press(keys.ENTER);
    await gone();
    await driver.sleep(300);
    return (await driver.executeScript("return Boolean(document.querySelector('.plainly-notice'))")) ? "the channel was asked for again" : listed("Films");
  });
  await check("Try again plays", async () => {
    await open("/api/status/401?code=490&times=1&id=again");
    await press(keys.ARROW_RIGHT);
    await press(keys.ENTER);
    await gone();
    await until("return document.querySelector('[role=status]').textContent === 'Now playing: Films'");
    return listed("Films");
  });
  await check("a service that comes back needs nobody", async () => {
    await open("/api/status/503?after=3&times=1&id=back");
    await gone();
    await until("return document.querySelector('[role=status]').textContent === 'Now playing: Films'");
    return listed("Films");
  });
}

export default { name: "norigin", build: ["vite", "build"], dist: "dist", check };
