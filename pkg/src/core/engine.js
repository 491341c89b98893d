// Keeps a core at work. Whatever comes out of one but an answer (a full stack, no memory, a trap) may have left its memory
// half done: that core is asked nothing more, and the next question goes to a new one.

const MOST_OPEN = 32; // explainers, where nothing tells which of them are held no more

/**
 * A core: wasm-bindgen's glue over the exports of an instance. Its finalizer frees by an export of wasm-bindgen's own, which
 * here does nothing to a core that failed (tests/node/core.test.mjs holds it to that).
 * @param glue a fresh one: it holds what belongs to its instance
 */
export function core(glue, exports) {
  const made = { Explainer: glue.Explainer, negotiate: glue.negotiate, validate: glue.validate, failed: false, open: [] };
  glue.__wbg_set_wasm(Object.assign({}, exports, {
    __wbg_explainer_free(at, dropped) {
      try {
        if (!made.failed) exports.__wbg_explainer_free(at, dropped);
      } catch (e) {
        made.failed = true;
      }
    },
  }));
  return made;
}

/**
 * @param begin gives a core at once, or throws where that is not possible
 * @param later promises one, where `begin` may throw for another reason than a full stack
 * @param first one that is there already
 */
export function engine(build, begin, later, first) {
  let at = first || begin();
  let coming;

  function working() {
    if (!at.failed) return at;
    try {
      return (at = begin());
    } catch (e) {
      if (later && !coming) {
        coming = later().then((made) => { at = made; }).catch(() => undefined).then(() => { coming = undefined; });
      }
      throw e;
    }
  }

  /** What `work` answers with a core; undefined where that core fails, or none is to be had. */
  function ask(work) {
    let used;
    try {
      used = working();
      return work(used);
    } catch (e) {
      if (used) used.failed = true;
    }
  }

  return { build, ask };
}

/** An explainer that opens by itself in the core that is at work. `languages` are packs of ours. */
export function explainer(options, languages) {
  const mine = { in: undefined, handle: undefined };
  return (core) => {
    if (mine.in !== core) {
      mine.handle = new core.Explainer(options, languages);
      mine.in = core;
      if (typeof FinalizationRegistry === "undefined") keep(core.open, mine);
    }
    return mine.handle;
  };
}

/** Closes the one that was opened first where there are too many; whoever still holds it opens it again. */
function keep(open, mine) {
  open.push(mine);
  if (open.length <= MOST_OPEN) return;
  const first = open.shift();
  first.in = undefined;
  first.handle.free();
}
