// Shaka Player: segments are tried again as told, and what it gives up on is shown over the player.

import shaka from "shaka-player/dist/shaka-player.compiled.js";
import { shakaStreamingRetry } from "plainly/retry";
import { address, leave, opened, video } from "./box.js";

const { plainly, notices } = await opened({ retry: play, choose_other: leave, go_back: leave });

shaka.polyfill.installAll();
const player = new shaka.Player();
await player.attach(video);
player.configure({
  manifest: { retryParameters: { maxAttempts: 1 } },
  streaming: {
    retryParameters: { maxAttempts: 1 },
    failureCallback: shakaStreamingRetry(plainly, player, { onNotice: notices.show }),
  },
});

// What it gets over by itself has no place on the screen: such a notice shows nothing.
player.addEventListener("error", ({ detail }) => notices.show(plainly.explainThrown(detail)));
player.addEventListener("segmentappended", notices.hide);

function play() {
  player.load(address, video.currentTime || null).catch((error) => notices.show(plainly.explainThrown(error)));
}

play();
