// The forms in which codes and languages are compared, as the core compares them (src/clean.rs, src/locale/tag.rs).

/** A code: letter case, separators and leading zeros do not count, nor a sentence around it that begins with it. */
export function fold(code) {
  const sentence = /^[ \t\n\f\r]*error code[ \-:]*([A-Za-z0-9]*)/i.exec(code);
  const found = sentence && sentence[1].length <= 64 && /[0-9]/.test(sentence[1]) ? sentence[1] : code;
  const folded = found.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  return /^[0-9]+$/.test(folded) ? folded.replace(/^0+(?=[0-9])/, "") : folded;
}

/** A language tag with its script and region, in BCP 47's case; undefined for what begins with no language. */
export function tag(text) {
  const [language, ...subtags] = text.slice(0, 64).trim().split(/[@.]/)[0].split(/[-_]/);
  if (!/^[A-Za-z]{2,3}$/.test(language) || /^und$/i.test(language)) return undefined;
  let script = "";
  let region = "";
  for (const subtag of subtags) {
    if (subtag.length === 1) break;
    if (/^[A-Za-z]{4}$/.test(subtag) && !script && !region) script = "-" + subtag[0].toUpperCase() + subtag.slice(1).toLowerCase();
    if (/^([A-Za-z]{2}|[0-9]{3})$/.test(subtag) && !region) region = "-" + subtag.toUpperCase();
  }
  return language.toLowerCase() + script + region;
}

/** A tag and what is less special, of the same script: `zh-Hant-TW`, `zh-Hant`. */
export function chain(locale) {
  const above = locale.replace(/-(?![A-Za-z]{4}$)[^-]*$/, "");
  return above === locale ? [locale] : [locale].concat(chain(above));
}
