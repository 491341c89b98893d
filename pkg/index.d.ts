// Types of the package `plainly`. What is taken is described by its shape alone, so that neither the DOM's types
// nor Node's are needed: a fetch `Response`, `Headers`, a `URL` and a `WebAssembly.Module` all fit.

/**
 * Opens an explainer. In a page the wasm is fetched from beside the package's file, in Node.js it is read from disk.
 * Where it cannot be had, is refused, or is another, the JavaScript build comes in its place; where it has not come within
 * three seconds, whichever comes first is used.
 *
 * Rejects only when neither can be had; a later call tries again, though a browser may remember until the next page that
 * the JavaScript was missing. Faults of packs and catalogs, and languages that cannot be downloaded, go to
 * `options.onReport`.
 */
export function load(options?: Options): Promise<Plainly>;

/**
 * Every fault of a locale pack or catalog, with its place; empty when there is none. For build scripts and tests.
 *
 * Of `{ packs, catalogs, actions }`, the options of an app, the parts are looked at together, which finds what no file tells
 * alone: words that no pack has, an action without a label, a provider without a catalog. Places then begin with the option:
 * `"catalogs.0.codes.7.words"`.
 *
 * In a page `plainly` throws before the first `load()` is done; in Node.js, and with `plainly/js`, it needs nothing.
 */
export function validate(data: LocalePack | Catalog | Announcements | Options): Fault[];

/**
 * The catalog itself, held to names that there are: a typo in a reason, an action or a sentence's code does not compile. A
 * catalog that is read from a file needs only be a {@link Catalog}, which `validate` looks at.
 */
export function defineCatalog<Code extends string | number>(catalog: CatalogInCode<Code>): Catalog;

/** The pack itself, held to keys that there are. A pack that is read from a file needs only be a {@link LocalePack}. */
export function definePack<Key extends string>(pack: PackInCode<Key>): LocalePack;

/** Gives the announcements back, with their names held to those that there are; what is read from a file `validate` looks at. */
export function defineAnnouncements(announcements: AnnouncementsInCode): Announcements;

/**
 * A call that failed, as an error. `explainThrown` and the plug-ins of `plainly/retry` read it; an app may make its own.
 * Its message names the status alone; `headers`, `body` and `response` are not enumerable, so that logs do not copy them.
 */
export class FailedCall extends Error {
  constructor(facts?: { status?: number | undefined; headers?: Failure["headers"]; body?: unknown; method?: string | undefined; response?: unknown });
  /** The HTTP status; absent when no response arrived. */
  readonly status?: number;
  /** The header fields, as they came. */
  readonly headers: Failure["headers"];
  /** Parsed JSON, or the head of a text: at most 256 KiB of what came. */
  readonly body: unknown;
  readonly method?: string;
  /** The response that it was, where `throwIfFailed` made it. */
  readonly response: unknown;
}

