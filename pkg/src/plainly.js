// The package's one object, over the core of any build.

import { fields, notice } from "./answer.js";
import { based } from "./based.js";
import { CONTEXT, context } from "./facts/context.js";
import { failure } from "./facts/failure.js";
import { attempt, get, pick } from "./facts/guard.js";
import { failureOf } from "./facts/response.js";
import { thrown } from "./facts/thrown/index.js";
import { all, CALL, CONFIG, write } from "./tape.js";

const OPTIONS = ["locales", "packs", "catalogs", "provider", "codeStyle", "actions", "support", "online", "onReport"];

// In the order in which the core reads them (src/locale/pack.rs, src/decode.rs).
const PACK = ["locale", "direction", "digits", "plural", "messages"];
const GIVEN = ["provider", "codeStyle", "actions"];
const SUPPORT = ["phone", "email", "url"];
const FAILURE = ["status", "headers", "body", "cause", "reason", "thrown", "code", "recoverable"];

const NONE = write([], 1);

/**
 * Opens an explainer over what is there.
 * @param engine `{ build, ask }`, and what preparing() gives
 * @param data `{ base, packs }`: our English and catalogs as a question, and our further languages by tag
 */
export function create(engine, data, given) {
  const options = chosen(given);
  const pack = data.packs[engine.wanted(data, options)];
  return over(engine, data, options, prepared(engine, data, options, pack), pack, (more) => create(engine, data, more));
}

/**
 * Promises an explainer.
 * @param engine where it does not prepare by itself, its `part()` promises what preparing() gives
 * @param data `packs` holds a loader for each further language; `obvious` finds one where that needs no part
 */
export function open(engine, data, given) {
  const options = chosen(given);
  /** @param part what prepares, where that is needed */
  const opened = (part, locale) => {
    const laid = (pack) =>
      over(engine, data, options, prepared(part, data, options, pack), pack, (more) => open(engine, data, more));
    const missing = () => tell(options, { kind: "missing_pack", locale });
    const loader = data.packs[locale];
    return loader ? loader().then((module) => module.default).catch(missing).then(laid) : laid();
  };
  const preparing = (part) => opened(part, part.wanted(data, options));
  return Promise.resolve(engine).then(({ part }) => {
    if (!part) return preparing(engine);
    const locale = !options.packs && !options.catalogs && data.obvious(options.locales);
    if (locale) return opened(undefined, locale);
    return part().then(preparing, () => {
      tell(options, { kind: "missing_part" });
      return opened();
    });
  });
}

function chosen(given) {
  const options = pick(given, OPTIONS);
  if (options.locales === undefined) options.locales = preferred();
  return options;
}

function tell({ onReport }, told) {
  attempt(() => onReport(told));
}

/** What is laid over our own words and codes, and reports of what was wrong with it; nothing where no part prepares it. */
function prepared(part, data, options, pack) {
  if (part && (options.packs || options.catalogs)) return part.prepared(data, options, pack);
  return [NONE + NONE + write(pack ? [get(pack, "locale")] : [], CONFIG), []];
}

/**
 * @param more what is prepared, and reports
 * @param again opens another, from all options
 */
function over(engine, data, options, [more, dropped], pack, again) {
  const { ask, build } = engine;
  const report = (told) => tell(options, told);
  const packs = pack ? "5!" + all(pack, PACK, CONFIG) : NONE;
  const told = all(options, GIVEN, CONFIG) + all(options.support, SUPPORT, CONFIG);
  const [number, spoken, direction, provider] = fields(based(ask, data)("o" + more + packs + told));
  // Each method of the explainer holds this, whatever becomes of the others.
  const core = { number: write(Number(number), 1) };
  closeWith(core, ask);
  dropped.forEach(report);
  if (provider) report({ kind: "unknown_provider", provider });

  const answer = (read, given) => {
    const facts = context(given, options.online);
    const failed = read(facts.target);
    // What the caller says comes before what a player's error is about.
    if (failed && facts.target === undefined) facts.target = failed.target;
    return ask("e" + core.number + all(failed || { thrown: true }, FAILURE, CALL) + all(facts, CONTEXT, CALL));
  };
  // What nothing should ever need: the answer for when the core itself fails.
  const lastResort = answer(() => undefined, {});
  const explain = (read, given) => {
    const [told, unknown] = notice(attempt(() => answer(read, given)) || lastResort);
    if (unknown) report(unknown);
    return told;
  };

  return Object.freeze({
    build,
    locale: spoken,
    direction,
    explain: (given, context) => explain((target) => failure(given, target), context),
    explainThrown: (error, context) => explain((target) => thrown(error, target), context),
    explainResponse: (response, context) =>
      failureOf(response).then((read) => explain((target) => failure(read, target), context)),
    countdown: (delayMs) => fields(ask("c" + core.number + write(delayMs, 1)))[0],
    with: (more) => again(Object.assign({}, options, pick(more, OPTIONS))),
  });
}

let closing;

/** Frees an explainer in the core when nobody holds its `core` any more. */
function closeWith(core, ask) {
  if (typeof FinalizationRegistry !== "function") return;
  if (!closing) closing = new FinalizationRegistry(([ask, number]) => ask("x" + number));
  closing.register(core, [ask, core.number]);
}

function preferred() {
  if (typeof navigator === "undefined") return [];
  return attempt(() => navigator.languages || [navigator.language]) || [];
}
