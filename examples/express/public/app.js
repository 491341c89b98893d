// Shows the notices of its back end (../server.js), and says them again in the language that the viewer chooses.

import { load } from "plainly";
import { mount } from "plainly/screen";

const [select, main, list] = ["select", "main", "ul"].map((name) => document.querySelector(name));
let attempt = 0;
let told; // the back end's notice

const plainly = await load({ handlers: { retry: again, go_back() {} } });
let speaker = plainly;
let notices = mounted();
select.value = plainly.locale;
again();

/** In a part of the page: what is around it can be used while a notice is shown. */
function mounted() {
  return mount(main, { plainly: speaker, modal: false, onClose: () => { told = undefined; } });
}

async function again() {
  attempt += 1;
  let response;
  try {
    response = await fetch(`api/channels?attempt=${attempt}`);
  } catch (error) {
    return show(plainly.explainThrown(error, { attempt }));
  }
  const answer = await response.json();
  if (!response.ok) return show(answer);
  attempt = 0;
  told = undefined;
  notices.hide();
  list.replaceChildren(...answer.map((name) => Object.assign(document.createElement("li"), { textContent: name })));
}

function show(notice) {
  told = notice;
  notices.show(speaker.reword(notice));
  // A notice that is not shown asks for another try all the same, within two seconds.
  if (notice.presentation === "none" && notice.retry.kind === "auto") setTimeout(again, notice.retry.delayMs);
}

select.addEventListener("change", async () => {
  speaker = await plainly.with({ locales: select.value });
  notices.destroy();
  notices = mounted();
  if (told) notices.show(speaker.reword(told));
});
