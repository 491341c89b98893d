// What lies beside the page as JSON, each file once.

const coming = new Map();

export function json(path) {
  if (!coming.has(path)) {
    const answer = fetch(path).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    // What did not come is asked for again the next time.
    answer.catch(() => coming.delete(path));
    coming.set(path, answer);
  }
  return coming.get(path);
}

export const index = () => json("data/index.json");
export const causes = () => json("data/causes.json");
export const pack = (tag) => json(`plainly/locales/${tag}.json`);

/** A reason's row, by its name. */
export const reasonOf = async (name) => (await causes()).reasons.find((reason) => reason.name === name);