/** What an app says of itself, once. */
export interface Options {
  /**
   * The viewer's languages, best first: tags in any form that a platform reports, or an `Accept-Language` value.
   * Default: `navigator.languages`; English where there is no `navigator`.
   */
  locales?: string | readonly string[] | undefined;
  /** Words laid over ours, key by key; the last wins. Default: none. */
  packs?: readonly LocalePack[] | undefined;
  /** Codes laid over ours, code by code; the last wins. Default: none. */
  catalogs?: readonly Catalog[] | undefined;
  /** Where an app's own errors hold what, tried in order before the shapes of libraries. At most 32, with those of the catalogs. Default: none. */
  thrown?: readonly ThrownPaths[] | undefined;
  /** Whose API this is, for failures with the target `"api"`: `"ministra"`. Default: found out from the body. */
  provider?: string | undefined;
  /**
   * How the code stands in `notice.text`: `"prefix"` as in "Error code - 490 ...", `"suffix"` as in "... (490)",
   * `"none"` for no code. Default: `"prefix"`.
   */
  codeStyle?: "prefix" | "suffix" | "none" | undefined;
  /** What this app can do; other buttons are not offered. Default: all. */
  actions?: readonly AppAction[] | undefined;
  /**
   * What the app does where the viewer chooses it, by action: `plainly/screen` calls them, and `dispatch`. Without `actions` they
   * say what the app can do; with `support`, `contact_support` is offered without a handler too. Default: none.
   */
  handlers?: Handlers | undefined;
  /** How to reach support; stands on the action `contact_support`. Default: nothing. */
  support?: Support | undefined;
  /**
   * The viewer's time zone, by its IANA name (`"Europe/Berlin"`), for the end of what was announced; `null` tells it as a wait. Default:
   * the engine's, unless that is UTC, which devices say that know none.
   */
  timeZone?: string | null | undefined;
  /** Whether the device has a connection; asked at each failure. Default: `navigator.onLine`, often wrong on televisions. */
  online?: (() => boolean) | undefined;
  /**
   * Hears about unknown codes, dropped entries and missing packs. What it throws, or a promise of its rejects with, is
   * ignored, and so are reports of what it explains itself by the same explainer.
   */
  onReport?: ((report: Report) => void) | undefined;
  /**
   * Hears of every failure that was explained, once a try: one place for analytics. `reason`, `category`, `severity`, `code`,
   * `serverCode`, `known`, `provider`, `status`, `locale` and `retry` say nothing of the viewer, `requestId` leads to the call in the
   * server's log; words are the same for everybody. What it throws, or rejects with, is ignored, and so is what it explains itself.
   */
  onNotice?: ((notice: Notice) => void) | undefined;
  /**
   * Where the binary is, when the default cannot know: an address (in Node.js also a path), a `URL`, its bytes, or
   * a `WebAssembly.Module`. Only the first `load()` that succeeds uses it. Default: `plainly_bg.wasm` beside the package's file.
   */
  wasm?: string | object | undefined;
}

/** What an app does, by action. Gets the button that was chosen, and the notice that it stood on. */
export type Handlers = { readonly [Kind in AppAction]?: ((action: Action, notice: Notice) => void) | undefined };

/**
 * What does what a viewer chooses of a notice: `dispatch(notice, handlers)(action)` calls the handler of that action, or of
 * the action of that kind, and says whether there is one. What the handler throws comes through.
 */
export function dispatch(notice: Notice, handlers: Handlers | undefined): (chosen: Action | ActionKind) => boolean;

/** How to reach the operator's support. */
export interface Support {
  /** A phone number, as it is to be shown. */
  phone?: string | undefined;
  /** A mail address. */
  email?: string | undefined;
  /** An address on the web. */
  url?: string | undefined;
}

/** Turns failed calls into notices. Nothing in it changes, so many may share one. */
export interface Explainer {
  /** Which build is at work. */
  readonly build: "wasm" | "js";
  /** The language in use, as a BCP 47 tag. */
  readonly locale: string;
  /** Which way that language is written. */
  readonly direction: Direction;
  /** The language that was wanted and could not be loaded, for which another is spoken; a later `with()` tries again. */
  readonly fellBack: string | undefined;
  /** The handlers of its options. */
  readonly handlers: Handlers | undefined;
  /**
   * Explains a call that failed. Never throws, whatever it is given: where the core itself fails (the stack is full, there is
   * no memory) the notice says that something went wrong, and the next call has a new core.
   */
  explain(failure: Failure, context?: Context): Notice;
  /**
   * Explains whatever was caught. Never throws. A notice of ours is its own explanation. Without a `context` what was explained
   * before is explained with the context of then: what `plainly/retry` gave up on says so again.
   */
  explainThrown(error: unknown, context?: Context): Notice;
  /**
   * Explains a fetch response, or what was caught with an unread one inside (ky's `HTTPError`). Reads a clone, at most 256 KiB
   * and 5 s of it; of a body that was used already, status and headers alone count. The body stays the caller's; but what is
   * larger or slower is canceled, with the original, unless somebody reads that. Never rejects. Needs `Promise`.
   */
  explainResponse(response: ResponseLike | Error, context?: Context): Promise<Notice>;
  /**
   * Promises the response as it came, unread, or rejects with a `FailedCall`, which holds what was read: for a status from 400
   * on, and for a 2xx whose body says that it failed (an `error` with a code or words, `errors` and no data, a code that a
   * catalog knows, gRPC's status). Of a 2xx only JSON is looked at, for five seconds and 256 KiB. Needs `Promise`.
   * @param init what was given to `fetch`: its `method` goes into the error
   */
  throwIfFailed<R>(response: R, init?: { method?: string | undefined }): Promise<R>;
  /** The `FailedCall` that a response of another client is, or undefined where it tells a success. Never throws. */
  failedCall(response: Failure & { method?: string | undefined }): FailedCall | undefined;
  /**
   * The same notice in this explainer's language, code style and words, with its own `support` where it has some. Takes what
   * another explainer made, or an app's back end (as JSON). Its actions stay, with the label that they came with where nobody here
   * has one; where there is none, `go_back` is. Of a cause that is not known here the words are those of an unknown one. Never throws.
   *
   * `repeats`: a countdown beside it says that the app tries again by itself, so advice to try again is left out. Default: false.
   */
  reword(notice: Notice, how?: { repeats?: boolean | undefined }): Notice;
  /**
   * The operator's own notice that is due, of a file of theirs that the app polls: the first that holds `now` and is not in `seen`, or
   * undefined where none is. Its `retry` is `never`, and its `code` empty where it has none. What is wrong with the file is left out and
   * reported. Never throws.
   */
  announce(file: Announcements, when?: AnnounceContext): Notice | undefined;
  /**
   * "Trying again in 5 seconds" for a delay in milliseconds, rounded up to whole seconds, minutes or hours. `"offline"` and
   * `"stopped"` give what stands there while there is no connection, and where nothing is tried by itself any more.
   */
  countdown(delayMs: number | "offline" | "stopped"): string;
  /**
   * Which language `with({ locales })` would speak, of those that the package downloads and those of `options.packs`, whose
   * `locale` is then in the case that BCP 47 recommends (`"de-AT"`). Undefined where nothing fits, and English would be left.
   * Never throws.
   */
  localeFor(locales: string | readonly string[]): string | undefined;
}

