// Whatever was caught → plain facts. Libraries are known by the shape of what they throw, never by their classes.

import { attempt, isObject, joined } from "../guard.js";
import { hidden, violation } from "./browser.js";
import { client } from "./client.js";
import { dash } from "./dash.js";
import { event } from "./event.js";
import { graphql } from "./graphql.js";
import { hls } from "./hls.js";
import { media } from "./media.js";
import { named } from "./named.js";
import { own } from "./own.js";
import { MOST_WITHIN } from "./parts.js";
import { others } from "./players.js";
import { rpc } from "./rpc.js";
import { shaka } from "./shaka.js";
import { request } from "./xhr.js";

/** Each gives facts, or nothing where it is not its shape; the more special come first. */
const SHAPES = [own, violation, shaka, hls, dash, media, others, rpc, graphql, event, request, hidden, client, named];
const MOST_ERRORS = 24; // an error may hold several, and each of them too

/**
 * The facts of whatever was caught.
 * @param target what the caller says that the call was for
 * @param wrappers where an app's own errors hold what: paths by fact
 */
export function thrown(caught, target, wrappers = []) {
  let left = MOST_ERRORS;
  const look = (given, depth) => {
    const error = typeof given === "string" ? { message: given } : given;
    left -= 1;
    if (!isObject(error) || depth === 0 || left < 0) return undefined;
    for (const shape of SHAPES) {
      const facts = attempt(() => shape(error, (inner) => look(inner, depth - 1), target, wrappers));
      if (facts) return joined(facts); // what others put on Object.prototype is none of them
    }
  };
  return look(caught, MOST_WITHIN);
}
