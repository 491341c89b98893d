//! The facts of the moment.

use crate::text::owned;

/// What the call was for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// The operator's API.
    #[default]
    Api,
    /// A DRM licence.
    Licence,
    /// A manifest or playlist.
    Manifest,
    /// A media segment.
    Segment,
}

/// The facts of the moment: what the core never asks for by itself.
///
/// ```
/// use plainly::Context;
/// let context = Context { attempt: 2, ..Context::new(1_795_392_000_000, 0.5) };
/// assert_eq!(context.max_attempts, 4);
/// ```
#[derive(Clone, Debug)]
pub struct Context {
    /// What the call was for.
    pub target: Target,
    /// Whose API it was, whatever its target.
    pub provider: Option<String>,
    /// The method (RFC 9110 section 9); `GET` by default.
    pub method: String,
    /// Overrides what the method says: an idempotency key was sent, or the call must not be repeated.
    pub idempotent: Option<bool>,
    /// The try that just failed, from 1.
    pub attempt: u32,
    /// Tries in all, the first one included; 0 is no limit.
    pub max_attempts: u32,
    /// Milliseconds that the caller still has; with 0 nothing is tried again.
    pub deadline_ms: Option<u64>,
    /// The token was already refreshed for this call.
    pub refreshed: bool,
    /// The viewer already signed in again for this call.
    pub signed_in: bool,
    /// Whether the device has a connection.
    pub online: bool,
    /// What is left of the caller's retry budget.
    pub retry_tokens: Option<f64>,
    /// The polling interval in force in milliseconds (RFC 8628 section 3.5), from 1000; 5000 by default. What states it is a
    /// poll, whatever its method.
    pub poll_interval_ms: Option<u64>,
    /// Milliseconds that are left of the device code (RFC 8628 section 3.2), at most a day; by default what the answer says
    /// in `expires_in`, else half an hour.
    pub expires_in_ms: Option<u64>,
    /// The spread over the fleet in milliseconds that the operator states; at most ten minutes count.
    pub spread_ms: u64,
    /// Milliseconds since the Unix epoch, by the device's clock.
    pub now: i64,
    /// A random number in [0, 1).
    pub random: f64,
}

impl Context {
    /// The facts that have no default: the time in milliseconds since the Unix epoch, and a random number in [0, 1).
    pub fn new(now: i64, random: f64) -> Context {
        Context {
            target: Target::Api,
            provider: None,
            method: owned("GET"),
            idempotent: None,
            attempt: 1,
            max_attempts: 4,
            deadline_ms: None,
            refreshed: false,
            signed_in: false,
            online: true,
            retry_tokens: None,
            poll_interval_ms: None,
            expires_in_ms: None,
            spread_ms: 0,
            now,
            random,
        }
    }
}
