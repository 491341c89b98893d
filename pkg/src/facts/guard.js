// Looking at things that may be anything: getters that throw, revoked proxies, traps.

/** A member, or undefined where there is none or it cannot be read. */
export function get(holder, key) {
  try {
    return holder === null || holder === undefined ? undefined : holder[key];
  } catch (e) {
    return undefined;
  }
}

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

/** The members of these names that are there. */
export function pick(given, keys) {
  const picked = {};
  for (const key of keys) {
    const value = get(given, key);
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/** Calls an app's function, where it is one. What it throws, now or later, is its own business. */
export function call(given, ...told) {
  if (typeof given !== "function") return undefined; // to try is slow
  try {
    const answer = given(...told);
    if (answer && typeof answer.then === "function") answer.then(undefined, () => undefined);
    return answer;
  } catch (e) {
    return undefined;
  }
}
