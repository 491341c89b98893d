// Notices, and the keys: they are the navigation's, or the notice's while there is one.

import { pause, resume } from "@noriginmedia/norigin-spatial-navigation";
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
const screen = mount(document.body, { plainly, theme: "television", onClose: hand });
const call = retryingFetch(plainly, {
  onNotice: (notice, told) => hand(screen.show(notice, told)),
  onSettled: (outcome, told) => hand(screen.settled(outcome, told)),
});

/** Hands the keys to what is in front. The focus itself a notice takes, and gives back to what had it. */
function hand() {
  if (screen.notice) pause();
  else resume();
}

/** Calls `then` with what an address answers; what fails is on the screen, and can be tried again from there. */
export async function ask(address, then) {
  again = () => ask(address, then);
  const response = await call(address).catch(() => undefined);
  if (!response || !response.ok) return;
  hand(screen.hide());
  then(await response.json());
}
