// From what a viewer chose to what the app does.

import { attempt, get, isArray } from "./facts/guard.js";

/** The actions that there are handlers for. */
export function handled(handlers) {
  return (attempt(() => Object.keys(handlers)) || []).filter((kind) => typeof get(handlers, kind) === "function");
}

/** Calls the handler of what was chosen of a notice: an action, or its kind. Says whether there was one. */
export function dispatch(notice, handlers) {
  return (chosen) => {
    const kind = typeof chosen === "string" ? chosen : get(chosen, "kind");
    const actions = get(notice, "actions");
    const [action] = (isArray(actions) ? actions : []).filter((each) => get(each, "kind") === kind);
    const handler = get(handlers, kind);
    if (typeof handler !== "function") return false;
    handler(action || { kind }, notice);
    return true;
  };
}
