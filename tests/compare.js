// Runs the cases of tests/cases/ on a built package and compares what comes out. Node, browsers and old engines share
// it: only what ES5 has, or what Babel makes of it.

/** Where `actual` is not as expected: every key given must be equal, absent keys are free, null means absent. */
export function differences(expected, actual, place = "") {
  if (expected === null) return actual === undefined ? [] : [`${place}: must be absent, is ${show(actual)}`];
  if (Array.isArray(expected)) {
    // From the first to the second.
    if (typeof actual === "number" && expected.length === 2) {
      return expected[0] <= actual && actual <= expected[1] ? [] : [wrong(place, expected, actual)];
    }
    if (!Array.isArray(actual) || actual.length !== expected.length) return [wrong(place, expected, actual)];
    return joined(expected, (item, at) => differences(item, actual[at], `${place}[${at}]`));
  }
  if (typeof expected === "object") {
    if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return [wrong(place, expected, actual)];
    return joined(Object.keys(expected), (key) => {
      if (key === "actionKinds") {
        return differences(expected[key], (actual.actions || []).map(({ kind }) => kind), `${place}.actionKinds`);
      }
      return differences(expected[key], actual[key], place ? `${place}.${key}` : key);
    });
  }
  return expected === actual ? [] : [wrong(place, expected, actual)];
}

const joined = (list, each) => list.reduce((all, item, at) => all.concat(each(item, at)), []);
const wrong = (place, expected, actual) => `${place}: expected ${show(expected)}, got ${show(actual)}`;
const show = (value) => (value === undefined ? "nothing" : JSON.stringify(value));

/** What an app would have caught: an Error where the case's description has a name. */
export function thrownOf(described) {
  if (typeof described !== "object" || described === null || Array.isArray(described)) return described;
  if (typeof described.name !== "string") return described;
  const error = new Error(described.message || "");
  for (const key of Object.keys(described)) {
    const value = key === "cause" ? thrownOf(described[key]) : described[key];
    Object.defineProperty(error, key, { value, configurable: true, writable: true });
  }
  return error;
}

const DRAWS = 1000;

/** A case's random number or, where it says "any", both ends of [0, 1) and `count` between them, the same every time. */
function draws({ random }, count) {
  if (random !== "any") return [random];
  const randoms = [0, 1 - 2 ** -53];
  for (let n = 0, seed = 0x9e3779b9; n < count; n += 1) {
    // Marsaglia's xorshift32.
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    randoms.push((seed >>> 0) / 2 ** 32);
  }
  return randoms;
}

/** A case's calls, in its own language and in the others that it names: `{ locale, options, expected }`. */
function callsOf(given) {
  const call = (expected, locale) => {
    const options = Object.assign({ locales: ["en"] }, given.options, locale ? { locales: [locale] } : {});
    const wanted = locale && !("locale" in expected) ? Object.assign({ locale }, expected) : expected;
    return { locale, options, expected: wanted };
  };
  const others = given.locales || {};
  return [call(given.expect || {})].concat(Object.keys(others).map((locale) => call(others[locale], locale)));
}

/** Options with the catalogs that a case names. */
const adding = (options, catalogs) => Object.assign({}, options, { catalogs: catalogs.concat(options.catalogs || []) });

/** A case's notices from an explainer that has its options. */
function notices(speaker, given, count) {
  return draws(given.context || {}, count).map((random) => {
    const context = Object.assign({}, given.context, { random });
    return "thrown" in given
      ? speaker.explainThrown(thrownOf(given.thrown), context)
      : speaker.explain(given.failure, context);
  });
}

/** What is wrong with the notices of one call. */
function wrongIn(speaker, given, { locale, expected }, count) {
  const faults = joined(notices(speaker, given, count), (notice) => incomplete(notice).concat(differences(expected, notice)));
  return faults.map((fault) => (locale ? `in ${locale}: ${fault}` : fault));
}

/** The speaker of one call; the package that `plainly` is of is shared. */
async function speaking(plainly, given, { options }) {
  const files = (given.catalogs || []).map((name) => `../pkg/dist/catalogs/${name}.js`);
  const modules = await Promise.all(files.map((file) => import(file)));
  return plainly.with(adding(options, modules.map((module) => module.default)));
}

/** The explainer of a case, in its own language. */
export const speakerOf = (plainly, given) => speaking(plainly, given, callsOf(given)[0]);

