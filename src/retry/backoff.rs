//! How long to wait when the server did not say. All times are whole milliseconds.

use super::rule::Backoff;

/// The longest wait that backoff alone asks for.
const CAP: u64 = 20_000;

impl Backoff {
    /// The window of full jitter after the given try, from 1: `min(20 s, base * 2^(attempt - 1))`.
    ///
    /// Where an operator states a spread, the window grows to that: a fleet that comes back within 20 seconds again and
    /// again can keep a server busy with rejecting it (docs/fleet.md).
    pub(super) fn window(self, attempt: u32, spread: u64) -> u64 {
        let base = match self {
            Backoff::Transient => 500,
            Backoff::Overload | Backoff::Throttling => 1000,
        };
        // 2^11 half seconds are past the largest spread already.
        (base << attempt.saturating_sub(1).min(11)).min(CAP.max(spread))
    }
}

/// A point in [0, window), rounded up to whole milliseconds, so that no client comes too early.
pub(super) fn jitter(window: u64, random: f64) -> u64 {
    // A caller's `random` may be anything; what is no number in [0, 1) is the middle.
    let random = if (0.0..1.0).contains(&random) { random } else { 0.5 };
    rounded_up(window as f64 * random)
}

/// The next whole number; what is beyond all of them is the largest.
pub(super) fn rounded_up(exact: f64) -> u64 {
    let whole = exact as u64;
    whole.saturating_add(u64::from(exact > whole as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_doubles_to_its_cap() {
        let windows: Vec<u64> = (0..9).map(|n| Backoff::Overload.window(n, 0)).collect();
        assert_eq!(windows, [1000, 1000, 2000, 4000, 8000, 16000, 20000, 20000, 20000]);
        assert_eq!(Backoff::Transient.window(u32::MAX, 0), CAP);
        let spread: Vec<u64> = (5..9).map(|n| Backoff::Overload.window(n, 100_000)).collect();
        assert_eq!(spread, [16000, 32000, 64000, 100_000]);
        assert_eq!(Backoff::Transient.window(u32::MAX, 600_000), 600_000);
    }

    #[test]
    fn jitter_stays_in_its_window_for_any_random() {
        let window = 1000;
        for random in [0.0, 0.9999, f64::NAN, f64::INFINITY, -1.0, 1.0] {
            assert!(jitter(window, random) <= window, "{random}");
        }
        assert_eq!(jitter(window, 0.0), 0);
        assert_eq!(jitter(window, 0.0001), 1);
    }
}
