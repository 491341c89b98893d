// A list whose notice lies over its box, in three languages; a form; and what a boundary caught.

import { viewer, words } from "../viewer.mjs";

const BLOCKED = { status: 401, body: '{"error":{"code":490}}' };
const WRONG = { status: 401, body: '{"error":{"code":"invalid_credentials"}}' };
const OPTIONS = { support: { phone: "+44 20 7946 0000" }, actions: ["retry", "check_input", "contact_support", "go_back"] };

async function check({ driver, page, check, keys, axe, api, speak }) {
  const { shown, gone, differs, press, until, focused } = viewer(driver);
  const open = async (channels, signIn = "/api/status/401?code=invalid_credentials") => {
    await driver.get(`${page}?channels=${encodeURIComponent(api + channels)}&sign-in=${encodeURIComponent(api + signIn)}`);
  };
  const choose = (language) => driver.executeScript(`const select = document.querySelector("select");
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(select, arguments[0]);
    select.dispatchEvent(new Event("change", { bubbles: true }));`, language);
  const listed = () => until("return [...document.querySelectorAll('li')].map((each) => each.textContent).join() === 'One,Two'");

  await speak("en");
  await open("/api/status/401?code=490");
  for (const language of ["en", "ar", "ja", "en"]) {
    await choose(language);
    await check(`the notice in ${language}`, async () => differs(await words(language, BLOCKED, OPTIONS)));
    await check(`axe in ${language}`, axe);
  }
  await check("the focus stays on its button in another language", async () => {
    await press(keys.ARROW_RIGHT);
    const before = await focused();
    await choose("ja");
    const { labels } = await shown("ja");
    return before === "Try again" && (await focused()) === labels[1] ? "" : `${before}, then ${await focused()}`;
  });
  await check("a service that comes back needs nobody", async () => {
    await open("/api/status/503?after=3&times=1&id=react-back");
    const { title } = await shown();
    const counts = await driver.executeScript("return document.querySelector('.plainly-countdown').textContent");
    await gone();
    await listed();
    return title === "We'll be right back" && /^Trying again in \d seconds?$/.test(counts) ? "" : `${title}: ${counts}`;
  });
  await check("Try again tries at once", async () => {
    await open("/api/status/401?code=490&times=1&id=react-again");
    await shown();
    await driver.findElement({ css: "[data-kind=retry]" }).click();
    await gone();
    await listed();
    return "";
  });
  await check("what is wrong with a password stands beside it", async () => {
    await open("/api/status/200?times=0&id=react-works");
    await listed();
    await driver.findElement({ css: "input" }).sendKeys("secret", keys.ENTER);
    const fault = await differs(await words("en", WRONG, OPTIONS));
    const beside = await driver.executeScript(`const input = document.querySelector("input");
      return [input === document.activeElement, input.getAttribute("aria-invalid"), input.parentNode.nextElementSibling.contains(document.querySelector(".plainly-inline"))].join();`);
    return fault || (beside === "true,true,true" ? "" : beside);
  });
  await check("axe beside the input", axe);
  await check("what a boundary caught is shown in its place, and tried again", async () => {
    await open("/api/status/200?times=0&id=react-works");
    await listed();
    await driver.findElement({ css: ".programme button" }).click();
    const { title } = await shown();
    await driver.findElement({ css: "[data-kind=retry]" }).click();
    await gone();
    const text = await driver.executeScript("return document.querySelector('.programme').textContent");
    return title === "Something went wrong" && text.startsWith("Next: News") ? "" : `${title}, then ${text}`;
  });
}

export default { name: "react", build: ["npm", "run", "build"], dist: "dist", check };
