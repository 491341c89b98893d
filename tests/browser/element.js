// Runs in the browser: <plainly-notice>, under a policy that allows no style of a page's own.

import { create } from "../../pkg/dist/js.js";
import arabic from "../../pkg/dist/locales/ar.js";
import german from "../../pkg/dist/locales/de.js";
import { checks } from "./checks.js";

const plainly = create({ locales: "en", packs: [german, arabic], support: { phone: "112", email: "help@example.com" } });
const inGerman = plainly.with({ locales: "de" });
const blocked = plainly.explain({ status: 401, body: { error: { code: 490 } }, headers: { "x-request-id": "abc-123" } });
const blockedInGerman = inGerman.reword(blocked);
const signIn = plainly.explain({ status: 401 });
const wrong = plainly.explain({ status: 401, body: { error: { code: 489 } } });
const busy = plainly.explain({ status: 503, headers: { "retry-after": "9" } }, { now: 0, random: 0 });
const silent = plainly.explain({ status: 503 });

/** What is not as it should be: `{ what: [is, should] }`. */
const differ = (all) => Object.entries(all).filter(([, [is, should]]) => !Object.is(is, should)).map(([what, [is, should]]) => `${what} is ${is}, not ${should}`);
/** Until all that was set is shown. */
const settle = () => new Promise((done) => setTimeout(done));

function make(html, where = document.body) {
  const element = document.createElement("plainly-notice");
  // Under a policy, markup sets no styles, and none is needed.
  element.innerHTML = html || "";
  where.append(element);
  return element;
}
/** A new element that shows a notice. */
async function showing(notice, more = {}, html = "") {
  const element = Object.assign(make(html), { plainly, notice, ...more });
  await settle();
  return element;
}
const part = (element, name) => element.shadowRoot.querySelector(`[part="${name}"]`);
const title = (element) => part(element, "title")?.textContent;
const actions = (element) => [...element.shadowRoot.querySelectorAll('[part="action"]')];
const styleOf = (element, name) => getComputedStyle(part(element, name));

/** What has the focus, through all shadow roots. */
function focused() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
function press(key) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true });
  focused().dispatchEvent(event);
  return event.defaultPrevented;
}
function button(text, where = document.body) {
  const made = document.createElement("button");
  made.textContent = text;
  where.append(made);
  return made;
}

