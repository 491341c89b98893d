// One line glyph a category; a category that we do not know gets the plain one.

import { svg } from "./dom.js";

const screen = "M3.5 5.5h17v11h-17zM8.5 20h7";
const glyphs = {
  alert: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.8v5.2M12 16.1v.1",
  offline: "M3.5 3.5l17 17M2.5 9.2a14 14 0 0 1 4.4-2.8M10 5.2a14 14 0 0 1 11.5 4M5.6 12.7a9.5 9.5 0 0 1 3.6-2.1M14.4 10.4a9.5 9.5 0 0 1 4 2.3M8.8 16.2a4.6 4.6 0 0 1 6.4 0M12 19.6v.1",
  cloud: "M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.2A3.9 3.9 0 0 1 17.6 18.5zM12 10.6v3M12 15.8v.1",
  person: "M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2zM4.5 20c.7-3.4 3.8-5.2 7.5-5.2s6.800 1.800 7.500 5.200",
  lock: "M6.500 10.800h11v8.700h-11zM8.800 10.800V7.700a3.200 3.200 0 0 1 6.400 0v3.100M12 14.400v1.800",
  screen,
  play: "M4 5.500h16v13H4zM10.300 9.200v5.600l4.800-2.800z",
  clock: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 7.500V12l3 2",
  globe: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM3.800 12h16.400M12 3.700c2.300 2.400 3.400 5.200 3.400 8.300s-1.100 5.900-3.400 8.300c-2.300-2.400-3.400-5.200-3.400-8.300S9.700 6.100 12 3.700z",
  card: "M3.500 6h17v12h-17zM3.500 10h17M7 14.800h3",
  key: "M8 8.500a3.700 3.700 0 1 1 0 7.400 3.700 3.700 0 0 1 0-7.400zM11.700 12.200h8.800v3M17 12.200v2.400",
  phone: "M7.500 3.500h9v17h-9zM11 17.800h2",
};

// Words within a category's or reason's name, in the order they are tried, with glyph and hue.
const rules = [
  [/offline|network|connect|dns|timeout|timed/, "offline", 208],
  [/geo|country|region|legal|vpn|proxy/, "globe", 190],
  [/device|output|hdcp|concurren|stream_limit/, "screen", 232],
  [/rate|throttl|too_many|busy|overload|maint/, "clock", 196],
  [/pay|plan|subscri|purchase|billing|entitle/, "card", 282],
  [/drm|licen[cs]e/, "key", 262],
  [/content|playback|media|manifest|segment|not_found|video/, "play", 318],
  [/account|profile|parental|age/, "person", 264],
  [/auth|sign|session|credential|access|token|code|pin|phone|input/, "lock", 246],
  [/server|service|gateway|unavailable|internal/, "cloud", 200],
];

export function look(notice) {
  for (const name of [notice.reason, notice.category]) {
    const rule = rules.find(([pattern]) => pattern.test(name || ""));
    if (rule) return { glyph: rule[1], hue: rule[2] };
  }
  return { glyph: "alert", hue: 222 };
}

export function glyph(name, className = "glyph") {
  return svg("svg", { class: className, viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", { d: glyphs[name] || glyphs.alert }));
}

export function avatar() {
  return svg("svg", { class: "avatar", viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("circle", { cx: 12, cy: 7.6, r: 5 }),
    svg("path", { d: "M2.600 22.500c.6-5.200 4.600-7.900 9.400-7.900s8.800 2.700 9.400 7.900z" }));
}
