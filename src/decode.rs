//! Plain data → [`Failure`], [`Context`], [`Options`]: by the names of the package's API, or without them in the order in
//! which they are asked for here. Nothing here fails: what has the wrong type is taken as not given.

use crate::action::ActionName;
use crate::catalog::is_provider;
use crate::cause;
use crate::clean;
use crate::explainer::Options;
use crate::failure::{Body, Context, Failure, Target};
use crate::notice::Support;
use crate::reason::Reason;
#[cfg(feature = "npm")]
use crate::tape::Tape;
use crate::text::{owned, place};
use crate::value::Value;
use crate::words::CodeStyle;

/// Where plain data comes from: members by name, or one value after the other.
pub(crate) trait Tell {
    /// The member of that name, or the next.
    fn value(&mut self, name: &'static str) -> Value;

    #[inline(never)]
    fn text(&mut self, name: &'static str) -> Option<String> {
        match self.value(name) {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// A finite number that is not negative.
    #[inline(never)]
    fn amount(&mut self, name: &'static str) -> Option<f64> {
        self.value(name).as_f64().filter(|n| n.is_finite() && *n >= 0.0)
    }

    /// An amount of which only the whole part counts.
    #[inline(never)]
    fn whole(&mut self, name: &'static str) -> Option<u64> {
        self.amount(name).map(|n| n as u64)
    }

    #[inline(never)]
    fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.value(name).as_bool()
    }

    /// Whether the flag is set.
    #[inline(never)]
    fn says(&mut self, name: &'static str) -> bool {
        self.flag(name) == Some(true)
    }

    /// A provider's name; what cannot be one is taken as not given.
    #[inline(never)]
    fn provider(&mut self) -> Option<String> {
        self.text("provider").filter(|name| is_provider(name))
    }
}

#[cfg(feature = "npm")]
impl Tell for Tape<'_> {
    fn value(&mut self, _: &'static str) -> Value {
        Tape::value(self)
    }
}

#[cfg(feature = "builtin")]
impl Tell for Value {
    fn value(&mut self, name: &'static str) -> Value {
        self.take(name)
    }
}

impl Failure {
    /// `{ status, headers, body, cause }`, and of what was thrown `reason`, `code` and `recoverable`. What has no status is
    /// a call that got no response, unless it says that it is something `thrown`.
    pub(crate) fn told(facts: &mut impl Tell) -> Failure {
        let status = facts.whole("status").filter(|n| (100..1000).contains(n)).map(|n| n as u16);
        let mut failure = Failure { status, ..Failure::default() };
        let headers = facts.value("headers");
        // JavaScript sends pairs.
        #[cfg(feature = "builtin")]
        for (name, value) in headers.as_object().unwrap_or_default() {
            for field in strings(value) {
                failure.headers.push(name, &field);
            }
        }
        for pair in headers.as_array().unwrap_or_default() {
            if let (Some(name), Some(field)) = (pair.member("0").as_str(), pair.member("1").as_str()) {
                failure.headers.push(name, field);
            }
        }
        match facts.value("body") {
            Value::Null => {}
            Value::String(text) => failure = with_text(failure, &text),
            body => failure.body = Body::Value(body),
        }
        let cause = facts.value("cause");
        let told = facts.text("reason").as_deref().and_then(Reason::from_name);
        let thrown = facts.says("thrown");
        if failure.status.is_none() {
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
            let known = told.or_else(|| cause::reason(names.iter().filter_map(|name| name.as_str())));
            failure.cause = known.or((!thrown).then_some(Reason::ConnectionFailed));
        }
        failure.code = facts.text("code").as_deref().and_then(clean::code).map(owned);
        failure.recoverable = facts.says("recoverable");
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

impl Context {
    /// The package's `Context`, with `now` and `random` given.
    pub(crate) fn told(facts: &mut impl Tell) -> Context {
        const TARGETS: [Target; 3] = [Target::Licence, Target::Manifest, Target::Segment];
        let mut context = Context::new(0, 0.5);
        if let Some(at) = place("licence manifest segment", &facts.text("target").unwrap_or_default()) {
            context.target = TARGETS[at];
        }
        context.provider = facts.provider();
        if let Some(method) = facts.text("method") {
            context.method = method;
        }
        context.idempotent = facts.flag("idempotent");
        let count = |n: u64| n.min(u32::MAX.into()) as u32;
        context.attempt = facts.whole("attempt").map_or(context.attempt, count);
        context.max_attempts = facts.whole("maxAttempts").map_or(context.max_attempts, count);
        context.deadline_ms = facts.whole("deadlineMs");
        context.refreshed = facts.says("refreshed");
        context.signed_in = facts.says("signedIn");
        context.online = facts.flag("online") != Some(false);
        context.retry_tokens = facts.amount("retryTokens");
        context.poll_interval_ms = facts.whole("pollIntervalMs").unwrap_or(context.poll_interval_ms);
        context.spread_ms = facts.whole("spreadMs").unwrap_or_default();
        context.now = facts.whole("now").unwrap_or_default() as i64;
        context.random = facts.amount("random").unwrap_or(context.random);
        context
    }
}

impl Options {
    /// The package's `Options`, without its functions and without what is prepared.
    pub(crate) fn told(facts: &mut impl Tell) -> Options {
        let provider = facts.provider();
        let code_style = facts.text("codeStyle").as_deref().and_then(CodeStyle::from_name).unwrap_or_default();
        let actions = facts.value("actions").as_array().map(|names| {
            let mut able = Vec::new();
            for name in names.iter().filter_map(Value::as_str) {
                if let Some(action) = ActionName::from_name(name) {
                    able.push(action);
                }
            }
            able
        });
        let (phone, email, url) = (facts.text("phone"), facts.text("email"), facts.text("url"));
        let support = Support { phone, email, url };
        Options { provider, code_style, actions, support, ..Options::default() }
    }
}

#[cfg(feature = "builtin")]
impl From<Value> for Failure {
    /// What the package's `explain()` takes; what is no object is nothing known.
    fn from(mut value: Value) -> Failure {
        if value.as_object().is_none() {
            value = Value::Object(vec![("thrown".into(), Value::Bool(true))]);
        }
        Failure::told(&mut value)
    }
}

#[cfg(feature = "builtin")]
impl From<Value> for Context {
    /// The package's `Context`, with `now` and `random` given.
    fn from(mut value: Value) -> Context {
        Context::told(&mut value)
    }
}

#[cfg(feature = "builtin")]
impl From<Value> for Options {
    /// The package's `Options`, without its functions.
    fn from(mut value: Value) -> Options {
        let (packs, catalogs) = (value.take("packs").into_array(), value.take("catalogs").into_array());
        let locales = value.take("locales");
        if let (Value::Object(support), Value::Object(members)) = (value.take("support"), &mut value) {
            members.extend(support);
        }
        Options { locales: strings(&locales), packs, catalogs, ..Options::told(&mut value) }
    }
}

/// The strings of an array, or the one string that is given instead of it.
#[cfg(feature = "builtin")]
fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().unwrap_or(std::slice::from_ref(value));
    items.iter().filter_map(Value::as_str).map(owned).collect()
}
