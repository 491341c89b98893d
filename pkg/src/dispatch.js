// From what a viewer chose to what the app does.

import { attempt, get, isArray } from "./facts/guard.js";

/** The actions that there are handlers for. */
export function handled(handlers) {
  return (attempt(() => Object.keys(handlers)) || []).filter((kind) => typeof get(handlers, kind) === "function");
}

/** Calls the handler of an action: `{ done, answer }`, whether there was one and what it returned. */
export function handle(notice, handlers, action) {
  const handler = get(handlers, get(action, "kind"));
  if (typeof handler !== "function") return { done: false };
  return { done: true, answer: handler(action, notice) };
}

/** What calls the handler of what was chosen of a notice, an action or its kind, and says whether there was one. */
export function dispatch(notice, handlers) {
  return (chosen) => {
    const kind = typeof chosen === "string" ? chosen : get(chosen, "kind");
    const actions = get(notice, "actions");
    const [action = { kind }] = (isArray(actions) ? actions : []).filter((each) => get(each, "kind") === kind);
    return handle(notice, handlers, action).done;
  };
}
