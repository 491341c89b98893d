// Things that no caller should hand over, and that must do no harm. Node and browsers share them.

import { BLOCKED } from "./failing.js";

const raise = () => {
  throw new Error("trap");
};

/** A handler whose traps all throw. */
const TRAPS = Object.fromEntries(
  ["get", "set", "has", "ownKeys", "getPrototypeOf", "setPrototypeOf", "isExtensible", "preventExtensions",
    "getOwnPropertyDescriptor", "defineProperty", "deleteProperty", "apply", "construct"].map((name) => [name, raise]),
);

export function throwing(target = {}) {
  return new Proxy(target, TRAPS);
}

export function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Answers every question with itself. */
export function endless() {
  const self = new Proxy(function () {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => "endless" : self),
    ownKeys: () => ["prototype", "error", "code"],
    getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(target, key)
      || { value: self, enumerable: true, configurable: true },
    apply: () => self,
  });
  return self;
}

export function cyclic() {
  const value = { error: { code: 490 }, list: [] };
  value.self = value;
  value.list.push(value, value.list);
  return value;
}

export function getters() {
  return {
    get status() { return raise(); },
    get headers() { return raise(); },
    get body() { return raise(); },
    get cause() { return raise(); },
    get name() { return raise(); },
    get message() { return raise(); },
    get code() { return raise(); },
    get response() { return raise(); },
    get error() { return raise(); },
    toString: raise,
    valueOf: raise,
    toJSON: raise,
    [Symbol.toPrimitive]: raise,
  };
}

export function deep(levels) {
  let value = 490;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? { error: value } : [value];
  return value;
}

export const deepText = (levels) => "[".repeat(levels) + "]".repeat(levels);

export function* forever(value) {
  for (;;) yield value;
}

/** Any value at all, by name: `[name, make]`. What is slow to make is made when it is needed. */
export const ANYTHING = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["true", () => true],
  ["a number", () => 490],
  ["NaN", () => NaN],
  ["infinity", () => -Infinity],
  ["a bigint", () => 2n ** 4096n],
  ["a symbol", () => Symbol("490")],
  ["an empty string", () => ""],
  ["a string", () => "490"],
  ["lone surrogates", () => "\ud83d \udca5\ud83d"],
  ["NUL characters", () => "\0".repeat(5000)],
  ["a function", () => () => 490],
  ["a class", () => class Failure {}],
  ["an empty object", () => ({})],
  ["an object without a prototype", () => Object.create(null)],
  ["an array", () => [1, [2, [3]]],],
  ["a cyclic object", cyclic],
  ["getters that throw", getters],
  ["a proxy whose traps throw", () => throwing()],
  ["an array behind a proxy whose traps throw", () => throwing([])],
  ["a function behind a proxy whose traps throw", () => throwing(() => 0)],
  ["a revoked proxy", () => revoked()],
  ["a revoked proxy of an array", () => revoked([])],
  ["a proxy that answers with itself", endless],
  ["a date", () => new Date(NaN)],
  ["a regular expression", () => /490/],
  ["an error", () => new Error("no")],
  ["an error in a circle", () => { const error = new Error("no"); error.cause = error; error.response = error; return error; }],
  ["a map", () => new Map([["error", 490]])],
  ["a set", () => new Set([490])],
  ["a promise", () => Promise.resolve(490)],
  ["a weak map", () => new WeakMap()],
  ["bytes", () => new Uint8Array([0xff, 0xfe, 0x00, 0xc0])],
  ["floats", () => new Float64Array([NaN, Infinity])],
  ["a buffer", () => new ArrayBuffer(16)],
  ["a view", () => new DataView(new ArrayBuffer(16))],
  ["a proxy of bytes", () => new Proxy(new Uint8Array(8), {})],
  ["sparse array", () => { const list = []; list[4_000_000_000] = 1; return list; }],
  ["an object deep as a well", () => deep(100_000)],
];

/** The same, but big: `[name, make]`. */
export const BIG = [
  ["a string of 10 MB", () => "x".repeat(10_000_000)],
  ["10 MB of spaces", () => " ".repeat(10_000_000)],
  ["10 MB of surrogates", () => "\ud83d".repeat(10_000_000)],
  ["JSON of 10 MB", () => `{"error":{"code":490},"x":"${"x".repeat(10_000_000)}"}`],
  ["JSON just short enough", () => `{"error":{"code":490},"x":[${"1,".repeat(131_000 - 20)}1]}`],
  ["100,000 brackets", () => deepText(100_000)],
  ["100,000 open brackets", () => "[".repeat(100_000)],
  ["100,000 open objects", () => '{"a":'.repeat(50_000)],
  ["10 MB of bytes", () => new Uint8Array(10_000_000).fill(0x5b)],
  ["a buffer of 10 MB", () => new ArrayBuffer(10_000_000)],
  ["an array of a million", () => new Array(1_000_000).fill("x".repeat(100))],
  ["an object with a million keys", () => Object.fromEntries(Array.from({ length: 1_000_000 }, (_, at) => ["key" + at, at]))],
  ["an array of arrays", () => Array.from({ length: 1000 }, () => new Array(1000).fill([1]))],
  ["many long strings", () => new Array(2000).fill("x".repeat(100_000))],
  ["many long keys", () => Object.fromEntries(Array.from({ length: 2000 }, (_, at) => ["k".repeat(10_000) + at, at]))],
  ["a String object of 16 million letters", () => new String("x".repeat(2 ** 24))],
];

