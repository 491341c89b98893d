// Line glyphs; a reason or category that we do not know gets the plain one.

import { svg } from "./dom.js";

const glyphs = {
  alert: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.8v5.2M12 16.1v.1",
  offline: "M3.5 3.5l17 17M2.5 9.2a14 14 0 0 1 4.4-2.8M10 5.2a14 14 0 0 1 11.5 4M5.6 12.7a9.5 9.5 0 0 1 3.6-2.1M14.4 10.4a9.5 9.5 0 0 1 4 2.3M8.8 16.2a4.6 4.6 0 0 1 6.4 0M12 19.6v.1",
  cloud: "M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.2A3.9 3.9 0 0 1 17.6 18.5zM12 10.6v3M12 15.8v.1",
  person: "M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2zM4.5 20c.7-3.4 3.8-5.2 7.5-5.2s6.8 1.8 7.5 5.2",
  lock: "M6.5 10.8h11v8.7h-11zM8.8 10.8V7.7a3.2 3.2 0 0 1 6.4 0v3.1M12 14.4v1.8",
  screen: "M3.5 5.5h17v11h-17zM8.5 20h7",
  play: "M4 5.5h16v13H4zM10.3 9.2v5.6l4.8-2.8z",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
  globe: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.8 12h16.4M12 3.7c2.3 2.4 3.4 5.2 3.4 8.3s-1.1 5.9-3.4 8.3c-2.3-2.4-3.4-5.2-3.4-8.3S9.7 6.1 12 3.7z",
  card: "M3.5 6h17v12h-17zM3.5 10h17M7 14.8h3",
  key: "M8 8.5a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4zM11.7 12.2h8.8v3M17 12.2v2.4",
  phone: "M7.5 3.5h9v17h-9zM11 17.8h2",
};

// Glyph and hue of the backdrop, by reason where it has its own, else by category.
const reasons = {
  subscription_required: ["card", 282],
  licence_unavailable: ["key", 262],
  unavailable_for_legal_reasons: ["globe", 190],
  geo_blocked: ["globe", 190],
  incorrect_phone_number: ["phone", 228],
  connection_failed: ["cloud", 208],
  timeout: ["clock", 208],
};
const categories = {
  sign_in: ["lock", 246],
  verification: ["key", 228],
  account: ["person", 264],
  access: ["lock", 256],
  device: ["screen", 232],
  playback: ["play", 300],
  content: ["play", 318],
  limit: ["clock", 196],
  service: ["cloud", 200],
  network: ["offline", 208],
};

export function look({ reason, category }) {
  const [name, hue] = reasons[reason] || categories[category] || ["alert", 222];
  return { glyph: name, hue };
}

export function glyph(name) {
  return svg("svg", { class: "glyph", viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", { d: glyphs[name] || glyphs.alert }));
}

export function avatar() {
  return svg("svg", { class: "avatar", viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("circle", { cx: 12, cy: 7.6, r: 5 }),
    svg("path", { d: "M2.6 22.5c.6-5.2 4.6-7.9 9.4-7.9s8.8 2.7 9.4 7.9z" }));
}