async function run() {
  const { check, result } = checks();
  /** A check in an empty page. */
  const alone = (name, test) => check(name, async () => {
    document.body.replaceChildren();
    document.documentElement.removeAttribute("style");
    await settle();
    return test();
  });

  // Before there is a class.
  const early = document.createElement("plainly-notice");
  Object.assign(early, { notice: blocked, theme: "dark", modal: false, plainly: inGerman, speak: (text) => { early.spoken = text; } });
  document.body.append(early);
  const apart = Object.assign(document.createElement("plainly-notice"), { notice: signIn });
  const { PlainlyNoticeElement } = await import("../../pkg/dist/element.js");
  await settle();

  await check("what was set before the element was defined", () => differ({
    title: [title(early), blockedInGerman.title],
    notice: [early.notice, blocked],
    theme: [early.getAttribute("theme"), "dark"],
    modal: [early.getAttribute("modal"), "false"],
    spoken: [early.spoken, blockedInGerman.spoken],
    class: [early.shadowRoot.querySelector(".plainly").className, "plainly plainly-dark"],
    own: [Object.keys(early).filter((name) => name !== "spoken").join(), ""],
  }));
  await check("what was set before it was defined, and put into the page afterwards", async () => {
    document.body.append(apart);
    await settle();
    return differ({ title: [title(apart), signIn.title], notice: [apart.notice, signIn] });
  });
  await check("another version of the package on the page", async () => {
    const other = await import("../../pkg/dist/element.js?another");
    return differ({ first: [customElements.get("plainly-notice"), PlainlyNoticeElement], another: [other.PlainlyNoticeElement === PlainlyNoticeElement, false] });
  });

  await alone("an element that shows nothing takes no room", () => {
    const [before, element, after] = [button("before"), make(), button("after")];
    const [{ right, top }, to] = [before.getBoundingClientRect(), after.getBoundingClientRect()];
    return differ({ right: [to.left, right], top: [to.top, top], boxes: [element.getClientRects().length, 0], notice: [element.notice, undefined],
      modal: [element.modal, true], keys: [element.keys, true], theme: [element.theme, undefined] });
  });
  await alone("a notice is shown, another comes, and it goes", async () => {
    const opener = button("opener");
    opener.focus();
    const element = await showing(blocked);
    const faults = differ({ title: [title(element), blocked.title], message: [part(element, "message").textContent, blocked.text], focus: [focused(), actions(element)[0]],
      position: [styleOf(element, "notice").position, "fixed"], width: [part(element, "notice").offsetWidth, document.documentElement.clientWidth] });
    element.notice = signIn;
    await settle();
    faults.push(...differ({ "the other title": [title(element), signIn.title] }));
    element.notice = silent;
    await settle();
    faults.push(...differ({ "the title beside a silent one": [title(element), signIn.title], silent: [element.notice, silent], presentation: [silent.presentation, "none"] }));
    element.notice = null;
    await settle();
    return faults.concat(differ({ "no title": [title(element), undefined], notice: [element.notice, null], focus: [focused(), opener] }));
  });
  await alone("a hidden element shows nothing", async () => {
    const element = make();
    Object.assign(element, { plainly, notice: blocked, hidden: true });
    await settle();
    return differ({ height: [part(element, "notice").offsetHeight, 0] });
  });

  for (const order of [["notice", "plainly", "handlers", "call"], ["call", "handlers", "plainly", "notice"], ["plainly", "call", "notice", "handlers"]]) {
    await alone(`properties in the order ${order}`, async () => {
      const spoken = [];
      const values = { notice: busy, plainly: inGerman, handlers: { retry: () => undefined }, call: undefined };
      const element = make();
      element.speak = (text) => spoken.push(text);
      for (const name of order) element[name] = values[name];
      await settle();
      return differ({ title: [title(element), inGerman.reword(busy).title], countdown: [part(element, "countdown").textContent, inGerman.countdown(9000)],
        spoken: [spoken.length, 1] });
    });
    await alone(`properties one by one in the order ${order}`, async () => {
      const values = { notice: busy, plainly: inGerman, handlers: { retry: () => undefined }, call: undefined };
      const element = make();
      for (const name of order) {
        element[name] = values[name];
        await settle();
      }
      return differ({ title: [title(element), inGerman.reword(busy).title], countdown: [part(element, "countdown").textContent, inGerman.countdown(9000)] });
    });
  }
  await alone("another language", async () => {
    const element = await showing(blocked);
    actions(element)[1].focus();
    const { kind } = actions(element)[1].dataset;
    element.plainly = inGerman;
    await settle();
    const faults = differ({ title: [title(element), blockedInGerman.title], label: [actions(element)[1].textContent, blockedInGerman.actions[1].label],
      lang: [part(element, "notice").lang, "de"], notice: [element.notice, blocked], focus: [focused().dataset.kind, kind] });
    element.plainly = plainly.with({ locales: "ar" });
    await settle();
    faults.push(...differ({ direction: [styleOf(element, "notice").direction, "rtl"] }));
    element.plainly = plainly;
    await settle();
    return faults.concat(differ({ "the title again": [title(element), blocked.title] }));
  });
  await alone("an explainer of the same language with other words", async () => {
    const element = await showing(blocked);
    element.plainly = plainly.with({ codeStyle: "suffix" });
    await settle();
    return differ({ text: [part(element, "message").textContent, element.plainly.reword(blocked).text], other: [element.plainly.reword(blocked).text === blocked.text, false] });
  });
  await alone("what an app did to a notice stays", async () => {
    const element = await showing({ ...blocked, title: "Ours" });
    return differ({ title: [title(element), "Ours"] });
  });

  await alone("themes", async () => {
    const element = await showing(blocked);
    const faults = [];
    const box = element.shadowRoot.querySelector(".plainly");
    for (const [theme, color, size] of [["light", "rgb(20, 22, 28)", "18px"], ["dark", "rgb(244, 245, 248)", "18px"], ["television", "rgb(244, 245, 248)", `${innerHeight * 0.035}px`]]) {
      element.theme = theme;
      await settle();
      faults.push(...differ({ attribute: [element.getAttribute("theme"), theme], property: [element.theme, theme], class: [box.className, `plainly plainly-${theme} plainly-page`],
        color: [styleOf(element, "notice").color, color], size: [Math.round(parseFloat(styleOf(element, "notice").fontSize)), Math.round(parseFloat(size))] }));
    }
    faults.push(...differ({ described: [actions(element)[0].hasAttribute("aria-describedby"), true], focus: [focused(), actions(element)[0]] }));
    element.setAttribute("theme", "blue");
    await settle();
    faults.push(...differ({ unknown: [element.theme, undefined], class: [box.className, "plainly plainly-page"] }));
    element.theme = null;
    return faults.concat(differ({ attribute: [element.hasAttribute("theme"), false] }));
  });
  await alone("within a box", async () => {
    const outside = button("outside");
    outside.focus();
    const box = document.createElement("div");
    Object.assign(box.style, { position: "relative", width: "640px", height: "360px", marginTop: "30px" });
    document.body.append(box);
    box.innerHTML = '<plainly-notice modal="false"></plainly-notice>';
    const [element] = box.children;
    Object.assign(element, { plainly, notice: blocked });
    await settle();
    const [inner, outer] = [part(element, "notice").getBoundingClientRect(), box.getBoundingClientRect()];
    const faults = differ({ modal: [element.modal, false], top: [inner.top, outer.top], height: [inner.height, outer.height], width: [inner.width, outer.width], focus: [focused(), outside],
      marked: [part(element, "notice").hasAttribute("aria-modal"), false] });
    element.modal = true;
    await settle();
    return faults.concat(differ({ attribute: [element.hasAttribute("modal"), false], position: [styleOf(element, "notice").position, "fixed"],
      "focus when modal": [focused(), actions(element)[0]], marked: [part(element, "notice").getAttribute("aria-modal"), "true"] }));
  });

  await alone("keys", async () => {
    const element = await showing(blocked);
    const [first, second] = actions(element);
    const faults = differ({ right: [press("ArrowRight"), true], second: [focused(), second], left: [press("ArrowLeft"), true], first: [focused(), first], tab: [press("Tab"), true], next: [focused(), second] });
    element.keys = false;
    await settle();
    faults.push(...differ({ attribute: [element.getAttribute("keys"), "false"], "not ours": [press("ArrowLeft"), false], stays: [focused(), second] }));
    element.keys = true;
    await settle();
    let closed;
    element.addEventListener("close", ({ detail }) => { closed = detail.notice; });
    return faults.concat(differ({ back: [press("Escape"), true], gone: [title(element), undefined], closed: [closed, blocked], notice: [element.notice, blocked] }));
  });
  await alone("what the viewer left does not come back by itself", async () => {
    const element = await showing(blocked);
    press("Escape");
    element.theme = "dark";
    element.plainly = inGerman;
    await settle();
    const faults = differ({ gone: [title(element), undefined] });
    element.remove();
    document.body.append(element);
    await settle();
    faults.push(...differ({ "gone still": [title(element), undefined] }));
    element.notice = blocked;
    await settle();
    return faults.concat(differ({ again: [title(element), blockedInGerman.title] }));
  });
  for (const depth of [1, 2]) {
    for (const mode of ["open", "closed"]) {
      await alone(`keys within ${depth} other shadow roots that are ${mode}`, async () => {
        let where = document.body;
        for (let at = 0; at < depth; at += 1) {
          const host = document.createElement("div");
          where.append(host);
          where = host.attachShadow({ mode });
        }
        const opener = button("opener", where);
        opener.focus();
        const element = Object.assign(make("", where), { plainly, notice: blocked });
        await settle();
        const active = () => element.shadowRoot.activeElement;
        const [first, second] = actions(element);
        // In a closed root nobody outside can send a key to what has the focus.
        const send = (key) => {
          const event = new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true });
          active().dispatchEvent(event);
          return event.defaultPrevented;
        };
        const faults = differ({ first: [active(), first], right: [send("ArrowRight"), true], second: [active(), second], tab: [send("Tab"), true] });
        send("Escape");
        return faults.concat(differ({ gone: [title(element), undefined], opener: [where.activeElement, opener] }));
      });
    }
  }
  await alone("the focus goes back into another component's shadow root", async () => {
    const host = document.createElement("div");
    document.body.append(host);
    const inner = button("inner", host.attachShadow({ mode: "open" }));
    inner.focus();
    const element = await showing(blocked);
    const faults = differ({ taken: [focused(), actions(element)[0]] });
    element.notice = undefined;
    await settle();
    return faults.concat(differ({ back: [focused(), inner] }));
  });
  await alone("one that is not modal leaves the focus that is in another component", async () => {
    const host = document.createElement("div");
    document.body.append(host);
    const inner = button("inner", host.attachShadow({ mode: "open" }));
    inner.focus();
    await showing(blocked, { modal: false });
    return differ({ focus: [focused(), inner], keys: [press("ArrowRight"), false] });
  });

  await alone("pieces of the app's stand in slots", async () => {
    const element = await showing(blocked, {}, '<b slot="icon">!</b><h1 slot="title">Hello</h1><em slot="message">Words</em><i slot="corner">Device 7</i><u slot="contact">Call</u><s slot="wait">Soon</s>');
    const faults = ["title", "message", "contact", "corner", "icon", "wait"].flatMap((name) => {
      const own = element.querySelector(`[slot="${name}"]`);
      return differ({ [name]: [own.assignedSlot && own.assignedSlot.name, name], [`${name} is seen`]: [own.getClientRects().length > 0, true], [`our ${name}`]: [part(element, name).getClientRects().length, 0] });
    });
    const slots = [...element.shadowRoot.querySelectorAll("slot")].map(({ name }) => name).sort().join();
    return faults.concat(differ({ slots: [slots, "actions,contact,corner,icon,message,title,wait"], color: [getComputedStyle(element.firstChild).color, styleOf(element, "notice").color] }));
  });
  await alone("the app's buttons have the arrow keys too", async () => {
    const opener = button("opener");
    opener.focus();
    const element = await showing(blocked, {}, '<p slot="message">Read <a href="#more">more</a></p><div slot="actions"><button>One</button><button disabled>No</button><button tabindex="-1">No</button><button>Two</button></div>');
    const link = element.querySelector("a");
    const [one, , , two] = element.querySelectorAll("button");
    const faults = differ({ first: [focused(), link], tab: [press("Tab"), true], one: [focused(), one], right: [press("ArrowRight"), true], two: [focused(), two],
      around: [press("Tab"), true], "link again": [focused(), link] });
    one.focus();
    element.plainly = inGerman;
    await settle();
    faults.push(...differ({ "in another language": [focused(), one], ok: [press("Enter"), false] }));
    press("Escape");
    return faults.concat(differ({ back: [focused(), opener] }));
  });
  await alone("a button of the app's beside ours", async () => {
    const element = await showing(blocked, {}, '<button slot="corner">More</button>');
    const ours = actions(element);
    ours[ours.length - 1].focus();
    return differ({ down: [press("ArrowDown"), true], more: [focused(), element.firstChild], up: [press("ArrowUp"), true], ours: [ours.includes(focused()), true] });
  });
  await alone("slots that another component hands on", async () => {
    const host = document.createElement("div");
    host.innerHTML = '<button slot="mine">Mine</button>';
    document.body.append(host);
    const root = host.attachShadow({ mode: "open" });
    const element = Object.assign(make('<slot name="mine" slot="actions"></slot>', root), { plainly, notice: blocked });
    await settle();
    return differ({ focus: [focused(), host.firstChild], ours: [press("ArrowRight"), true] });
  });

  /** Faults of what a page sets, on each of these. `at` finds a part, and all buttons. */
  async function looks(wheres, at, buttons) {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    const style = (name) => getComputedStyle(at(name));
    const faults = wheres.flatMap((where) => {
      sheet.replaceSync(`${where} { --plainly-color: rgb(1, 2, 3); --plainly-quiet: rgb(4, 5, 6); --plainly-background: rgb(7, 8, 9); --plainly-button: rgb(10, 11, 12);
        --plainly-button-color: rgb(13, 14, 15); --plainly-focus: rgb(16, 17, 18); --plainly-focus-color: rgb(19, 20, 21); --plainly-size: 22px; --plainly-title-size: 2em;
        --plainly-radius: 5px; --plainly-padding: 11px; --plainly-align: center; --plainly-font: monospace; }`);
      const [first, second] = buttons().map((each) => getComputedStyle(each));
      const notice = style("notice");
      return differ({ color: [notice.color, "rgb(1, 2, 3)"], quiet: [style("corner").color, "rgb(4, 5, 6)"], background: [notice.backgroundColor, "rgb(7, 8, 9)"],
        button: [second.backgroundColor, "rgb(10, 11, 12)"], "button's color": [second.color, "rgb(13, 14, 15)"], focus: [first.backgroundColor, "rgb(16, 17, 18)"],
        outline: [first.outlineColor, "rgb(16, 17, 18)"], "focus's color": [first.color, "rgb(19, 20, 21)"], size: [notice.fontSize, "22px"], "title's size": [style("title").fontSize, "44px"],
        radius: [first.borderTopLeftRadius, "5px"], padding: [notice.paddingTop, "11px"], align: [notice.alignItems, "center"], font: [notice.fontFamily, "monospace"] }).map((fault) => `${where}: ${fault}`);
    });
    document.adoptedStyleSheets = [];
    return faults;
  }
  await alone("what the page sets of the looks", async () => {
    const element = await showing(blocked, { theme: "dark" });
    return looks([":root", "body", "plainly-notice"], (name) => part(element, name), () => actions(element));
  });
  await alone("what the page sets of the looks outside of shadow roots", async () => {
    const { mount } = await import("../../pkg/dist/screen.js");
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/pkg/dist/screen.css" });
    document.head.append(link);
    await new Promise((done) => { link.onload = done; });
    const screen = mount(document.body, { plainly, theme: "television" });
    screen.show(blocked);
    const faults = await looks([":root", "body", ".plainly", ".plainly-television"], (name) => document.querySelector(`[part="${name}"]`), () => [...document.querySelectorAll('[part="action"]')]);
    screen.destroy();
    link.remove();
    return faults;
  });
  await alone("parts, and styles of the page's that stay outside", async () => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    const element = await showing(blocked);
    sheet.replaceSync("plainly-notice::part(title) { letter-spacing: 3px; } plainly-notice::part(action) { letter-spacing: 4px; } h2, p, button { letter-spacing: 9px; }");
    const faults = differ({ title: [styleOf(element, "title").letterSpacing, "3px"], action: [getComputedStyle(actions(element)[0]).letterSpacing, "4px"],
      message: [styleOf(element, "message").letterSpacing, "normal"] });
    document.adoptedStyleSheets = [];
    return faults;
  });
  await alone("all elements share one sheet", async () => {
    const [one, two] = [make(), make()].map(({ shadowRoot }) => shadowRoot.adoptedStyleSheets);
    return differ({ sheets: [one.length, 1], same: [one[0], two[0]] });
  });

  await alone("events", async () => {
    const heard = [];
    const called = [];
    const outer = document.createElement("div");
    document.body.append(outer);
    const root = outer.attachShadow({ mode: "open" });
    const element = Object.assign(make("", root), { plainly, notice: blocked, handlers: { retry: ({ kind }) => called.push(kind) } });
    await settle();
    const note = (event) => heard.push(`${event.type} ${event.detail.action ? event.detail.action.kind : ""} ${event.detail.notice === blocked} ${event.cancelable}`);
    outer.addEventListener("action", note);
    outer.addEventListener("close", note);
    element.addEventListener("close", note);
    const at = (kind) => actions(element).find(({ dataset }) => dataset.kind === kind);
    at("retry").click();
    const prevent = (event) => event.preventDefault();
    element.addEventListener("action", prevent);
    at("contact_support").click();
    at("go_back").click();
    at("retry").click();
    const faults = differ({ prevented: [title(element), blocked.title], contact: [part(element, "contact").hidden, true], called: [called.join(), "retry"] });
    element.removeEventListener("action", prevent);
    at("contact_support").click();
    faults.push(...differ({ contact: [part(element, "contact").hidden, false] }));
    at("go_back").click();
    return faults.concat(differ({ gone: [title(element), undefined], heard: [heard.join("; "), "action retry true true; action contact_support true true; action go_back true true; "
      + "action retry true true; action contact_support true true; action go_back true true; close  true false"] }));
  });
  await alone("a call's own next try", async () => {
    let tried = 0;
    const element = await showing(busy, { call: { id: 1, final: false, retryAt: Date.now() + 60_000, retryNow: () => { tried += 1; return Date.now(); } } });
    const faults = differ({ countdown: [part(element, "countdown").textContent, plainly.countdown(60_000)] });
    actions(element).find(({ dataset }) => dataset.kind === "retry").click();
    await new Promise((done) => setTimeout(done, 100));
    return faults.concat(differ({ tried: [tried, 1], left: [part(element, "countdown").textContent, plainly.countdown(0)] }));
  });
  await alone("handlers, voice, code and icon are the ones of the moment", async () => {
    const called = [];
    const element = await showing(blocked, { handlers: { retry: () => called.push("old") }, qr: () => undefined });
    element.handlers = { retry: () => called.push("new") };
    element.speak = (text, politeness) => called.push(text, politeness);
    element.icon = ({ code }) => Object.assign(document.createElement("b"), { textContent: code });
    actions(element).find(({ dataset }) => dataset.kind === "retry").click();
    element.notice = signIn;
    await settle();
    return differ({ called: [called.join("|"), ["new", signIn.spoken, signIn.politeness].join("|")], icon: [part(element, "icon").textContent, signIn.code],
      properties: [[element.handlers.retry.name, typeof element.speak, typeof element.icon, typeof element.qr].join(), "retry,function,function,function"] });
  });
  await alone("whether there is a connection is asked", async () => {
    let online = false;
    const element = await showing(busy, { handlers: { retry: () => undefined }, online: () => online });
    const faults = differ({ offline: [part(element, "countdown").textContent, plainly.countdown("offline")] });
    online = true;
    window.dispatchEvent(new Event("online"));
    return faults.concat(differ({ online: [part(element, "countdown").textContent, plainly.countdown(9000)] }));
  });

  await alone("an input that the notice is about", async () => {
    const input = document.createElement("input");
    input.setAttribute("aria-describedby", "hint");
    const after = button("after");
    after.before(input);
    const element = await showing(wrong, { call: { beside: input } });
    const note = document.getElementById(input.getAttribute("aria-describedby").split(" ")[1]);
    const faults = differ({ role: [part(element, "notice").getAttribute("role"), "group"], inside: [element.shadowRoot.contains(part(element, "notice")), true],
      focus: [focused(), input], invalid: [input.getAttribute("aria-invalid"), "true"], hint: [input.getAttribute("aria-describedby").split(" ")[0], "hint"],
      described: [note && note.textContent.includes(wrong.message), true], unseen: [note && note.getClientRects().length, 0], position: [styleOf(element, "notice").position, "static"],
      down: [press("ArrowDown"), true], first: [focused(), actions(element)[0]], up: [press("ArrowUp"), true], input: [focused(), input] });
    element.notice = null;
    await settle();
    return faults.concat(differ({ "invalid after": [input.hasAttribute("aria-invalid"), false], "described after": [input.getAttribute("aria-describedby"), "hint"], note: [note.isConnected, false] }));
  });

  await alone("out of the page it does nothing, and in it again all", async () => {
    const opener = button("opener");
    opener.focus();
    let asked = 0;
    const element = await showing(busy, { handlers: { retry: () => undefined }, online: () => { asked += 1; return true; } });
    element.remove();
    const faults = differ({ focus: [focused(), opener], key: [press("ArrowRight"), false], drawn: [element.shadowRoot.querySelectorAll(".plainly, [aria-live]").length, 0] });
    asked = 0;
    window.dispatchEvent(new Event("online"));
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((done) => setTimeout(done, 1200));
    faults.push(...differ({ asked: [asked, 0] }));
    document.body.append(element);
    await settle();
    faults.push(...differ({ title: [title(element), busy.title], focus: [focused(), actions(element)[0]], regions: [element.shadowRoot.querySelectorAll("[aria-live]").length, 2] }));
    document.body.prepend(element);
    await settle();
    faults.push(...differ({ "title after a move": [title(element), busy.title] }));
    element.remove();
    element.notice = signIn;
    await settle();
    document.body.append(element);
    await settle();
    return faults.concat(differ({ "what was set outside": [title(element), signIn.title] }));
  });
  await alone("it is said in a live region of its own", async () => {
    const input = document.createElement("input");
    document.body.append(input);
    input.focus();
    const element = await showing(blocked, { modal: false });
    await new Promise((done) => setTimeout(done, 250));
    return differ({ said: [element.shadowRoot.querySelector(`[aria-live="${blocked.politeness}"]`).textContent, blocked.spoken] });
  });
  await alone("many on a page", async () => {
    const all = Array.from({ length: 20 }, (none, at) => Object.assign(make(), { plainly, modal: false, notice: at % 2 ? blocked : signIn }));
    await settle();
    all[3].notice = null;
    await settle();
    return differ({ shown: [all.filter((each) => title(each)).length, 19], gone: [title(all[3]), undefined], next: [title(all[5]), blocked.title] });
  });
  await alone("hostile words are words", async () => {
    const words = "<img src=x onerror=alert(1)>";
    const element = await showing({ ...blocked, title: words, text: words, requestId: words });
    return differ({ title: [title(element), words], images: [element.shadowRoot.querySelectorAll("img").length, 0] });
  });
  await alone("a class of one's own", async () => {
    customElements.define("my-notice", class extends PlainlyNoticeElement {});
    const element = Object.assign(document.createElement("my-notice"), { notice: blocked });
    document.body.append(element);
    await settle();
    return differ({ title: [title(element), blocked.title] });
  });
  await alone("an engine that constructs no sheets", async () => {
    const frame = document.createElement("iframe");
    frame.src = "element-older.html";
    document.body.append(frame);
    await new Promise((done) => { frame.onload = done; });
    await frame.contentWindow.customElements.whenDefined("plainly-notice");
    const element = frame.contentDocument.createElement("plainly-notice");
    Object.assign(element, { notice: blocked, theme: "dark" });
    frame.contentDocument.body.append(element);
    await settle();
    return differ({ sheets: [element.shadowRoot.adoptedStyleSheets, undefined], styles: [element.shadowRoot.querySelectorAll("style").length, 1],
      color: [frame.contentWindow.getComputedStyle(part(element, "notice")).color, "rgb(244, 245, 248)"] });
  });
  document.body.replaceChildren();
  return result;
}

/** For who looks at it from outside: shows one anew. */
window.showOne = async (more, html, words) => {
  document.body.replaceChildren();
  window.one = await showing(words ? { ...blocked, ...words } : blocked, more, html);
};
window.showCounting = async (more) => {
  document.body.replaceChildren();
  window.one = await showing(busy, { handlers: { retry: () => undefined }, ...more });
};

window.done = run().catch((error) => ({ passed: 0, failed: [`the page: ${error && error.stack ? error.stack : error}`] }));
