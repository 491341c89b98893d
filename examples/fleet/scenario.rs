//! What goes wrong, and what the clients see of it.

use plainly::{Failure, Reason};

/// Noon of a day, in milliseconds since the epoch: when everything goes wrong.
const START: i64 = 1_795_521_600_000;
const HOUR: i64 = 3_600_000;
/// What a server that is up again but has too much to do asks to wait.
pub const SHED_SECONDS: u32 = 30;

/// How a server that cannot serve answers.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// Nobody answers while it is down; a 503 without a hint where it is up and has too much to do.
    Refused,
    /// A 503 with the date to come back at, which is the same for all.
    SameDate,
    /// A 429 with the seconds to wait.
    Seconds,
    /// The devices have no connection while it is down, and all have it again within two seconds.
    PowerCut,
}

pub struct Scenario {
    pub name: &'static str,
    pub title: &'static str,
    pub kind: Kind,
    /// One in twenty devices: a third of them believes in 1970, a third is an hour ahead, a third an hour behind.
    pub wrong_clocks: bool,
    /// Whether the page sees the response's `Date`.
    pub sees_date: bool,
}

const fn scenario(name: &'static str, title: &'static str, kind: Kind) -> Scenario {
    Scenario { name, title, kind, wrong_clocks: false, sees_date: true }
}

pub static SCENARIOS: [Scenario; 6] = [
    scenario("refused", "Connection refused", Kind::Refused),
    scenario("same-date", "The same Retry-After date to all", Kind::SameDate),
    scenario("seconds", "429 with Retry-After: 30", Kind::Seconds),
    scenario("power-cut", "Power cut, all online again within 2 s", Kind::PowerCut),
    Scenario {
        wrong_clocks: true,
        ..scenario("wrong-clocks", "The same date to all, 5 % wrong clocks", Kind::SameDate)
    },
    Scenario {
        wrong_clocks: true,
        sees_date: false,
        ..scenario("no-date", "The same, and the response's Date is hidden (CORS)", Kind::SameDate)
    },
];

impl Scenario {
    /// Whether somebody says when to come: a server that asks, and a clock to measure it by.
    pub fn tells(&self) -> bool {
        matches!(self.kind, Kind::SameDate | Kind::Seconds) && (self.sees_date || !self.wrong_clocks)
    }

    /// By how many milliseconds a device's clock is wrong.
    pub fn skew(&self, client: u32) -> i64 {
        match client % 60 {
            _ if !self.wrong_clocks => 0,
            0 => -START,
            20 => HOUR,
            40 => -HOUR,
            _ => 0,
        }
    }

    /// What a client gets that is not served. `up_at` is when the server was promised to be up; all in milliseconds.
    pub fn answer(&self, now: u32, up_at: u32, down: bool) -> Answer {
        let date = |at: u32| http_date(START + i64::from(at));
        match self.kind {
            Kind::Refused if down => Answer::of(Failure::no_response(Reason::ConnectionFailed), None),
            Kind::Refused | Kind::PowerCut => Answer::of(Failure::response(503), None),
            Kind::Seconds => {
                let failure = Failure::response(429).header("Retry-After", "30");
                Answer::of(failure, Some(Hint::Seconds(SHED_SECONDS)))
            }
            Kind::SameDate => {
                // A date has whole seconds.
                let at = if down { up_at } else { now + SHED_SECONDS * 1000 }.div_ceil(1000) * 1000;
                let mut failure = Failure::response(503).header("Retry-After", &date(at));
                if self.sees_date {
                    failure = failure.header("Date", &date(now));
                }
                Answer::of(failure, Some(Hint::At(START + i64::from(at))))
            }
        }
    }
}

/// What a device's clock says.
pub fn clock(now: u32, skew: i64) -> i64 {
    START + i64::from(now) + skew
}

/// What the server asked for.
#[derive(Clone, Copy, PartialEq)]
pub enum Hint {
    Seconds(u32),
    /// Milliseconds since the epoch.
    At(i64),
}

/// A failed call, as it is and as other policies read it.
#[derive(Clone)]
pub struct Answer {
    pub failure: Failure,
    pub hint: Option<Hint>,
}

impl Answer {
    fn of(failure: Failure, hint: Option<Hint>) -> Answer {
        Answer { failure, hint }
    }

    /// When the server wants to see who failed at `now` again.
    pub fn asked(&self, now: u32) -> u32 {
        match self.hint {
            None => now,
            Some(Hint::Seconds(seconds)) => now + seconds * 1000,
            Some(Hint::At(at)) => (at - START) as u32,
        }
    }
}

/// IMF-fixdate (RFC 9110 section 5.6.7) of a moment on the day of [`START`].
fn http_date(at: i64) -> String {
    let seconds = (at - START) / 1000 + 12 * 3600;
    assert!((0..24 * 3600).contains(&seconds), "another day");
    format!("Tue, 24 Nov 2026 {:02}:{:02}:{:02} GMT", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
