// What the test asks of a page.

import { coverage } from "plainly/coverage";
import { RetryBudget } from "plainly/retry";
import { forAcceptLanguage } from "plainly/server";

export function report(plainly) {
  const notice = plainly.explain({ status: 401, body: '{"error":{"code":490}}' });
  return [plainly.build, notice.title, new RetryBudget().tokens, coverage().complete, typeof forAcceptLanguage(plainly)];
}