/** What `load()` opens. */
export interface Plainly extends Explainer {
  /** Another one with other options laid over these, sharing the binary. `wasm` is not looked at. */
  with(options: Options): Promise<Plainly>;
}

/** What `create()` of `plainly/js` and `plainly/tv` opens. */
export interface PlainlyAtOnce extends Explainer {
  /** Another one with other options laid over these. */
  with(options: Options): PlainlyAtOnce;
}

/** The facts of one failed call, as the caller holds them. */
export interface Failure {
  /** The HTTP status, 100 to 999; absent or 0 when no response arrived. */
  status?: number | undefined;
  /** The response's header fields, in any form. */
  headers?:
    | HeadersLike
    | Readonly<Record<string, string | readonly string[] | undefined>>
    | Iterable<readonly [string, string]>
    | string
    | undefined;
  /** Text, parsed JSON, bytes or nothing. */
  body?: unknown;
  /** What was thrown, where no response arrived: a `TypeError`, `AbortError`, `TimeoutError`, ... */
  cause?: unknown;
}

/** Header fields as fetch holds them. */
export interface HeadersLike {
  forEach(callback: (value: string, name: string) => void): void;
}

/** The part of a fetch `Response` that is read. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  readonly bodyUsed: boolean;
  readonly body: object | null;
  clone(): ResponseLike;
  text(): Promise<string>;
}

/** What the caller knows of the call. */
export interface Context {
  /** What the call was for. Default: `"api"`. */
  target?: "api" | "licence" | "manifest" | "segment" | undefined;
  /** Whose API it was, whatever its target. Default: `options.provider` for the target `"api"`. */
  provider?: string | undefined;
  /** The HTTP method. Default: `"GET"`. */
  method?: string | undefined;
  /** Overrides what the method says: `true` when an Idempotency-Key was sent. */
  idempotent?: boolean | undefined;
  /** The number of the try that just failed, from 1. Default: 1. */
  attempt?: number | undefined;
  /** Tries in all, the first included; 0 is no limit. Default: 4. */
  maxAttempts?: number | undefined;
  /** The time that the caller still has, in milliseconds: with 0 or less nothing is tried again. Default: no end. */
  deadlineMs?: number | undefined;
  /** The token was already refreshed for this call. Default: false. */
  refreshed?: boolean | undefined;
  /** The viewer already signed in again for this call. Default: false. */
  signedIn?: boolean | undefined;
  /** Whether the device has a connection. Default: `options.online()`, else `navigator.onLine`, else true. */
  online?: boolean | undefined;
  /**
   * What is left of the caller's retry budget, in tokens: a retry costs 5 when the service has too much to do, else 14; polls
   * and waiting for a connection cost nothing but need one. Default: no budget.
   */
  retryTokens?: number | undefined;
  /**
   * The polling interval in force (RFC 8628), in milliseconds, at least 1000; what states it is a poll, whatever its method.
   * Default: 5000, for a `POST`.
   */
  pollIntervalMs?: number | undefined;
  /**
   * RFC 8628: what is left of the device code, in milliseconds, at most a day. Default: what the answer says in `expires_in`,
   * else half an hour.
   */
  expiresInMs?: number | undefined;
  /** The spread over all devices that the operator states, in milliseconds; at most 600000 count. Default: 0. */
  spreadMs?: number | undefined;
  /** The device's time, in milliseconds since the Unix epoch. Default: `Date.now()`. */
  now?: number | undefined;
  /** A random number in [0, 1). Default: `Math.random()`. */
  random?: number | undefined;
}

