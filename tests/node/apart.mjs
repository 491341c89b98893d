// Runs what may never end where it can be ended from outside.

import { Worker } from "node:worker_threads";

const at = (path) => JSON.stringify(new URL(path, import.meta.url).href);

/**
 * What `code` answers, or undefined when it takes longer than `ms` from the moment the package is loaded.
 * `code` is the source of an expression; it sees `plainly` and what tests/hostile.js exports as `hostile`.
 */
export async function apart(code, ms) {
  const source = `
    import { parentPort } from "node:worker_threads";
    const { load } = await import(${at("../../pkg/dist/node.js")});
    const hostile = await import(${at("../hostile.js")});
    const plainly = await load({ locales: ["en"] });
    parentPort.postMessage("loaded");
    parentPort.postMessage({ answer: await (${code}) });`;
  const worker = new Worker(new URL("data:text/javascript," + encodeURIComponent(source)));
  let timer;
  try {
    return await new Promise((resolve, reject) => {
      worker.on("error", reject);
      worker.on("message", (told) => {
        if (told === "loaded") timer = setTimeout(resolve, ms);
        else resolve(told.answer);
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
