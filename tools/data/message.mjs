// The subset of MessageFormat that src/locale/syntax.rs reads, as pieces, for tools that change words and nothing else.
// A message is `{ count, forms }`: what it counts, if it does, and each form as `[key, pieces]`; a piece is a string or
// `{ name }`, a placeholder. Of selectors one is read: our words count one thing.

/** A message's forms. Throws where it is none that we write. */
export function parse(message) {
  let at = 0;
  const eat = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(message);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const need = (pattern, what) => eat(pattern) ?? fail(what);
  const fail = (what) => { throw new SyntaxError(`${what} was expected at ${at} of ${message}`); };

  function pattern(quoted) {
    const pieces = [];
    for (;;) {
      const text = eat(/(?:[^{}\\]|\\[\\{}|])+/y)?.[0];
      const name = text === undefined ? eat(/\{\s*\$([A-Za-z_][\w-]*)\s*\}/y)?.[1] : undefined;
      if (text !== undefined) pieces.push(text.replace(/\\(.)/g, "$1"));
      else if (name !== undefined) pieces.push({ name });
      else break;
    }
    need(quoted ? /\}\}/y : /$/y, quoted ? "}}" : "the end");
    return pieces;
  }
  const body = () => { need(/\{\{/y, "{{"); return pattern(true); };

  if (!/^\s*(\.|\{\{)/.test(message)) return { forms: [["*", pattern(false)]] };
  const count = eat(/\s*\.input\s*\{\s*\$(\w+)\s+:integer\s*\}\s*/y)?.[1];
  const forms = [];
  if (count && eat(/\.match\s+\$(\w+)/y)) {
    while (at < message.length && !eat(/\s*$/y)) {
      forms.push([need(/\s*(\*|\w+)\s*(?=\{\{)/y, "one key")[1], body()]);
    }
    if (!forms.some(([key]) => key === "*")) fail("a form for *");
  } else {
    forms.push(["*", body()]);
    need(/\s*$/y, "the end");
  }
  return { count, forms };
}

const escaped = (piece) => (typeof piece === "string" ? piece.replace(/[\\{}]/g, "\\$&") : `{$${piece.name}}`);

/** Pieces as a pattern has them. */
export const pattern = (pieces) => pieces.map(escaped).join("");

/** A message in the one form in which our packs write it. */
export function write({ count, forms }) {
  const quoted = forms.map(([key, pieces]) => [key, `{{${pattern(pieces)}}}`]);
  if (!count) return /^\s*(\.|\{\{)/.test(pattern(forms[0][1])) ? quoted[0][1] : pattern(forms[0][1]);
  const head = `.input {$${count} :integer} `;
  if (forms.length === 1) return head + quoted[0][1];
  return `${head}.match $${count} ${quoted.map((form) => form.join(" ")).join(" ")}`;
}
