//! What no client may do that obeys `retry`, whatever servers, contexts and catalogs say: a hundred thousand scripts in a
//! simulated clock. A script makes each answer and knows by itself what it asked for.
//!
//! The client is the smallest there is: it sends, asks, waits and sends again. It keeps 100 ms between two calls, and with less
//! than that left says that nothing is.

#![cfg(not(target_arch = "wasm32"))]

use plainly::{Body, Context, Explainer, Failure, Options, Reason, Retry, RetryBudget, Value};
use std::sync::OnceLock;

const SCRIPTS: u64 = 100_000;
/// Sends that are looked at in one script; only those without any limit send so often.
const MOST_SENDS: u32 = 40;
const LEAST_GAP: u64 = 100;
/// The server's clock at the start, 2026-11-20T12:00:00Z.
const START: u64 = 1_795_176_000_000;
const CODE_LIFE: u64 = 1_800_000;

/// Marsaglia's xorshift64.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }

    fn random(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A time that is short, middling or long, in milliseconds.
    fn time(&mut self) -> u64 {
        let end = self.of(&[200, 5000, 5000, 60_000, 60_000, 400_000, 8_000_000, 200_000_000]);
        self.below(end)
    }
}

/// What a script says of one call, and what that asks of the client.
struct Answer {
    failure: Failure,
    online: bool,
    /// No earlier than in so many milliseconds.
    floor: u64,
    /// Not at all.
    forbidden: bool,
    slow_down: bool,
    /// The life of the device code that the body states.
    life: Option<u64>,
    interval: u64,
}

fn explainers() -> &'static [Explainer] {
    static ALL: OnceLock<Vec<Explainer>> = OnceLock::new();
    ALL.get_or_init(|| {
        let catalog = r#"{ "provider": "acme", "codes": {
            "1": { "reason": "offline" }, "2": { "reason": "server_error", "retry": { "kind": "when_online" } },
            "3": { "reason": "authorization_pending", "retry": { "kind": "poll" } },
            "4": { "reason": "server_error", "retry": { "kind": "poll", "slowDown": true } },
            "5": { "reason": "access_denied", "retry": { "kind": "auto", "repeatable": true } } } }"#;
        let catalogs = vec![catalog.parse().expect("JSON")];
        let options = Options { catalogs, provider: Some("acme".into()), ..Options::default() };
        vec![Explainer::builtin(), Explainer::new(&options)]
    })
}

fn text(text: &str) -> Value {
    Value::String(text.into())
}

/// A date of the server's clock in each form of RFC 9110, by Hinnant's civil_from_days.
fn date(millis: u64, form: u64) -> String {
    let (days, second) = ((millis / 86_400_000) as i64, millis / 1000 % 86_400);
    let z = days + 719_468;
    let era = z / 146_097;
    let day_of_era = z % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let mp = (5 * day_of_year + 2) / 153;
    let (day, month) = (day_of_year - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month as usize - 1];
    let time = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    match form {
        0 => format!("Fri, {day:02} {name} {year} {time} GMT"),
        1 => format!("Friday, {day:02}-{name}-{:02} {time} GMT", year % 100),
        2 => format!("Fri {name} {day:2} {time} {year}"),
        _ => format!("{year}-{month:02}-{day:02}T{time}Z"),
    }
}

/// Adds a hint in one of its forms, and says for how many milliseconds it asks.
fn hint(dice: &mut Dice, status: u16, now: u64, failure: &mut Failure, body: &mut Vec<(String, Value)>) -> u64 {
    let wait = dice.time();
    let seconds = wait / 1000;
    let mut field = |name: &str, value: String| failure.headers.push(name, &value);
    let reset =
        dice.of(&["RateLimit-Reset", "X-RateLimit-Reset", "x-rate-limit-reset", "anthropic-ratelimit-tokens-reset"]);
    let remaining = reset.to_lowercase().replace("reset", "remaining");
    let server_now = now / 1000 * 1000;
    match dice.below(16) {
        0 => field("Retry-After", seconds.to_string()),
        1 => {
            field("Retry-After", format!("{}.{:03}", seconds, wait % 1000));
            return wait;
        }
        2 => {
            field("retry-after", "1".into());
            field("Retry-After", format!("0, {seconds}"));
            return (seconds * 1000).max(1000);
        }
        3 => {
            field("Retry-After-Ms", wait.to_string());
            return wait;
        }
        4 => {
            field("Date", date(now, 0));
            field("Retry-After", date(server_now + wait, dice.below(4)));
            return (server_now + wait) / 1000 * 1000 - server_now;
        }
        5 => {
            field("Date", date(now, dice.below(3)));
            field("Age", "0, 99999999999".into());
            field("Retry-After", ((server_now + wait) / 1000).to_string());
            return (server_now + wait) / 1000 * 1000 - server_now;
        }
        6 => field("RateLimit", format!("\"a\";r=5;t=1, \"b\";r=0;t={seconds}")),
        7 => field("RateLimit", format!("limit=9, remaining=0, reset={seconds}")),
        8 => {
            field(&remaining, "0.0".into());
            field(reset, seconds.to_string());
        }
        9 => {
            field("date", date(now, 0));
            field(&remaining, "0".into());
            field(reset, (server_now + wait).to_string());
            return wait;
        }
        10 => {
            field(&remaining, "0".into());
            field(reset, format!("{}h{}m{}s", seconds / 3600, seconds / 60 % 60, seconds % 60));
        }
        11 => body.push(("retry_after".into(), Value::Number(seconds as f64))),
        12 => {
            body.push(("retry_after_ms".into(), Value::Number(wait as f64)));
            return wait;
        }
        13 => body.push(("parameters".into(), Value::Object(vec![("retry_after".into(), text(&seconds.to_string()))]))),
        14 => {
            field(&remaining, "0".into());
            field(reset, dice.of(&["soon", "", "-5", "1e9"]).into());
            return if matches!(status, 429 | 503) { 60_000 } else { 0 };
        }
        _ => {
            // Malformed, or nothing to do with it.
            field("Retry-After", dice.of(&["soon", "-1", "0x10", "1e3", "", "Infinity"]).into());
            return 0;
        }
    }
    seconds * 1000
}

