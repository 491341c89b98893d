// Whatever was caught → plain facts. Libraries are known by the shape of what they throw, never by their classes.

import { attempt, isObject } from "../guard.js";
import { hidden, violation } from "./browser.js";
import { client } from "./client.js";
import { dash } from "./dash.js";
import { event } from "./event.js";
import { graphql } from "./graphql.js";
import { hls } from "./hls.js";
import { media } from "./media.js";
import { named } from "./named.js";
import { MOST_WITHIN } from "./parts.js";
import { shaka } from "./shaka.js";
import { request } from "./xhr.js";

/** Each gives facts, or nothing where it is not its shape; the more special come first. */
const SHAPES = [violation, shaka, hls, dash, media, graphql, event, request, hidden, client, named];

/** The facts of whatever was caught; `target` is what the caller says that the call was for. */
export function thrown(error, target, left = MOST_WITHIN) {
  if (!isObject(error) || left === 0) return undefined;
  for (const shape of SHAPES) {
    const facts = attempt(() => shape(error, (inner) => thrown(inner, target, left - 1), target));
    if (facts) return facts;
  }
}