/** A case's notices, in its own language or in `locale`. */
export async function noticesOf(plainly, given, locale) {
  const [call] = callsOf(given).filter((each) => each.locale === locale);
  return notices(await speaking(plainly, given, call), given, DRAWS);
}

/** What is wrong with a case, over all its languages; empty when nothing is. */
export async function faultsOf(plainly, given, count = DRAWS) {
  const faults = [];
  for (const call of callsOf(given)) faults.push(...wrongIn(await speaking(plainly, given, call), given, call, count));
  return faults;
}

/** The options of each of a case's calls, where `catalogs` holds those that cases name. */
export function optionsOf(given, catalogs) {
  const named = (given.catalogs || []).map((name) => catalogs[name]);
  return callsOf(given).map(({ options }) => adding(options, named));
}

/** The same at once: `open` gives an explainer for options that `optionsOf` named. */
export function faultsAtOnce(open, given, catalogs, count) {
  const options = optionsOf(given, catalogs);
  return joined(callsOf(given), (call, at) => wrongIn(open(options[at]), given, call, count));
}

const STRINGS = ["code", "reason", "category", "title", "message", "text", "spoken", "locale"];
const NAMES = {
  severity: ["info", "warning", "error", "fatal"],
  presentation: ["none", "inline", "screen"],
  politeness: ["polite", "assertive"],
  direction: ["ltr", "rtl"],
};
const RETRIES = {
  auto: [["delayMs", "attempt"], ["attemptsLeft", "pollIntervalMs", "expiresInMs"]],
  deferred: [["delayMs"], []],
  when_online: [["delayMs", "pollMs"], []],
  after_action: [[], ["delayMs"]],
  never: [[], []],
};
const OPTIONAL = ["serverCode", "requestId", "provider", "status", "words", "params", "toldMs", "until", "at"];
// What a timer can hold.
const MOST = 2 ** 31 - 1;
const whole = (value) => typeof value === "number" && value >= 0 && value % 1 === 0;

/** What a notice lacks to be shown as it is; empty when it is whole. */
export function incomplete(notice) {
  if (typeof notice !== "object" || notice === null) return [`no notice, but ${show(notice)}`];
  const faults = [];
  const check = (fine, name) => fine || faults.push(`${name} is ${show(notice[name])}`);
  for (const name of STRINGS) check(typeof notice[name] === "string" && notice[name] !== "", name);
  for (const name of Object.keys(NAMES)) check(NAMES[name].indexOf(notice[name]) >= 0, name);
  for (const name of ["endsSession", "known"]) check(typeof notice[name] === "boolean", name);
  for (const name of ["serverCode", "requestId", "provider", "words"]) {
    check(!(name in notice) || (typeof notice[name] === "string" && notice[name] !== ""), name);
  }
  check(!("status" in notice) || (whole(notice.status) && notice.status >= 100 && notice.status < 1000), "status");
  for (const name of ["until", "at"]) check(!(name in notice) || whole(notice[name]), name);
  check(!("toldMs" in notice) || (whole(notice.toldMs) && notice.toldMs <= MOST), "toldMs");
  const param = (name) => whole(notice.params[name]) || (typeof notice.params[name] === "string" && notice.params[name] !== "");
  check(!("params" in notice) || Object.keys(notice.params).every(param), "params");
  const labelled = ({ kind, label }) => typeof kind === "string" && kind && typeof label === "string" && label;
  check(Array.isArray(notice.actions) && notice.actions.every(labelled), "actions");
  check(isRetry(notice.retry), "retry");
  const known = [...STRINGS, ...Object.keys(NAMES), ...OPTIONAL, "endsSession", "known", "actions", "retry"];
  for (const name of Object.keys(notice)) if (known.indexOf(name) < 0) faults.push(`${name} is no member of a notice`);
  return faults;
}

function isRetry(retry) {
  const members = retry && RETRIES[retry.kind];
  if (!members) return false;
  const [needed, free] = members;
  const { kind, action, ...numbers } = retry;
  return (kind === "after_action" ? typeof action === "string" : action === undefined)
    && needed.every((name) => name in numbers)
    && Object.keys(numbers).every((name) => needed.concat(free).indexOf(name) >= 0 && whole(numbers[name])
      && !(/Ms$/.test(name) && numbers[name] > MOST));
}
