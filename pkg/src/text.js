// Text ⇄ UTF-8. Builds for old engines have es5/text.js instead.

export const encode = (text) => new TextEncoder().encode(text);
export const decode = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
