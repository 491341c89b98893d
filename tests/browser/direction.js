// Runs in the browser: codes, numbers and addresses read from left to right in every language, and what stands around
// them is on the right side. A notice is shown as the README says: its strings as they are, the server's and
// support's values in an element of their own.

import { languages } from "../../www/languages.js";
import { checks } from "./checks.js";
import { faultsOfLine, faultsOfRun } from "./runs.js";

const CODES = ["490", "NW-2-5", "E-7", "LCEVC-ERR.0.3_B", "P-2"];
const STYLES = ["prefix", "suffix", "none"];
const SUPPORT = { phone: "+44 20 7946 0000", email: "help@example.com", url: "help.example.com/tv" };

/** An operator's own words with a parameter in the middle, at the end and at the start. */
const OPERATOR = {
  ar: "يمكنك استخدام {$limit} من الأجهزة، والرمز هو {$reference}.",
  he: "אפשר להשתמש ב־{$limit} מכשירים, והקוד הוא {$reference}.",
  fa: "می‌توانید از {$limit} دستگاه استفاده کنید، کد {$reference}.",
  ur: "آپ {$limit} آلات استعمال کر سکتے ہیں، کوڈ {$reference}.",
  en: "You can use {$limit} devices, the code is {$reference}.",
  ja: "{$limit} 台までご利用いただけます ({$reference})。",
};
const operator = {
  provider: "acme",
  codeAt: ["code"],
  codes: { 7: { reason: "device_limit_reached", words: "acme.devices" } },
  params: { limit: "device.max", reference: "device.code" },
};

function shown(notice, text, narrow) {
  const element = document.createElement("p");
  element.lang = notice.locale;
  element.dir = notice.direction;
  element.className = narrow ? "narrow" : "";
  element.append(text);
  document.body.replaceChildren(element);
  return element;
}

function value(text) {
  const element = document.createElement("bdi");
  element.dir = "ltr";
  element.textContent = text;
  return element;
}

async function run() {
  const { check, result } = checks();
  const { load } = await import("../../pkg/dist/index.js");
  const plainly = await load({ locales: "en", support: SUPPORT });

  for (const { tag } of languages) {
    for (const codeStyle of STYLES) {
      const speaker = await plainly.with({ locales: tag, codeStyle });
      for (const code of CODES) {
        const notice = code === "P-2"
          ? speaker.explain({ cause: new DOMException("", "TimeoutError") }, { online: true })
          : speaker.explain({ status: 401, body: { error: { code } } });
        await check(`${tag}, ${codeStyle}, ${code}`, () => {
          if (notice.locale !== tag || notice.code !== code) return [`${notice.locale} ${notice.code}`];
          const faults = [notice.title, notice.message].flatMap((text) => faultsOfLine(shown(notice, text), notice.direction));
          const text = shown(notice, notice.text);
          faults.push(...faultsOfLine(text, notice.direction));
          if (codeStyle !== "none") faults.push(...faultsOfRun(text, code, notice.direction));
          if (codeStyle === "suffix") {
            // The parentheses are two characters whose shapes turn with the direction.
            const last = text.textContent.replace(/[\u200e\u200f]/g, "").slice(-1);
            if (!/[)）]/.test(last)) faults.push(`it ends with ${last}`);
          }
          return faults.concat(faultsOfLine(shown(notice, notice.text, true), notice.direction));
        });
      }
    }
  }

  for (const [tag, words] of Object.entries(OPERATOR)) {
    const packs = [{ locale: tag, messages: { "acme.devices": words, "acme.devices.advice": "…" } }];
    const speaker = await plainly.with({ locales: tag, packs, catalogs: [operator], provider: "acme", codeStyle: "none" });
    for (const [limit, reference] of [[3, "AB-12-x"], ["UHD-4", "7-9-3"], ["+3", "x.y/z"]]) {
      await check(`an operator's words in ${tag}: ${limit} and ${reference}`, () => {
        const notice = speaker.explain({ status: 403, body: { code: 7, device: { max: limit, code: reference } } });
        const element = shown(notice, notice.message);
        const text = element.textContent.replace(/[\u200e\u200f]/g, "");
        if (notice.locale !== tag) return [notice.locale];
        // A number has the language's own digits.
        const number = typeof limit === "number" ? /\p{Nd}/u.exec(text)[0] : limit;
        return [number, reference].flatMap((each) => faultsOfRun(element, each, notice.direction));
      });
    }
  }

  for (const tag of ["ar", "he", "fa", "ur", "en", "th"]) {
    const speaker = await plainly.with({ locales: tag });
    const notice = speaker.explain({ status: 401, headers: { "x-request-id": "abc-123" }, body: { error: { code: 490 } } });
    const { phone, email, url } = notice.actions.find(({ kind }) => kind === "contact_support");
    const values = [phone, email, url, notice.requestId];
    await check(`support's values and the server's, as they are given, in ${tag}`, () =>
      JSON.stringify(values) === JSON.stringify([...Object.values(SUPPORT), "abc-123"]) ? [] : [JSON.stringify(values)]);
    for (const each of values) {
      await check(`${each} in ${tag}`, () => {
        const element = shown(notice, notice.title);
        element.append(" (", value(each), ") ", notice.title);
        return faultsOfRun(element, each, notice.direction).concat(faultsOfLine(element, notice.direction));
      });
    }
    await check(`the digits of a countdown in ${tag}`, () => [5000, 45_000, 600_000, 46_800_000].flatMap((delay) => {
      const words = speaker.countdown(delay);
      const digits = /\p{Nd}+/u.exec(words);
      return digits ? faultsOfRun(shown(notice, words), digits[0], notice.direction) : [];
    }));
  }

  // Whoever sees nothing wrong must be able to.
  await check("a number that nothing isolates is seen", () => {
    const notice = { locale: "ar", direction: "rtl" };
    const faults = faultsOfRun(shown(notice, `اتصل بالرقم ${SUPPORT.phone}.`), SUPPORT.phone, "rtl");
    return faults.length ? [] : ["nothing was seen"];
  });
  await check("a line that starts on the wrong side is seen", () => {
    const faults = faultsOfLine(shown({ locale: "ar", direction: "ltr" }, "تم رفض الوصول."), "rtl");
    return faults.length ? [] : ["nothing was seen"];
  });
  return result;
}

window.done = run().catch((error) => ({ passed: 0, failed: [`the page: ${error && error.stack ? error.stack : error}`] }));
