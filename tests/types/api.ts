// The API as an app uses it. Each line below an @ts-expect-error must not compile.

import { defineCatalog, definePack, dispatch, load, validate } from "plainly";
import type {
  Action, ActionKind, Announcements, AppAction, Catalog, Category, Context, Failure, Fault, Handlers, LocalePack, Notice, Options, Plainly,
  Reason, Report, Retry,
} from "plainly";
import { coverage } from "plainly/coverage";
import { mount } from "plainly/screen";
import "plainly/screen.css";
import type { Screen } from "plainly/screen";
import { retryingFetch } from "plainly/retry";
import type { Coverage, CoverageInput } from "plainly/coverage";
import german from "plainly/locales/de";
import ministra from "plainly/catalogs/ministra";

declare const maybe: { status?: number } | undefined;
declare const flag: boolean;

export async function use(): Promise<void> {
  const options: Options = {
    locales: navigator.languages,
    packs: [german, { locale: "en", messages: { account_disabled: "On hold." } }],
    catalogs: [ministra, { provider: "acme", codes: { 7: { reason: "not_found", actions: ["acme.open_shop", "go_back"] } } }],
    provider: "ministra",
    codeStyle: "suffix",
    actions: ["retry", "contact_support", "acme.open_shop"],
    support: { phone: "112", url: "help.example.com" },
    online: () => navigator.onLine,
    onReport: (report) => console.log(told(report)),
    onNotice: ({ reason, code, retry }) => console.log(reason, code, retry.kind),
    wasm: new URL("https://example.com/plainly_bg.wasm"),
  };
  const plainly: Plainly = await load(options);
  await load();
  await load({});
  await load({ locales: "de-DE,de;q=0.9", wasm: "plainly_bg.wasm" });
  await load({ locales: ["de", "en"] as const, wasm: new Uint8Array() });
  await load({ wasm: await WebAssembly.compile(new Uint8Array()) });

  const build: "wasm" | "js" = plainly.build;
  const [locale, direction]: [string, "ltr" | "rtl"] = [plainly.locale, plainly.direction];
  const response = await fetch("https://example.com/");
  const fromResponse: Notice = await plainly.explainResponse(response, { attempt: 2 });
  plainly.explain({});
  plainly.explain({ status: response.status, headers: response.headers, body: await response.text() });
  plainly.explain({ status: maybe?.status, body: { error: { code: 490 } } });
  plainly.explain({ headers: { "retry-after": "7", "set-cookie": ["a", "b"], none: undefined } });
  plainly.explain({ headers: [["retry-after", "7"]] });
  plainly.explain({ headers: new Map([["retry-after", "7"]]) });
  plainly.explain({ headers: new Map([["retry-after", "7"]]).entries() });
  plainly.explain({ headers: new XMLHttpRequest().getAllResponseHeaders() });
  plainly.explain({ cause: new TypeError("Failed to fetch") }, { online: false });
  plainly.explainThrown("anything");
  plainly.explainThrown(undefined, { target: "manifest", maxAttempts: 0, refreshed: flag, signedIn: flag });
  const words: string = plainly.countdown(5000) + plainly.countdown("offline") + plainly.countdown("stopped");
  // @ts-expect-error: no such pause
  plainly.countdown("paused");
  const other: Plainly = await plainly.with({ locales: "ar", codeStyle: flag ? "none" : undefined });

  show(fromResponse);
  void [build, locale, direction, words, other];
}

