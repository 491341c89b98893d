// What both players have: the page's box, its stream's address, and notices that lie over the box.

import { load } from "plainly";
import { mount } from "plainly/screen";
import "plainly/screen.css";
import "./player.css";

export const box = document.querySelector("#player");
export const video = box.querySelector("video");
export const address = new URLSearchParams(location.search).get("stream") || "https://cdn.example.com/stream.m3u8";

/** Where the viewer leaves the player, an app with more pages shows what else there is. */
export const leave = () => video.pause();

/** An explainer whose buttons call these, and its notices: not modal, for the page around the player stays in use. */
export async function opened(handlers) {
  const plainly = await load({ handlers });
  return { plainly, notices: mount(box, { plainly, modal: false, theme: "dark" }) };
}
