// Looking at things that may be anything: getters that throw, revoked proxies, traps, and a page where others have put
// something on Object.prototype.

const EVERYBODYS = Object.prototype;
const MOST_PROTOTYPES = 16; // a proxy may tell another one without end

/** A member, or undefined where there is none or it cannot be read. What stands on Object.prototype is nobody's. */
export function get(holder, key) {
  try {
    return holder === null || holder === undefined || (key in EVERYBODYS && !has(holder, key)) ? undefined : holder[key];
  } catch (e) {
    return undefined;
  }
}

function has(holder, key) {
  for (let left = MOST_PROTOTYPES, at = Object(holder); left > 0 && at && at !== EVERYBODYS; left--, at = Object.getPrototypeOf(at)) {
    if (EVERYBODYS.hasOwnProperty.call(at, key)) return true;
  }
}

/** Makes a member, which no setter on Object.prototype can take away. */
export function put(holder, key, value, hidden) {
  if (hidden || key in EVERYBODYS) {
    Object.defineProperty(holder, key, { __proto__: null, value, writable: true, enumerable: !hidden, configurable: true });
  } else {
    holder[key] = value;
  }
}

/** An object that is nobody's heir, of all members of these. */
export const joined = (given, more) => Object.assign(Object.create(null), given, more);

export function isArray(value) {
  try {
    return Array.isArray(value);
  } catch (e) {
    return false;
  }
}

export function isObject(value) {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** What `work` returns, or undefined where it throws. */
export function attempt(work) {
  try {
    return work();
  } catch (e) {
    return undefined;
  }
}

/** What a pattern finds in a text, or one of its groups. */
export function match(pattern, text, group = 0) {
  const found = pattern.exec(text);
  return found ? found[group] : undefined;
}

/** The members of these names that are there. */
export function pick(given, keys) {
  const picked = joined();
  for (const key of keys) {
    const value = get(given, key);
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/** Calls an app's function, where it is one. What it throws, now or later, is its own business. */
export function call(given, told, more) {
  if (typeof given !== "function") return undefined; // to try is slow
  try {
    const answer = given(told, more);
    if (typeof get(answer, "then") === "function") answer.then(undefined, () => undefined);
    return answer;
  } catch (e) {
    return undefined;
  }
}
