// Addresses that fail a few times: /flaky/503,200/7/media.m3u8 answers 503, then 200; 503:150 also asks for 150 ms, and 0
// breaks off. Remembers when it was called.

const calls = new Map();

const FILES = {
  "media.m3u8": ["application/vnd.apple.mpegurl", ({ segment }) => ["#EXTM3U", "#EXT-X-TARGETDURATION:4", "#EXT-X-PLAYLIST-TYPE:VOD",
    "#EXTINF:4,", segment("segment.ts"), "#EXT-X-ENDLIST", ""].join("\n")],
  "manifest.mpd": ["application/dash+xml", ({ segment }) => mpd(segment, "")],
  "chunked.mpd": ["application/dash+xml", ({ segment }) => mpd(segment, "").replace("<SegmentTemplate", '$& availabilityTimeOffset="1" availabilityTimeComplete="false"')],
  "protected.mpd": ["application/dash+xml", ({ segment }) => mpd(segment,
    `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" xmlns:cenc="urn:mpeg:cenc:2013" cenc:default_KID="00000000-0000-4000-8000-000000000001"/>
     <ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0"/>`)],
  "pssh.mpd": ["application/dash+xml", ({ segment }) => mpd(segment,
    `<ContentProtection schemeIdUri="urn:uuid:1077efec-c0b2-4d02-ace3-3c1e52e2fb4b" xmlns:cenc="urn:mpeg:cenc:2013"><cenc:pssh>${PSSH}</cenc:pssh></ContentProtection>`)],
};

const mpd = (segment, protection) => `<?xml version="1.0"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT8S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">
  <Period><AdaptationSet mimeType="video/webm" codecs="vp9" contentType="video">${protection}
    <SegmentTemplate timescale="1" duration="4" media="${segment("$Number$.webm")}"/>
    <Representation id="1" bandwidth="1000" width="320" height="180"/>
  </AdaptationSet></Period>
</MPD>`;

/** What the common system of "cenc" says of one key. */
const PSSH = Buffer.from("00000034" + "70737368" + "01000000" + "1077efecc0b24d02ace33c1e52e2fb4b" + "00000001"
  + "00000000000040008000000000000001" + "00000000", "hex").toString("base64");

/** When an address was called, in milliseconds. */
export const timesOf = (address) => calls.get(address) || [];

export function flaky(path, response) {
  const [, , statuses, number, file] = path.split("/");
  const list = statuses.split(",");
  const times = timesOf(path);
  calls.set(path, [...times, performance.now()]);
  const [status, wait] = list[Math.min(times.length, list.length - 1)].split(":").map(Number);
  const [type, text] = FILES[file] || ["text/plain", () => ""];
  if (status === 0) {
    response.writeHead(200, { "Content-Length": 10 });
    return response.write("begun", () => response.destroy());
  }
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store", ...(wait && { "Retry-After-Ms": wait }) });
  // What a playlist names fails twice, then is not there.
  response.end(status === 200 ? text({ segment: (name) => `/flaky/503,500,404/${number}/${name}` }) : "");
}
