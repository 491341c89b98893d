// For the builds that download no languages.

/** Lays the packs that the languages asked for may need over ours. */
export const speaking = (plainly, ours) => Object.assign({}, plainly, {
  with(options) {
    const asked = String(options.locales).split(/[,;\s]+/).map((tag) => tag.slice(0, 2).toLowerCase()).filter((tag) => tag !== "en");
    const near = ours.filter(({ locale }) => asked.indexOf(locale.slice(0, 2)) >= 0);
    const packs = near.length || !asked.length ? near : ours;
    return plainly.with(Object.assign({}, options, { packs: packs.concat(options.packs || []) }));
  },
});
