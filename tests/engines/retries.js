// plainly.retry on an engine without promises and fetch: a client over an XMLHttpRequest that answers as it is told.

/** Answers of `{ status, fields, body }` in turn, the last again and again; a status of 0 is none. `sends` is what was sent. */
function server(answers) {
  const sends = [];
  function Request() {
    this.fields = {};
    this.status = 0;
    this.responseText = "";
  }
  Request.prototype = {
    open(method, url) {
      this.method = method;
      this.url = url;
    },
    setRequestHeader(name, value) { this.fields[name] = value; },
    getAllResponseHeaders() { return this.sent; },
    send(body) {
      const { status, fields = "", body: text = "" } = answers[Math.min(sends.length, answers.length - 1)];
      sends.push({ at: Date.now(), method: this.method, url: this.url, fields: this.fields, body });
      this.timer = setTimeout(() => {
        this.readyState = 4;
        this.status = status;
        this.sent = fields;
        this.responseText = text;
        if (status) this.onload({ type: "load", target: this });
        else this.onerror({ type: "error", target: this });
      }, 10);
    },
    abort() {
      clearTimeout(this.timer);
      this.aborted = true;
    },
  };
  return { Request, sends };
}

const UNAVAILABLE = { status: 503, fields: "Retry-After-Ms: 150\r\nContent-Type: text/plain" };
const EXPIRED = { status: 401, fields: 'WWW-Authenticate: Bearer error="invalid_token"' };
const HERE = { status: 200, fields: "Content-Type: application/json", body: '{"a":1}' };

/** Each `{ answers, init, options, see(told), faults(seen) }`. */
const CASES = {
  "it tries again as told": {
    answers: [UNAVAILABLE, { status: 0 }, HERE],
    faults: ({ notice, sends, told, settled, body }) => [
      [notice, undefined], [sends.length, 3], [sends[1].at - sends[0].at >= 150, true], [told.join(), "1 auto,2 auto"], [settled.join(), "succeeded"], [body, HERE.body],
    ],
  },
  "it gives up with the last notice": {
    answers: [{ status: 401, fields: "Content-Type: application/json", body: '{"error":{"code":490}}' }],
    faults: ({ notice, sends, settled }) => [[notice && notice.code, "490"], [sends.length, 1], [settled.join(), "failed"]],
  },
  "it knows that a POST may have been done": {
    answers: [{ status: 500 }, HERE],
    init: { method: "POST", body: "a" },
    faults: ({ notice, sends }) => [[notice && notice.retry.action, "confirm_retry"], [sends.length, 1]],
  },
  "a 200 that holds an error is a failure": {
    answers: [{ status: 200, fields: "content-type: application/json", body: '{"errors":[{"message":"x"}]}' }],
    faults: ({ notice, sends }) => [[Boolean(notice), true], [sends.length, 1]],
  },
  "the token is refreshed, and each try asks for its fields": {
    answers: [EXPIRED, HERE],
    options: (given) => ({
      refreshToken(done) { setTimeout(() => { given.token = "new"; done(true); }, 20); },
      headers: () => ({ authorization: given.token || "old" }),
    }),
    faults: ({ notice, sends }) => [[notice, undefined], [sends.map(({ fields }) => fields.authorization).join(), "old,new"]],
  },
  "a body is made anew for each try": {
    answers: [UNAVAILABLE, HERE],
    init: { method: "PUT", body: () => "made" },
    faults: ({ sends }) => [[sends.map(({ body }) => body).join(), "made,made"]],
  },
  "cancel() ends it": {
    answers: [{ status: 503, fields: "Retry-After: 60" }],
    see: ({ cancel }) => setTimeout(cancel, 20),
    faults: ({ notice, sends, settled }) => [[notice && notice.reason, "canceled"], [sends.length, 1], [settled.join(), "canceled"]],
  },
  "retryNow() ends the wait": {
    answers: [{ status: 503, fields: "" }, HERE],
    options: () => ({ context: { random: 0.999 } }),
    see: ({ retryNow }) => setTimeout(retryNow, 20),
    faults: ({ notice, sends }) => [[notice, undefined], [sends[1].at - sends[0].at < 600, true]],
  },
  "a budget is spent": {
    answers: [{ status: 500 }],
    options: (given, retry) => ({ budget: new retry.RetryBudget({ tokens: 14 }) }),
    faults: ({ sends }) => [[sends.length, 2]],
  },
};

/** Calls `done` with what is wrong, a text each; `plainly` is the script's global. */
export function retries(plainly, scope, done) {
  const names = Object.keys(CASES);
  const faults = [];
  const real = scope.XMLHttpRequest;
  const speaker = plainly.create({ locales: "en", online: () => true });
  const next = () => {
    const name = names.shift();
    if (name === undefined) {
      scope.XMLHttpRequest = real;
      return done(faults);
    }
    const { answers, init, options = () => undefined, see, faults: expected } = CASES[name];
    const { Request, sends } = server(answers);
    scope.XMLHttpRequest = Request;
    const seen = { sends, told: [], settled: [] };
    const given = {
      context: { random: 0 },
      onNotice(notice, call) {
        seen.told.push(`${call.attempt} ${notice.retry.kind}`);
        if (see) see(call);
      },
      onSettled(how) { seen.settled.push(how); },
    };
    let times = 0;
    try {
      plainly.retry.retryingXhr(speaker, Object.assign(given, options(seen, plainly.retry)))("http://api.test/", init, (notice, xhr) => {
        times += 1;
        if (times > 1) faults.push(`${name}: it ended twice`);
        seen.notice = notice;
        seen.body = xhr && xhr.responseText;
        setTimeout(() => {
          expected(seen).forEach(([found, wanted], n) => {
            if (found !== wanted) faults.push(`${name}: ${n + 1}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
          });
          next();
        }, 5);
      });
    } catch (e) {
      faults.push(`${name}: threw ${e}`);
      next();
    }
  };
  next();
}
