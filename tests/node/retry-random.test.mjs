// Whatever servers, contexts and callbacks do: no client that follows its calls (fetch, axios, XMLHttpRequest) sends too early,
// too late or too often. In a simulated clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { simulated } from "../simulated.js";

const SCRIPTS = Number(process.env.SCRIPTS) || 10_000;
const HALF_HOUR = 1_800_000;

const clock = simulated();
const { create } = await import("../../pkg/dist/js.js");
const { axiosRetry, retryingFetch, retryingXhr, RetryBudget } = await import("../../pkg/dist/retry.js");

/** xorshift: the same scripts every time. */
function dice(seed) {
  let state = seed * 2654435761 + 1 >>> 0;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let n = 0; n < 8; n++) next();
  return { next, below: (n) => Math.floor(next() * n), one: (list) => list[Math.floor(next() * list.length)] };
}

/** What a server asks for, in forms that all mean `ms`. */
const FORMS = [
  (ms) => ({ "retry-after-ms": String(ms) }),
  (ms) => ({ "retry-after": String(ms / 1000) }),
  (ms) => ({ "retry-after": `1, ${ms / 1000}` }),
  (ms) => ({ "x-ms-retry-after-ms": String(ms) }),
  (ms) => ({ ratelimit: `"a";r=0;t=${Math.ceil(ms / 1000)}` }),
];
const JSON_TYPE = { "content-type": "application/json" };

/** An answer: `{ status, headers, body, asked }`, or `{ thrown }`, or one that never comes. */
function answer(roll) {
  const kind = roll.below(12);
  const asked = roll.next() < 0.5 ? roll.one([0, 70, 150, 2500, 45_000, 299_000, 400_000]) : undefined;
  const headers = asked ? roll.one(FORMS)(asked) : {};
  const with_ = (status, body, more) => ({ status, body, headers: { ...headers, ...more }, asked: asked || 0 });
  switch (kind) {
    case 0: return { thrown: new TypeError("Failed to fetch") };
    case 1: return { never: true };
    case 2: return with_(401, "", { "www-authenticate": 'Bearer error="invalid_token"' });
    case 3: return with_(400, '{"error":"authorization_pending"}', JSON_TYPE);
    case 4: return with_(400, '{"error":"slow_down"}', JSON_TYPE);
    case 5: return with_(200, '{"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}', JSON_TYPE);
    case 6: return with_(roll.one([200, 200, 403, 404]), "");
    case 7: return with_(401, '{"error":{"code":493,"messageId":1}}', JSON_TYPE);
    default: return with_(roll.one([408, 429, 500, 502, 503, 503]), "");
  }
}

function script(seed) {
  const roll = dice(seed);
  const began = clock.now();
  const context = { random: roll.one([0, 0.5, 0.999, 0.3]) };
  if (roll.next() < 0.6) context.maxAttempts = roll.one([1, 2, 3, 6]);
  if (roll.next() < 0.3) context.deadlineMs = roll.one([0, -5, 50, 300, 5000, 60_000, NaN]);
  if (roll.next() < 0.1) context.online = false;
  if (roll.next() < 0.1) context.maxAttempts = 0;
  if (roll.next() < 0.1) context.pollIntervalMs = roll.one([0, 1, 5000]);
  const stop = roll.next() < 0.3 ? new AbortController() : undefined;
  const sends = [];
  const seen = { seed, sends, told: 0, presses: 0, settled: [], outcome: undefined, aborted: Infinity, over: Infinity, polls: false };
  let last;
  const press = () => {
    if (last && last.retryNow() !== undefined) seen.presses += 1;
  };
  const act = () => {
    const what = roll.below(20);
    if (what === 0) press();
    if (what === 1 && last && roll.next() < 0.3) last.cancel();
    if (what === 2) throw new Error("a listener of the app's");
  };
  /** Sends a try: what is answered is given to `told`, if anything. */
  const send = (told) => {
    const given = answer(roll);
    const one = { at: clock.now(), asked: 0 };
    sends.push(one);
    if (given.never) return;
    setTimeout(() => {
      one.asked = given.asked || 0;
      one.answered = clock.now();
      if (/pending|slow_down/.test(given.body)) seen.polls = true;
      told(given);
    }, roll.one([1, 20, 400, 3000]));
  };
  const by = roll.one(["fetch", "fetch", "axios", "xhr"]);
  const call = CLIENTS[by](send, {
    context: roll.next() < 0.5 ? context : () => context,
    budget: roll.next() < 0.3 ? roll.one([new RetryBudget(), new RetryBudget({ tokens: roll.below(30) })]) : undefined,
    refreshToken: roll.one([undefined, () => Promise.resolve(true), () => Promise.reject(new Error("no")), () => new Promise(() => undefined), () => { act(); }]),
    onNotice(notice, told) {
      seen.told += 1;
      last = told;
      act();
    },
    onSettled: (how) => { seen.settled.push(how); },
  });
  const init = { method: roll.one(["GET", "GET", "POST", "PUT"]), signal: stop && stop.signal };
  call(init).then(() => { seen.outcome = "resolved"; }, (error) => { seen.outcome = String(error); })
    .then(() => { seen.over = clock.now(); });
  if (stop) {
    setTimeout(() => {
      seen.aborted = clock.now();
      stop.abort();
    }, roll.one([1, 90, 700, 20_000]));
  }
  for (let presses = roll.below(4); presses > 0; presses--) setTimeout(press, roll.below(5000));
  return { seen, began, context, by };
}