/** What {@link Explainer.announce} should know. */
export interface AnnounceContext {
  /** Milliseconds since the Unix epoch: best by the server's `Date`, for clocks of televisions are often wrong. Default: `Date.now()`. */
  now?: number | undefined;
  /** Ids of announcements that the viewer has seen. Default: none. */
  seen?: readonly string[] | undefined;
}

/** What to put on the screen. A plain object. */
export interface Notice {
  /** What to quote to support: the server's code; else the HTTP status; else a short code of ours, as "P-1" for offline. Empty for an announcement without one. */
  code: string;
  /** What the server sent, where `code` is another. */
  serverCode?: string;
  /** The cause. */
  reason: Reason;
  /** What the cause is about. */
  category: Category;
  /** How bad it is. */
  severity: "info" | "warning" | "error" | "fatal";
  /**
   * Where to show it: `"none"` not at all (cancelled, a silent refresh, an automatic retry within 2 s), `"inline"`
   * beside the input, `"screen"` all else.
   */
  presentation: "none" | "inline" | "screen";
  /** How a live region announces it. */
  politeness: "polite" | "assertive";
  /** A few words. */
  title: string;
  /** One or two sentences: "Access denied, user account disabled. Please contact support." */
  message: string;
  /** The message in the code style: "Error code - 490 Access denied, ..." */
  text: string;
  /** For a voice guide: title, message, and the code digit by digit. */
  spoken: string;
  /** The language of all these words, as a BCP 47 tag. */
  locale: string;
  /** Which way they are written. */
  direction: Direction;
  /**
   * Buttons, in order; the first has the default focus. Where `options.actions` leaves none of what would be offered there is
   * `exit_app`, if that is listed and `go_back` is not, else `go_back`.
   */
  actions: Action[];
  /** Whether, when and after what to try again. */
  retry: Retry;
  /** The app must drop its tokens and leave playback. */
  endsSession: boolean;
  /** What the server calls this failure. */
  requestId?: string;
  /** Whose code it is, where that is known. */
  provider?: string;
  /** The HTTP status; absent when no response arrived. */
  status?: number;
  /** Whether a catalog knew the code; if not, the words come from the status or the class of failure. */
  known: boolean;
  /** The key of the words, where they are not the reason's own; for `reword`. */
  words?: string;
  /** What such words may hold, by name; for `reword`. */
  params?: Readonly<Partial<Record<Parameter, number | string>>>;
  /** The wait that the words tell, in milliseconds; for `reword`. */
  toldMs?: number;
  /** When what it tells ends, as the operator announced it, in milliseconds since the Unix epoch; for `reword`. */
  until?: number;
  /** When it was made, in milliseconds since the Unix epoch, by the server's clock where that is known; for `reword`. Only where what it tells holds for a time. */
  at?: number;
  /** The id of what the operator announces, where no call failed. */
  announcement?: string;
}

/** A button. */
export interface Action {
  /** What it does. */
  kind: ActionKind;
  /** What stands on it. */
  label: string;
  /** Support's phone number; on `contact_support`, where given. */
  phone?: string;
  /** Support's mail address; on `contact_support`, where given. */
  email?: string;
  /** Support's address on the web; on `contact_support`, where given. */
  url?: string;
}

