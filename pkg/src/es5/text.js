// Text ⇄ UTF-8 where the engine may have neither TextEncoder nor TextDecoder; the answers are the same.

const HALF = 0xfffd; // stands for half of a surrogate pair, and for what is no UTF-8
const PIECE = 4096; // as many arguments as any engine takes

export function Encoder() {}
export function Decoder() {}

Encoder.prototype.encode = function (text) {
  const bytes = new Uint8Array(text.length * 3); // no unit takes more
  let at = 0;
  for (let n = 0; n < text.length; n++) {
    let point = text.charCodeAt(n);
    if (point < 0x80) { // nearly all are; a call for each would be most of a start
      bytes[at++] = point;
      continue;
    }
    point = pointAt(text, n);
    if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
    } else {
      if (point < 0x10000) {
        bytes[at++] = 0xe0 | (point >> 12);
      } else {
        n++;
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 63);
      }
      bytes[at++] = 0x80 | ((point >> 6) & 63);
    }
    bytes[at++] = 0x80 | (point & 63);
  }
  return bytes.subarray(0, at);
};

function pointAt(text, at) {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) !== 0xd800) return unit;
  const next = text.charCodeAt(at + 1); // NaN at the end
  if (unit > 0xdbff || (next & 0xfc00) !== 0xdc00) return HALF;
  return ((unit & 0x3ff) << 10) + (next & 0x3ff) + 0x10000;
}

/** As the Encoding Standard has it: each longest run that could have begun a character becomes one U+FFFD. */
Decoder.prototype.decode = function (bytes = []) {
  let ascii = 0;
  while (bytes[ascii] < 0x80) ascii++;
  if (ascii === bytes.length && ascii < PIECE) return String.fromCharCode.apply(null, bytes); // nearly all are
  let text = "";
  let units = [];
  let point = 0;
  let left = 0;
  let least = 0x80;
  let most = 0xbf;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (left > 0) {
      if (byte < least || byte > most) {
        units.push(HALF);
        left = 0;
        at--; // it may begin another
      } else {
        point = (point << 6) | (byte & 63);
        if (--left === 0) {
          if (point > 0xffff) units.push(0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff));
          else units.push(point);
        }
      }
      least = 0x80;
      most = 0xbf;
    } else if (byte < 0x80) {
      units.push(byte);
    } else if (byte < 0xc2 || byte > 0xf4) {
      units.push(HALF);
    } else {
      left = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      point = byte & (63 >> left);
      if (byte === 0xe0) least = 0xa0;
      if (byte === 0xed) most = 0x9f;
      if (byte === 0xf0) least = 0x90;
      if (byte === 0xf4) most = 0x8f;
    }
    if (units.length >= PIECE) {
      text += String.fromCharCode.apply(null, units);
      units = [];
    }
  }
  if (left > 0) units.push(HALF);
  return text + String.fromCharCode.apply(null, units);
};