fn answer(dice: &mut Dice, now: u64) -> Answer {
    let mut made = Answer {
        failure: Failure::default(),
        online: !dice.one_in(6),
        floor: 0,
        forbidden: false,
        slow_down: false,
        life: None,
        interval: 0,
    };
    if dice.one_in(5) {
        let causes = [Reason::ConnectionFailed, Reason::Timeout, Reason::Offline, Reason::Offline];
        made.failure = Failure::no_response(dice.of(&causes));
        return made;
    }
    let status = dice.of(&[200, 400, 401, 403, 408, 413, 429, 429, 429, 429, 429, 500, 503, 503, 503, 504]);
    let mut failure = Failure::response(status);
    let mut body = Vec::new();
    if dice.one_in(8) {
        for _ in 0..200 {
            failure.headers.push("Set-Cookie", "a=b");
        }
    }
    match dice.below(8) {
        0 | 1 => {
            made.slow_down = dice.one_in(3);
            failure.status = Some(400);
            body.push(("error".into(), text(if made.slow_down { "slow_down" } else { "authorization_pending" })));
            if dice.one_in(3) {
                made.interval = dice.time() / 1000 * 1000;
                body.push(("interval".into(), Value::Number((made.interval / 1000) as f64)));
            }
            if dice.one_in(3) {
                let life = dice.time() / 1000 * 1000;
                made.life = Some(life);
                body.push(("expires_in".into(), Value::Number((life / 1000) as f64)));
            }
        }
        2 => body.push(("code".into(), Value::Number(dice.below(6) as f64))),
        3 => body.push((
            "error".into(),
            text(dice.of(&["temporarily_unavailable", "insufficient_quota", "server_error", "rate_limit_exceeded"])),
        )),
        _ => {}
    }
    if dice.one_in(2) {
        let status = failure.status.unwrap_or_default();
        made.floor = hint(dice, status, now, &mut failure, &mut body);
    }
    if dice.one_in(30) {
        made.forbidden = true;
        match dice.below(3) {
            0 => failure.headers.push("x-should-retry", "false"),
            1 => failure.headers.push("Stripe-Should-Retry", "true, false"),
            _ => failure.headers.push("grpc-retry-pushback-ms", "-1"),
        }
    } else if dice.one_in(12) {
        failure.headers.push("x-should-retry", "true");
    }
    if !body.is_empty() {
        failure.body = Body::Value(Value::Object(body));
    }
    made.failure = failure;
    made
}

