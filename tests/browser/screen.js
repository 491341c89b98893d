// Runs in the browser, on screen.html: what `plainly/screen` does with keys, focus, clocks, voices and hostile notices.

import { create } from "../../pkg/dist/js.js";
import { mount } from "../../pkg/dist/screen.js";
import { checks } from "./checks.js";

const BLOCKED = { status: 401, body: { error: { code: 490 } } };
const BUSY = { status: 503, headers: { "Retry-After": "60" } };
const WRONG = { status: 401, body: { error: { code: 489 } } };
const SUPPORT = { phone: "+44 20 7946 0000", email: "help@example.com", url: "https://help.example.com/tv" };
const CONTEXT = { provider: "ministra", now: 0, random: 0.5 };

const speaker = (options) => create({ locales: "en", support: SUPPORT, online: () => true, ...options });
const plainly = speaker();
const blocked = plainly.explain(BLOCKED, CONTEXT);
const busy = plainly.explain(BUSY, CONTEXT);
const wrong = plainly.explain(WRONG, CONTEXT);
const soon = (delayMs, more) => ({ ...busy, retry: { kind: "auto", delayMs, attempt: 2 }, ...more });
const lost = { ...plainly.explain({ cause: { name: "TypeError" } }, { online: false, random: 0 }), retry: { kind: "when_online", delayMs: 0, pollMs: 300 } };

const later = (ms) => new Promise((done) => setTimeout(done, ms));
/** What differs from what is wanted, by place. */
const unlike = (found, wanted) => found.flatMap((each, at) => (each === wanted[at] ? [] : [`${at + 1}: ${JSON.stringify(each)}, not ${JSON.stringify(wanted[at])}`]));
const all = (name, within = document) => [...within.querySelectorAll(".plainly-" + name)];
const one = (name, within) => all(name, within)[0];
const text = (name, within) => (one(name, within) || {}).textContent;
const button = (kind) => document.querySelector(`.plainly-action[data-kind="${kind}"]`);
const kinds = () => all("action").map((each) => each.dataset.kind);
const active = () => document.activeElement && (document.activeElement.dataset.kind || document.activeElement.id || document.activeElement.tagName);
const words = () => (one("wait").hidden ? "" : text("countdown"));

/** A key as televisions send it, where it would go; gives whether the page's own listeners saw it. */
function press(key, init = {}) {
  const named = typeof key === "number" ? { keyCode: key } : { key };
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, composed: true, ...named, ...init });
  const { keyCode = 0 } = { ...named, ...init };
  if (event.keyCode !== keyCode) Object.defineProperty(event, "keyCode", { value: keyCode });
  let seen = false;
  const see = () => { seen = true; };
  addEventListener("keydown", see);
  (document.activeElement || document.body).dispatchEvent(event);
  removeEventListener("keydown", see);
  return seen && !event.defaultPrevented;
}

function element(tag, more) {
  const made = Object.assign(document.createElement(tag), more);
  document.body.append(made);
  return made;
}

/** Listens to what nobody caught, and takes it from the console. */
async function uncaught(work) {
  const errors = [];
  const hear = (event) => {
    errors.push(event.error && event.error.message);
    event.preventDefault();
  };
  addEventListener("error", hear);
  await work();
  await later(20);
  removeEventListener("error", hear);
  return errors;
}

/** Each `(mounted, root)`; what it gives back is found, and `[found, wanted]`. */
const tests = {};

tests["a notice is drawn as it is, and named"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  const dialog = one("notice");
  return unlike(
    [text("title"), text("message"), kinds().join(), dialog.getAttribute("role"), dialog.getAttribute("aria-modal"), dialog.lang, dialog.dir, active(), screen.notice],
    [blocked.title, blocked.text, blocked.actions.map(({ kind }) => kind).join(), "alertdialog", "true", "en", "ltr", blocked.actions[0].kind, blocked],
  );
};

tests["presentation none changes nothing"] = async (use) => {
  const screen = use();
  screen.show({ ...blocked, presentation: "none" });
  const before = screen.notice;
  screen.show(blocked);
  screen.show({ ...busy, presentation: "none" });
  return unlike([before, screen.notice], [undefined, blocked]);
};

tests["the focus comes back to what had it"] = async (use) => {
  const own = element("button", { id: "own" });
  own.focus();
  const screen = use();
  screen.show(blocked);
  const during = active();
  screen.show(busy);
  screen.hide();
  return unlike([during, active(), screen.notice], ["contact_support", "own", undefined]);
};

tests["the focus is nowhere where what had it is gone"] = async (use) => {
  const own = element("button", { id: "own" });
  own.focus();
  const screen = use();
  screen.show(blocked);
  own.remove();
  screen.hide();
  return unlike([active(), all("notice").length], ["BODY", 0]);
};

tests["the focus comes back within a shadow root"] = async (use) => {
  const host = element("div");
  const shadow = host.attachShadow({ mode: "open" });
  const own = document.createElement("button");
  const root = document.createElement("div");
  shadow.append(own, root);
  own.focus();
  const screen = use({}, root);
  screen.show(blocked);
  const during = shadow.activeElement && shadow.activeElement.dataset.kind;
  const free = press("ArrowRight");
  const next = shadow.activeElement && shadow.activeElement.dataset.kind;
  screen.hide();
  return unlike([during, free, next, shadow.activeElement === own], ["contact_support", false, blocked.actions[1].kind, true]);
};

