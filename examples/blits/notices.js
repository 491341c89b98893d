// Notices over the canvas. They are elements, so a voice guide reads them, and any language is written as the platform writes it.

import { load } from "plainly";
import { retryingFetch } from "plainly/retry";
import { mount } from "plainly/screen";
import "plainly/screen.css";

let again; // what the viewer asked for last

const plainly = await load({
  provider: "ministra",
  support: { phone: "+44 20 7946 0000" },
  handlers: { retry: () => again(), go_back() {} },
});
const screen = mount(document.body, { plainly, theme: "television" });
const call = retryingFetch(plainly, { onNotice: screen.show, onSettled: screen.settled });

export const shows = () => screen.notice !== undefined;

/** Calls `then` with what an address answers; what fails is on the screen, and can be tried again from there. */
export async function ask(address, then) {
  again = () => ask(address, then);
  const response = await call(address).catch(() => undefined);
  if (!response || !response.ok) return;
  screen.hide();
  then(await response.json());
}
