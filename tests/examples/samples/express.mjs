// The back end speaks each viewer's language, and the page another one when the viewer chooses it.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { viewer, words } from "../viewer.mjs";

const FAILURE = { status: 401, body: '{"error":{"code":490}}' };
// What of it the page does by itself, and how support is reached, says the back end.
const OPTIONS = { support: { url: "https://help.example.com" } };

let upstream; // what the back end's own service answers now

/** Starts the sample as its README says. */
async function server({ folder, port, api }) {
  const child = spawn(process.execPath, ["server.js"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, PORT: String(port), UPSTREAM: `${api}/channels` } });
  let complaint = "";
  child.stderr.on("data", (text) => { complaint += text; });
  const ended = new Promise((resolve) => { child.on("exit", resolve); });
  await Promise.race([
    new Promise((resolve) => { child.stdout.once("data", resolve); }),
    ended.then(() => { throw new Error(`the server ended: ${complaint}`); }),
  ]);
  return () => {
    child.kill();
    return ended;
  };
}

/** The service behind the back end. */
function answers({ pathname }, response) {
  if (pathname !== "/channels") return false;
  const [status, fields, body] = upstream.length > 1 ? upstream.shift() : upstream[0];
  response.writeHead(status, { "Content-Type": "application/json", ...fields }).end(body);
  return true;
}

async function check({ driver, page, check, keys, axe, speak }) {
  const { seen, press, focused, shown, gone, differs, walks, until } = viewer(driver);
  const choose = (language) => driver.executeScript("const at = document.querySelector('select'); at.value = arguments[0]; at.dispatchEvent(new Event('change'))", language);
  const listed = "return document.querySelectorAll('li').length === 2";

  for (const language of ["en", "ar", "ja"]) {
    upstream = [[401, {}, FAILURE.body]];
    await speak(language);
    await driver.get(page);
    await check(`the notice in ${language}`, async () => differs(await words(language, FAILURE, { ...OPTIONS, actions: ["retry", "go_back", "contact_support"] })));
    await check(`axe in ${language}`, axe);
    await check(`every button in ${language}, by the tabulator`, async () => walks(keys.TAB));
    await check(`the back end says that it is in ${language}`, async () => {
      const answer = await fetch(`${page}api/channels`, { headers: { "Accept-Language": `${language},en;q=0.5` } });
      const fields = [answer.status, answer.headers.get("content-language"), answer.headers.get("vary")].join(" ");
      return fields === `401 ${language} Accept-Language` ? "" : fields;
    });
  }
  await check("another language is chosen while it is shown", async () => {
    await choose("de");
    return differs(await words("de", FAILURE, { ...OPTIONS, actions: ["retry", "go_back", "contact_support"] }));
  });
  await check("and it is no longer said in the page's language at the start", async () => ((await driver.executeScript("return document.querySelectorAll('.plainly-notice').length")) === 1 ? "" : "two notices"));
  await check("Back leaves", async () => {
    await driver.executeScript("document.querySelector('.plainly-action').focus()");
    await press(keys.ESCAPE);
    await gone();
    await choose("en");
    return (await seen()) ? "it comes back with another language" : "";
  });

  await check("what upstream asked is for the page too, and it recovers by itself", async () => {
    upstream = [[503, { "Retry-After": "3" }, ""], [200, {}, '["One","Two"]']];
    await speak("en");
    await driver.get(page);
    const { text } = await shown("en");
    const counted = await driver.executeScript("return document.querySelector('.plainly-countdown').textContent");
    await until(listed);
    await gone();
    return /\d/.test(counted) ? "" : `nothing is counted down: ${counted}, ${text}`;
  });
  await check("Try again", async () => {
    upstream = [[401, {}, FAILURE.body], [200, {}, '["One","Two"]']];
    await driver.get(page);
    await shown("en");
    const { labels } = await seen();
    const at = labels.indexOf("Try again");
    for (let presses = 0; presses < at; presses += 1) await press(keys.TAB);
    if ((await focused()) !== "Try again") return `the focus is on ${await focused()}`;
    await press(keys.ENTER);
    await gone();
    return (await driver.executeScript(listed)) ? "" : "no channels";
  });
  await check("upstream's wait is a header field of the back end", async () => {
    upstream = [[503, { "Retry-After": "30" }, ""]];
    const answer = await fetch(`${page}api/channels`);
    const wait = Number(answer.headers.get("retry-after"));
    return answer.status === 503 && wait >= 30 && wait <= 46 ? "" : `${answer.status}, ${wait} s`;
  });
}

export default { name: "express", server, answers, check };