tests["the focus comes back to an iframe"] = async (use) => {
  const frame = element("iframe", { id: "frame" });
  frame.focus();
  const screen = use();
  screen.show(blocked);
  const during = active();
  screen.hide();
  return unlike([during, active()], ["contact_support", "frame"]);
};

tests["a focus that an app moved away stays where it is"] = async (use) => {
  const own = element("button", { id: "own" });
  const other = element("button", { id: "other" });
  own.focus();
  const screen = use({ modal: false });
  screen.show(blocked);
  const first = active();
  other.focus();
  screen.show(busy);
  screen.hide();
  return unlike([first, active()], ["own", "other"]);
};

tests["a box takes the focus that is nowhere"] = async (use) => {
  const screen = use({ modal: false });
  screen.show(blocked);
  return unlike([active(), one("notice").getAttribute("aria-modal")], ["contact_support", null]);
};

tests["the button of the same kind keeps the focus"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  button(blocked.actions[1].kind).focus();
  screen.show({ ...blocked, title: "Another" });
  const same = active();
  screen.show({ ...busy, title: "A third" });
  return unlike([same, active()], [blocked.actions[1].kind, busy.actions[0].kind]);
};

tests["what looks the same does not move"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  const [title, action] = [one("title"), button("contact_support")];
  screen.show({ ...blocked, requestId: "abc-124" });
  return unlike([one("title") === title, button("contact_support") === action, active(), /abc-124/.test(text("corner"))], [true, true, "contact_support", true]);
};

tests["what looks the same but for its code is described by its own"] = async (use) => {
  const quiet = speaker({ codeStyle: "none" });
  const screen = use({ plainly: quiet });
  const [first, second] = ["E-1", "E-2"].map((code) => quiet.explain({ status: 403, body: { error: { code } } }, CONTEXT));
  screen.show(first);
  const title = one("title");
  screen.show(second);
  const described = document.getElementById(one("notice").getAttribute("aria-describedby")).textContent;
  return unlike([one("title") === title, first.text === second.text, second.spoken.endsWith(described), /E-2/.test(text("corner"))], [true, true, true, true]);
};

tests["a box that is out of sight leaves the page where it is"] = async (use) => {
  const tall = element("div");
  tall.style.cssText = "height: 5000px";
  const root = element("div");
  root.style.cssText = "position: absolute; top: 0; width: 300px; height: 200px";
  scrollTo(0, 3000);
  const before = scrollY;
  use({ modal: false }, root).show(blocked);
  return unlike([before > 2000, scrollY, active()], [true, before, "contact_support"]);
};

tests["show() twice, hide() twice, destroy() twice, and nothing after it"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  screen.show(blocked);
  const count = all("notice").length;
  screen.hide();
  screen.hide();
  screen.destroy();
  screen.destroy();
  screen.show(blocked);
  screen.hide();
  return unlike([count, all("notice").length, screen.notice, press("Escape")], [1, 0, undefined, true]);
};

tests["an app that empties its element has its keys back, and is shown the next notice"] = async (use) => {
  const root = element("div");
  const said = [];
  const screen = use({ speak: (words) => said.push(words) }, root);
  screen.show(blocked);
  root.textContent = "";
  const free = [press("ArrowDown"), press("Escape"), press("Enter")].every(Boolean);
  screen.show({ ...blocked });
  const again = text("title", root);
  await later(150);
  root.remove();
  screen.show(busy);
  const gone = press("Escape");
  return unlike([free, again, gone, said.length], [true, blocked.title, true, 2]);
};

tests["an app that empties its element and then destroys the screen"] = async (use) => {
  const root = element("div");
  const screen = use({}, root);
  root.textContent = "";
  screen.destroy();
  return unlike([root.childNodes.length], [0]);
};

tests["held keys press nothing"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  const free = [press("Enter", { repeat: true }), press("Enter"), press(" ", { repeat: true }), press("Escape", { repeat: true })];
  // What goes down anew presses the button by itself, and no listener of an app's can prevent that.
  const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
  return unlike([...free, screen.notice, event.defaultPrevented], [false, false, false, false, blocked, false]);
};

tests["keys pressed beside a modal notice are used, and bring the focus back"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  document.activeElement.blur();
  const ok = [press("Enter"), press(13), press(" ")];
  const letter = press("a");
  const chord = press("ArrowLeft", { altKey: true });
  press("ArrowDown");
  return unlike([ok.join(), letter, chord, active()], ["false,false,false", true, true, "contact_support"]);
};

for (const [name, key] of [["Escape", "Escape"], ["Backspace", "Backspace"], ["Back of webOS", 461], ["Back of Tizen", 10009], ["Back of set-top boxes", 166], ["GoBack", "GoBack"]]) {
  tests[`${name} leaves, and the app does not see it`] = async (use) => {
    let closed;
    const done = [];
    const screen = use({ onClose: (notice) => { closed = notice; }, handlers: { go_back: ({ kind }) => done.push(kind) } });
    screen.show(busy);
    return unlike([press(key), screen.notice, closed === busy, done.join()], [false, undefined, true, "go_back"]);
  };
}

tests["Backspace in the app's input erases"] = async (use) => {
  const input = element("input");
  const screen = use({ modal: false });
  input.focus();
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  const editable = element("div", { contentEditable: "true" });
  const inInput = press("Backspace") && press(8);
  const modal = use();
  modal.show(blocked);
  editable.focus();
  return unlike([inInput, press("Backspace"), modal.notice], [true, true, blocked]);
};

