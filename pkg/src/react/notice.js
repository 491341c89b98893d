// A notice where the component stands. Its HTML is React's until the page is at work; then plainly/screen draws and moves it, in an
// element that React leaves alone.

import { createElement, useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { classOf, mount, tree } from "../screen.js";
import { element } from "./element.js";
import { useGiven } from "./provider.js";
import { useNotice, useWords } from "./words.js";

/** Before the screen is painted; React 18 complains of that on a server. */
const useDrawn = typeof document === "undefined" ? useEffect : useLayoutEffect;
const never = () => () => undefined;
const yes = () => true;
const no = () => false;

export function Notice(props) {
  const explained = useNotice(props.notice ? undefined : props.error);
  const notice = useWords(props.notice || explained);
  return notice ? createElement(Shown, { props, notice, cause: props.notice || props.error }) : null;
}

/** @param cause what is shown, in whatever words */
function Shown({ props, notice, cause }) {
  const { theme, call } = props;
  const modal = props.modal !== false;
  const { plainly, handlers } = useGiven();
  const id = useId();
  const root = useRef(null);
  const options = useRef({}).current; // read by the screen when it needs them
  const drawn = useRef({}); // the screen, and what it was told last
  const works = useSyncExternalStore(never, yes, no);

  useDrawn(() => {
    for (const name of Object.keys(options)) delete options[name];
    Object.assign(options, props, { plainly, page: modal, handlers: Object.assign({}, plainly && plainly.handlers, handlers, props.handlers) });
  });
  useDrawn(() => {
    if (!works) return undefined;
    const screen = mount(root.current, options);
    drawn.current = { screen, plainly };
    return screen.destroy;
  }, [works, theme, modal]);
  const show = () => {
    if (!works) return;
    const last = drawn.current;
    const { screen } = last;
    const beside = elementOf(props.beside);
    if (last.plainly !== plainly) screen.reword(plainly);
    if (last.cause !== cause || last.call !== call || last.beside !== beside) screen.show(notice, Object.assign({}, call, { beside }));
    drawn.current = { screen, plainly, cause, call, beside };
  };
  useDrawn(show);
  useEffect(show); // a ref to an input that stands below has been empty until now

  if (works) return createElement("div", { key: "works", ref: root });
  if (notice.presentation === "none") return null;
  const view = { notice, id, modal, television: theme === "television" };
  return createElement("div", { key: "stands", className: classOf(theme, modal) }, tree(element, view));
}

/** Of an element, or of a ref to one. */
const elementOf = (given) => (given && "current" in given ? given.current : given) || undefined;
