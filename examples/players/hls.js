// hls.js: playlists and segments are tried again as told, and what it gives up on is shown over the player.

import Hls from "hls.js";
import { hlsRetry } from "plainly/retry";
import { address, leave, opened, video } from "./box.js";

const { plainly, notices } = await opened({ retry: again, choose_other: leave, go_back: leave });

/** One of hls.js' load policies, with our retry in it. Of what it gives up on, the error event knows more. */
const policy = (name, target) => {
  const retry = hlsRetry(plainly, { context: { target }, onNotice: (notice, call) => call.final || notices.show(notice, call) });
  return { [name]: { default: { ...Hls.DefaultConfig[name].default, errorRetry: retry, timeoutRetry: retry } } };
};

const hls = new Hls({ ...policy("manifestLoadPolicy", "manifest"), ...policy("playlistLoadPolicy", "manifest"), ...policy("fragLoadPolicy", "segment") });

// What it gets over by itself has no place on the screen: such a notice shows nothing.
hls.on(Hls.Events.ERROR, (_, error) => notices.show(plainly.explainThrown(error)));
hls.on(Hls.Events.FRAG_BUFFERED, notices.hide);

function again() {
  if (hls.levels.length) hls.startLoad();
  else hls.loadSource(address);
}

hls.attachMedia(video);
hls.loadSource(address);
