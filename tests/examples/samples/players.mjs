// hls.js and Shaka Player over a stream that fails: its manifest for good, a segment for a while.

import { viewer, words } from "../viewer.mjs";

const FAILURE = { status: 403, body: '{"error":{"code":"GEO_BLOCKED"}}' };
const ACTIONS = ["retry", "choose_other", "go_back"];
const SEGMENTS = 3;
const MS = 2000; // of a segment

/** Silence: two seconds of AAC in ADTS frames, after the time stamp that HLS asks for. */
function silence(segment) {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(segment * MS * 90));
  const owner = Buffer.concat([Buffer.from("com.apple.streaming.transportStreamTimestamp\0"), stamp]);
  const frame = Buffer.from([0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80]);
  const size = 7 + frame.length;
  const adts = Buffer.from([0xff, 0xf1, 0x50, 0x80 | (size >> 11), (size >> 3) & 0xff, ((size & 7) << 5) | 0x1f, 0xfc]);
  const private_ = Buffer.concat([Buffer.from("PRIV"), Buffer.from([0, 0, 0, owner.length, 0, 0]), owner]);
  const id3 = Buffer.concat([Buffer.from("ID3"), Buffer.from([4, 0, 0, 0, 0, 0, private_.length]), private_]);
  return Buffer.concat([id3, ...Array.from({ length: Math.ceil((MS * 44.1) / 1024) }, () => Buffer.concat([adts, frame]))]);
}

const playlist = `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n${
  Array.from({ length: SEGMENTS }, (_, at) => `#EXTINF:2.0,\n${at}.aac\n`).join("")}#EXT-X-ENDLIST\n`;
const master = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.2"\nlist.m3u8\n';

let down = 0; // how often the first segment fails from now on

function answers({ pathname }, response, cors) {
  if (!pathname.startsWith("/api/stream/")) return false;
  const name = pathname.split("/").pop();
  if (name === "0.aac" && down > 0) {
    down -= 1;
    response.writeHead(503, { ...cors, "Retry-After": "3" }).end();
  } else if (name.endsWith(".aac")) {
    response.writeHead(200, { ...cors, "Content-Type": "audio/aac" }).end(silence(parseInt(name, 10)));
  } else {
    response.writeHead(200, { ...cors, "Content-Type": "application/vnd.apple.mpegurl" }).end(name === "main.m3u8" ? master : playlist);
  }
  return true;
}

/** Whether the notice covers the player's box, and nothing else. */
const OVER = `const box = document.querySelector("#player").getBoundingClientRect();
  const notice = document.querySelector(".plainly-notice").getBoundingClientRect();
  return ["left", "top", "right", "bottom"].filter((side) => Math.abs(box[side] - notice[side]) > 1).join(", ");`;
const PLAYS = "const video = document.querySelector('video'); return video.currentTime > 0.1 && !video.paused;";

async function check({ driver, page, check, keys, axe, api, speak }) {
  const { press, focused, shown, gone, differs, walks, until } = viewer(driver);
  const open = (player, path) => driver.get(`${page}${player}.html?stream=${encodeURIComponent(api + path)}`);

  for (const player of ["hls", "shaka"]) {
    for (const language of ["en", "ar", "ja"]) {
      await speak(language);
      await open(player, "/api/status/403?code=GEO_BLOCKED");
      await check(`${player}: a manifest that is refused, in ${language}`, async () => differs(await words(language, FAILURE, { actions: ACTIONS })));
      await check(`${player}: axe in ${language}`, axe);
      await check(`${player}: every button in ${language}, by arrow keys`, async () => walks(language === "ar" ? keys.ARROW_LEFT : keys.ARROW_RIGHT));
      await check(`${player}: it lies over the player's box in ${language}`, async () => driver.executeScript(OVER));
    }
    await speak("en");
    await check(`${player}: the page around it stays in use, and Back leaves`, async () => {
      await press(keys.TAB);
      if ((await focused()) !== "Help") return `the focus is on ${await focused()}`;
      await driver.actions().keyDown(keys.SHIFT).sendKeys(keys.TAB).keyUp(keys.SHIFT).perform();
      await press(keys.ESCAPE);
      await gone();
    });
  }

  await check("Shaka Player waits as long as the segment's server asks, and plays on", async () => {
    down = 1;
    await open("shaka", "/api/stream/main.m3u8");
    await shown();
    const counted = await driver.executeScript("return document.querySelector('.plainly-countdown').textContent");
    await gone();
    await until(PLAYS);
    return /\d/.test(counted) ? "" : `nothing is counted down: ${counted}`;
  });
  // hls.js hands over no header fields: without chance its tries follow at once, and are used up.
  const told = await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: "Math.random = () => 0;" });
  await check("hls.js gives up, and plays when the viewer tries again", async () => {
    down = 4;
    await open("hls", "/api/stream/main.m3u8");
    await shown();
    await until("return document.activeElement.textContent === 'Try again'");
    await press(keys.ENTER);
    await gone();
    await until(PLAYS);
  });
  await driver.sendDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", told);
}

export default { name: "players", build: ["vite", "build"], dist: "dist", answers, check };
