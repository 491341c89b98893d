// Runs in the browser: real players on a service that fails, with the plug-ins of plainly/retry.

import Hls from "/node_modules/hls.js/dist/hls.mjs";
import { MediaPlayer } from "/node_modules/dashjs/dist/modern/esm/dash.all.min.js";
import RxPlayer from "/rx-player.js";
import { load } from "../../pkg/dist/index.js";
import {
  dashRetry, hlsRetry, RetryBudget, rxPlayerLicenceRetry, rxPlayerRetry, shakaDrmRetry, shakaStreamingRetry,
} from "../../pkg/dist/retry.js";
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
  const options = (told, more) => ({ context: { random: 0.25 }, onNotice: ({ retry }, { input }) => told.push({ ...retry, input }), ...more });

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

  /** Loads until RxPlayer gives up; gives its error. */
  const rx = async (address, more) => {
    const player = new RxPlayer({ videoElement: video });
    const error = await inTime((resolve) => {
      player.addEventListener("error", resolve);
      player.loadVideo({ url: address, transport: "dash", autoPlay: true, ...more });
    }).finally(() => player.dispose());
    return error;
  };
  const about = (told, file) => told.filter(({ input }) => input.endsWith(`/${file}`));
  const segmentOf = (address) => address.replace(/flaky.[^/]*/, "flaky/503,500,404").replace("manifest.mpd", "1.webm");

  /** A manifest that came at the third try, no earlier than its server asked, and a segment that was given up at its third. */
  const twice = async (address, told) => {
    const [manifest, segment] = [about(told, "manifest.mpd"), about(told, "1.webm")];
    const right = manifest.length === 2 && manifest[0].delayMs >= 150 && segment.length === 3 && segment[2].kind === "never";
    return [...await called(address, 3, manifest), ...await called(segmentOf(address), 3, segment), ...(right ? [] : [JSON.stringify(told)])];
  };

  await check("RxPlayer loads a manifest at the third try, and no segment that is not there", async () => {
    const told = [];
    const budget = new RetryBudget({ capacity: 84 });
    const loader = rxPlayerRetry(plainly, options(told, { budget }));
    const address = flaky("503:150,500,200", "manifest.mpd");
    const { code } = await rx(address, { manifestLoader: loader, segmentLoader: loader });
    const faults = await twice(address, told);
    if (code !== "PIPELINE_LOAD_ERROR") faults.push(code);
    // Two failures of the manifest, of what RxPlayer takes for the segments' head, and of a segment; two came out well.
    if (budget.tokens !== 84 - 6 * 14 + 2 * 14) faults.push(`${budget.tokens} tokens are left`);
    return faults;
  });

  await check("RxPlayer asks once for what is denied, and no more than four times for anything", async () => {
    const told = [];
    const loader = rxPlayerRetry(plainly, options(told, { context: { random: 0 } }));
    const [denied, broken] = [flaky("403", "manifest.mpd"), flaky("500,0,500", "manifest.mpd")];
    await rx(denied, { manifestLoader: loader });
    const faults = await called(denied, 1, told.splice(0));
    await rx(broken, { manifestLoader: loader });
    return [...faults, ...await called(broken, 4, told)];
  });

  await check("RxPlayer stops: nothing is sent any more", async () => {
    const told = [];
    const loader = rxPlayerRetry(plainly, options(told));
    const address = flaky("503:300", "manifest.mpd");
    const player = new RxPlayer({ videoElement: video });
    player.loadVideo({ url: address, transport: "dash", manifestLoader: loader });
    await inTime((resolve) => setInterval(() => { if (told.length > 0) resolve(); }, 10));
    player.dispose();
    await new Promise((resolve) => setTimeout(resolve, 800));
    return called(address, 1, []);
  });

  await check("RxPlayer has a licence asked for again, and not when it is denied", async () => {
    const told = [];
    const licence = flaky("503:150,503,403", "licence");
    const getLicense = async (message) => {
      await plainly.throwIfFailed(await fetch(licence, { method: "POST", body: message }));
      return null;
    };
    const keySystem = { type: "org.w3.clearkey", ...rxPlayerLicenceRetry(plainly, getLicense, options(told)) };
    const { code } = await rx(flaky("200", "pssh.mpd"), { keySystems: [keySystem] });
    const faults = await called(licence, 3, told);
    if (code !== "KEY_LOAD_ERROR") faults.push(code);
    if (told.length !== 3) faults.push(JSON.stringify(told));
    return faults;
  });

  /** Loads until dash.js gives up; gives its error. */
  const dash = async (address, given, work = () => undefined) => {
    const player = MediaPlayer().create();
    player.updateSettings({ debug: { logLevel: 0 } });
    dashRetry(plainly, player, given);
    const error = await inTime((resolve) => {
      player.on("error", resolve);
      player.initialize(video, address, true);
      work(player, resolve);
    }).finally(() => player.destroy());
    return error;
  };

  await check("dash.js loads a manifest at the third try, and no segment that is not there", async () => {
    const told = [];
    const address = flaky("503:150,500,200", "manifest.mpd");
    const error = await dash(address, options(told));
    const faults = await twice(address, told);
    const { reason } = plainly.explainThrown(error);
    if (reason !== "not_found") faults.push(reason);
    return faults;
  });

  await check("dash.js fetches a segment in chunks, and no earlier than told", async () => {
    const told = [];
    const { fetch } = window;
    let fetched = 0;
    window.fetch = (...request) => { fetched += 1; return fetch(...request); };
    const address = flaky("200", "chunked.mpd");
    await dash(address, options(told)).finally(() => { window.fetch = fetch; });
    const faults = await called(segmentOf(address.replace("chunked", "manifest")), 3, about(told, "1.webm"));
    if (fetched < 3) faults.push(`${fetched} calls of fetch`);
    return faults;
  });

  await check("dash.js asks once for what is denied, and no more than four times for anything", async () => {
    const told = [];
    const given = options(told, { context: { random: 0 } });
    const [denied, broken] = [flaky("403", "manifest.mpd"), flaky("500,0,500", "manifest.mpd")];
    await dash(denied, given);
    const faults = await called(denied, 1, told.splice(0));
    await dash(broken, given);
    return [...faults, ...await called(broken, 4, told)];
  });

  await check("dash.js stops: nothing is sent any more", async () => {
    const told = [];
    const address = flaky("503:300", "manifest.mpd");
    await dash(address, options(told), (player, resolve) => setInterval(() => { if (told.length > 0) resolve(); }, 10));
    await new Promise((resolve) => setTimeout(resolve, 800));
    return called(address, 1, []);
  });

  return result;
}

window.done = run().catch((error) => ({ passed: 0, failed: [`the page: ${error && error.stack ? error.stack : error}`] }));
