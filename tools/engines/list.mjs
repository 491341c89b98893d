// The engines, from the oldest: which televisions each stands for, and where it comes from. "From above" and "from below"
// say that the televisions' own version is not to be had, and lies between this one and its neighbour.

import { chromium, firefox, gtk, node, phantom, qt, shell, wpe } from "./kinds.mjs";

const SIP = "PyQt5-sip==12.20.0";
const pyqt5 = (version) => qt([`PyQt5==${version}`, SIP], { x: true });
const pyqt6 = (minor) => qt([...["PyQt6", "PyQt6-Qt6", "PyQt6-WebEngine", "PyQt6-WebEngine-Qt6"].map((name) => `${name}==${minor}.*`), "PyQt6-sip==13.13.0"]);
const lambda = (version) => shell("chrome-aws-lambda", version);
const sparticuz = (version, flags) => shell("@sparticuz/chromium", version, flags);
const ALONE = ["--single-process", "--no-zygote"];

/**
 * `wasm`: which build has WebAssembly there, "inline" where there are no modules that import. `like`: which Chrome has what
 * it has, where its name does not say it.
 */
const listed = [
  { name: "webkit-538", engine: "WebKit 538 (PhantomJS)", tvs: "webOS 2, Tizen 2.4", like: "safari 7", ...phantom("2.1.3") },
  { name: "v8-3.28", engine: "V8 of Chrome 38", tvs: "webOS 3", like: "chrome 38", small: true, ...node("0.12.18") },
  { name: "v8-4.5", engine: "V8 of Chrome 45", tvs: "Tizen 3.0, from below", like: "chrome 45", ...node("4.9.1") },
  { name: "chromium-49", engine: "Chromium 49", tvs: "Tizen 3.0, from above", ...pyqt5("5.7.1") },
  { name: "chromium-53", engine: "Chromium 53", tvs: "webOS 4", small: true, ...pyqt5("5.8.2") },
  { name: "chromium-56", engine: "Chromium 56", tvs: "Tizen 4.0", small: true, ...pyqt5("5.9.2") },
  { name: "chromium-61", engine: "Chromium 61", tvs: "Tizen 5.0, from below", wasm: "inline", ...pyqt5("5.10.1") },
  { name: "chromium-64", engine: "Chromium 64", tvs: "Tizen 5.0, from above", wasm: "index", small: true, ...lambda("64.0.3264") },
  { name: "chromium-68", engine: "Chromium 68", tvs: "webOS 5", wasm: "index", ...lambda("1.4.0") },
  { name: "chromium-69", engine: "Chromium 69", tvs: "Tizen 5.5", wasm: "index", ...qt(["PyQt5==5.12.3", "PyQtWebEngine==5.12", SIP], { js: "--expose-gc --allow-natives-syntax" }) },
  { name: "chromium-76", engine: "Chromium 76", tvs: "Tizen 6.0", wasm: "index", ...lambda("1.16.1") },
  { name: "chromium-79", engine: "Chromium 79", tvs: "webOS 6", wasm: "index", small: true, ...lambda("2.0.2") },
  { name: "chromium-85", engine: "Chromium 85", tvs: "Tizen 6.5", wasm: "index", ...lambda("5.2.1") },
  { name: "chromium-87", engine: "Chromium 87", tvs: "webOS 22", wasm: "index", ...lambda("5.4.0") },
  { name: "chromium-94", engine: "Chromium 94", tvs: "webOS 23, Tizen 7.0", wasm: "index", small: true, ...pyqt6("6.3") },
  { name: "chromium-108", engine: "Chromium 108", tvs: "webOS 24, Tizen 8.0", wasm: "index", ...sparticuz("108.0.3") },
  { name: "chromium-119", engine: "Chromium 119", tvs: "webOS 25, Tizen 9.0, from below", wasm: "index", ...sparticuz("119.0.2", ALONE) },
  { name: "chromium-121", engine: "Chromium 121", tvs: "webOS 25, Tizen 9.0, from above", wasm: "index", ...sparticuz("121.0.0", ALONE) },
  { name: "chromium-130", engine: "Chromium 130", tvs: "Tizen 10.0", wasm: "index", ...sparticuz("130.0.0", ["--no-zygote", "--disable-software-rasterizer"]) },
  { name: "wpe", engine: "WPE WebKit", tvs: "set-top boxes", like: "chrome 85", wasm: "index", small: true, ...wpe },
  { name: "webkitgtk", engine: "WebKitGTK", tvs: "–", like: "chrome 94", wasm: "index", ...gtk },
  { name: "chromium", engine: "Chromium of this machine", tvs: "–", like: "chrome 94", wasm: "index", small: true, ...chromium },
  { name: "firefox", engine: "Firefox of this machine", tvs: "–", like: "chrome 94", wasm: "index", small: true, ...firefox },
];

export const engines = listed.map((engine) => ({ like: engine.name.replace("chromium-", "chrome "), ...engine }));
