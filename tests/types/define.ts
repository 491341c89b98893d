// Catalogs and packs in code are held to names; those of files are taken as they are. Each line below an @ts-expect-error
// must not compile.

import { defineCatalog, definePack, load, validate } from "plainly";
import type { Catalog, Fault, LocalePack } from "plainly";
import * as inline from "plainly/inline";
import * as js from "plainly/js";
import catalogOfAFile from "./catalog.json" with { type: "json" };
import packOfAFile from "./pack.json" with { type: "json" };

export const catalog: Catalog = defineCatalog({
  provider: "acme",
  codeAt: ["fault.id"],
  absent: [{ status: 500, code: "8", when: "no_code" }],
  sentences: { "Account is disabled": "PAY-7" },
  codes: {
    "PAY-7": { reason: "subscription_required", words: "acme.payment_pending", actions: ["acme.open_shop", "go_back"], retry: { kind: "never" } },
    8: { reason: "not_found", words: "access_denied", limited: "rate_limited" },
  },
});
export const pack: LocalePack = definePack({
  locale: "en",
  direction: "ltr",
  messages: {
    account_disabled: "On hold.",
    "account_disabled.title": "On hold",
    "action.retry": "Again",
    "countdown.now": "Now",
    "plainly.app_updated.advice": "Reload.",
    "acme.payment_pending.title": "Your payment is on its way",
    "action.acme.open_shop": "Open the shop",
  },
});
export const fromFiles: [Catalog, LocalePack] = [catalogOfAFile, packOfAFile];
export const faults: Fault[] = validate({ catalogs: [catalogOfAFile, catalog], packs: [packOfAFile, pack], actions: ["retry"] });
export const nearest: string | undefined = faults[0]?.nearest;
export const opened = load({ catalogs: [catalogOfAFile], packs: [packOfAFile] });
export const everywhere: Catalog[] = [js.defineCatalog({ provider: "acme", codes: {} }), inline.defineCatalog({ provider: "acme", codes: {} })];

// @ts-expect-error a typo in a reason
defineCatalog({ provider: "acme", codes: { 7: { reason: "acount_disabled" } } });
// @ts-expect-error a typo in an action
defineCatalog({ provider: "acme", codes: { 7: { reason: "not_found", actions: ["rety"] } } });
// @ts-expect-error a typo in an entry
defineCatalog({ provider: "acme", codes: { 7: { reason: "not_found", endSession: true } } });
// @ts-expect-error no such kind
defineCatalog({ provider: "acme", codes: { 7: { reason: "not_found", retry: { kind: "sometimes" } } } });
// @ts-expect-error words are a reason's, or namespaced
defineCatalog({ provider: "acme", codes: { 7: { reason: "not_found", words: "payment_pending" } } });
// @ts-expect-error a sentence for a code that the table does not have
defineCatalog({ provider: "acme", sentences: { Gone: "9" }, codes: { 7: { reason: "not_found" } } });
// @ts-expect-error a code that the table does not have
defineCatalog({ provider: "acme", absent: [{ status: 500, code: "9", when: "no_code" }], codes: { 7: { reason: "not_found" } } });
// @ts-expect-error a wrong end of a key
definePack({ locale: "en", messages: { "account_disabled.titel": "x" } });
// @ts-expect-error a reason's key is its name
definePack({ locale: "en", messages: { "reason.account_disabled": "x" } });
// @ts-expect-error no such key
definePack({ locale: "en", messages: { no_such_key: "x" } });
// @ts-expect-error no such action
definePack({ locale: "en", messages: { "action.fly": "x" } });
// @ts-expect-error no such direction
definePack({ locale: "en", direction: "up", messages: {} });
