// Runs in the browser: real players on a service that fails, with the plug-ins of plainly/retry.

import Hls from "/node_modules/hls.js/dist/hls.mjs";
import { load } from "../../pkg/dist/index.js";
import { hlsRetry, RetryBudget, shakaDrmRetry, shakaStreamingRetry } from "../../pkg/dist/retry.js";
import { checks } from "./checks.js";

const LONGEST_MS = 20_000;

/** An address that answers with these statuses in turn, the last again and again. */
const flaky = (statuses, file) => `/flaky/${statuses}/${crypto.randomUUID()}/${file}`;
const times = async (address) => (await fetch("/flaky-times?" + new URLSearchParams({ address }))).json();

/** What `start(resolve)` resolves with, in time. */
const inTime = (start) => Promise.race([
  new Promise(start),
  new Promise((_, reject) => setTimeout(() => reject(new Error("nothing came of it in time")), LONGEST_MS)),
]);

/** The calls that an address saw, none of them earlier than told. */
async function called(address, count, told) {
  const at = await times(address);
  const faults = at.length === count ? [] : [`${at.length} calls, not ${count}`];
  told.filter(({ kind }) => kind === "auto").forEach(({ delayMs }, n) => {
    if (at[n + 1] - at[n] < delayMs - 2) faults.push(`${at[n + 1] - at[n]} ms after the try, ${delayMs} were told`);
  });
  return faults;
}

async function run() {
  const { check, result } = checks();
  const plainly = await load({ locales: "en" });
  shaka.polyfill.installAll();
  const video = document.querySelector("video");
  const options = (told, more) => ({ context: { random: 0.25 }, onNotice: ({ retry }) => told.push(retry), ...more });

  await check("hls.js loads a playlist at the third try", async () => {
    const told = [];
    const retry = hlsRetry(plainly, options(told, { context: { random: 0.25, target: "manifest" } }));
    const policy = { default: { maxTimeToFirstByteMs: 9000, maxLoadTimeMs: 20_000, errorRetry: retry, timeoutRetry: retry } };
    const hls = new Hls({ manifestLoadPolicy: policy, enableWorker: false });
    const address = flaky("503,500,200", "media.m3u8");
    await inTime((resolve, reject) => {
      hls.on(Hls.Events.MANIFEST_PARSED, resolve);
      hls.on(Hls.Events.ERROR, (_, { fatal, details }) => { if (fatal) reject(new Error(details)); });
      hls.loadSource(address);
    });
    hls.destroy();
    return called(address, 3, told);
  });

  await check("hls.js gives up a segment that is not there, after two that failed", async () => {
    const told = [];
    const budget = new RetryBudget();
    const retry = hlsRetry(plainly, options(told, { budget }));
    const policy = { default: { maxTimeToFirstByteMs: 9000, maxLoadTimeMs: 20_000, errorRetry: retry, timeoutRetry: retry } };
    const hls = new Hls({ fragLoadPolicy: policy, enableWorker: false });
    const address = flaky("200", "media.m3u8");
    const segment = address.replace("200", "503,500,404").replace("media.m3u8", "segment.ts");
    const reason = await inTime((resolve) => {
      hls.on(Hls.Events.ERROR, (_, error) => { if (error.fatal) resolve(plainly.explainThrown(error).reason); });
      hls.loadSource(address);
      hls.attachMedia(video);
    });
    hls.destroy();
    const faults = await called(segment, 3, told);
    if (reason !== "not_found") faults.push(reason);
    if (told.at(-1).kind !== "never") faults.push(told.at(-1).kind);
    if (budget.tokens !== 14) faults.push(`${budget.tokens} tokens are left`);
    return faults;
  });

  await check("Shaka Player goes on after a segment that failed twice", async () => {
    const told = [];
    const address = flaky("200", "manifest.mpd");
    const segment = address.replace("200", "503,500,404").replace("manifest.mpd", "1.webm");
    const player = new shaka.Player();
    await player.attach(video);
    const over = inTime((resolve) => {
      const failed = shakaStreamingRetry(plainly, player, options(told));
      player.configure({ streaming: { retryParameters: { maxAttempts: 1 }, failureCallback: (error) => {
        failed(error);
        if (told.at(-1).kind === "never") resolve();
      } } });
    });
    player.load(address).catch(() => undefined);
    await over;
    await player.destroy();
    const all = await called(segment, 3, told);
    return all.length ? [...all, JSON.stringify(told)] : all;
  });

  await check("Shaka Player asks for a licence again", async () => {
    const told = [];
    const address = flaky("200", "protected.mpd");
    const licence = address.replace("200", "503,503,403").replace("protected.mpd", "licence");
    const player = new shaka.Player();
    await player.attach(video);
    const over = inTime((resolve) => {
      const failed = shakaDrmRetry(plainly, player, options(told));
      player.configure({ drm: { servers: { "org.w3.clearkey": licence }, retryParameters: { maxAttempts: 1 }, failureCallback: (error) => {
        failed(error);
        if (told.at(-1).kind === "never") resolve();
      } } });
    });
    player.load(address).catch(() => undefined);
    await over;
    await player.destroy();
    return called(licence, 3, told);
  });

  return result;
}

window.done = run().catch((error) => ({ passed: 0, failed: [`the page: ${error && error.stack ? error.stack : error}`] }));
