// The plural rule of a pack's head (src/locale/plural.rs), for tools: which forms there are, and numbers of each.

const rules = (rule) => rule.split(";").map((part) => part.trim()).filter(Boolean).map((part) => part.split(/:\s*/));

/** The forms of a language; "other" is the last. */
export const categories = (rule) => [...rules(rule).map(([name]) => name), "other"];

function holds(relation, n) {
  const found = /^[ni](?: % (\d+))? (!?=) ([\d.,]+)$/.exec(relation);
  if (!found) throw new SyntaxError(`no relation of whole numbers: ${relation}`);
  const [, modulus, sign, ranges] = found;
  const value = modulus ? n % Number(modulus) : n;
  const within = ranges.split(",").some((range) => {
    const [from, to = from] = range.split("..").map(Number);
    return from <= value && value <= to;
  });
  return within === (sign === "=");
}

/** The form that a whole number takes. */
export function category(rule, n) {
  const met = (condition) => condition.split(" or ").some((way) => way.split(" and ").every((relation) => holds(relation.trim(), n)));
  return rules(rule).find(([, condition]) => met(condition))?.[0] ?? "other";
}

/** Where rules differ for whole numbers at all, they differ here. */
const TRIED = [...Array(1000).keys(), 1_000_000, 2_000_000];

const told = new Map();

/** By form: the numbers that take it, of those tried. */
export function numbers(rule) {
  if (!told.has(rule)) {
    const found = new Map(categories(rule).map((name) => [name, []]));
    for (const n of TRIED) found.get(category(rule, n)).push(n);
    told.set(rule, found);
  }
  return told.get(rule);
}
