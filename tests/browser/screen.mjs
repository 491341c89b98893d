// Drives notices as viewers do: a keyboard, a remote control, a screen reader's view of the page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LANGUAGES = ["en", "ar", "ja"];
const SHOWN = 10_000; // notices, after which nothing may be left

/** What the tests call in the page. */
const PAGE = `const back = arguments[arguments.length - 1];
  const packs = ${JSON.stringify(LANGUAGES)}.map((tag) => import("/pkg/dist/locales/" + tag + ".js"));
  Promise.all([import("/pkg/dist/js.js"), import("/pkg/dist/screen.js"), ...packs]).then(([{ create }, { mount }, ...found]) => {
    const support = { phone: "+44 20 7946 0000", email: "help@example.com", url: "https://help.example.com/tv" };
    window.mount = mount;
    window.speak = (tag, options) => create({ locales: tag, packs: found.map((each) => each.default), support, online: () => true, ...options });
    window.blocked = (speaker) => speaker.explain({ status: 401, headers: { "x-request-id": "abc-123" }, body: { error: { code: 490 } } }, { provider: "ministra" });
    window.busy = (speaker) => speaker.explain({ status: 503, headers: { "Retry-After": "60" } }, { random: 0.5 });
    window.wrong = (speaker) => speaker.explain({ status: 401, body: { error: { code: 489 } } }, { provider: "ministra" });
    window.clear = () => {
      if (window.screen_) window.screen_.destroy();
      document.body.textContent = "";
      document.body.insertAdjacentHTML("beforeend", '<main><h1>An app</h1><button id="own">Play</button> <label>Name <input id="input"></label></main>');
      document.getElementById("own").focus();
      window.told = [];
    };
    window.open_ = (options) => (window.screen_ = mount(document.body, options));
  }).then(() => back(), (error) => back(String(error)));`;

const ACTIVE = "const at = document.activeElement; return at.dataset.kind || at.getAttribute('href') || at.id || at.tagName";

/** Finds of axe-core on notices of each language, theme and presentation. */
const FINDINGS = `const back = arguments[arguments.length - 1];
  (async () => {
    const found = [];
    for (const tag of ${JSON.stringify(LANGUAGES)}) for (const theme of ["light", "dark", "television"]) for (const inline of [false, true]) {
      clear();
      const plainly = speak(tag);
      const input = document.getElementById("input");
      open_({ plainly, theme });
      screen_.show(inline ? { ...wrong(plainly), presentation: "inline" } : blocked(plainly), { beside: input });
      if (!inline) document.querySelector("[data-kind=contact_support]").click();
      await new Promise((done) => setTimeout(done, 120));
      const { violations, passes } = await axe.run({ include: [[".plainly"], ["#input"]] });
      if (!passes.length) found.push("nothing was looked at");
      violations.forEach(({ id, nodes }) => found.push([tag, theme, inline ? "inline" : "screen", id, nodes[0].html, nodes[0].failureSummary].join(" ")));
    }
    clear();
    return found;
  })().then(back, (error) => back([String(error.stack || error)]));`;

/** Shows and hides many notices, with their countdowns and contacts. */
const MANY = `const back = arguments[arguments.length - 1];
  const many = arguments[0];
  const plainly = window.muchSaid || (window.muchSaid = speak("en", { handlers: { retry() {} } }));
  if (!window.kept) window.kept = [blocked(plainly), busy(plainly), { ...wrong(plainly), presentation: "inline" }];
  const input = document.getElementById("input");
  let shown = 0;
  const some = () => {
    for (const end = Math.min(many, shown + 500); shown < end; shown += 1) {
      screen_.show(kept[shown % 3], shown % 3 === 2 ? { beside: input } : undefined);
      if (shown % 9 === 0) document.querySelector(".plainly-action").click();
      if (shown % 2) screen_.hide();
    }
    if (shown < many) return setTimeout(some, 0);
    screen_.hide();
    setTimeout(back, 200);
  };
  some();`;