tests["Escape in the input of an inline notice does not lead back"] = async (use) => {
  const done = [];
  const input = element("input", { id: "input" });
  const screen = use({ handlers: { go_back: ({ kind }) => done.push(kind) } });
  input.focus();
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  return unlike([press("Escape"), press(461), done.length, active()], [true, true, 0, "input"]);
};

tests["a key that composes a word is the input's"] = async (use) => {
  const input = element("input", { id: "input" });
  const screen = use();
  input.focus();
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  const composing = { isComposing: true, keyCode: 229 };
  const inInput = [press("ArrowDown", composing), active()];
  const modal = use();
  modal.show(blocked);
  return unlike([...inInput, press("Escape", composing), press("Enter", { keyCode: 229 }), modal.notice], [true, "input", true, true, blocked]);
};

tests["Down in an input that goes down itself is the app's"] = async (use) => {
  element("datalist", { id: "names" });
  const inputs = { textarea: ["textarea"], select: ["select"], suggesting: ["input"], combobox: ["input"] };
  ["number", "range", "date", "datetime-local", "time", "radio"].forEach((type) => { inputs[type] = ["input", { type }]; });
  return Object.entries(inputs).flatMap(([name, [tag, more]]) => {
    const input = element(tag, { id: name, ...more });
    if (name === "suggesting") input.setAttribute("list", "names");
    if (name === "combobox") input.setAttribute("role", name);
    const screen = use();
    input.focus();
    screen.show({ ...wrong, presentation: "inline" }, { beside: input });
    const faults = unlike([press("ArrowDown"), active()], [true, name]);
    screen.destroy();
    return faults;
  });
};

tests["keys in the app's own dialog, which lies over a notice, are the app's"] = async (use) => {
  const dialog = element("dialog");
  if (!dialog.showModal) return [];
  const input = Object.assign(document.createElement("input"), { id: "input" });
  const root = document.createElement("div");
  dialog.append(input, root);
  dialog.showModal();
  input.focus();
  const screen = use();
  screen.show(blocked);
  const free = [" ", "Enter", "ArrowDown", "Tab", "Escape"].every((key) => press(key));
  const over = [free, active(), screen.notice];
  const within = use({}, root);
  within.show(busy);
  const used = [press("ArrowRight"), active(), press("Escape"), within.notice];
  dialog.close();
  return unlike([...over, ...used, press("Escape"), screen.notice], [true, "input", blocked, false, busy.actions[1].kind, false, undefined, false, undefined]);
};

tests["a notice that is hidden with what it stands in has no keys"] = async (use) => {
  const root = element("div");
  const own = element("input", { id: "own" });
  const screen = use({}, root);
  screen.show(blocked);
  root.hidden = true;
  own.focus();
  const free = [" ", "Enter", "ArrowDown", "Tab", "Escape"].every((key) => press(key));
  const stays = screen.notice;
  root.hidden = false;
  return unlike([free, stays, press("Escape"), screen.notice], [true, blocked, false, undefined]);
};

tests["no key is followed with keys: false"] = async (use) => {
  const screen = use({ keys: false });
  screen.show(blocked);
  return unlike([press("Escape"), press("ArrowRight"), press("Enter", { repeat: true }), active()], [true, true, true, "contact_support"]);
};

tests["no listener of the app's sees what was used, wherever it stands"] = async (use) => {
  const seen = [];
  const targets = [[document, true], [document, false], [document.body, true], [window, false]];
  const hear = targets.map(([target, capture]) => {
    const listener = () => seen.push(String(target));
    target.addEventListener("keydown", listener, capture);
    return () => target.removeEventListener("keydown", listener, capture);
  });
  const screen = use();
  screen.show(busy);
  ["ArrowDown", "Tab", "Escape"].forEach((key) => press(key));
  hear.forEach((end) => end());
  return unlike([seen.length, screen.notice], [0, undefined]);
};

tests["Tab goes round"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  const count = blocked.actions.length;
  const forward = blocked.actions.map(() => [press("Tab"), active()][1]);
  press("Tab", { shiftKey: true });
  const back = active();
  return unlike([forward.join(), back], [blocked.actions.slice(1).concat(blocked.actions[0]).map(({ kind }) => kind).join(), blocked.actions[count - 1].kind]);
};

tests["Tab of a modal notice without buttons goes nowhere"] = async (use) => {
  element("button", { id: "own" });
  const screen = use();
  screen.show({ ...blocked, actions: [] });
  const used = press("Tab");
  return unlike([used, press("Escape"), screen.notice], [false, false, undefined]);
};

for (const dir of ["ltr", "rtl"]) {
  tests[`arrows among buttons in lines, ${dir}`] = async (use) => {
    const screen = use();
    const names = Array.from({ length: 9 }, (_, at) => `k${at}`);
    screen.show({ ...blocked, direction: dir, actions: names.map((kind) => ({ kind, label: `A button ${kind}` })) });
    const ahead = dir === "ltr" ? "ArrowRight" : "ArrowLeft";
    const behind = dir === "ltr" ? "ArrowLeft" : "ArrowRight";
    const walk = names.map(() => [active(), press(ahead)][0]);
    const end = active();
    const home = names.map(() => [active(), press(behind)][0]).reverse();
    const lines = [];
    all("action").forEach((each) => {
      const { top } = each.getBoundingClientRect();
      if (!lines.length || lines[lines.length - 1].top !== top) lines.push({ top, kinds: [] });
      lines[lines.length - 1].kinds.push(each.dataset.kind);
    });
    const down = lines.map(() => [active(), press("ArrowDown")][0]);
    const up = lines.map(() => [active(), press("ArrowUp")][0]).reverse();
    return unlike([lines.length > 1, walk.join(), end, home.join(), down.join() === up.join(), down.every((kind, at) => lines[at].kinds.includes(kind))],
      [true, names.join(), "k8", names.join(), true, true]);
  };
}

