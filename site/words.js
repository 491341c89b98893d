// A reason's words in a language's pack: its own, or those that are said in their place (src/words.rs).

/** @param reason a row of `causes.reasons` */
export function words({ messages }, { said: { key, category }, actions }) {
  return {
    title: messages[`${key}.title`] ?? messages[`category.${category}`],
    statement: messages[key],
    advice: messages[`${key}.advice`],
    buttons: actions.map((action) => messages[`action.${action}`]),
  };
}