/** What the app should do about time and about trying again. All delays are whole milliseconds from now. */
export type Retry =
  /**
   * Try again by itself after `delayMs`. `attempt` is the number of the coming try, from 2; `attemptsLeft` counts the
   * tries that are left with the coming one, absent when there is no limit. Of a poll (RFC 8628) `pollIntervalMs` is the
   * interval from now on and `expiresInMs` what will then be left of the device code: hand both back with the next failure.
   */
  | { kind: "auto"; delayMs: number; attempt: number; attemptsLeft?: number; pollIntervalMs?: number; expiresInMs?: number }
  /** Too long to wait in silence, or tries are used up and the server said when: show the time, let the viewer try. */
  | { kind: "deferred"; delayMs: number }
  /** Try again `delayMs` after connectivity returns; look every `pollMs` where no event tells. */
  | { kind: "when_online"; delayMs: number; pollMs: number }
  /** Try again after `action` was done, and not before `delayMs` where it is there. */
  | { kind: "after_action"; action: ActionKind; delayMs?: number }
  /** Do not try again. */
  | { kind: "never" };

/** Which way a language is written. */
export type Direction = "ltr" | "rtl";

/** The actions of ours. */
export type KnownAction =
  | "retry"
  | "sign_in"
  | "refresh_token"
  | "check_input"
  | "enter_code"
  | "resend_code"
  | "enter_phone_number"
  | "reset_password"
  | "enter_pin"
  | "manage_devices"
  | "contact_support"
  | "open_network_settings"
  | "network_sign_in"
  | "change_plan"
  | "check_clock"
  | "update_app"
  | "reload"
  | "choose_other"
  | "confirm_retry"
  | "resolve_conflict"
  | "go_back"
  | "exit_app"
  | "dismiss";

/** What an app can say that it does: an action of ours, or a namespaced one of its catalogs (`acme.open_shop`). */
export type AppAction = KnownAction | `${string}.${string}`;

/** What the app or the viewer can do next. Open: a minor release may add members. */
export type ActionKind = KnownAction | (string & {});

/** The reasons of ours. */
export type KnownReason =
  | "authentication_failed"
  | "session_expired"
  | "sign_in_required"
  | "invalid_credentials"
  | "incorrect_code"
  | "incorrect_phone_number"
  | "account_disabled"
  | "subscription_required"
  | "access_denied"
  | "device_type_denied"
  | "device_limit_reached"
  | "licence_unavailable"
  | "not_found"
  | "no_longer_available"
  | "unavailable_for_legal_reasons"
  | "rate_limited"
  | "server_error"
  | "service_unavailable"
  | "gateway_error"
  | "offline"
  | "connection_failed"
  | "timeout"
  | "network_sign_in_required"
  | "canceled"
  | "conflict"
  | "request_invalid"
  | "update_required"
  | "token_invalid"
  | "signed_in_elsewhere"
  | "password_reset_required"
  | "account_not_found"
  | "account_not_verified"
  | "authorization_pending"
  | "authorization_denied"
  | "device_code_expired"
  | "code_expired"
  | "incorrect_pin"
  | "pin_required"
  | "age_restricted"
  | "subscription_expired"
  | "payment_declined"
  | "payment_overdue"
  | "fraud_suspected"
  | "not_entitled"
  | "purchase_required"
  | "device_not_registered"
  | "device_blocked"
  | "device_change_limit_reached"
  | "stream_limit_reached"
  | "geo_blocked"
  | "vpn_blocked"
  | "home_network_required"
  | "not_yet_available"
  | "not_ready_yet"
  | "content_unavailable"
  | "licence_denied"
  | "licence_expired"
  | "output_protection_required"
  | "protection_unsupported"
  | "playback_failed"
  | "quota_exceeded"
  | "maintenance"
  | "insecure_connection"
  | "request_blocked"
  | "request_in_progress"
  | "unknown";

/** A cause that a viewer can be told about. Open: a minor release may add members. */
export type Reason = KnownReason | (string & {});