tests["two notices: the last has the keys, then the first"] = async (use) => {
  const first = use();
  const second = use();
  first.show(busy);
  second.show(blocked);
  const to = press("ArrowRight") || active();
  press("Escape");
  const left = [first.notice, second.notice];
  press("Escape");
  return unlike([to, left[0], left[1], first.notice], [blocked.actions[1].kind, busy, undefined, undefined]);
};

tests["an inline notice stands beside its input, and gives back what the app says of it"] = async (use) => {
  const input = element("input", { id: "input" });
  input.setAttribute("aria-describedby", "hint");
  const screen = use();
  input.focus();
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  const [own, ours] = input.getAttribute("aria-describedby").split(" ");
  const during = [own, document.getElementById(ours).textContent.length > 0, input.getAttribute("aria-invalid"), input.nextSibling.contains(one("notice")), active(), one("notice").getAttribute("role")];
  press("ArrowDown");
  const down = active();
  press("ArrowUp");
  const up = active();
  screen.hide();
  return unlike([...during, down, up, input.getAttribute("aria-describedby"), input.hasAttribute("aria-invalid")],
    ["hint", true, "true", true, "input", "group", wrong.actions[0].kind, "input", "hint", false]);
};

tests["Back, Enter and Space in the input of an inline notice are the app's"] = async (use) => {
  const input = element("input");
  const screen = use();
  input.focus();
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  const apps = ["Escape", 461, "Enter", " ", "ArrowLeft", "Tab"].map((key) => press(key));
  button(wrong.actions[0].kind).focus();
  const used = press("Escape");
  return unlike([apps.join(), used, document.activeElement === input], ["true,true,true,true,true,true", false, true]);
};

tests["all words of an inline notice have the colour of what is around them"] = async (use) => {
  const input = element("input");
  document.body.style.color = "rgb(1, 2, 3)";
  const screen = use({ handlers: { retry: () => undefined } });
  screen.show(soon(60_000, { presentation: "inline", requestId: "abc-123" }), { beside: input });
  const colours = ["title", "message", "wait", "corner"].map((name) => getComputedStyle(one(name)).color);
  document.body.style.color = "";
  return unlike(colours, colours.map(() => "rgb(1, 2, 3)"));
};

tests["an inline notice that takes a screen's place gives the focus back"] = async (use) => {
  const own = element("button", { id: "own" });
  own.focus();
  const screen = use();
  screen.show(blocked);
  screen.show({ ...wrong, presentation: "inline" });
  const during = active();
  await later(150);
  return unlike([during, all("unseen").some((each) => each.getAttribute("aria-live") && each.textContent === wrong.spoken)], ["own", true]);
};

tests["an input that is gone, or comes again"] = async (use) => {
  const input = element("input");
  const screen = use();
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  input.remove();
  screen.show({ ...wrong, presentation: "inline", title: "Another" }, { beside: input });
  const shown = text("title");
  screen.show(blocked);
  return unlike([shown, one("notice").parentNode.parentNode === document.body, input.hasAttribute("aria-invalid")], ["Another", true, false]);
};

tests["handlers are given the action and the notice, and the notice goes"] = async (use) => {
  const told = [];
  const screen = use({ handlers: { contact_support: (...given) => told.push(given), go_back: (...given) => told.push(given) }, onAction: (action) => told.push(action.kind) });
  screen.show(blocked);
  button("contact_support").click();
  const stays = screen.notice;
  const last = blocked.actions[blocked.actions.length - 1];
  button(last.kind).click();
  return unlike([told[0], told[1][0] === blocked.actions[0], told[1][1], told[2], stays, screen.notice], ["contact_support", true, blocked, last.kind, blocked, undefined]);
};

tests["support's contacts are shown, and hidden again"] = async (use) => {
  const screen = use();
  screen.show(blocked);
  button("contact_support").click();
  const links = all("link").map((each) => each.getAttribute("href")).join(" ");
  const contact = text("contact");
  press("ArrowDown");
  const reached = document.activeElement.getAttribute("href");
  button("contact_support").click();
  return unlike([links, contact, reached, one("contact").hidden],
    [`tel:${SUPPORT.phone} mailto:${SUPPORT.email} ${SUPPORT.url}`, Object.values(SUPPORT).join(""), `tel:${SUPPORT.phone}`, true]);
};

