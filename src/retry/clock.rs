//! What an instant that the server names is measured against.

use super::http_date;
use crate::context::Context;
use crate::failure::{Headers, Parts};
use crate::text::number;

/// Milliseconds of a day. A clock that is off by more is wrong, and so is what is measured with it.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// The server's clock, or the device's where the response has none. Instants are milliseconds since the Unix epoch.
pub(super) struct Clock {
    now: i64,
    is_servers: bool,
    /// The response was kept for a while by a cache.
    pub is_cached: bool,
}

impl Clock {
    /// The clock of a response: its `Date` and `Age` (RFC 9111 section 5.1). Of several the ones that make a wait longest.
    pub fn of(parts: &Parts, context: &Context) -> Clock {
        let (mut sent, mut age) = (None, None);
        for (name, part) in parts {
            match *name {
                "date" => sent = least(sent, http_date::parse(part, context.now.div_euclid(1000))),
                "age" => age = least(age, number(part).map(|age| age as i64)),
                _ => {}
            }
        }
        // Nobody keeps a failure for more than a day; what says so is malformed, and to leave it out makes a wait longer.
        let age = age.filter(|age| *age <= DAY / 1000).unwrap_or_default();
        let now = sent.map(|sent: i64| sent.saturating_add(age).saturating_mul(1000));
        Clock { now: now.unwrap_or(context.now), is_servers: now.is_some(), is_cached: age > 0 }
    }

    /// Milliseconds until then; nothing where only a clock that is wrong could tell.
    pub fn until(&self, instant: i64) -> Option<u64> {
        let wait = instant.saturating_sub(self.now);
        (self.is_servers || wait.unsigned_abs() <= DAY as u64).then(|| wait.max(0) as u64)
    }

    /// Whether that is more than a day ago.
    pub fn is_past(&self, instant: i64) -> bool {
        self.now.saturating_sub(instant) > DAY
    }

    /// Milliseconds until a date. The century of two digits is the response's own.
    pub fn until_date(&self, date: &str) -> Option<u64> {
        self.until(http_date::parse(date, self.now.div_euclid(1000))?.saturating_mul(1000))
    }
}

/// The moment of a response by the server's own clock, else by the device's.
pub(crate) fn now(headers: &Headers, context: &Context) -> i64 {
    Clock::of(&headers.parts(), context).now
}

fn least(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}