/** What a reason is about, of ours. */
export type KnownCategory =
  | "sign_in"
  | "verification"
  | "account"
  | "access"
  | "device"
  | "location"
  | "playback"
  | "content"
  | "limit"
  | "service"
  | "network"
  | "app"
  | "unknown";

/** What a reason is about. Open: a minor release may add members. */
export type Category = KnownCategory | (string & {});

/** The keys of our messages. */
export type KnownKey =
  | KnownReason
  | `${KnownReason}.${"title" | "advice"}`
  | `category.${KnownCategory}`
  | `action.${KnownAction}`
  | `plainly.${"app_updated" | "mfa_required"}${"" | ".title" | ".advice"}`
  | `code.${"prefix" | "suffix"}`
  | `countdown.${"now" | "offline" | "stopped" | "seconds" | "minutes" | "hours"}`
  | `deferred.${"title" | "time" | "minutes" | "hours"}`
  | "sentence.join"
  | `spoken.${"code" | "message"}`;

/** What no name of an operator's own begins with. */
type Taken =
  | KnownReason
  | "action" | "category" | "code" | "countdown" | "deferred" | "plainly" | "sentence" | "spoken" | "advice" | "reason" | "title";

/** The keys among these that a pack may have: ours, and namespaced ones of catalogs. */
export type PackKey<Key extends string> = Key extends KnownKey ? Key
  : Key extends `action.${infer Own}` ? (Own extends `${Taken}.${string}` ? never : Own extends `${string}.${string}` ? Key : never)
  : Key extends `${Taken}.${string}` ? never
  : Key extends `${string}.${string}` ? Key : never;

/** The words of one language, or of a part of it to lay over ours. The format of `plainly/locales/*`. */
export interface LocalePack {
  /** Where an editor finds the format; not looked at. */
  $schema?: string;
  /** The language, as a BCP 47 tag. */
  locale: string;
  /** Which way it is written. Default: `"ltr"`. */
  direction?: Direction | (string & {});
  /** Its ten digits, from zero. Default: `"0123456789"`. */
  digits?: string;
  /** Its plural rules for whole numbers, as CLDR writes them: `"one: n = 1"`. Default: none. */
  plural?: string;
  /** Whether a person who speaks the language has read it. Not looked at. */
  reviewed?: boolean;
  /** Of what English each message was made. Not looked at. */
  hashes?: Readonly<Record<string, string>>;
  /** Message by key, in a subset of Unicode MessageFormat 2. */
  messages: Readonly<Record<string, string | TimedMessage>>;
}

/** When something holds. Instants are RFC 3339 with a zone: `"2026-12-01T06:00:00+01:00"`. */
export interface Period {
  /** The first moment. Default: always. */
  from?: string | undefined;
  /** The first moment after it. Default: no end. */
  until?: string | undefined;
}

/** A message that holds for a time, and then lies over the one that always does. */
export interface TimedMessage extends Period {
  message: string;
}

/** A pack as code writes it; for {@link definePack}. */
export interface PackInCode<Key extends string> extends Omit<LocalePack, "direction" | "messages"> {
  direction?: Direction;
  messages: { readonly [K in Key]: PackKey<K> extends never ? never : string | TimedMessage };
}

/**
 * A provider's table from its codes to reasons. The format of `plainly/catalogs/*`. A file's names are text to a compiler:
 * `validate` looks at them, and {@link defineCatalog} at those in code.
 */
export interface Catalog {
  /** Where an editor finds the format; not looked at. */
  $schema?: string;
  /** Whose codes these are: 1 to 64 of `a-z 0-9 - _`. */
  provider: string;
  /** Where the table is from. Not looked at. */
  source?: string;
  /**
   * Where the code stands, best first: dotted paths in the body (`"error.code"`, `"0.error_code"`; names are the same in
   * any letter case and with any separator, and what does not stand there may be wrapped in `data`), `"@xml"` for an XML
   * `<Code>` or a SOAP fault, or a header field (`"@www-authenticate"`, `"@x-amzn-errortype"`). The first whose code the
   * table knows counts. Default: the usual places.
   */
  codeAt?: readonly string[];
  /** What only this provider's bodies have: dotted paths, all of which must stand there. Default: none. */
  mark?: readonly string[];
  /** Where this provider's SDK keeps what in the errors that it throws, as in {@link Options}. Default: none. */
  thrown?: readonly ThrownPaths[];
  /**
   * What a body says that your words may hold, as `{$limit}`: dotted path by parameter. A count up to a million, or a
   * short text of a code's characters; where a body has none, the reason's own words are said. Default: none.
   */
  params?: Readonly<Partial<Record<Parameter, string>>>;
  /** Whether a bare code is this provider's when it comes with the status of its row, or its row names none. Default: false. */
  claims?: boolean;
  /** Codes that the app gives itself, where the server's body has none that the table knows. Default: none. */
  absent?: readonly CatalogAbsent[];
  /** For servers without codes: the sentences that they send, or a page of theirs holds, and the codes of this table that stand for them. Default: none. */
  sentences?: Readonly<Record<string, string>>;
  /** Entry by code. Forms of one code (`490`, `"0490"`) are equal. */
  codes: Readonly<Record<string, CatalogEntry>>;
}

