// Opens explainers where nothing can be fetched: the package is scripts that came before, and each language is a
// script of its own, put into the page when it is spoken.

export const { mount } = plainly.screen;

const coming = {};

function language(tag) {
  if (tag === "en" || plainly.locales[tag]) return Promise.resolve();
  if (!coming[tag]) {
    coming[tag] = new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = "locales/" + tag + ".js";
      // Without it there is English, as anywhere.
      script.onload = script.onerror = () => resolve();
      document.head.appendChild(script);
    });
  }
  return coming[tag];
}

/** Promises one, in a language of languages.js. */
export function open(options) {
  return language(options.locales[0]).then(() => plainly.create(options));
}
