// plainly/tv's notices in whatever engine has a page: drawn, walked, counted down, left. Keys are events that we make.

const BLOCKED = { status: 401, body: { error: { code: 490 } } };
const BUSY = { status: 503, headers: { "Retry-After": "60" } };
const LEAST = 640; // px of a window in which there must be room; QtWebEngine's may have none yet

const all = (name) => Array.prototype.slice.call(document.querySelectorAll(".plainly-" + name));
const kindOf = (element) => (element && element.getAttribute("data-kind")) || (element && element.id);
const active = () => kindOf(document.activeElement);

/** Whether it was used. */
function press(keyCode) {
  const event = document.createEvent("Event");
  event.initEvent("keydown", true, true);
  event.keyCode = keyCode;
  document.activeElement.dispatchEvent(event);
  return event.defaultPrevented;
}

/** What is out of the window, or on the wrong side. */
function misplaced(notice, scope) {
  if (scope.innerWidth < LEAST) return [];
  const faults = [];
  const rtl = notice.direction === "rtl";
  const boxes = all("action").map((each) => each.getBoundingClientRect());
  all("action").concat(all("title"), all("message"), all("corner").filter((each) => each.offsetWidth)).forEach((each) => {
    const { left, right, top, bottom } = each.getBoundingClientRect();
    if (!(left >= 0 && right <= scope.innerWidth && top >= 0 && bottom <= scope.innerHeight && right > left && bottom > top)) {
      faults.push(`${each.className} is at ${[left, top, right, bottom].join()} of ${scope.innerWidth} by ${scope.innerHeight}`);
    }
  });
  if (boxes[0].height < 44) faults.push(`buttons are ${boxes[0].height} high`);
  if (boxes[1].top === boxes[0].top && boxes[1].left > boxes[0].left === rtl) faults.push("buttons stand the other way round");
  const [whole] = all("notice").map((each) => each.getBoundingClientRect());
  if (Math.abs(whole.width - scope.innerWidth) > 20 || Math.abs(whole.height - scope.innerHeight) > 20) faults.push(`it takes ${whole.width} by ${whole.height}`);
  const size = (name) => parseFloat(scope.getComputedStyle(all(name)[0]).fontSize);
  if (!(size("title") > size("message") * 1.3)) faults.push(`the title has ${size("title")} px, the message ${size("message")}`);
  const edge = (name) => all(name)[0].getBoundingClientRect()[rtl ? "right" : "left"];
  if (Math.abs(edge("title") - edge("action")) > 3) faults.push(`the title starts at ${edge("title")}, a button at ${edge("action")}`);
  return faults;
}

/** Calls `done` with what is wrong, a text each. */
function spoken(plainly, locale, scope, done) {
  const faults = [];
  const is = (what, found, wanted) => {
    if (found !== wanted) faults.push(`${locale}: ${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  };
  const own = document.createElement("button");
  own.id = "own";
  document.body.appendChild(own);
  own.focus();
  let tries = 0;
  let closed = 0;
  const speaker = plainly.create({ locales: locale, online: () => true, support: { phone: "+44 20 7946 0000", url: "https://help.example.com/tv" } });
  const screen = plainly.screen.mount(document.body, {
    plainly: speaker, handlers: { retry() { tries += 1; } }, online: () => true, onClose() { closed += 1; },
  });
  const blocked = speaker.explain(BLOCKED, { provider: "ministra" });
  screen.show(blocked);
  is("language", blocked.locale, locale);
  is("title", all("title")[0].textContent, blocked.title);
  is("buttons", all("action").map((each) => each.textContent).join("|"), blocked.actions.map(({ label }) => label).join("|"));
  misplaced(blocked, scope).forEach((fault) => faults.push(`${locale}: ${fault}`));
  const ahead = blocked.direction === "rtl" ? 37 : 39;
  const walked = blocked.actions.map(() => {
    const at = active();
    if (!press(ahead)) faults.push(`${locale}: an arrow key is not used`);
    return at;
  });
  is("the way over the buttons", walked.join(), blocked.actions.map(({ kind }) => kind).join());
  press(blocked.direction === "rtl" ? 39 : 37);
  is("the way back", active(), blocked.actions[blocked.actions.length - 2].kind);
  all("action")[0].click();
  is("support", all("contact")[0].textContent.indexOf("+44 20 7946 0000") >= 0, true);
  is("Back is used", press(461), true);
  is("what had the focus", active(), "own");
  is("notices", all("notice").length, 0);
  is("left", closed, 1);
  const busy = speaker.explain(BUSY, { random: 0 });
  screen.show(Object.assign({}, busy, { retry: { kind: "auto", delayMs: 1200, attempt: 2 } }));
  is("countdown", all("countdown")[0].textContent, speaker.countdown(2000));
  setTimeout(() => {
    is("later", all("countdown")[0].textContent, speaker.countdown(0));
    is("tries", tries, 1);
    screen.hide();
    is("the focus", active(), "own");
    screen.destroy();
    is("what stays", document.querySelectorAll("[class^=plainly]").length, 0);
    document.body.removeChild(own);
    done(faults);
  }, 2000);
}

/** Calls `done` with what is wrong, a text each; `plainly` is the scripts' global. */
export function screens(plainly, scope, done) {
  const faults = [];
  const locales = ["en", "ar"];
  const next = () => {
    const locale = locales.shift();
    if (locale === undefined) return done(faults);
    try {
      spoken(plainly, locale, scope, (found) => {
        faults.push(...found);
        next();
      });
    } catch (e) {
      done(faults.concat(`${locale}: threw ${e} ${(e && e.stack) || ""}`));
    }
  };
  next();
}