/** Header fields that nobody sends, by name. */
export const HEADERS = [
  ["an endless iterator", () => forever(["x-a", "1"])],
  ["an endless iterator of nonsense", () => forever(7)],
  ["an endless iterator of proxies", () => forever(throwing())],
  ["an endless iterator of long fields", () => forever(["x-request-id", "x".repeat(100_000)])],
  ["an endless forEach", () => ({ forEach(take) { for (;;) take("1", "x-a"); } })],
  ["a forEach that throws", () => ({ forEach: raise })],
  ["an iterator that throws", () => ({ [Symbol.iterator]: raise })],
  ["an iterator that answers nonsense", () => ({ [Symbol.iterator]: () => 7 })],
  ["pairs of symbols", () => [[Symbol("a"), Symbol("b")], ["x-request-id", Symbol("c")]]],
  ["pairs of nothing", () => [[], [undefined], [null, null], "", "ab"]],
  ["a value that cannot be text", () => ({ "x-request-id": Object.create(null) })],
  ["values without end", () => ({ "set-cookie": new Array(1_000_000).fill("a=b") })],
  ["a raw block of one line", () => "x-request-id: " + "x".repeat(10_000_000)],
  ["a raw block of many lines", () => "x-a: 1\r\n".repeat(1_000_000)],
  ["a raw block of line ends", () => "\r\n".repeat(5_000_000)],
  ["a raw block of colons", () => ":".repeat(1_000_000)],
  ["names of all characters", () => ({ ["\0\ud800é" + "x".repeat(10_000)]: "\0\r\n\ud800" })],
];

/** Failures with getters, iterators and proxies that explain while they are looked at, by name: `[name, make]`. */
export const CURIOUS = [
  ["a getter", (explain) => ({ get status() { explain(this); return 401; }, body: BLOCKED.body })],
  ["a getter in the body", (explain) => {
    const failure = { status: 401, body: { error: { get code() { explain(failure); return 490; } } } };
    return failure;
  }],
  ["a proxy", (explain) => {
    const failure = new Proxy(BLOCKED, { get(target, key) { explain(failure); return target[key]; } });
    return failure;
  }],
  ["an iterator of header fields", (explain) => {
    const failure = { ...BLOCKED, headers: { *[Symbol.iterator]() { explain(failure); } } };
    return failure;
  }],
];

/** What looks like a credential or a person, by what it is. */
export const SECRETS = {
  "a JWT": "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
  "a JWT of 100 characters": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMiLCJuIjoiSm9obiJ9.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
  "a token of RFC 6750": "Bearer ab12cd34ef",
  "a payment card": "4111 1111 1111 1111",
  "a payment card, with dashes": "4111-1111-1111-1111",
  "a payment card, as digits": "4111111111111111",
  "a payment card of 15 digits": "378282246310005",
  "a payment card of 13 digits": "4222222222222",
  "a payment card with a word": "card:5555555555554444",
  "an AWS key": "AKIAIOSFODNN7EXAMPLE",
  "an AWS key for a while": "ASIAIOSFODNN7EXAMPLE",
  "a Stripe key": "sk_live_000000000000000000000000",
  "a restricted Stripe key": "rk_live_000000000000000000000000",
  "a GitHub token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
  "a fine-grained GitHub token": "github_pat_11AAAAAAA0000000000000",
  "a Slack token": "xoxb-1234-abcdefgh",
  "a Google key": "AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe",
  "a Google token": "ya29.a0AfH6SMBx",
  "a GitLab token": "glpat-xxxxxxxxxxxxxxxxxxxx",
  "a name and its value": "token=abc123",
  "an address of mail": "anna@example.com",
};

/** What looks odd and is none: all of these are request ids. */
export const IDS = ["550e8400-e29b-41d4-a716-446655440000", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  "Root=1-5759e988-bd862e3fe1be46a994272793", "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran==", "4111111111111112",
  "41111111111111111111", "a4111111111111111", "12345678-1234-4123-8123-123456789012", "8a1b2c3d4e5f6789-FRA"];