tests["each of the app's functions may throw, or hide the notice, or show another"] = async (use) => {
  const faults = [];
  const does = {
    "throws": () => { throw new Error("the app's"); },
    "hides": (screen) => screen.hide(),
    "shows another": (screen) => screen.show({ ...busy, title: "Another" }),
    "destroys": (screen) => screen.destroy(),
  };
  const names = ["onAction", "onClose", "icon", "qr", "speak", "online", "retry", "contact_support", "go_back", "retryNow"];
  for (const name of names) {
    for (const [how, what] of Object.entries(does)) {
      let depth = 0;
      const fault = () => {
        depth += 1;
        return depth > 1 ? undefined : what(screen);
      };
      const handler = ["retry", "contact_support", "go_back"].includes(name);
      const root = element("div");
      const screen = mount(root, handler ? { plainly, handlers: { [name]: fault } } : { plainly, [name]: fault });
      const errors = await uncaught(async () => {
        const call = name === "retryNow" ? { id: 1, retryAt: Date.now() + 60_000, retryNow: fault } : undefined;
        for (const kind of ["contact_support", "retry", "go_back"]) {
          screen.show({ ...busy, actions: [{ kind, label: "Do it", ...SUPPORT }] }, call);
          depth = 0;
          const chosen = root.querySelector("button");
          if (chosen) chosen.click();
        }
        screen.show(busy);
        press("Escape");
      });
      const other = errors.filter((message) => message !== "the app's");
      if (other.length) faults.push(`${name} ${how}: ${other.join(", ")}`);
      if (errors.length && !handler) faults.push(`${name} ${how}: it was not caught`);
      if (handler && how === "throws" && !errors.length) faults.push(`${name} ${how}: nobody hears it`);
      if (how === "throws" && screen.notice) faults.push(`${name} ${how}: the notice stays`);
      screen.destroy();
      if (root.childNodes.length) faults.push(`${name} ${how}: something stays in the page`);
      root.remove();
    }
  }
  return faults;
};

tests["a notice of JSON that writes what is not there as null is shown as it is"] = async (use) => {
  let chosen;
  const given = { ...blocked, requestId: null, actions: blocked.actions.map((each) => ({ email: null, ...each })) };
  const screen = use({ onAction: (action, notice) => { chosen = notice; }, handlers: { retry: () => undefined } });
  screen.show(given);
  button("retry").click();
  return unlike([screen.notice, chosen, one("corner").hidden], [given, given, true]);
};

tests["hostile notices are drawn as texts"] = async (use) => {
  const long = "word ".repeat(20_000);
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const contact = { kind: "contact_support", label: markup, phone: "javascript:alert(1)", email: markup, url: "javascript:alert(1)" };
  const { title } = document;
  const screen = use();
  const faults = [];
  const hostile = {
    "nothing": {}, "no actions": { ...blocked, actions: undefined }, "actions of nothing": { ...blocked, actions: [null, 1, {}, { kind: "retry" }] },
    "no retry": { ...blocked, retry: undefined }, "a retry of nothing": { ...busy, retry: {} }, "no delay": { ...busy, retry: { kind: "auto" } },
    "endless": soon(Infinity), "numbers": { ...blocked, title: 1, text: {}, requestId: {}, spoken: [] }, "a wrong voice": { ...blocked, politeness: "__proto__", spoken: "x" },
    "null": Object.fromEntries(Object.keys(blocked).map((key) => [key, null])), "long": { ...blocked, title: long, text: long, message: long, spoken: long, code: long },
    "getters": Object.defineProperty({ ...blocked }, "title", { get() { throw new Error("no"); } }), "markup": { ...blocked, title: markup, text: markup, message: markup, code: markup, requestId: markup, actions: [contact] },
    "objects": JSON.parse(JSON.stringify({ ...busy, retry: { kind: "auto", delayMs: { toString: 1 } }, actions: [{ kind: "contact_support", label: "x", phone: { toString: 1 } }] })),
    "many": { ...blocked, actions: Array.from({ length: 1000 }, (_, at) => ({ kind: `k${at}`, label: `Button ${at}` })) },
  };
  for (const [name, notice] of Object.entries(hostile)) {
    for (const presentation of ["screen", "inline"]) {
      try {
        screen.show(name === "nothing" || name === "null" || name === "getters" ? notice : { ...notice, presentation });
        if (all("notice").length !== 1) faults.push(`${name}: ${all("notice").length} notices`);
        all("action").slice(0, 3).forEach((each) => each.click());
        if (name === "many" && presentation === "screen") screen.show(notice);
        ["ArrowDown", "ArrowRight", "Tab"].forEach((key) => press(key));
        await later(5);
      } catch (error) {
        faults.push(`${name}, ${presentation}: ${error.stack}`);
      }
    }
  }
  for (const nothing of [undefined, null, "text", 7]) {
    screen.hide();
    screen.show(nothing);
    if (screen.notice) faults.push(`${nothing} is shown`);
  }
  screen.show({ ...blocked, actions: [contact] });
  button("contact_support").click();
  await later(120);
  if (all("link").some(({ protocol }) => protocol === "javascript:")) faults.push("a script can be followed");
  if (document.querySelector(".plainly img, .plainly script") || document.title !== title) faults.push("markup is followed");
  return faults;
};

tests["a countdown of an app's own tries"] = async (use) => {
  let tries = 0;
  const screen = use({ handlers: { retry: () => { tries += 1; } } });
  screen.show(soon(1200));
  const begins = [words(), one("ring").classList.contains("plainly-still"), /in a moment/.test(text("message"))];
  await later(1500);
  const ended = [tries, words()];
  await later(1200);
  return unlike([...begins, ...ended, tries], ["Trying again in 2 seconds", false, false, 1, "Trying again now", 1]);
};

tests["nothing is counted down where nobody tries, or it is a poll"] = async (use) => {
  const screen = use();
  screen.show(busy);
  const nobody = [words(), text("message")];
  screen.show({ ...busy, retry: { kind: "auto", delayMs: 5000, attempt: 2, pollIntervalMs: 5000 } }, { id: 1, retryAt: Date.now() + 5000 });
  const poll = words();
  screen.show(busy, { id: 1, final: true, retryAt: Date.now() + 5000 });
  const final = words();
  const mute = use({ plainly: undefined });
  mute.show(busy, { id: 1, retryAt: Date.now() + 5000 });
  return unlike([nobody[0], nobody[1], poll, final, words()], ["", busy.text, "", "", ""]);
};

