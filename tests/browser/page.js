// Runs in the browser: every case and some hostile input, on the package as the page's server sends it.

import { faultsOf, incomplete, speakerOf } from "../compare.js";
import { fromFullStack, wrong } from "../failing.js";
import { ANYTHING, BIG, CURIOUS, HEADERS } from "../hostile.js";
import { compareForms, reportOf } from "../mutations.js";
import { checks } from "./checks.js";

/** `{ passed, failed: [text] }` */
async function run() {
  const { check, result } = checks();
  const { load, validate } = await import("../../pkg/dist/index.js");
  await check("validate before load says what to do", () => {
    try {
      validate({});
    } catch (error) {
      return /load\(\)/.test(error.message) ? [] : [error.message];
    }
    return ["it does not throw"];
  });
  await check("a binary that is missing leaves the JavaScript build", async () => {
    const other = await import("../../pkg/dist/index.js?missing");
    const { build, explain } = await other.load({ wasm: "no-such.wasm", locales: "de" });
    return build === "js" && explain({ status: 404 }).locale === "de" ? [] : [build];
  });
  const plainly = await load({ packs: [] });
  await check("load() without options", () => incomplete(plainly.explain({ status: 500 })));
  await check("navigator.languages", () => (/^en/.test(plainly.locale) ? [] : [`${navigator.languages} gives ${plainly.locale}`]));
  await check("validate", () => validate({ provider: "acme", codes: { 7: { reason: "not_found" } } }).map(({ place }) => place));

  const exempt = await (await fetch("/tests/mutations.json")).json();
  const told = { asked: {}, faults: {} };
  for (const file of await (await fetch("/tests/cases/")).json()) {
    for (const given of await (await fetch("/tests/cases/" + file)).json()) {
      await check(`${file}: ${given.name}`, () => faultsOf(plainly, given));
      if ("failure" in given) compareForms(await speakerOf(plainly, given), file, given, exempt, told);
    }
  }
  await check("every form of an answer has the same notice", () => reportOf(told));

  for (const [name, make] of [...ANYTHING, ...BIG]) {
    await check(name, () => {
      const value = make();
      return [plainly.explain(value, value), plainly.explainThrown(value),
        plainly.explain({ status: 500, body: value, headers: value, cause: value })].flatMap(incomplete);
    });
  }
  for (const [name, make] of HEADERS.filter(([name]) => !name.startsWith("an endless"))) {
    await check(`headers: ${name}`, () => incomplete(plainly.explain({ status: 503, headers: make() })));
  }

  for (const [name, make] of CURIOUS) {
    await check(`${name} that explains without end`, () => {
      plainly.explain(make((failure) => plainly.explain(failure)));
      return wrong(plainly);
    });
  }
  await check("a full stack, at any depth", async () => {
    fromFullStack(plainly, 1000);
    // Some engines make no instance of the wasm while the page waits.
    for (let turn = 0; turn < 100 && wrong(plainly).length; turn += 1) await new Promise((done) => setTimeout(done, 20));
    return wrong(plainly);
  });

  const pairs = [["x-request-id", "abc-123"], ["retry-after", "7"]];
  const headers = new Headers(pairs);
  const map = new Map(pairs);
  const forms = { pairs, headers, map, object: Object.fromEntries(pairs), raw: "x-request-id: abc-123\r\nretry-after: 7\r\n",
    "an array's iterator": pairs.values(), "headers' iterator": headers.entries(), "a map's iterator": map.entries() };
  for (const [name, form] of Object.entries(forms)) {
    await check(`headers as ${name}`, () => {
      const { requestId, retry } = plainly.explain({ status: 503, headers: form }, { now: 0, random: 0 });
      return requestId === "abc-123" && retry.delayMs === 7000 ? [] : [JSON.stringify({ requestId, retry })];
    });
  }

  await check("a real fetch error", async () => {
    // A port that no browser opens.
    const error = await fetch("http://127.0.0.1:1/").catch((thrown) => thrown);
    const { reason } = plainly.explainThrown(error, { online: true });
    return reason === "connection_failed" ? [] : [`${error} is ${reason}`];
  });
  await check("a real abort", async () => {
    const stop = new AbortController();
    stop.abort();
    const error = await fetch("/slow", { signal: stop.signal }).catch((thrown) => thrown);
    const { reason, presentation } = plainly.explainThrown(error);
    return reason === "canceled" && presentation === "none" ? [] : [`${error} is ${reason}`];
  });
  await check("a real timeout", async () => {
    const error = await fetch("/slow", { signal: AbortSignal.timeout(50) }).catch((thrown) => thrown);
    const { reason } = plainly.explainThrown(error, { online: true });
    return reason === "timeout" ? [] : [`${error} is ${reason}`];
  });
  await check("a real response", async () => {
    const response = await fetch("/blocked");
    const { code, requestId, known } = await plainly.explainResponse(response);
    const text = await response.text();
    return code === "490" && requestId === "abc-123" && known && text.includes("490") ? [] : [`${code} ${requestId} ${text}`];
  });
  await check("an XMLHttpRequest", async () => {
    const call = new XMLHttpRequest();
    call.open("GET", "/blocked");
    await new Promise((resolve) => { call.onloadend = resolve; call.send(); });
    const { code, requestId } = plainly.explain({ status: call.status, headers: call.getAllResponseHeaders(), body: call.responseText });
    return code === "490" && requestId === "abc-123" ? [] : [`${code} ${requestId}`];
  });

  // An API of another origin: what it does not expose is not there.
  const here = new URLSearchParams(location.search);
  const cross = async (path, expose, context) => {
    const query = expose ? "?" + new URLSearchParams({ expose }) : "";
    const response = await fetch(`${here.get("api")}/cross/${path}${query}`);
    const { retry, requestId } = await plainly.explainResponse(response, { random: 0.5, ...context });
    return [retry.kind, retry.action || retry.delayMs, requestId];
  };
  const exposed = here.get("exposed");
  for (const [path, expose, ...expected] of [
    ["busy", "", "auto", 500, undefined],
    ["busy", exposed, "auto", 37_500, "abc-123"],
    ["busy", "*", "auto", 37_500, "abc-123"],
    ["limited", "", "auto", 500, undefined],
    ["limited", exposed, "auto", 37_500, undefined],
    ["expired", "", "after_action", "sign_in", undefined],
    ["expired", exposed, "after_action", "refresh_token", undefined],
    ["dated", "", "auto", 500, undefined],
    ["dated", exposed, "auto", 37_500, undefined],
  ]) {
    await check(`an API of another origin, ${path}, exposing ${expose || "nothing"}`, async () => {
      const found = await cross(path, expose);
      return found.every((value, at) => value === expected[at]) ? [] : [JSON.stringify(found)];
    });
  }
  // The date alone: the hour that the clocks are apart is waited too, so the viewer is told.
  await check("an API of another origin that exposes the date to wait for, but not its own", async () => {
    const [kind, delayMs] = await cross("dated", "Retry-After");
    return kind === "deferred" && delayMs > 3_600_000 ? [] : [`${kind} ${delayMs}`];
  });
  return result;
}

window.done = run().catch((error) => ({ passed: 0, failed: [`the page: ${error && error.stack ? error.stack : error}`] }));
