// The same answer in other forms, as servers, gateways and clients send it: the notice stays the same. tests/mutations.rs
// does it natively. Node, browsers and old engines share it: only what ES5 has, or what Babel makes of it.

const BEFORE = "\ufeff \r\n\t";
const MEMBERS = ["code", "reason", "retry", "requestId", "title", "message"];

/** `{ name, failure }` of each other form that a failure has. */
export function mutations(failure) {
  if (typeof failure !== "object" || failure === null || Array.isArray(failure)) return [];
  const all = [];
  const add = (name, member, value) => {
    if (value === undefined || JSON.stringify(value) === JSON.stringify(failure[member])) return;
    const other = Object.assign({}, failure);
    other[member] = value;
    all.push({ name, failure: other });
  };
  const { headers } = failure;
  add("fields in upper case", "headers", renamedFields(headers, (name) => name.toUpperCase()));
  add("fields in lower case", "headers", renamedFields(headers, (name) => name.toLowerCase()));
  try {
    otherBodies(failure.body).forEach(({ name, body }) => add(name, "body", body));
  } catch (e) {
    // The stack of an old engine ends before so deep a body does.
    if (!(e instanceof RangeError)) throw e;
  }
  return all;
}

/** The names of all forms. */
export const NAMES = ["fields in upper case", "fields in lower case", "as text", "parsed", "after a BOM and spaces", "in a list", "in data",
  "in snake_case", "in camelCase", "in PascalCase", "in kebab-case", "with CRLF"];

/** `{ name, body }` of each other form of a body. */
function otherBodies(body) {
  const isText = typeof body === "string";
  const json = isText ? parsed(body) : body;
  if (typeof json !== "object" || json === null) {
    if (!isText) return [];
    const lines = { name: "with CRLF", body: body.replace(/\r?\n/g, "\r\n") };
    return [{ name: "after a BOM and spaces", body: BEFORE + body }].concat(json === undefined ? lines : []);
  }
  const text = isText ? body : JSON.stringify(body);
  const forms = [isText ? { name: "parsed", body: json } : { name: "as text", body: text },
    { name: "after a BOM and spaces", body: BEFORE + text + "\n " }];
  // As it came: as text, or parsed.
  const add = (name, value) => forms.push({ name, body: isText ? JSON.stringify(value) : value });
  if (!Array.isArray(json)) {
    add("in a list", [json]);
    if (!isGraphQl(json)) add("in data", { data: json });
  }
  Object.keys(STYLES).forEach((name) => {
    const value = renamed(json, STYLES[name]);
    // What has the same names already is the same text but for its spaces.
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(json)) add(name, value);
  });
  return forms;
}

/** The JSON of a text, if it is that. */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (e) {
    return undefined;
  }
}

/** Where `data` and `errors` have their own meaning. */
const isGraphQl = (json) => Object.keys(json).some((key) => {
  const name = fold(key);
  return name === "data" || (name === "errors" && Array.isArray(json[key]));
});

const fold = (name) => name.replace(/[_-]/g, "").toLowerCase();
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

const STYLES = {
  "in snake_case": (words) => words.join("_"),
  "in camelCase": (words) => words[0] + words.slice(1).map(capital).join(""),
  "in PascalCase": (words) => words.map(capital).join(""),
  "in kebab-case": (words) => words.join("-"),
};

/** The words of a member's name: of `errorCode`, `error_code`, `ErrorCode` and `error-code` the same two. */
export function wordsOf(name) {
  const apart = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return apart.toLowerCase().split(/[ _-]+/).filter((word) => word !== "");
}

/** The JSON with other names of its members; nothing where two would be equal. */
export function renamed(json, style) {
  if (Array.isArray(json)) {
    const items = json.map((item) => renamed(item, style));
    return items.indexOf(undefined) < 0 ? items : undefined;
  }
  if (typeof json !== "object" || json === null) return json;
  const members = {};
  const clear = Object.keys(json).every((key) => {
    // "@type" and "__type" are their formats' own, and what is no word has no style.
    const name = /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) ? style(wordsOf(key)) : key;
    if (Object.prototype.hasOwnProperty.call(members, name)) return false;
    // Header fields that a gateway passes on keep their names.
    const value = fold(key) === "headers" ? json[key] : renamed(json[key], style);
    Object.defineProperty(members, name, { value, configurable: true, enumerable: true, writable: true });
    return value !== undefined;
  });
  return clear ? members : undefined;
}

/** Header fields with other names, in whatever form they are; nothing where two would be equal. */
function renamedFields(headers, style) {
  if (typeof headers === "string") return headers.replace(/^[^:\r\n]+(?=:)/gm, style);
  if (Array.isArray(headers)) {
    return headers.map((pair) => (Array.isArray(pair) && typeof pair[0] === "string" ? [style(pair[0])].concat(pair.slice(1)) : pair));
  }
  if (typeof headers !== "object" || headers === null) return undefined;
  const fields = {};
  Object.keys(headers).forEach((name) => (fields[style(name)] = headers[name]));
  return Object.keys(fields).length === Object.keys(headers).length ? fields : undefined;
}

/** What a mutation may not change, of a notice. */
const differing = (before, after) => {
  const found = [];
  MEMBERS.forEach((name) => {
    const [was, is] = [before[name], after[name]].map((value) => (value === undefined ? "nothing" : JSON.stringify(value)));
    // Where the reason is another, so are its words.
    const follows = found.length > 0 && (name === "title" || name === "message");
    if (was !== is && !follows) found.push(`${name} ${was} became ${is}`);
  });
  return found.join(", ");
};

/**
 * Explains a case's other forms: `{ asked: { name: number }, faults: { name: [text] } }` is counted on in `result`. `exempt` is
 * tests/mutations.json, `speaker` has the case's options.
 */
export function compareForms(speaker, file, given, exempt, result) {
  const context = Object.assign({}, given.context, given.context && given.context.random === "any" ? { random: 0 } : {});
  const forms = "failure" in given ? mutations(given.failure) : [];
  const before = forms.length > 0 && speaker.explain(given.failure, context);
  const mine = exempt.filter((each) => each.file === file && each.case === given.name);
  forms.filter(({ name }) => !mine.some((each) => each.forms.indexOf(name) >= 0)).forEach(({ name, failure }) => {
    const difference = differing(before, speaker.explain(failure, context));
    result.asked[name] = (result.asked[name] || 0) + 1;
    if (difference) (result.faults[name] = result.faults[name] || []).push(`  ${file}, "${given.name}": ${difference}`);
  });
  return result;
}

/** All differences, form by form; empty when there is none. */
export const reportOf = ({ asked, faults }) => Object.keys(faults).map((name) =>
  [`${name}: ${faults[name].length} of ${asked[name]} have another notice`].concat(faults[name]).join("\n"));