/** What an app does, and what is shown. */
export async function screens(plainly: Plainly): Promise<void> {
  const handlers: Handlers = {
    retry: () => location.reload(),
    sign_in: async (action, notice) => console.log(action.label, notice.reason),
    "acme.open_shop": flag ? undefined : ({ kind }) => console.log(kind),
  };
  // @ts-expect-error: no such action
  const typo: Handlers = { retyr: () => undefined };
  const other = await plainly.with({ handlers });
  const done: boolean = dispatch(plainly.explain({}), other.handlers)("retry");
  const screen: Screen = mount(document.body, {
    plainly, handlers, theme: "television", modal: false, keys: flag, online: () => true, speak: (text) => console.log(text.length),
    icon: (notice) => (notice.severity === "fatal" ? document.createElement("img") : undefined),
    onAction: (action) => console.log(action.kind), onClose: (notice) => console.log(notice.code),
  });
  const { show, hide, settled, destroy } = screen;
  retryingFetch(plainly, { onNotice: show, onSettled: settled });
  const notice = other.reword(other.explain({ status: 404 }), { repeats: flag });
  show(notice);
  show(notice, { beside: document.querySelector("input") });
  hide();
  destroy();
  // @ts-expect-error: a theme has a name
  mount(document.body, { theme: "tv" });
  void [typo, done, screen.notice?.title, notice.words, notice.params?.limit, notice.toldMs];
}

/** Every member is there without a question, but for the optional ones. */
export function show(notice: Notice): string[] {
  const first: Action | undefined = notice.actions[0];
  const optional: (string | undefined)[] = [notice.serverCode, notice.requestId, notice.provider, first?.phone];
  const status: number | undefined = notice.status;
  if (notice.reason === "session_expired" || notice.category === "sign_in" || notice.endsSession) void status;
  return [notice.code, notice.title, notice.message, notice.text, notice.spoken, notice.locale, wait(notice.retry),
    ...optional.filter((value) => value !== undefined), ...notice.actions.map(({ label }) => label)];
}

/** Every kind of retry has its own members, and there is no other kind. */
export function wait(retry: Retry): string {
  switch (retry.kind) {
    case "auto": return `${retry.delayMs} ${retry.attempt} ${retry.attemptsLeft ?? "without limit"} ${retry.pollIntervalMs}`;
    case "deferred": return String(retry.delayMs);
    case "when_online": return `${retry.delayMs} ${retry.pollMs}`;
    case "after_action": return `${retry.action} ${retry.delayMs ?? 0}`;
    case "never": return "";
    default: { const none: never = retry; return none; }
  }
}

export function told(report: Report): string {
  switch (report.kind) {
    case "missing_words": return `${report.words} ${report.locale} ${report.count}`;
    case "unknown_code": return `${report.code} ${report.status} ${report.provider} ${report.reason}`;
    case "hidden_code": return `${report.code} ${report.reason}`;
    case "dropped_entry": return `${report.source}: ${report.fault.place}: ${report.fault.expected}, ${report.fault.found}`;
    case "unknown_provider": return report.provider;
    case "missing_pack": return report.locale;
  }
}

// A minor release may add members, so any string is one.
export const open: [Reason, Category, ActionKind] = ["geo_blocked", "parental", "acme.open_shop"];
export const faults: Fault[] = validate({ provider: "acme", codes: {} });
export const pack: LocalePack = { locale: "de", direction: "ltr", digits: "0123456789", plural: "one: n = 1", reviewed: false, messages: {} };
export const input: CoverageInput = { codes: { acme: [490, "PAY-7"] }, catalogs: [ministra], packs: [german], locales: ["de"] as const };
export const covered: Coverage = coverage(input);
export const lacking: string[] = [...covered.codes.flatMap(({ unknown }) => unknown), ...coverage().locales.flatMap(({ missing }) => missing),
  ...covered.catalogs.flatMap(({ faulty }) => faulty.map(({ code, reason }) => `${code} ${reason ?? ""}`))];
export const catalog: Catalog = {
  provider: "acme",
  codeAt: ["error.code"],
  mark: ["error.messageId"],
  thrown: [{ status: "inner.resp.code", headers: "inner.resp.fields", body: "inner.resp.data", code: "meta.errorId" }],
  claims: true,
  absent: [{ status: 500, code: "495", when: "no_code" }],
  codes: {
    1: { status: 401, reason: "account_disabled", words: "acme.hold", retry: { kind: "never" }, endsSession: true, note: "seen" },
    2: { reason: "server_error", retry: { kind: "auto", backoff: "overload", repeatable: true } },
    3: { reason: "session_expired", retry: { kind: "after_action", action: "sign_in" } },
  },
};

