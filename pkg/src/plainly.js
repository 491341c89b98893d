// The package's one object, over the core of any build.

import { explainer } from "./core/engine.js";
import { CONTEXT, context } from "./facts/context.js";
import { failure } from "./facts/failure.js";
import { attempt, call, get, isArray, isObject, joined, pick } from "./facts/guard.js";
import { methodOf } from "./facts/method.js";
import { recall, remember } from "./facts/memory.js";
import { CALL, CONFIG, ONE, members, plain } from "./facts/plain.js";
import { failureOf, mayBeCode, mayHoldError, responseIn, tellsError } from "./facts/response.js";
import { thrown } from "./facts/thrown/index.js";
import { clockTime, isZone, zoneOfDevice } from "./clock-time.js";
import { handled } from "./dispatch.js";
import { FailedCall } from "./failed-call.js";

/** What the core is told of the options; the rest are functions. */
const TOLD = ["locales", "packs", "catalogs", "provider", "codeStyle", "actions", "support"];
const OPTIONS = TOLD.concat("handlers", "thrown", "online", "onReport", "onNotice", "timeZone");
const PAUSES = ["offline", "stopped"]; // what a countdown says that does not run
const MOST_WRAPPERS = 32; // of an app's own errors: each caught thing is held against all of them
const MOST_REPORTS = 256; // that are counted: each is a short text
const MOST_CALLS = 4; // calls that getters and proxies make while they are looked at: more of them have no end
const OURS = {}; // what is remembered of a notice
/** What says which words a notice needs, and the words. */
const NEEDS = ["reason", "code", "words", "params", "toldMs", "until", "at", "actions", "serverCode", "requestId", "provider", "announcement"];
const SAID = ["title", "message", "text", "spoken", "locale", "direction", "actions"];
/** What a server or an operator wrote, which the core looks at again: a notice may come from anywhere. */
const WRITTEN = ["code", "serverCode", "requestId", "provider", "announcement"];
const FAILURE = ["status", "body", "cause", "reason", "thrown", "code", "recoverable"];

/**
 * Opens an explainer at once.
 * @param packs our further languages, by tag
 */
export function create(engine, packs, given) {
  return opened(engine, packs, chosen(given));
}

function opened(engine, packs, options, before) {
  const pack = get(packs, wanted(engine, packs, options));
  return over(engine, packs, options, pack, opened, before);
}

/**
 * Promises an explainer.
 * @param packs a loader for each of our further languages, by tag
 */
export function open(engine, packs, given) {
  return promised(engine, packs, chosen(given));
}

function promised(engine, packs, options, before) {
  let lost;
  const laid = (pack) => over(engine, packs, options, pack, promised, before, lost);
  return Promise.resolve().then(() => { // on a stack that is empty
    const locale = wanted(engine, packs, options);
    const loader = get(packs, locale);
    const missing = () => {
      lost = locale;
      report(options.onReport, { kind: "missing_pack", locale });
    };
    return loader && loader().then((module) => module.default).catch(missing);
  }).then(laid);
}

/** Every fault of a locale pack or catalog, or of options that hold some. */
export function faults(engine, given) {
  const has = (name) => get(given, name) !== undefined;
  const look = ["packs", "catalogs", "actions"].some(has) && !["messages", "locale", "codes", "announcements"].some(has)
    ? (core) => together(core, given)
    : (core) => core.validate(plain(given, CONFIG));
  const found = engine.ask(look) || engine.ask(look);
  if (!found) throw new Error("plainly: the core cannot look at it");
  return found;
}

/** What an explainer with these options reports. */
function together(core, given) {
  const one = new core.Explainer(members(given, TOLD, CONFIG), []);
  try {
    return one.reports.map(({ source, provider, fault }) => (fault
      ? Object.assign({}, fault, { place: fault.place ? source + "." + fault.place : source })
      : { place: "provider", expected: "the provider of a catalog", found: JSON.stringify(provider) }));
  } finally {
    one.free();
  }
}

function chosen(given) {
  const options = pick(given, OPTIONS);
  if (options.locales === undefined) options.locales = preferred();
  return options;
}

/**
 * Tells a listener what it should hear: the same thing once, and then how often it was seen, at the tenth time, the hundredth and so
 * on. Where nothing can be remembered of a listener it hears every one.
 */
function report(listener, told) {
  const heard = recall(listener) || joined();
  remember(listener, heard);
  const key = JSON.stringify(told);
  const known = key in heard;
  const count = (known ? heard[key] : 0) + 1;
  if (known || Object.keys(heard).length < MOST_REPORTS) heard[key] = count;
  if (count === 1) call(listener, told);
  else if (/^10+$/.test(count)) call(listener, Object.assign({}, told, { count }));
}

