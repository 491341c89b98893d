// What all of them are given: the answer, as Plainly is given it, and what an app of its own has to say and to know about
// it. No fetch, and so no polyfill for one: how the answer was fetched is nobody's part of this.

export const ANSWER = { status: 503, headers: { "retry-after": "7200" } };
export const PATIENCE = 300; // seconds: a longer wait is for the viewer to hear of

/** The messages by their code, as ICU writes them. */
export const ICU = {
  503: "Error code - {code} The service isn't available at the moment. Please try again in {hours, plural, one {about # hour} other {about # hours}}.",
  unknown: "Error code - {code} Something went wrong. Please try again.",
};

export const codeOf = ({ status }) => (ICU[status] ? String(status) : "unknown");
const secondsOf = ({ headers }) => Number(headers["retry-after"]) || 0;
/** Whether to try again in silence. */
export const worth = (answer) => answer.status >= 500 && secondsOf(answer) <= PATIENCE;
export const valuesOf = (answer) => ({ code: String(answer.status), hours: Math.round(secondsOf(answer) / 3600) });

let tries = 0;

/** A call as an app writes it around p-retry. */
export async function call() {
  tries += 1;
  throw Object.assign(new Error(`status ${ANSWER.status}`), { answer: ANSWER });
}

export const counted = () => { tries += 1; };

/** The page's end: its text, and after how many milliseconds the viewer may try again, when nothing tried before. */
export const tell = (text, answer) => shown(text, tries === 1 ? secondsOf(answer) * 1000 : `${tries} tries`);
