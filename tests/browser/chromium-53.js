// Takes from a page what came after Chromium 53, the engine of webOS 4, before any of its scripts runs: what a page
// could come to use without its author seeing that it is new. MDN's compatibility data says since when each is there.

(function () {
  var remove = function (from, names) {
    names.split(" ").forEach(function (name) { if (from) delete from[name]; });
  };
  remove(window, "WebAssembly fetch globalThis queueMicrotask structuredClone AbortController AbortSignal ResizeObserver BigInt WeakRef "
    + "FinalizationRegistry BroadcastChannel customElements visualViewport AggregateError scheduler CSSStyleValue reportError");
  remove(Object, "entries values fromEntries getOwnPropertyDescriptors groupBy"); // chromedriver itself needs hasOwn
  remove(Array, "fromAsync");
  remove(Array.prototype, "flat flatMap at findLast findLastIndex toSorted toReversed toSpliced with values");
  remove(String.prototype, "padStart padEnd trimStart trimEnd matchAll replaceAll at isWellFormed toWellFormed");
  remove(Promise, "allSettled any withResolvers try");
  remove(Promise.prototype, "finally");
  remove(Symbol, "asyncIterator matchAll");
  remove(window.Intl, "PluralRules RelativeTimeFormat ListFormat DisplayNames DurationFormat Locale Segmenter getCanonicalLocales");
  remove(Math, "sumPrecise f16round");
  ["Element", "Document", "DocumentFragment"].forEach(function (name) {
    remove(window[name].prototype, "append prepend replaceChildren moveBefore");
  });
  ["Element", "CharacterData", "DocumentType"].forEach(function (name) {
    remove(window[name].prototype, "after before replaceWith");
  });
  remove(Element.prototype, "toggleAttribute getAttributeNames attachShadow scrollTo scrollBy scroll checkVisibility computedStyleMap part ariaLabel ariaPressed");
  remove(HTMLElement.prototype, "attachInternals enterKeyHint inert popover showPopover hidePopover togglePopover");
  remove(Node.prototype, "getRootNode");
  remove(DOMTokenList.prototype, "replace entries values keys");
  remove(URLSearchParams.prototype, "sort size");
  remove(Response.prototype, "bytes");
  remove(Navigator.prototype, "locks storage share");

  // What came with an argument: URLSearchParams of a record, focus() without scrolling, listeners with a signal.
  var Params = window.URLSearchParams;
  window.URLSearchParams = function (given) {
    if (given && typeof given === "object" && !(given instanceof Params)) throw new TypeError("URLSearchParams of an object");
    return new Params(given || "");
  };
  var focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function () { focus.call(this); };
})();
