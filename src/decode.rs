//! Plain data, in the names of the package's API → [`Failure`], [`Context`], [`Options`].
//! Nothing here fails: what has the wrong type is taken as not given.

use crate::action::ActionName;
use crate::catalog::is_provider;
use crate::cause;
use crate::clean;
use crate::explainer::Options;
use crate::failure::{Body, Context, Failure, Target};
use crate::notice::Support;
use crate::reason::Reason;
use crate::text::{owned, place};
use crate::value::Value;
use crate::words::CodeStyle;

impl Value {
    fn string(&self, key: &str) -> Option<String> {
        self.member(key).as_str().map(owned)
    }

    /// A provider's name; what cannot be one is taken as not given.
    fn provider(&self) -> Option<String> {
        self.member("provider").as_str().filter(|name| is_provider(name)).map(owned)
    }

    /// A finite number that is not negative.
    fn amount(&self, key: &str) -> Option<f64> {
        self.member(key).as_f64().filter(|n| n.is_finite() && *n >= 0.0)
    }

    /// An amount of which only the whole part counts.
    #[inline(never)]
    pub(crate) fn whole(&self, key: &str) -> Option<u64> {
        self.amount(key).map(|n| n as u64)
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.member(key).as_bool()
    }

    /// The strings of an array, or the one string that is given instead of it.
    pub(crate) fn strings(&self, key: &str) -> Vec<String> {
        let value = self.member(key);
        let items = value.as_array().unwrap_or(std::slice::from_ref(value));
        let mut strings = Vec::new();
        for text in items.iter().filter_map(Value::as_str) {
            strings.push(owned(text));
        }
        strings
    }
}

impl From<Value> for Failure {
    /// `{ status, headers, body, cause }`, and of what was thrown `reason`, `code` and `recoverable`. An object without
    /// a status is a call that got no response, unless it says that it is something `thrown`.
    fn from(mut value: Value) -> Failure {
        let mut failure = Failure::default();
        let headers = value.member("headers");
        // JavaScript sends pairs.
        #[cfg(feature = "builtin")]
        for (name, _) in headers.as_object().unwrap_or_default() {
            for field in headers.strings(name) {
                failure.headers.push(name, &field);
            }
        }
        for pair in headers.as_array().unwrap_or_default() {
            if let (Some(name), Some(field)) = (pair.member("0").as_str(), pair.member("1").as_str()) {
                failure.headers.push(name, field);
            }
        }
        match value.take("body") {
            Value::Null => {}
            Value::String(text) => failure = with_text(failure, &text),
            body => failure.body = Body::Value(body),
        }
        failure.status = value.whole("status").filter(|n| (100..1000).contains(n)).map(|n| n as u16);
        if failure.status.is_none() && value.as_object().is_some() {
            let cause = value.member("cause");
            // A code says more than a name: axios' AxiosError is ERR_CANCELED, Node's TypeError is caused by ECONNREFUSED.
            let inner = cause.member("cause");
            let names = [
                inner.member("code"),
                cause.member("code"),
                inner.member("token"),
                cause.member("token"),
                inner.member("name"),
                cause.member("name"),
            ];
            let told = value.member("reason").as_str().and_then(Reason::from_name);
            let known = told.or_else(|| cause::reason(names.iter().filter_map(|name| name.as_str())));
            failure.cause = known.or((value.flag("thrown") != Some(true)).then_some(Reason::ConnectionFailed));
        }
        failure.code = value.member("code").as_str().and_then(clean::code).map(owned);
        failure.recoverable = value.flag("recoverable").unwrap_or_default();
        failure
    }
}

/// JavaScript has parsed what is JSON before it comes here.
#[cfg(not(feature = "builtin"))]
fn with_text(mut failure: Failure, text: &str) -> Failure {
    failure.body = Body::text(text);
    failure
}

#[cfg(feature = "builtin")]
fn with_text(failure: Failure, text: &str) -> Failure {
    failure.text(text)
}

impl From<Value> for Context {
    /// The package's `Context`, with `now` and `random` given.
    fn from(value: Value) -> Context {
        let count = |key| value.whole(key).map(|n| n.min(u32::MAX.into()) as u32);
        let default =
            Context::new(value.whole("now").unwrap_or_default() as i64, value.amount("random").unwrap_or(0.5));
        Context {
            target: match place("licence manifest segment", value.member("target").as_str().unwrap_or_default()) {
                Some(0) => Target::Licence,
                Some(1) => Target::Manifest,
                Some(_) => Target::Segment,
                None => Target::Api,
            },
            provider: value.provider(),
            method: value.string("method").unwrap_or(default.method),
            idempotent: value.flag("idempotent"),
            attempt: count("attempt").unwrap_or(default.attempt),
            max_attempts: count("maxAttempts").unwrap_or(default.max_attempts),
            deadline_ms: value.whole("deadlineMs"),
            refreshed: value.flag("refreshed").unwrap_or_default(),
            signed_in: value.flag("signedIn").unwrap_or_default(),
            online: value.flag("online").unwrap_or(true),
            retry_tokens: value.amount("retryTokens"),
            poll_interval_ms: value.whole("pollIntervalMs").unwrap_or(default.poll_interval_ms),
            spread_ms: value.whole("spreadMs").unwrap_or_default(),
            now: default.now,
            random: default.random,
        }
    }
}

impl From<Value> for Options {
    /// The package's `Options`, without its functions.
    fn from(mut value: Value) -> Options {
        let (packs, catalogs) = (value.take("packs").into_array(), value.take("catalogs").into_array());
        let support = value.member("support");
        let able = value.member("actions").as_array().map(|names| {
            let mut able = Vec::new();
            for name in names.iter().filter_map(Value::as_str) {
                if let Some(action) = ActionName::from_name(name) {
                    able.push(action);
                }
            }
            able
        });
        Options {
            locales: value.strings("locales"),
            packs,
            catalogs,
            provider: value.provider(),
            code_style: value.member("codeStyle").as_str().and_then(CodeStyle::from_name).unwrap_or_default(),
            actions: able,
            support: Support {
                phone: support.string("phone"),
                email: support.string("email"),
                url: support.string("url"),
            },
        }
    }
}