/** Ways to call: each gives a function that promises the end of a call. */
const CLIENTS = {
  fetch: (send, options) => {
    const fetch = () => new Promise((resolve, reject) => send((given) => (given.thrown ? reject(given.thrown) : resolve(new Response(given.body, given)))));
    const call = retryingFetch(plainly, { ...options, fetch });
    return (init) => call("http://api.test/", init);
  },
  axios: (send, options) => {
    const tried = (config) => new Promise((resolve, reject) => send(({ thrown, status, headers, body }) => {
      const response = thrown ? undefined : { status, headers, data: body, config };
      if (status < 300) resolve(response);
      else reject(Object.assign(new Error("axios"), { name: "AxiosError", code: thrown && "ERR_NETWORK", config, response }));
    }));
    const axios = { request: (config) => tried(config).then(fulfilled, rejected) };
    const [fulfilled, rejected] = axiosRetry(plainly, axios, options);
    return (init) => axios.request({ url: "http://api.test/", headers: {}, ...init });
  },
  xhr: (send, options) => {
    const address = `http://api.test/${servers.push(send) - 1}`;
    const call = retryingXhr(plainly, options);
    return (init) => new Promise((resolve) => call(address, init, resolve));
  },
};

/** Who answers an XMLHttpRequest, by the number in its address. */
const servers = [];
globalThis.XMLHttpRequest = class {
  open(method, url) { this.send = () => servers[url.split("/").pop()]((given) => this.answer(given)); }
  setRequestHeader() {}
  abort() {}
  getAllResponseHeaders() { return Object.entries(this.fields).map(([name, value]) => `${name}: ${value}`).join("\r\n"); }
  answer({ thrown, status, headers, body }) {
    Object.assign(this, { status: thrown ? 0 : status, fields: headers, responseText: body, readyState: 4 });
    if (thrown) this.onerror({ type: "error", target: this });
    else this.onload({ type: "load", target: this });
  }
};

let online = true;
const plainly = create({ locales: "en", provider: "ministra", online: () => online });

/** What is wrong with how a call went. */
function wrong({ seen, began, context, by }) {
  const faults = [];
  const { sends, settled, told, presses, outcome, aborted, over, polls } = seen;
  const { deadlineMs, maxAttempts = 4 } = context;
  // axios is followed from its first answer on.
  const from = by === "axios" ? sends[0].answered : began;
  const end = Number.isNaN(deadlineMs) || deadlineMs === undefined ? Infinity : from + deadlineMs;
  sends.forEach(({ at, asked, answered }, n) => {
    const next = sends[n + 1];
    if (n > 0 && at > end) faults.push(`sent ${at - end} ms after the deadline`);
    if (at > aborted) faults.push(`sent ${at - aborted} ms after the abort`);
    if (at > over) faults.push("sent when it was over");
    if (!next) return;
    if (next.at - at < 100) faults.push(`sent twice within ${next.at - at} ms`);
    if (next.at - answered < asked) faults.push(`sent ${next.at - answered} ms after an answer that asked for ${asked}`);
  });
  // Whom a viewer sends out without a connection has not tried.
  if (maxAttempts > 0 && !polls && sends.length > maxAttempts + presses) faults.push(`sent ${sends.length} times of ${maxAttempts}`);
  if (polls && sends.at(-1).at - began > HALF_HOUR + 600_000 * (maxAttempts || 20)) faults.push("polled without end");
  if (settled.length > 1 || (outcome !== undefined && settled.length !== (told ? 1 : 0))) faults.push(`told ${told} times, settled ${settled.length}`);
  if (aborted < over && aborted > from && outcome !== undefined && over - aborted > 1) faults.push("an abort did not end it");
  return faults;
}

test(`${SCRIPTS} calls`, async () => {
  const AT_ONCE = 500;
  const roll = dice(7);
  for (let seed = 0; seed < SCRIPTS; seed += AT_ONCE) {
    const scripts = Array.from({ length: Math.min(AT_ONCE, SCRIPTS - seed) }, (_, n) => script(seed + n + 1));
    for (const step of [50, 200, 1000, 5000, 20_000, 100_000]) {
      await clock.run(clock.now() + step);
      online = roll.next() < 0.7;
      clock.connect(online);
      clock.show(roll.next() < 0.7 ? "visible" : "hidden");
    }
    online = true;
    clock.connect(true);
    clock.show("visible");
    await clock.run(clock.now() + 3 * HALF_HOUR);
    const faults = scripts.flatMap((one) => wrong(one).map((fault) => `script ${one.seen.seed}, ${one.by}: ${fault}`));
    assert.deepEqual(faults.slice(0, 10), []);
  }
});