/** What a body says that words may hold. They may also hold `{$until}`, the end of what a period holds. */
export type Parameter = "limit" | "used" | "left" | "seconds" | "minutes" | "hours" | "days" | "phone" | "reference";

/** Where an error that was thrown keeps a response or its code: dotted paths of at most 8 members, each of which may be left out. */
export interface ThrownPaths {
  status?: string;
  headers?: string;
  body?: string;
  /** A code that stands beside the body. */
  code?: string;
}

/** A code that the app gives itself. */
export interface CatalogAbsent {
  /** The HTTP status that it is given with, 100 to 599. */
  status: number;
  /** The code to give. */
  code: string;
  /** Given when the server sent no code, or one that the table does not know. */
  when: "no_code" | "unknown_code" | (string & {});
  /** Given only when nothing stands at this path. Default: always. */
  without?: string;
}

/**
 * What a catalog knows of one code. With a period it says so for that time, by the server's clock where that is known, and the entry below
 * it does else. What time alone mends is not tried again before `until`, and the viewer is told when that is.
 */
export interface CatalogEntry extends Period {
  /** The HTTP status that it comes with, 100 to 599, or several; looked at where the catalog `claims` its codes. Default: all. */
  status?: number | readonly number[];
  /** What the viewer is told. */
  reason: Reason;
  /** In rows of the provider `http`: the reason where the response says when to come back. Default: `reason`. */
  limited?: Reason;
  /** In rows of the provider `http`: the reason where a page came instead of the API's answer. Default: `reason`. */
  page?: Reason;
  /**
   * Whose words are used: a reason, or a namespaced key, of the operator's pack or one of ours (`plainly.app_updated`,
   * `plainly.mfa_required`). Default: the reason's own.
   */
  words?: string;
  /** What follows. Default: what follows from the reason. */
  retry?: CatalogRetry | CatalogRetryInFile;
  /** Buttons, in order: actions of ours, or namespaced ones. Default: those of the reason. */
  actions?: readonly (AppAction | (string & {}))[];
  /** The app must drop its tokens. Default: what follows from the reason. */
  endsSession?: boolean;
  /** Whether the code can be quoted to support; else the next one found is, or the status. Default: true. */
  quoted?: boolean;
  /** For who reads the file. Not looked at. */
  note?: string;
}

/** What a catalog says about trying again. */
export type CatalogRetry =
  /** By itself. `backoff` is the base of the wait, 500 (`"transient"`, the default) or 1000 ms; a `"throttling"` retry costs a budget less; `repeatable`: nothing was done, so any method may repeat, default false. */
  | { kind: "auto"; backoff?: "transient" | "overload" | "throttling"; repeatable?: boolean }
  /** By itself, at the interval in force, while the viewer is busy elsewhere (RFC 8628); `slowDown` adds five seconds for good, default false. */
  | { kind: "poll"; slowDown?: boolean }
  /** After this was done; never `contact_support`. */
  | { kind: "after_action"; action: AppAction }
  /** When there is a connection again. */
  | { kind: "when_online" }
  /** Not at all. */
  | { kind: "never" };

/** The same as a compiler sees it in a file. */
export interface CatalogRetryInFile {
  kind: string & {};
  backoff?: string;
  repeatable?: boolean;
  slowDown?: boolean;
  action?: string;
}

