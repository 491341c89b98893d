import { validate } from "../../pkg/dist/node.js";

/**
 * Says a message through the words of an operator's catalog: `say({ limit: 5 })`. Its placeholders are named as
 * parameters are: limit, used, left, seconds, minutes, hours, days, phone, reference.
 */
export async function speaker(plainly, message, head = {}) {
  const names = ["limit", "used", "left", "seconds", "minutes", "hours", "days", "phone", "reference"].filter((name) => message.includes(`$${name}`));
  const pack = { locale: "en", plural: "one: n = 1", ...head, messages: { "acme.said": message } };
  // A language that nobody speaks, for rules of its own: all other words come with it.
  const english = (await import("../../pkg/dist/locales/en.js")).default;
  const whole = { ...pack, locale: "qaa", messages: { ...plain(english.messages, pack), ...pack.messages } };
  const params = Object.fromEntries(names.map((name) => [name, name]));
  const catalog = { provider: "acme", codeAt: ["code"], params, codes: { 1: { reason: "not_found", words: "acme.said", actions: ["go_back"] } } };
  const faults = validate({ ...pack, locale: "qaa" });
  const spoken = await plainly.with({ locales: "qaa", provider: "acme", catalogs: [catalog], packs: [whole] });
  const say = (values) => spoken.explain({ status: 404, body: { code: 1, ...values } }).message;
  return Object.assign(say, { faults });
}

/** English without what it counts, whose plural forms are not those of the language. */
function plain(messages) {
  return Object.fromEntries(Object.entries(messages).filter(([, message]) => !message.startsWith(".")));
}
