// Runs in the browser as a plain script, for pages that can have no other: opens the build that the address names.

const asked = new URLSearchParams(location.search);
const unhandled = [];
addEventListener("unhandledrejection", ({ reason }) => unhandled.push(String(reason)));

if (asked.get("engine") === "without") delete window.WebAssembly;
if (asked.get("engine") === "older") delete window.FinalizationRegistry;
if (asked.get("engine") === "throwing") {
  for (const name of ["instantiate", "instantiateStreaming"]) WebAssembly[name] = () => { throw new Error("not here"); };
}

/** Adds a script and waits for it. */
const script = (src) => new Promise((loaded, failed) => {
  document.head.append(Object.assign(document.createElement("script"), { src, onload: loaded, onerror: () => failed(new Error(src)) }));
});

const dist = "../../pkg/dist/";
const builds = {
  plainly: async () => (await import(dist + "index.js")).load({ locales: "de" }),
  "plainly/inline": async () => (await import(dist + "inline.js")).load(),
  "plainly/js": async () => (await import(dist + "js.js")).create(),
  "plainly/tv": async () => {
    if (!window.plainly) await script(dist + "tv.js");
    return plainly.create();
  },
};

/** The build as one plain script, which gives `bundled`. */
async function fromDisk(name) {
  if (!window.bundled) await script(`../../build/policies/${name}.js`);
  return bundled();
}

/** The build at work, or what it says when it rejects. */
async function open() {
  try {
    const { build, explain } = await (asked.has("disk") ? fromDisk(asked.get("disk")) : builds[asked.get("build")]());
    const { reason } = explain({ status: 401, body: '{"error":{"code":490}}' });
    return reason === "account_disabled" ? build : `explains ${reason}`;
  } catch (error) {
    return `rejects: ${error && error.message}`;
  }
}

/** Called by the test, as often as it likes. */
window.attempt = async () => {
  const how = await open();
  await new Promise((later) => setTimeout(later, 50)); // what nobody handled is told late
  return { how, unhandled };
};
