// A core that failed is replaced, in every build and engine: the next notice is right.

export const BLOCKED = { status: 401, body: { error: { code: 490 } } };

/** Whether an explainer is right; else what it says. */
export function wrong(speaker) {
  const { code, reason } = speaker.explain(BLOCKED);
  const wait = speaker.countdown(5000);
  const faults = code === "490" && reason === "account_disabled" ? [] : [`490 is ${code} ${reason}`];
  return wait === "Trying again in 5 seconds" ? faults : faults.concat(`5 seconds are ${JSON.stringify(wait)}`);
}

/** As an app that recurses without end does it: on the way back from the full stack, each of so many frames explains. */
export function fromFullStack(speaker, frames) {
  let left = frames;
  const down = () => {
    try {
      down();
    } catch (e) {
      if (left > 0) {
        left -= 1;
        try {
          speaker.explain(BLOCKED);
          speaker.countdown(5000);
        } catch (again) { /* not even a call had room */ }
      }
      throw e;
    }
  };
  try {
    down();
  } catch (e) { /* as it must */ }
}
