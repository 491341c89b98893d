// Base64 → bytes, where atob may be missing.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function decode(text) {
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array((digits.length * 3) >> 2);
  const values = {};
  for (let n = 0; n < 64; n++) values[DIGITS.charCodeAt(n)] = n;
  for (let n = 0, bits = 0, at = 0; n < digits.length; n++) {
    bits = (bits << 6) | values[digits.charCodeAt(n)];
    // Two bits are left after the second digit of four, four after the third, six after the fourth.
    if (n % 4 > 0) bytes[at++] = bits >> (6 - 2 * (n % 4));
  }
  return bytes;
}