// What holds for a time.
export const overlay: Catalog = defineCatalog({ provider: "http", codes: { 503: { reason: "maintenance", from: "2026-12-01T01:00:00Z", until: "2026-12-01T06:00:00Z" } } });
export const meanwhile: LocalePack = definePack({ locale: "en", messages: { maintenance: { message: "We move.", until: "2026-12-01T06:00:00Z" } } });
export const file: Announcements = { announcements: [{ id: "1", reason: "maintenance", until: "2026-12-01T06:00:00Z", actions: ["acme.news"] }], packs: [meanwhile] };
export function announced(speaker: Plainly, screen: Screen): Fault[] {
  const notice: Notice | undefined = speaker.announce(file, { now: Date.now(), seen: ["0"] });
  screen.announce(notice);
  void [notice?.announcement, notice?.until, notice?.at, speaker.with({ timeZone: flag ? "Europe/Berlin" : null })];
  return validate(file);
}
// @ts-expect-error an announcement has a reason
export const nothing: Announcements = { announcements: [{ id: "1" }] };
// @ts-expect-error a message for a time has words
export const wordless: LocalePack = { locale: "en", messages: { maintenance: { until: "2026-12-01T06:00:00Z" } } };

// What must not compile.
declare const plainly: Plainly;

// @ts-expect-error a typo in an option
export const a: Options = { locale: "de" };
// @ts-expect-error no such style
export const b: Options = { codeStyle: "infix" };
// @ts-expect-error a typo in an action
export const c: Options = { actions: ["rety"] };
// @ts-expect-error a typo in support
export const d: Options = { support: { tel: "112" } };
// @ts-expect-error a typo in the context
export const e: Context = { attempts: 2 };
// @ts-expect-error no such target
export const f: Context = { target: "license" };
// @ts-expect-error a number is wanted
export const g: Context = { deadlineMs: "5s" };
// @ts-expect-error a typo in the failure
export const h: Failure = { state: 401 };
// @ts-expect-error the status is a number
export const i: Failure = { status: "401" };
// @ts-expect-error header values are text
export const j: Failure = { headers: { "retry-after": 7 } };
// @ts-expect-error the failure is needed
plainly.explain();
// @ts-expect-error nothing can be used before it is loaded
load().explain({});
// @ts-expect-error an explainer does not change
plainly.locale = "de";
// @ts-expect-error a response is wanted
plainly.explainResponse({ status: 401 });
// @ts-expect-error a typo in a notice
export const k = (notice: Notice) => notice.mesage;
// @ts-expect-error not every retry has a delay
export const l = (retry: Retry) => retry.delayMs;
// @ts-expect-error an entry needs its reason
export const m: Catalog = { provider: "acme", codes: { 7: { status: 401 } } };
// @ts-expect-error a typo in an entry
export const n: Catalog = { provider: "acme", codes: { 7: { reason: "not_found", endSession: true } } };
// @ts-expect-error no such backoff
export const o = defineCatalog({ provider: "acme", codes: { 7: { reason: "not_found", retry: { kind: "auto", backoff: "slow" } } } });
// @ts-expect-error a pack needs its language
export const p: LocalePack = { messages: {} };
// @ts-expect-error not an action of an app
export const q: AppAction = "fly";
// @ts-expect-error neither a pack nor a catalog
validate(7);
// @ts-expect-error codes stand by provider
coverage({ codes: ["490"] });
// @ts-expect-error a typo in what to look at
coverage({ catalog: [ministra] });
// @ts-expect-error a typo in the answer
export const r = covered.locales[0]?.mising;
