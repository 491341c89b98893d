// The playground: what a server answered → what a viewer is shown.

import { h } from "./dom.js";
import { read, link } from "./address.js";
import { index } from "./data.js";
import { retryOf } from "./describe.js";
import { speaker } from "./engine.js";
import { mount } from "./plainly/screen.js";
import { timeline, times } from "./timeline.js";

const PAUSE_MS = 250; // of typing, before it is explained

/** What the form starts with, of which the address need not speak. */
const DEFAULTS = { status: "401", method: "GET", headers: "", body: '{"error":{"code":490}}', provider: "", style: "prefix", attempt: "1", deadline: "" };

/** The form's values of an example, or of a catalog's failure. */
export const members = ({ status, headers = {}, body = "" }, { provider, method, attempt } = {}) => ({
  status, body, provider, method, attempt, headers: Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n"),
});

/** Each text stands in its own direction, and JSON's signs where they are. */
const pretty = (data) => JSON.stringify(data, undefined, 2).split(/("(?:[^"\\]|\\.)*")/).map((piece, at) => (at % 2 ? h("bdi", {}, piece) : piece));

/** What a form says, as the package takes it. */
function call({ status, headers, body, method, attempt, deadline }) {
  return {
    failure: { status: Number(status) || undefined, headers, body },
    context: { method, attempt: Number(attempt) || 1, deadlineMs: deadline === "" ? undefined : Number(deadline) * 1000, online: true },
  };
}

export async function play(page, lang) {
  const { catalogs, examples } = await index();
  const form = page.getElementById("failure");
  const [tv, chosen, json, saying, time] = ["tv", "chosen", "json", "retry", "time"].map((id) => page.getElementById(id));
  const input = page.getElementById("tv-input");
  const { example, provider } = form.elements;
  provider.append(...catalogs.map((each) => h("option", {}, each.provider)));
  example.append(...examples.map(({ what }, at) => h("option", { value: at }, what)));

  const values = (given) => Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, given(name) ?? DEFAULTS[name]]));
  const set = (given) => Object.entries(given).forEach(([name, value]) => { form.elements[name].value = value; });
  const { query } = read();
  // An address that states a failure states all of it.
  set(values((name) => query.get(name) ?? (query.has("status") && name === "body" ? "" : undefined)));

  const screen = mount(tv, {
    theme: "television",
    modal: false,
    handlers: { retry() {} }, // so that there is a countdown
    onAction: (action) => {
      chosen.textContent = `The app is told: ${action.kind}`;
      return action.kind === "contact_support"; // which shows by itself how support is reached
    },
  });

  async function explain() {
    const given = values((name) => form.elements[name].value);
    const plainly = await speaker({ lang, provider: given.provider, style: given.style });
    if (!form.isConnected) return;
    const { failure, context } = call(given);
    const notice = plainly.explain(failure, context);
    const inline = notice.presentation === "inline";
    chosen.textContent = "";
    const field = tv.querySelector(".field");
    field.hidden = !inline;
    field.dir = notice.direction;
    tv.querySelector(".silent").hidden = notice.presentation !== "none";
    screen.hide();
    screen.reword(plainly);
    screen.show(notice, inline ? { beside: input } : undefined);
    json.replaceChildren(...pretty(notice));
    saying.replaceChildren(...[retryOf(notice)].flat());
    time.replaceChildren(...timeline(notice.retry, times(plainly, failure, context)));
  }

  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!form.isConnected) return;
      const changed = Object.entries(values((name) => form.elements[name].value)).filter(([name, value]) => name === "status" || name === "body" || value !== DEFAULTS[name]);
      history.replaceState(null, "", link([], { ...Object.fromEntries(changed), lang: lang === "en" ? undefined : lang }));
      explain();
    }, PAUSE_MS);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (target === example && example.value) {
      const { failure, context } = examples[example.value];
      const given = members(failure, context);
      set(values((name) => given[name] ?? (name === "body" ? "" : undefined)));
    } else if (target !== example) {
      example.value = "";
    }
    later();
  });
  return { shown: explain, left: () => screen.destroy() };
}
