// dash.js 5 (its loaders of manifests and segments, which it lets anybody extend). Licences it loads past them.

import { call, get } from "../facts/guard.js";
import { client } from "./client.js";
import { follow } from "./follow.js";
import { now } from "./wait.js";

/** What dash.js loads by these loaders, by its own names; each of them is tried once, for the tries are inside. */
const TYPES = ["MPD", "XLinkExpansion", "MediaSegment", "InitializationSegment", "BitstreamSwitchingSegment", "IndexSegment",
  "FragmentInfoSegment", "other"];
const MANIFEST = /^(MPD|XLink)/;
const SEGMENT = /Segment$/;

/** To be called before `player.initialize()`. */
export function dashRetry(plainly, player, options) {
  const own = client(plainly, options);
  // `this.parent` is dash.js' own loader, whose functions ours then stand for.
  function loader() {
    const { load } = this.parent;
    return { load: (request, response) => followed(own, load, request, response) };
  }
  ["XHRLoader", "FetchLoader"].forEach((name) => player.extend(name, loader, true));
  const once = {};
  TYPES.forEach((type) => { once[type] = 0; });
  player.updateSettings({ streaming: { retryAttempts: once } });
}

/**
 * @param load sends a request, fills in the response and calls the functions of the request's `customData`
 * @param request a CommonMediaRequest; `response`: a CommonMediaResponse
 */
function followed(own, load, request, response) {
  const { method, customData: data } = request;
  const { onloadend, onprogress, onabort, ontimeout } = data;
  const type = get(get(data, "request"), "type");
  const handle = follow(own, {
    input: request.url,
    method,
    context: { target: MANIFEST.test(type) ? "manifest" : SEGMENT.test(type) ? "segment" : undefined },
    send(answered) {
      let late = false;
      Object.assign(response, { status: 0, headers: {}, data: null }); // as dash.js makes it
      if (response.resourceTiming) response.resourceTiming.startTime = now();
      data.onloadend = () => answered(outcome(own.plainly, response, method, late));
      data.onabort = () => handle.cancel();
      data.ontimeout = (event) => {
        late = true;
        call(ontimeout, event);
      };
      // How fast the network is, an error's body does not tell.
      data.onprogress = (event) => {
        if (!((get(get(event, "target"), "status") || response.status) >= 400)) call(onprogress, event);
      };
      load(request, response);
      // dash.js may abort while nothing is on its way.
      const { abort } = data;
      data.abort = () => {
        handle.cancel();
        call(abort);
      };
    },
    ended(how) {
      call(how === "canceled" ? onabort : onloadend);
    },
  });
}

function outcome(plainly, { status, headers, data }, method, late) {
  // What broke off has no data.
  if (!status || (status < 300 && !data && method !== "POST")) return { error: { name: late ? "TimeoutError" : "FailedCall" } };
  const failed = plainly.failedCall({ status, headers, body: status < 400 ? undefined : data, method });
  return failed ? { error: failed } : { value: undefined };
}