/** A type that is not found out here: TypeScript's `NoInfer`, which came with 5.4. */
type Held<T> = [T][T extends unknown ? 0 : never];

/** A catalog as code writes it; for {@link defineCatalog}. */
export interface CatalogInCode<Code extends string | number> extends Omit<Catalog, "absent" | "sentences" | "codes"> {
  absent?: readonly (Omit<CatalogAbsent, "code" | "when"> & { code: `${Held<Code>}`; when: "no_code" | "unknown_code" })[];
  sentences?: Readonly<Record<string, `${Held<Code>}`>>;
  codes: { readonly [C in Code]: CatalogEntryInCode };
}

/** An entry as code writes it. */
export interface CatalogEntryInCode extends Omit<CatalogEntry, "reason" | "limited" | "page" | "words" | "actions" | "retry"> {
  reason: KnownReason;
  limited?: KnownReason;
  page?: KnownReason;
  words?: KnownReason | `${string}.${string}`;
  actions?: readonly AppAction[];
  retry?: CatalogRetry;
}

/** What an operator says before any call fails. The format of a file of theirs. */
export interface Announcements {
  /** Where an editor finds the format; not looked at. */
  $schema?: string;
  /** The first that is due is told. At most 64. */
  announcements: readonly Announcement[];
  /** The words that they need, laid over all others. Default: none. */
  packs?: readonly LocalePack[] | undefined;
}

/** One of them. */
export interface Announcement extends Period {
  /** By which apps remember what the viewer has seen: 1 to 128 letters, digits and `. _ - : / # + =`. */
  id: string;
  /** What to quote to support. Default: nothing. */
  code?: string | undefined;
  /** What the viewer is told. */
  reason: Reason;
  /** Whose words are used: a reason, or a namespaced key. Default: the reason's own. */
  words?: string | undefined;
  /** Buttons, in order: actions of ours, or namespaced ones. Where there is none that the app can do: `dismiss`. */
  actions?: readonly (AppAction | (string & {}))[] | undefined;
  /** The app must drop its tokens. Default: false. */
  endsSession?: boolean | undefined;
  /** For who reads the file. Not looked at. */
  note?: string;
}

/** Announcements as code writes them; for {@link defineAnnouncements}. */
export interface AnnouncementsInCode extends Omit<Announcements, "announcements"> {
  announcements: readonly (Omit<Announcement, "reason" | "words" | "actions"> & {
    reason: KnownReason;
    words?: KnownReason | `${string}.${string}` | undefined;
    actions?: readonly AppAction[] | undefined;
  })[];
}

/** What is wrong with a pack or catalog, and where. */
export interface Fault {
  /** The keys from the top of the data, joined by dots: `"codes.7.reason"`. */
  place: string;
  /** What should stand there. */
  expected: string;
  /** What stands there, shortened. */
  found: string;
  /** The name that was meant, most likely: of those that can stand there the nearest, where one is near. */
  nearest?: string;
}

/**
 * What an operator should hear about. Holds no secret and no body. A minor release may add kinds. A listener hears the same thing once,
 * then again at the tenth time, the hundredth and so on, with how often it was seen in `count`.
 */
export type Report = { count?: number } & (
  /** A server sent a code that no catalog knows; `reason` is what the viewer was told instead. */
  | { kind: "unknown_code"; code: string; status?: number; provider?: string; reason: Reason }
  /** A server sent a code that is not quoted: it would tell what the reason keeps secret, or its entry says so. */
  | { kind: "hidden_code"; code: string; reason: Reason }
  /** Words that a catalog names are not there in a language, or only in part: the reason's own are said. */
  | { kind: "missing_words"; words: string; locale: string }
  /**
   * What stands at the place is wrong and was left out; `source` is which of the options: `"packs.0"`, `"catalogs.1"`,
   * `"actions"` (those that `handlers` name too), `"timeZone"`; or `"announcements"`, a file of theirs. Of a message that lacks a plural form the form alone is missing.
   */
  | { kind: "dropped_entry"; source: string; fault: Fault }
  /** There is no catalog of a provider that was named. */
  | { kind: "unknown_provider"; provider: string }
  /** A language could not be downloaded; English is spoken instead. */
  | { kind: "missing_pack"; locale: string }
);