tests["a call's countdown follows its own time, also one that is past"] = async (use) => {
  let tries = 0;
  const screen = use({ handlers: { retry: () => { tries += 1; } } });
  screen.show(busy, { id: 1, retryAt: Date.now() + 9500 });
  const first = words();
  screen.show(busy, { id: 1, retryAt: Date.now() - 5000 });
  await later(50);
  const past = words();
  screen.show(busy, { id: 1, retryAt: NaN });
  return unlike([first, past, words(), tries], ["Trying again in 10 seconds", "Trying again now", "Trying again in 2 minutes", 0]);
};

tests["a clock that is set back, or ahead, during a countdown"] = async (use) => {
  const screen = use();
  const real = Date.now;
  screen.show(busy, { id: 1, retryAt: Date.now() + 2500 });
  try {
    Date.now = () => real() - 3_600_000;
    await later(800);
    const back = words();
    Date.now = () => real() + 3_600_000;
    await later(1000);
    return unlike([back, words()], ["Trying again in 2 seconds", "Trying again in 1 second"]);
  } finally {
    Date.now = real;
  }
};

tests["a countdown while the page is hidden, and while there is no connection"] = async (use) => {
  let connected = true;
  let hidden = false;
  let tries = 0;
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  try {
    const screen = use({ online: () => connected, handlers: { retry: () => { tries += 1; } } });
    screen.show(soon(1300));
    connected = false;
    dispatchEvent(new Event("offline"));
    const away = [words(), one("ring").classList.contains("plainly-still")];
    await later(1500);
    const waits = tries;
    hidden = true;
    document.dispatchEvent(new Event("visibilitychange"));
    connected = true;
    dispatchEvent(new Event("online"));
    await later(100);
    const unseen = tries;
    hidden = false;
    document.dispatchEvent(new Event("visibilitychange"));
    await later(50);
    return unlike([...away, waits, unseen, tries], ["Waiting for a connection", true, 0, 0, 1]);
  } finally {
    delete document.hidden;
  }
};

tests["a lost connection that comes back; one that is wrongly claimed is not hurried after"] = async (use) => {
  let connected = false;
  let tries = 0;
  const screen = use({ online: () => connected, handlers: { retry: () => { tries += 1; } } });
  screen.show(lost);
  const away = words();
  connected = true;
  dispatchEvent(new Event("online"));
  await later(50);
  const back = tries;
  const shown = [];
  const eager = use({ online: () => true, handlers: { retry: () => { shown.push(Date.now()); eager.show({ ...lost }); } } });
  eager.show(lost);
  await later(1000);
  eager.hide();
  const count = shown.length;
  await later(500);
  return unlike([away, back, count > 0 && count < 5, shown.length - count], ["Waiting for a connection", 1, true, 0]);
};

tests["an app that is asked whether there is a connection may end the countdown, also in its last second"] = async (use) => {
  const tried = [];
  const asks = (does) => {
    let asked = 0;
    const screen = use({ handlers: { retry: (action, notice) => tried.push(notice.title) }, online: () => {
      asked += 1;
      if (asked === 2) does(screen);
      return true;
    } });
    screen.show(soon(30));
    return later(100).then(() => screen.notice);
  };
  let hidden;
  const errors = await uncaught(async () => { hidden = await asks((screen) => screen.hide()); });
  return unlike([hidden, await asks((screen) => screen.show(blocked)), tried.length, errors.length], [undefined, blocked, 0, 0]);
};

tests["a countdown after which nothing is tried says nothing"] = async (use) => {
  const options = { handlers: { retry: () => { throw new Error("the app's"); } } };
  const screen = use(options);
  const after = async () => {
    screen.show(soon(30));
    await later(80);
    return words();
  };
  let threw;
  const errors = await uncaught(async () => { threw = await after(); });
  options.handlers.retry = () => undefined;
  const tried = await after(); // anew, though it looks the same
  return unlike([threw, errors.length, tried], ["", 1, "Trying again now"]);
};

tests["what may not be safe to repeat is not done twice at once"] = async (use) => {
  let fail;
  let begun = 0;
  const confirm_retry = () => {
    begun += 1;
    return new Promise((done, failed) => { fail = failed; });
  };
  const screen = use({ handlers: { confirm_retry } });
  screen.show({ ...blocked, actions: [{ kind: "confirm_retry", label: "Send again" }] });
  button("confirm_retry").click();
  button("confirm_retry").click();
  const once = begun;
  fail();
  await later(0);
  button("confirm_retry").click();
  return unlike([once, begun], [1, 2]);
};

tests["hide() during a countdown ends it, and so does another notice"] = async (use) => {
  let tries = 0;
  const screen = use({ handlers: { retry: () => { tries += 1; } } });
  const errors = await uncaught(async () => {
    screen.show(soon(300));
    screen.hide();
    screen.show(soon(300));
    screen.show(blocked);
    await later(500);
    screen.show(soon(300));
    screen.destroy();
    await later(500);
  });
  return unlike([tries, errors.length], [0, 0]);
};

