// Addresses that fail a few times: /flaky/503,200/7/media.m3u8 answers 503, then 200. Remembers when it was called.

const calls = new Map();

const FILES = {
  "media.m3u8": ["application/vnd.apple.mpegurl", ({ segment }) => ["#EXTM3U", "#EXT-X-TARGETDURATION:4", "#EXT-X-PLAYLIST-TYPE:VOD",
    "#EXTINF:4,", segment("segment.ts"), "#EXT-X-ENDLIST", ""].join("\n")],
  "manifest.mpd": ["application/dash+xml", ({ segment }) => mpd(segment, "")],
  "protected.mpd": ["application/dash+xml", ({ segment }) => mpd(segment,
    `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" xmlns:cenc="urn:mpeg:cenc:2013" cenc:default_KID="00000000-0000-4000-8000-000000000001"/>
     <ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0"/>`)],
};

const mpd = (segment, protection) => `<?xml version="1.0"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT8S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">
  <Period><AdaptationSet mimeType="video/webm" codecs="vp9" contentType="video">${protection}
    <SegmentTemplate timescale="1" duration="4" media="${segment("$Number$.webm")}"/>
    <Representation id="1" bandwidth="1000" width="320" height="180"/>
  </AdaptationSet></Period>
</MPD>`;

/** When an address was called, in milliseconds. */
export const timesOf = (address) => calls.get(address) || [];

export function flaky(path, response) {
  const [, , statuses, number, file] = path.split("/");
  const list = statuses.split(",").map(Number);
  const times = timesOf(path);
  calls.set(path, [...times, performance.now()]);
  const status = list[Math.min(times.length, list.length - 1)];
  const [type, text] = FILES[file] || ["text/plain", () => ""];
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" });
  // What a playlist names fails twice, then is not there.
  response.end(status === 200 ? text({ segment: (name) => `/flaky/503,500,404/${number}/${name}` }) : "");
}
