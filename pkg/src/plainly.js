// The package's one object, over the core of any build.

import { about, faults as faultsOf, fields, notice } from "./answer.js";
import { context, pick } from "./facts.js";
import { attempt, isArray } from "./guard.js";
import { failureOf } from "./response.js";
import { CALL, CONFIG, write } from "./tape.js";
import { failure, thrown } from "./thrown.js";

const OPTIONS = ["locales", "packs", "catalogs", "provider", "codeStyle", "actions", "support", "online", "onReport"];

/**
 * Opens an explainer over what is there.
 * @param engine `{ build, ask }`
 * @param data `{ english, catalogs, packs }`: `packs` holds our further languages, by tag
 */
export function create(engine, data, given) {
  const options = chosen(given);
  return over(engine, data, options, data.packs[wanted(engine, data, options)], (more) => create(engine, data, more));
}

/** Promises an explainer; `packs` holds a loader for each further language. */
export function open(engine, data, given) {
  return new Promise((resolve) => {
    const options = chosen(given);
    const locale = wanted(engine, data, options);
    const opened = (pack) => over(engine, data, options, pack, (more) => open(engine, data, more));
    if (!locale) return resolve(opened());
    const missing = () => tell(options, { kind: "missing_pack", locale });
    resolve(data.packs[locale]().then((module) => module.default).catch(missing).then(opened));
  });
}

/** Every fault of a locale pack or catalog. */
export function faults(engine, data, given) {
  return faultsOf(ask(based(engine, data), ["validate", given], CONFIG, 1));
}

function chosen(given) {
  const options = pick(given, OPTIONS);
  if (options.locales === undefined) options.locales = preferred();
  return options;
}

function tell({ onReport }, told) {
  attempt(() => onReport(told));
}

/** @param again opens another, from all options */
function over(engine, data, options, pack, again) {
  const report = (told) => tell(options, told);
  const [number, spoken, direction, reports] = about(ask(based(engine, data), ["open", pack ? [pack] : [], plain(options)], CONFIG, 2));
  // Each method of the explainer holds this, whatever becomes of the others.
  const core = { number: Number(number) };
  closeWith(core, engine);
  reports.forEach(report);

  const answer = (read, given) => {
    const facts = context(given, options.online);
    const failed = read(facts.target);
    // What the caller says comes before what a player's error is about.
    if (failed && facts.target === undefined) facts.target = failed.target;
    return ask(engine, ["explain", core.number, failed, facts], CALL, 2);
  };
  // What nothing should ever need: the answer for when the core itself fails.
  const lastResort = answer(() => undefined, {});
  const explain = (read, given) => {
    const [told, unknown] = notice(attempt(() => answer(read, given)) || lastResort);
    if (unknown) report(unknown);
    return told;
  };

  return Object.freeze({
    build: engine.build,
    locale: spoken,
    direction,
    explain: (given, context) => explain((target) => failure(given, target), context),
    explainThrown: (error, context) => explain((target) => thrown(error, target), context),
    explainResponse: (response, context) =>
      failureOf(response).then((read) => explain((target) => failure(read, target), context)),
    countdown: (delayMs) => fields(ask(engine, ["countdown", core.number, delayMs], CALL, 1))[0],
    with: (more) => again(Object.assign({}, options, pick(more, OPTIONS))),
  });
}

function plain(options) {
  const list = (value) => (isArray(value) ? value : undefined);
  return Object.assign({}, options, { packs: list(options.packs), catalogs: list(options.catalogs) });
}

/** Asks the core and gets its answer. */
function ask(engine, question, nodes, levels) {
  return engine.ask(write(question, nodes, levels));
}

/** An engine that knows our words and codes: told once, for telling takes longer than opening. */
function based(engine, data) {
  if (!engine.isBased) ask(engine, ["base", data.english, data.catalogs], CONFIG, 2);
  engine.isBased = true;
  return engine;
}

let closing;

/** Frees an explainer in the core when nobody holds its `core` any more. */
function closeWith(core, engine) {
  if (typeof FinalizationRegistry !== "function") return;
  if (!closing) closing = new FinalizationRegistry(([engine, number]) => ask(engine, ["close", number], CALL, 1));
  closing.register(core, [engine, core.number]);
}

/** Which of our further languages must be loaded: the best of ours that is wanted, for it is whole. */
function wanted(engine, data, options) {
  const [best] = fields(ask(engine, ["negotiate", options.locales, Object.keys(data.packs).concat("en")], CONFIG, 1));
  return best === "en" ? undefined : best;
}

function preferred() {
  if (typeof navigator === "undefined") return [];
  return attempt(() => navigator.languages || [navigator.language]) || [];
}