/// One call and all that follows it. The first thing that went wrong.
fn script(seed: u64) -> Result<u32, String> {
    let dice = &mut Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let explainer = &explainers()[usize::from(dice.one_in(3))];
    let method = dice.of(&["GET", "GET", "GET", "POST", "POST", "nonsense"]);
    let max_attempts = dice.of(&[0, 0, 1, 2, 4, 9, u32::MAX]);
    let deadline = dice.one_in(3).then(|| 100 * dice.time());
    let clock = dice.of(&[0, 0, 0, 3_600_000, -3_600_000, -(START as i64), 9_000_000_000_000, i64::MAX, i64::MIN]);
    let mut budget = dice.one_in(3).then(|| RetryBudget::new(dice.of(&[0.0, 0.5, 3.0, 14.0, 42.0])));
    let mut poll_interval_ms = dice.one_in(4).then(|| dice.time());
    let mut code_ends = dice.one_in(6).then(|| dice.time());
    let spread_ms = if dice.one_in(6) { dice.time() } else { 0 };
    let idempotent = dice.one_in(8).then(|| dice.one_in(2));
    let (mut now, mut attempt, mut sends, mut counted) = (0_u64, 1, 1, 1);
    loop {
        let answer = answer(dice, START + now);
        let left =
            deadline.map(|deadline| deadline.saturating_sub(now)).map(|left| if left < LEAST_GAP { 0 } else { left });
        let context = Context {
            method: method.into(),
            idempotent,
            attempt,
            max_attempts,
            deadline_ms: left,
            online: answer.online,
            retry_tokens: budget.as_ref().map(RetryBudget::tokens),
            poll_interval_ms,
            expires_in_ms: code_ends.map(|end| end.saturating_sub(now)),
            spread_ms,
            ..Context::new(clock.saturating_add_unsigned(START + now), dice.random())
        };
        let retry = explainer.retry(&answer.failure, &context);
        let fault = |what: &str| Err(format!("{what}: {retry:?} after {:?} in {context:?}", answer.failure));
        let tokens = context.retry_tokens.unwrap_or(f64::INFINITY);
        let (delay, waited) = match &retry {
            Retry::Auto { delay_ms, .. } => (u64::from(*delay_ms), 0),
            Retry::WhenOnline { delay_ms, .. } => (u64::from(*delay_ms), dice.time()),
            Retry::Deferred { delay_ms } if u64::from(*delay_ms) < answer.floor => return fault("deferred too early"),
            Retry::AfterAction { delay_ms: Some(delay_ms), .. } if u64::from(*delay_ms) < answer.floor => {
                return fault("after an action too early")
            }
            Retry::Deferred { .. } if answer.forbidden => return fault("deferred what is forbidden"),
            _ => return Ok(sends),
        };
        if answer.forbidden {
            return fault("forbidden");
        }
        if left == Some(0) || left.is_some_and(|left| left < delay.max(answer.floor)) {
            return fault("after the deadline");
        }
        if delay < answer.floor {
            return fault("before the server's time");
        }
        if tokens < 1.0 {
            return fault("without a budget");
        }
        let gap = delay.max(LEAST_GAP);
        match &retry {
            Retry::Auto { poll_interval_ms: Some(interval), expires_in_ms: Some(expires), attempt: next, .. } => {
                let in_force = context.poll_interval_ms.unwrap_or(5000).max(1000).max(answer.interval);
                let least = in_force + if answer.slow_down { 5000 } else { 0 };
                if !method.eq_ignore_ascii_case("post") && context.poll_interval_ms.is_none() {
                    return fault("a poll of what does not poll");
                }
                if u64::from(*interval) < least || delay < u64::from(*interval) {
                    return fault("a poll too early");
                }
                let life = context.expires_in_ms.or(answer.life).unwrap_or(CODE_LIFE);
                if delay + u64::from(*expires) > life {
                    return fault("a poll after the code's end");
                }
                poll_interval_ms = Some((*interval).into());
                code_ends = Some(now + delay + u64::from(*expires));
                attempt = *next;
            }
            _ => {
                counted += 1;
                if max_attempts != 0 && counted > max_attempts {
                    return fault("more often than allowed");
                }
                if matches!(retry, Retry::WhenOnline { .. }) {
                    if answer.failure.status.is_some() {
                        return fault("a response, and no connection");
                    }
                } else {
                    if tokens < 5.0 {
                        return fault("more than the budget has");
                    }
                    let maybe_done = matches!(answer.failure.status, Some(500 | 502 | 504));
                    // To poll again does nothing twice.
                    if maybe_done
                        && context.poll_interval_ms.is_none()
                        && method == "POST"
                        && idempotent != Some(true)
                        && answer.failure.body == Body::Empty
                        && answer.failure.headers.get("x-should-retry").is_none()
                    {
                        return fault("what may have been done");
                    }
                    if let Some(budget) = &mut budget {
                        budget.spend(explainer.explain(&answer.failure, &context).reason);
                    }
                }
                attempt += 1;
            }
        }
        now += waited + gap;
        if deadline.is_some_and(|deadline| now > deadline) && waited == 0 {
            return fault("after the deadline");
        }
        sends += 1;
        if sends > MOST_SENDS {
            return Ok(sends);
        }
    }
}

#[test]
fn no_script_makes_a_client_do_harm() {
    let mut sends = 0;
    let mut wrong = Vec::new();
    for seed in 1..=SCRIPTS {
        match script(seed) {
            Ok(sent) => sends += u64::from(sent),
            Err(fault) => wrong.push(format!("script {seed}: {fault}")),
        }
    }
    assert!(wrong.is_empty(), "{} scripts:\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n"));
    assert!(sends > SCRIPTS * 3 / 2, "too few go on: {sends}");
}
