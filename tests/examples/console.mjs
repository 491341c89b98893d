// What a page says in the console that it should not.

import LogInspector from "selenium-webdriver/bidi/logInspector.js";

// What the samples are about: a browser writes down every call that failed, whatever the page does about it.
const ASKED_FOR = /\/api\/\S* - Failed to load resource: the server responded with a status of/;

const PROBE = "a word to hear whether the console can be heard";

export async function listen(driver) {
  const errors = [];
  const inspector = await LogInspector(driver);
  await inspector.onJavascriptException(({ text }) => errors.push(text));
  await inspector.onConsoleEntry(({ level, text }) => { if (level === "error" || level === "warn") errors.push(text); });
  const all = async () => {
    for (const { message } of await driver.manage().logs().get("browser")) errors.push(message);
    return errors.splice(0);
  };
  return {
    /** Whether it would be heard. What is told of that may come twice, and late. */
    async hears() {
      await driver.executeScript("console.error(arguments[0])", PROBE);
      return (await all()).some((text) => text.includes(PROBE));
    },
    /** All since it was last asked. */
    take: async () => (await all()).filter((text) => !ASKED_FOR.test(text) && !text.includes(PROBE)),
  };
}