/** What an app can do that says it in handlers; support can be shown to be reached without one. */
function abilities({ handlers, support }) {
  if (!isObject(handlers)) return undefined;
  const able = handled(handlers);
  return isObject(support) ? able.concat("contact_support") : able;
}

function preferred() {
  if (typeof navigator === "undefined") return [];
  return attempt(() => navigator.languages || [navigator.language]) || [];
}

/**
 * The best of our languages that is wanted: the only one that is needed, for it is whole.
 * @param own languages beside ours, which are not to be downloaded; without them English will do where there is nothing else
 */
function wanted(engine, packs, { locales }, own) {
  const ours = Object.keys(packs).concat("en", own || []);
  if (!own && ours.length === 1) return "en";
  const asked = plain(locales, CALL); // a header may be long: its head will do
  const first = isArray(asked) ? asked[0] : asked;
  if (ours.indexOf(first) >= 0) return first; // to match takes a cold core longer than a notice
  return engine.ask((core) => core.negotiate(asked, ours));
}

/**
 * @param packs what it was opened with
 * @param pack one of our languages
 * @param again opens another, from all options
 * @param before what is known of the explainer that this one is made of
 * @param lost one of our languages that could not be loaded
 */
function over(engine, packs, options, pack, again, before, lost) {
  const told = members(options, TOLD, CONFIG);
  told.locales = plain(options.locales, CALL);
  if (told.actions === undefined) told.actions = abilities(options);
  const own = [].concat(told.packs).map((each) => get(each, "locale"));
  const wrappers = [options].concat(told.catalogs).reduce((all, each) => all.concat(plain(get(each, "thrown"), CONFIG)), [])
    .filter(isObject).slice(0, MOST_WRAPPERS);
  const inCore = explainer(told, plain(pack ? [pack] : [], CONFIG));
  // What is said where the core fails stands here before it can: nothing of the call is known then.
  const start = (core) => {
    const { locale, direction, reports } = inCore(core);
    const { notice } = inCore(core).explain(null, null);
    return { locale, direction, reports, soon: inCore(core).countdown(0), notice, text: JSON.stringify(notice) };
  };
  const about = engine.ask(start) || engine.ask(start) || before;
  if (!about) throw new Error("plainly: the core does not start");

  let zone; // found out once: each question takes an engine's memory
  const now = () => attempt(() => Date.now()) || 0;
  const announced = joined(); // what onNotice has heard of
  let calling = false;
  /** Calls an app's function. It may explain in its turn, but that calls none again. */
  const callApp = (given, told) => {
    if (calling) return undefined;
    calling = true;
    try {
      return call(given, told);
    } finally {
      calling = false;
    }
  };

  const tell = (told) => callApp(() => report(options.onReport, told));

  const lastResort = () => attempt(() => JSON.parse(about.text)) || about.notice;

  /** What the core makes of facts. */
  const inform = (failed, facts) => {
    const [what, when] = [members(failed, FAILURE, CALL), members(facts, CONTEXT, ONE)];
    what.headers = get(failed, "headers"); // lines of ours, longer than a text of a body's
    return engine.ask((core) => inCore(core).explain(what, when));
  };

  /** The end of what a notice tells, by the viewer's clock; undefined where there is none, or the engine cannot write it. */
  const endOf = ({ until, at, locale }) => {
    if (typeof until !== "number" || options.timeZone === null) return undefined;
    if (zone === undefined) zone = options.timeZone || zoneOfDevice() || null;
    return zone && clockTime(until, until - at, locale, told.locales, zone);
  };

  /** What the core makes of something once it is given the end of what that tells; `before` is what it made of it without. */
  const ended = (before, ask) => {
    const end = before && before.notice && endOf(before.notice);
    return (end && ask(end)) || before;
  };

  /** `{ notice, report }` of a notice's words. */
  const word = (needs, repeats) => {
    const ask = (end) => engine.ask((core) => inCore(core).reword(needs, repeats, end));
    return ended(ask(), ask);
  };

  let within = 0;
  /** @param key what was caught: without a context it is explained as it was before */
  const explain = (read, given, key) => {
    within += 1;
    try {
      if (within > MOST_CALLS) throw within;
      const before = given === undefined ? recall(key) || recall(get(key, "response")) || recall(get(key, "cause")) : undefined;
      const facts = context(before ? before.facts : given, () => callApp(options.online));
      const failed = (before && before.failed) || read(facts.target) || { thrown: true };
      // What the caller says comes before what is known of the call otherwise.
      if (facts.target === undefined) facts.target = get(failed, "target");
      if (facts.method === undefined) facts.method = methodOf(key);
      const last = before || recall(key);
      const answer = inform(failed, facts);
      const { notice } = answer;
      const worded = ended(answer, (end) => engine.ask((core) => inCore(core).reword(members(notice, NEEDS, CALL), false, end)));
      if (worded !== answer) Object.assign(notice, pick(worded.notice, SAID));
      // That words are lacking may be mended by the end alone.
      const told = worded !== answer && get(answer.report, "kind") === "missing_words" ? worded.report : answer.report;
      if (given !== undefined) [key, get(key, "response")].forEach((holder) => remember(holder, { facts, failed }));
      if (told) tell(told);
      remember(notice, OURS);
      // A client may ask of one failure more than once, and our own ask whether there is a connection.
      const again = get(given, "quiet") === true || (isObject(last) && get(get(last, "facts"), "attempt") === facts.attempt);
      if (notice && !again) callApp(options.onNotice, notice);
      return notice || lastResort();
    } catch (e) {
      return lastResort();
    } finally {
      within -= 1;
    }
  };

  const explainThrown = (error, context) => (recall(error) === OURS ? error
    : explain((target) => thrown(error, target, wrappers), context, error));

  /** The FailedCall that a response is; undefined where it tells a success. */
  const failedCall = (given, response, method = get(given, "method")) => {
    const facts = failure(given) || joined();
    const { status, body } = facts;
    const holds = () => (isObject(get(given, "body")) || mayHoldError(given, true))
      && (tellsError(facts) || (mayBeCode(body) && inform(facts, {}).notice.known));
    if (status < 400 && !(status >= 200 && status < 300 && attempt(holds))) return undefined;
    return new FailedCall({ status, headers: get(given, "headers"), body, method, response });
  };

  about.reports.forEach(tell);
  if (!isZone(options.timeZone)) {
    tell({ kind: "dropped_entry", source: "timeZone", fault: { place: "", expected: "a time zone, as Europe/Berlin", found: JSON.stringify(plain(options.timeZone, ONE)) } });
  }

  return Object.freeze({
    build: engine.build,
    locale: about.locale,
    direction: about.direction,
    fellBack: lost,
    handlers: options.handlers,
    explain: (given, context) => explain((target) => failure(given, target, wrappers), context),
    explainThrown,
    explainResponse(given, context) {
      const response = responseIn(given);
      if (!response) return Promise.resolve(explainThrown(given, context));
      return failureOf(response).then((read) => explain((target) => failure(read, target), context, given));
    },
    failedCall: (given) => failedCall(given),
    throwIfFailed(response, init) {
      const good = !(get(response, "status") >= 400);
      if (good && !mayHoldError(response)) return Promise.resolve(response);
      return failureOf(response, good).then((read) => {
        const failed = failedCall(read, response, get(init, "method"));
        if (failed) throw failed;
        return response;
      });
    },
    reword(given, how) {
      const needs = members(given, NEEDS, CALL);
      if (typeof needs.at !== "number") needs.at = now();
      const worded = word(needs, get(how, "repeats") === true);
      if (!worded) return lastResort();
      const words = worded.notice;
      const own = plain(isObject(given) ? given : {}, CALL) || joined();
      // What it lacks is as of a notice of which nothing is known.
      delete own["__proto__"]; // nobody becomes its heir
      for (const name of WRITTEN) {
        if (words[name] === undefined) delete own[name];
        else if (name in own) own[name] = words[name];
      }
      const notice = Object.assign({}, own, words, own, pick(words, SAID));
      if (own.at === undefined) delete notice.at;
      remember(notice, OURS);
      return notice;
    },
    announce(given, when) {
      const file = plain(given, CONFIG);
      const at = get(when, "now");
      const moment = typeof at === "number" && isFinite(at) ? at : now();
      const seen = plain(get(when, "seen"), CALL);
      const ask = (end) => engine.ask((core) => inCore(core).announce(file, moment, seen, end));
      const answer = ended(ask(), ask);
      if (!answer) return undefined;
      answer.reports.forEach(tell);
      const { notice } = answer;
      if (!notice) return undefined;
      remember(notice, OURS);
      const id = notice.announcement;
      if (!announced[id]) callApp(options.onNotice, notice);
      announced[id] = true;
      return notice;
    },
    countdown(delay) {
      const told = (typeof delay === "number" && isFinite(delay)) || PAUSES.indexOf(delay) >= 0 ? delay : 0;
      return engine.ask((core) => inCore(core).countdown(told)) || about.soon;
    },
    localeFor: (locales) => wanted(engine, packs, { locales }, own),
    with: (more) => again(engine, packs, joined(options, pick(more, OPTIONS)), about),
  });
}