tests["a try that is made at once"] = async (use) => {
  const tried = [];
  const screen = use({ handlers: { retry: () => tried.push("handler") } });
  screen.show(busy, { id: 1, retryAt: Date.now() + 60_000, retryNow: () => { tried.push("now"); return Date.now() + 2500; } });
  button("retry").click();
  const first = words();
  screen.show(busy, { id: 1, retryAt: Date.now() + 60_000, retryNow: () => undefined });
  button("retry").click();
  const nothing = words();
  screen.show(busy, { id: 1, retryAt: Date.now() + 60_000, retryNow: () => { throw new Error("no"); } });
  button("retry").click();
  const threw = words();
  screen.show(busy, { id: 1, retryAt: Date.now() + 60_000, retryNow: () => { screen.hide(); return Date.now(); } });
  button("retry").click();
  return unlike([tried.join(), first, nothing, threw, screen.notice], ["now", "Trying again in 3 seconds", "Trying again in 1 minute", "Trying again in 1 minute", undefined]);
};

tests["a promise of a handler's hides the notice when it is kept, and only this one"] = async (use) => {
  let keep;
  let fail;
  const screen = use({ handlers: { retry: () => new Promise((done, failed) => { keep = done; fail = failed; }) } });
  screen.show(busy);
  button("retry").click();
  const tries = words();
  keep();
  await later(0);
  const kept = screen.notice;
  screen.show(busy);
  button("retry").click();
  fail();
  await later(0);
  const failed = [screen.notice && screen.notice.title, words()];
  button("retry").click();
  screen.show(blocked);
  keep();
  await later(0);
  return unlike([tries, kept, ...failed, screen.notice], ["Trying again now", undefined, busy.title, "", blocked]);
};

tests["settled() takes away what is of that call, when it is over"] = async (use) => {
  const screen = use();
  const call = { id: 7, retryAt: Date.now() + 5000 };
  screen.show(busy, call);
  screen.settled("succeeded", { id: 8 });
  screen.settled("failed", call);
  screen.settled("succeeded", undefined);
  const stays = Boolean(screen.notice);
  screen.settled("succeeded", { id: 7 });
  const succeeded = screen.notice;
  screen.show(busy, call);
  screen.settled("canceled", { id: 7 });
  const canceled = screen.notice;
  screen.show(busy);
  screen.settled("succeeded", { id: undefined });
  return unlike([stays, succeeded, canceled, screen.notice], [true, undefined, undefined, busy]);
};

tests["who stops trying says so, and nothing beside it says when it will"] = async (use) => {
  const screen = use();
  const told = [];
  screen.show(busy, { id: 1, retryAt: Date.now() + 5000 });
  told.push([words(), text("message")].join("|"));
  screen.show({ ...busy, retry: { kind: "never" } }, { id: 1, final: true });
  told.push(words());
  // As an app does that also shows what its call rejects with.
  screen.show({ ...busy, retry: { kind: "never" } });
  told.push(words());
  screen.show({ ...blocked });
  told.push(words());
  return unlike([/in a moment/.test(told[0]), ...told.slice(1)], [false, "We've stopped trying", "We've stopped trying", ""]);
};

tests["each notice is said once, by the focus or by a live region"] = async (use) => {
  const said = [];
  const regions = () => all("unseen").filter((each) => each.getAttribute("aria-live")).map((each) => each.textContent).filter(Boolean).join("|");
  const screen = use({ speak: (words, politeness) => said.push(`${politeness}: ${words}`) });
  screen.show(blocked);
  await later(150);
  const modal = regions();
  screen.show({ ...blocked });
  screen.show({ ...blocked, requestId: "abc-125" });
  screen.hide();
  const own = element("button");
  own.focus();
  const box = use({ modal: false });
  let fills = 0;
  const watch = new MutationObserver((changes) => { fills += changes.filter(({ target, addedNodes }) => target.getAttribute && target.getAttribute("aria-live") && addedNodes.length).length; });
  watch.observe(document.body, { subtree: true, childList: true });
  box.show(blocked);
  box.show({ ...blocked });
  await later(150);
  box.show({ ...blocked });
  await later(150);
  watch.disconnect();
  const region = regions();
  box.hide();
  return unlike([modal, region, fills, said.length, said[0], regions()], ["", blocked.spoken, 1, 1, `${blocked.politeness}: ${blocked.spoken}`, ""]);
};

tests["what fails again after the viewer tried is said again"] = async (use) => {
  const said = [];
  const screen = use({ speak: (words) => said.push(words), handlers: { retry: () => undefined } });
  screen.show(busy);
  screen.show({ ...busy });
  button("retry").click();
  screen.show({ ...busy });
  return unlike([said.length], [2]);
};

tests["what the viewer left does not come back by a later try of the same call"] = async (use) => {
  const screen = use();
  const call = { id: 7, attempt: 1, retryAt: Date.now() + 60_000, retryNow: () => undefined };
  screen.show(busy, call);
  press("Escape");
  screen.show({ ...busy }, { ...call, attempt: 2 });
  const same = screen.notice;
  screen.show(busy, { ...call, id: 8 });
  return unlike([same, screen.notice && screen.notice.code], [undefined, busy.code]);
};

tests["an app that draws all anew does not begin a countdown anew"] = async (use) => {
  let tries = 0;
  const screen = use({ handlers: { retry: () => { tries += 1; } } });
  const notice = soon(900);
  for (let turn = 0; turn < 6; turn += 1) {
    screen.show(JSON.parse(JSON.stringify(notice)));
    await later(200);
  }
  return unlike([tries], [1]);
};

tests["Back leaves the notice, never the app"] = async (use) => {
  const done = [];
  const handlers = { retry: () => undefined, go_back: () => done.push("go_back"), exit_app: () => done.push("exit_app") };
  const screen = use({ handlers });
  screen.show(lost);
  const offered = kinds().includes("exit_app");
  press("Escape");
  screen.show(lost);
  button("exit_app").click();
  return unlike([offered, done.join(), screen.notice], [true, "go_back,exit_app", undefined]);
};

