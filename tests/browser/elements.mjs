// <plainly-notice> as a viewer has it: the page of element.js, names for those who hear, what a viewer's system asks for, and a
// console with nothing in it.

const PART = "return window.one.shadowRoot.querySelector(`[part='${arguments[0]}']`);";
const LOOKS = `const [notice, button, left] = ["notice", "action", "notice"].map((name) => window.one.shadowRoot.querySelector("[part='" + name + "']"));
  const of = (element) => getComputedStyle(element);
  return { color: of(notice).color, background: of(notice).backgroundColor, size: of(notice).fontSize, outline: of(button).outlineColor, border: of(button).borderTopColor,
    moves: of(window.one.shadowRoot.querySelector(".plainly-left")).transitionProperty + " " + of(window.one.shadowRoot.querySelector(".plainly-left")).transitionDuration,
    system: (() => { const probe = document.createElement("p"); document.body.append(probe); probe.style.color = "Highlight"; const { color } = of(probe); probe.remove(); return color; })() };`;

/** `{ passed, failed: [text] }` */
export async function elements({ driver, origin, console }) {
  const result = { passed: 0, failed: [] };
  const check = async (name, test) => {
    const faults = await test().catch((error) => [String(error)]);
    if (faults.length) result.failed.push(`the element, ${name}: ${faults.join("; ")}`);
    else result.passed += 1;
  };
  const show = (how, ...given) => driver.executeAsyncScript(`window.${how}(...arguments[0]).then(arguments[1]);`, given);
  const same = (is, should) => (is === should ? [] : [`${is}, not ${should}`]);

  await console.take();
  await driver.get(`${origin}/tests/browser/element.html`);
  const { passed, failed } = await driver.executeAsyncScript("window.done.then(arguments[0])");
  result.passed += passed;
  result.failed.push(...failed.map((fault) => `the element, ${fault}`));

  const named = async () => (await driver.executeScript(PART, "notice")).getAccessibleName();
  await show("showOne", {});
  await check("its name", async () => same(await named(), await driver.executeScript("return window.one.notice.title")));
  await show("showOne", {}, '<h1 slot="title">The app\'s own <em>title</em></h1>');
  await check("its name where the title is the app's", async () => same(await named(), "The app's own title"));

  const tell = (type, features) => driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "", features: type ? [{ name: type, value: features }] : [] });
  const looks = () => driver.executeScript(LOOKS);
  if (driver.sendDevToolsCommand) {
    await show("showCounting", {});
    for (const [scheme, color] of [["light", "rgb(20, 22, 28)"], ["dark", "rgb(244, 245, 248)"]]) {
      await check(`a viewer who prefers ${scheme}`, async () => {
        await tell("prefers-color-scheme", scheme);
        return same((await looks()).color, color);
      });
    }
    await check("a theme comes before what the viewer prefers", async () => {
      await driver.executeAsyncScript("window.one.theme = 'light'; setTimeout(arguments[0]);");
      return same((await looks()).color, "rgb(20, 22, 28)");
    });
    await check("a viewer who prefers less motion", async () => {
      await tell();
      const moves = same((await looks()).moves, "stroke-dashoffset 1s");
      await tell("prefers-reduced-motion", "reduce");
      const { moves: still } = await looks();
      return moves.concat(/ 0s$/.test(still) ? [] : [still]);
    });
    await check("a viewer who chose the colours", async () => {
      await tell("forced-colors", "active");
      const { outline, system } = await looks();
      return same(outline, system);
    });
    await tell();
  }
  await check("the console", () => console.take());
  return result;
}
