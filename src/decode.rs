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

    /// Whether the flag is set.
    fn says(&self, key: &str) -> bool {
        self.flag(key) == Some(true)
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
            failure.cause = known.or((!value.says("thrown")).then_some(Reason::ConnectionFailed));
        }
        failure.code = value.member("code").as_str().and_then(clean::code).map(owned);
        failure.recoverable = value.says("recoverable");
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
        const TARGETS: [Target; 3] = [Target::Licence, Target::Manifest, Target::Segment];
        let whole = |key, default| value.whole(key).unwrap_or(default);
        let count = |key, default: u32| whole(key, default.into()).min(u32::MAX.into()) as u32;
        let mut context = Context::new(whole("now", 0) as i64, value.amount("random").unwrap_or(0.5));
        if let Some(at) = place("licence manifest segment", value.member("target").as_str().unwrap_or_default()) {
            context.target = TARGETS[at];
        }
        if let Some(method) = value.string("method") {
            context.method = method;
        }
        context.provider = value.provider();
        context.idempotent = value.flag("idempotent");
        context.attempt = count("attempt", context.attempt);
        context.max_attempts = count("maxAttempts", context.max_attempts);
        context.deadline_ms = value.whole("deadlineMs");
        context.refreshed = value.says("refreshed");
        context.signed_in = value.says("signedIn");
        context.online = value.flag("online") != Some(false);
        context.retry_tokens = value.amount("retryTokens");
        context.poll_interval_ms = whole("pollIntervalMs", context.poll_interval_ms);
        context.spread_ms = whole("spreadMs", 0);
        context
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
