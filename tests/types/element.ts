// <plainly-notice> where the DOM's types are known. Each line below an @ts-expect-error must not compile.

import type { Explainer, Notice } from "plainly";
import { PlainlyNoticeElement } from "plainly/element";

declare const plainly: Explainer;
declare const notice: Notice;

const element = document.createElement("plainly-notice");
element.plainly = plainly;
element.notice = notice;
element.notice = null;
element.call = { final: false, retryAt: Date.now(), retryNow: () => Date.now() };
element.call = { beside: document.querySelector("input") };
element.handlers = { sign_in: ({ label }, { code }) => console.log(label, code) };
element.online = () => true;
element.speak = (text, politeness) => console.log(text, politeness);
element.icon = ({ severity }) => (severity === "fatal" ? document.createElement("img") : undefined);
element.theme = "television";
element.theme = null;
element.modal = false;
element.addEventListener("action", (event) => {
  const kind: string = event.detail.action.kind;
  if (kind === "retry") event.preventDefault();
});
element.addEventListener("close", ({ detail }) => console.log(detail.notice.title), { once: true });
element.addEventListener("keydown", ({ key }) => console.log(key));
document.body.append(element);
export const found: PlainlyNoticeElement | null = document.querySelector("plainly-notice");
export class Mine extends PlainlyNoticeElement {}

// @ts-expect-error no such theme
element.theme = "blue";
// @ts-expect-error a typo in a notice
element.addEventListener("close", ({ detail }) => detail.notice.tilte);
// @ts-expect-error closing knows no action
element.addEventListener("close", ({ detail }) => detail.action);
// @ts-expect-error not a notice
element.notice = { title: "No" };
