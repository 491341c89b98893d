// The errors of RxPlayer, Bitmovin, THEOplayer, JW Player and Samsung's AVPlay, and what a decryption module says.

import { get, isObject, match } from "../guard.js";
import { answer, text } from "./parts.js";
import { player, told } from "./player.js";
import { chain } from "./sdk.js";

/** How RxPlayer's types and Bitmovin's names begin. */
const KIND = /^(UNKNOWN|API|SETUP|SOURCE|PLAYBACK|NETWORK|DRM|VR|MODULE|SEGMENT|(ENCRYPTED_)?MEDIA|OTHER)(_[A-Z_]+)?$/;

export function others(error, within) {
  const [code, name, type, message, how] = ["code", "name", "type", "message", "errorType"].map((key) => text(get(error, key)));
  const theo = get(error, "errorObject");
  if (isObject(theo)) return within(theo);
  const said = match(/rejected with system code \((\d+)/i, message, 1) || get(error, "systemCode");
  if (said !== undefined) return player(said, "licence_denied", undefined, "licence", { code: text(said) });
  const avplay = match(/\bPLAYER_ERROR_\w{1,40}/, [code, name, message].join(" "));
  const kind = [type, name].filter((each) => code && KIND.test(each)).shift();
  const category = get(error, "severity") === undefined && get(error, "category");
  const jw = /^[1-3]\d{5}$/.test(code) && (get(error, "sourceError") !== undefined || /rror$|^warning|^playA/.test(type));
  const words = avplay || (kind && kind + how + code) || (category && category === Math.floor(code / 1000) && "THEO" + code) || (jw && "JW" + code);
  if (!words) return;
  // The last digits of JW Player's may be a status.
  const state = jw && match(/[45]\d\d$/, code);
  const facts = state ? Object.assign(answer(state), { code }) : answer(get(error, "status")) || chain(error, within);
  const target = /DRM|KEY|CERT|ENCRYPTED|THEO7/.test(words) ? "licence" : /MANIFEST|THEO4|JW/.test(words) ? "manifest" : "segment";
  return player(avplay || code, told(words), facts, target, { recoverable: get(error, "fatal") === false || /^warning|^playA/.test(type) });
}
