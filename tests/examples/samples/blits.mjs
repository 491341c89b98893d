// The canvas stands still while a notice is over it, and has the keys again when it is gone. The browser of the tests has no
// WebGL, so Blits draws in two dimensions there.

import { viewer, words } from "../viewer.mjs";

const FAILURE = { status: 401, body: '{"error":{"code":490}}' };
const OPTIONS = { support: { phone: "+44 20 7946 0000" }, actions: ["retry", "go_back", "contact_support"] };

async function check({ driver, page, check, keys, axe, api, speak }) {
  const { seen, press, focused, shown, gone, differs, walks } = viewer(driver);
  const picture = () => driver.takeScreenshot();
  /** The picture of the page once it is another. */
  const moved = async (before, why) => {
    let after = before;
    await driver.wait(async () => (after = await picture()) !== before, 10_000, why);
    return after;
  };
  /** The picture of the page once it stands still. */
  const still = async () => {
    let before;
    let after = await picture();
    while (before !== after) {
      before = after;
      await driver.sleep(250);
      after = await picture();
    }
    return after;
  };
  let list; // with "Films" chosen
  const open = async (path) => {
    await driver.get(`${page}?play=${encodeURIComponent(api + path)}`);
    await driver.wait(() => driver.executeScript("return Boolean(document.querySelector('canvas'))"), 10_000, "there is no canvas");
    const news = await still();
    await press(keys.ARROW_DOWN);
    await moved(news, "the list does not move");
    list = await still();
    await press(keys.ENTER);
    await shown();
  };

  for (const language of ["en", "ar", "ja"]) {
    await speak(language);
    await open("/api/status/401?code=490");
    await check(`the notice in ${language}`, async () => differs(await words(language, FAILURE, OPTIONS)));
    await check(`axe in ${language}`, axe);
    await check(`every button in ${language}, by arrow keys`, async () => walks(language === "ar" ? keys.ARROW_LEFT : keys.ARROW_RIGHT));
    await check(`Back leaves in ${language}, and the canvas is as it was`, async () => {
      await press(keys.ARROW_DOWN);
      await press(keys.ESCAPE);
      await gone();
      if ((await still()) !== list) return "it is another picture";
      await press(keys.ARROW_DOWN);
      await moved(list, "the list does not move any more");
      return "";
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
    if ((await still()) !== list) return "it is another picture";
    return (await seen()) ? "the channel was asked for again" : "";
  });
  await check("a service that comes back needs nobody", async () => {
    await open("/api/status/503?after=3&times=1&id=back");
    await gone();
    await moved(list, "nothing plays");
  });
}

// Of the fonts of the platform, which the sample uses.
const says = /^TrFontManager: Only one font face|^Font metrics not provided/;

export default { name: "blits", build: ["vite", "build"], dist: "dist", says, check };
