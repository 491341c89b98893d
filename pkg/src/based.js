// A core that knows our words and codes: told once, for telling takes longer than opening.

/** `ask` of a core that was told. */
export function based(ask, data) {
  if (!ask.isBased) ask(data.base);
  ask.isBased = true;
  return ask;
}