/** `{ passed, failed: [text] }` */
export async function screens({ driver, origin, keys }) {
  const result = { passed: 0, failed: [] };
  const check = async (what, test) => {
    try {
      const fault = await test();
      if (!fault) result.passed += 1;
      else result.failed.push(`screen, ${what}: ${fault}`);
    } catch (error) {
      result.failed.push(`screen, ${what}: ${error.message}`);
    }
  };
  const ask = (script, ...given) => driver.executeScript(script, ...given);
  const press = (...pressed) => driver.actions().sendKeys(...pressed).perform();
  const is = (found, wanted) => (JSON.stringify(found) === JSON.stringify(wanted) ? "" : `${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  const active = () => ask(ACTIVE);
  const show = (which, { tag = "en", options = "{}", call = "undefined" } = {}) => ask(`clear();
    const plainly = speak(${JSON.stringify(tag)});
    open_({ plainly, ...${options} });
    screen_.show(${which}(plainly), ${call});`);

  await driver.get(`${origin}/tests/browser/screen.html`);
  const broken = await driver.executeAsyncScript(PAGE);
  if (broken) throw new Error(broken);

  for (const [name, forward] of [["Tab", keys.TAB], ["the arrow keys", keys.ARROW_RIGHT]]) {
    await check(`${name} alone: every button and contact`, async () => {
      await show("blocked", { options: "{ theme: 'light' }" });
      await press(keys.ENTER); // contacts
      const wanted = await ask("return [...document.querySelectorAll('.plainly-action')].map(({ dataset }) => dataset.kind).concat([...document.querySelectorAll('.plainly-link')].map((each) => each.getAttribute('href')))");
      const reached = [];
      for (let at = 1; at < wanted.length; at += 1) {
        reached.push(await active());
        await press(forward);
      }
      reached.push(await active());
      const missing = wanted.filter((each) => !reached.includes(each));
      return wanted.length < 4 ? `there is only ${wanted}` : missing.length ? `${missing} of ${wanted} are not reached` : "";
    });
  }
  await check("Enter and Space act", async () => {
    const acted = [];
    for (const key of [keys.ENTER, keys.SPACE]) {
      await show("busy", { options: "{ handlers: { retry: () => told.push('retry') } }" });
      await press(key);
      acted.push(...await ask("return told"));
    }
    return is(acted, ["retry", "retry"]);
  });
  await check("Back leaves, and gives the focus back", async () => {
    await show("busy", { options: "{ onClose: () => told.push('closed') }" });
    const before = await active();
    await press(keys.ESCAPE);
    return is([before, await active(), await ask("return told.concat(document.querySelectorAll('.plainly-notice').length)")], ["retry", "own", ["closed", 0]]);
  });
  await check("a key that goes down before a notice does not press its button", async () => {
    const seen = [];
    for (const key of [keys.ENTER, keys.SPACE]) {
      for (const target of ["document", "window"]) {
        await ask(`clear();
          open_({ plainly: speak("en"), handlers: { retry: () => told.push("pressed") } });
          ${target}.addEventListener("keydown", () => screen_.show(busy(speak("en"))), { capture: true, once: true });`);
        await press(key);
        seen.push(await ask("return told.concat(document.activeElement.dataset.kind)"));
      }
    }
    return is(seen, Array(4).fill(["retry"]));
  });
  await check("a key that is held presses only what it was pressed for", async () => {
    await ask(`clear();
      open_({ plainly: speak("en"), handlers: { retry: () => { told.push("pressed"); screen_.show({ ...busy(speak("en")), title: "Title " + told.length }); } } });
      screen_.show(busy(speak("en")));`);
    // Down, down, down and up again, as a key repeats itself; chromedriver does not say that it does.
    if (driver.sendDevToolsCommand) {
      const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13 };
      for (const autoRepeat of [false, true, true]) await driver.sendDevToolsCommand("Input.dispatchKeyEvent", { type: "keyDown", text: "\r", autoRepeat, ...enter });
      await driver.sendDevToolsCommand("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
    } else {
      await driver.actions().keyDown(keys.ENTER).keyDown(keys.ENTER).keyDown(keys.ENTER).keyUp(keys.ENTER).perform();
    }
    return is(await ask("return told.length"), 1);
  });
  await check("Backspace erases in the input of an inline notice, Escape is the app's", async () => {
    await ask(`clear();
      const input = document.getElementById("input");
      input.focus();
      open_({ plainly: speak("en") });
      screen_.show({ ...wrong(speak("en")), presentation: "inline" }, { beside: input });
      document.addEventListener("keydown", ({ key }) => told.push(key), { once: true });`);
    await press("ab", keys.BACK_SPACE);
    await press(keys.ARROW_DOWN);
    const down = await active();
    await press(keys.ARROW_UP);
    return is([await ask("return document.getElementById('input').value"), down, await active(), await ask("return told")], ["a", "check_input", "input", ["a"]]);
  });
  await check("arrows turn with the language", async () => {
    await show("blocked", { tag: "ar" });
    const first = await active();
    await press(keys.ARROW_RIGHT);
    const stays = await active();
    await press(keys.ARROW_LEFT);
    return first === stays && await active() !== first ? "" : `${first}, ${stays}, ${await active()}`;
  });
  await ask(AXE);
  await check("axe-core finds nothing", async () => (await driver.executeAsyncScript(FINDINGS)).join("; "));

  if (driver.sendAndGetDevToolsCommand) {
    const tree = async () => (await driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {})).nodes.filter(({ ignored }) => !ignored);
    const of = (nodes, role) => nodes.filter((node) => node.role.value === role);
    const name = ({ name: { value } = {} }) => value || "";
    const description = ({ description: { value } = {} }) => value || "";
    await check("the accessibility tree: an alert's title, words once, buttons", async () => {
      for (const tag of LANGUAGES) {
        await show("blocked", { tag });
        const { title, message, labels } = await ask("const { title, message, actions } = screen_.notice; return { title, message, labels: actions.map(({ label }) => label) };");
        const nodes = await tree();
        const [dialog] = of(nodes, "alertdialog");
        const plain = (text) => text.replace(/[\\u200e\\u200f\\u2066-\\u2069]/g, "");
        const [told, words] = [plain(description(dialog)), plain(message)];
        const fault = is([name(dialog), told.split(words).length, told.includes(plain(title)), labels.filter((label) => !of(nodes, "button").some((node) => name(node) === label))], [title, 2, false, []]);
        if (fault) return `${tag}: ${fault}; ${told}`;
      }
      return "";
    });
    await check("the accessibility tree: a television's first button says it all once", async () => {
      await show("blocked", { options: "{ theme: 'television' }" });
      const { spoken, label } = await ask("const { spoken, actions: [{ label }] } = screen_.notice; return { spoken, label };");
      const nodes = await tree();
      const [first, second] = of(nodes, "button").filter((node) => name(node) !== "Play");
      return is([name(first), description(first), description(second), description(of(nodes, "alertdialog")[0])], [label, spoken, "", ""]);
    });
    await check("ten thousand notices leave nothing", async () => {
      const inUse = async () => {
        await driver.sendAndGetDevToolsCommand("HeapProfiler.collectGarbage", {});
        await driver.sendAndGetDevToolsCommand("HeapProfiler.collectGarbage", {});
        const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
        const of = (key) => metrics.find((each) => each.name === key).value;
        return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
      };
      await ask("clear(); open_({ plainly: speak('en'), handlers: { retry() {} } });");
      await driver.sendAndGetDevToolsCommand("Performance.enable", {});
      await driver.executeAsyncScript(MANY, 1000);
      const before = await inUse();
      await driver.executeAsyncScript(MANY, SHOWN);
      const after = await inUse();
      const grown = { heap: after.heap - before.heap, nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners };
      console.log(`${SHOWN} notices shown and hidden: ${JSON.stringify(before)} and ${JSON.stringify(after)}`);
      // A byte that each left would be ten thousand; code that is compiled meanwhile takes its place.
      return grown.heap < 400_000 && grown.nodes <= 20 && grown.listeners <= 5 ? "" : `more by ${JSON.stringify(grown)}`;
    });
  }
  return result;
}