tests["without a handler to try again leaves"] = async (use) => {
  let closed;
  const screen = use({ onClose: (notice) => { closed = notice; } });
  screen.show(blocked);
  button("retry").click();
  return unlike([screen.notice, closed === blocked], [undefined, true]);
};

tests["a notice without buttons has the focus itself"] = async (use) => {
  const input = element("input", { id: "own" });
  input.focus();
  const screen = use();
  screen.show({ ...blocked, actions: [] });
  const during = document.activeElement === one("notice");
  press("Escape");
  return unlike([during, screen.notice, active()], [true, undefined, "own"]);
};

tests["a notice beside an input in a label stands after the label"] = async (use) => {
  const label = element("label", { textContent: "Password " });
  const input = label.appendChild(document.createElement("input"));
  const screen = use();
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  return unlike([label.contains(one("notice")), label.nextSibling.contains(one("notice"))], [false, true]);
};

/** What an operator announces: `plainly.announce` of a poll. */
const announced = (id, explainer = plainly, until) => explainer.announce({ announcements: [{ id, reason: "maintenance", from: "2020-01-01T00:00:00Z", until }] });

tests["what is announced is shown until it is over, and drawn once however often the app polls"] = async (use) => {
  const screen = use();
  screen.announce(announced("a"));
  const [drawn, corner] = [one("notice"), one("corner").hidden];
  screen.announce(announced("a"));
  const same = one("notice") === drawn;
  screen.announce(undefined);
  return unlike([text("title") === undefined, same, corner, drawn.getAttribute("role"), screen.notice], [true, true, true, "alertdialog", undefined]);
};

tests["an announcement that the viewer left does not come back, another does"] = async (use) => {
  const closed = [];
  const screen = use({ handlers: { go_back: () => closed.push("went") }, onClose: (notice) => closed.push(notice.announcement) });
  screen.announce(announced("constructor"));
  button("dismiss").click();
  screen.announce(announced("constructor"));
  const gone = screen.notice;
  screen.announce(announced("b"));
  return unlike([gone, closed.join(), screen.notice && screen.notice.announcement], [undefined, "constructor", "b"]);
};

tests["what failed comes before what is announced, and stays when that is over"] = async (use) => {
  const screen = use();
  screen.announce(announced("a"));
  screen.show(blocked);
  screen.announce(announced("a"));
  const first = screen.notice;
  screen.announce(undefined);
  const stays = screen.notice;
  screen.hide();
  screen.announce(announced("a"));
  return unlike([first, stays, screen.notice && screen.notice.announcement], [blocked, blocked, "a"]);
};

tests["Back leaves what is announced, and not the page of the app"] = async (use) => {
  const closed = [];
  const screen = use({ handlers: { go_back: () => closed.push("went") }, onClose: (notice) => closed.push(notice.announcement) });
  screen.announce(announced("a"));
  press("Escape");
  return unlike([screen.notice, closed.join()], [undefined, "a"]);
};

tests["what is announced goes when it is over, without a poll"] = async (use) => {
  const screen = use();
  screen.announce(announced("a", plainly, new Date(Date.now() + 300).toISOString()));
  const [shows] = [Boolean(screen.notice)];
  await later(1500); // instants are whole seconds
  return unlike([shows, screen.notice], [true, undefined]);
};

tests["what is announced is said again in another language by announcing it again, once"] = async (use) => {
  const said = [];
  const screen = use({ speak: (words) => said.push(words) });
  screen.announce(announced("a"));
  const upside = speaker({ packs: [{ locale: "en", messages: { maintenance: "We sweep the floor." } }] });
  screen.reword(upside);
  const before = text("message");
  screen.announce(announced("a", upside));
  return unlike([before, text("message"), all("notice").length, said.length], ["We're doing some maintenance. Please try again later.", "We sweep the floor. Please try again later.", 1, 2]);
};

tests["a code in the language's own digits stands in the corner as support sees it"] = async (use) => {
  const screen = use();
  screen.show({ ...blocked, text: blocked.text.replace("490", "\u06f4\u06f9\u06f0"), requestId: undefined });
  return unlike([text("corner"), one("corner").hidden], ["490", false]);
};

tests["an inline notice is left by its own button, and leads to the input by the others"] = async (use) => {
  let closed = 0;
  const input = element("input", { id: "own" });
  const screen = use({ handlers: { check_input: () => undefined, go_back: () => undefined }, onClose: () => { closed += 1; } });
  screen.show({ ...wrong, presentation: "inline" }, { beside: input });
  button("check_input").focus();
  button("check_input").click();
  const led = active();
  button("go_back").focus();
  button("go_back").click();
  return unlike([led, screen.notice, closed, input.getAttribute("aria-invalid")], ["own", undefined, 1, null]);
};

/** `{ passed, failed: [text] }` */
async function run() {
  const { check, result } = checks();
  for (const [name, test] of Object.entries(tests)) {
    const mounted = [];
    await check(name, () => test((options, root = document.body) => {
      const screen = mount(root, { plainly, ...options });
      mounted.push(screen);
      return screen;
    }));
    mounted.forEach((screen) => screen.destroy());
    await check(`${name}: nothing stays in the page`, () => (document.querySelector("[class^=plainly]") ? [document.body.innerHTML.slice(0, 400)] : []));
    document.body.textContent = "";
  }
  return result;
}

window.done = run();
