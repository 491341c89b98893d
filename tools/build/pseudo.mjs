// English as it is never spoken, to see what a layout does: `en-XA` with accents, longer and in brackets (what is cut off
// lacks its bracket, what is not translated its accents), and `ar-XB` in letters that run from right to left.
// tools/build/bundle.mjs writes them; no language list has them, so nobody is spoken to in them who did not ask.

import { parse, write } from "../data/message.mjs";

const LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "åƀçďéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĎÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
/** Arabic and its neighbours, each letter once: bidi controls, which would do as well, are not allowed in a pack. */
const ARABIC = String.fromCodePoint(
  0x627, 0x628, 0x686, 0x62f, 0x647, 0x641, 0x6af, 0x62d, 0x6cc, 0x62c, 0x6a9, 0x644, 0x645, 0x646, 0x648, 0x67e, 0x642, 0x631, 0x633, 0x62a,
  0x6c6, 0x6a4, 0x6cb, 0x62e, 0x64a, 0x632,
  0x671, 0x67b, 0x685, 0x688, 0x6c1, 0x6a6, 0x6b3, 0x681, 0x6ce, 0x684, 0x6aa, 0x6b5, 0x638, 0x6ba, 0x6c7, 0x680, 0x6a8, 0x691, 0x634, 0x637,
  0x6c8, 0x6cf, 0x6c9, 0x636, 0x6d0, 0x698,
);
/** What makes a text longer: words, so that lines break as they would. */
const FILL = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const LONGER = 1.4;

const spelled = (text, letters) => text.replace(/[A-Za-z]/g, (letter) => letters[LATIN.indexOf(letter)]);
const words = (pieces) => pieces.filter((piece) => typeof piece === "string").join("");

function accented(pieces) {
  const plain = words(pieces);
  let more = "";
  for (let at = 0; /[A-Za-z]/.test(plain) && plain.length + more.length < LONGER * plain.length; at += 1) more += ` ${FILL[at % FILL.length]}`;
  return ["[", ...mapped(pieces, ACCENTED), `${spelled(more, ACCENTED)}]`];
}

const mapped = (pieces, letters) => pieces.map((piece) => (typeof piece === "string" ? spelled(piece, letters) : piece));

function pack(english, head, change) {
  const said = (message) => {
    const { count, forms } = parse(message);
    return write({ count, forms: forms.map(([key, pieces]) => [key, change(pieces)]) });
  };
  const messages = Object.entries(english.messages).map(([key, message]) => [key, said(message)]);
  return { ...english, ...head, messages: Object.fromEntries(messages) };
}

/** Both, made of the English pack. */
export const pseudo = (english) => [
  pack(english, { locale: "en-XA" }, accented),
  pack(english, { locale: "ar-XB", direction: "rtl" }, (pieces) => mapped(pieces, ARABIC)),
];

/** What was spelled in Arabic letters, in ours again. */
export const latin = (text) => text.replace(/[\u0620-\u06d3]/g, (letter) => LATIN[ARABIC.indexOf(letter)] ?? letter);
