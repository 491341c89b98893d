//! Plain data → [`Failure`], [`Context`], [`Options`], by the names of the package's API. Nothing here fails: what has the
//! wrong type is taken as not given.

use crate::action::{Action, ActionKind, ActionName};
use crate::catalog::is_provider;
use crate::cause;
use crate::clean;
use crate::context::{Context, Target};
use crate::explainer::Options;
use crate::failure::{Body, Failure};
use crate::notice::{Notice, Support};
use crate::param;
use crate::reason::Reason;
use crate::text::{decimal, owned, split, split_once};
use crate::value::Value;
use crate::words::CodeStyle;

/// Characters of a label that comes with a notice: more than fit on a button.
const MAX_LABEL: usize = 40;
/// Causes within causes that are looked at.
const MOST_WITHIN: usize = 4;

/// Members of an object, by name; texts are taken out.
impl Value {
    pub(crate) fn take_text(&mut self, name: &str) -> Option<String> {
        match self.take(name) {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// A finite number that is not negative.
    fn amount(&self, name: &str) -> Option<f64> {
        self.get(name)?.as_f64().filter(|n| n.is_finite() && *n >= 0.0)
    }

    /// An amount of which only the whole part counts.
    fn whole(&self, name: &str) -> Option<u64> {
        self.amount(name).map(|n| n as u64)
    }

    /// What is left of something: less than nothing is nothing.
    fn rest(&self, name: &str) -> Option<f64> {
        self.get(name)?.as_f64().filter(|n| *n < f64::INFINITY).map(|n| n.max(0.0))
    }

    fn flag(&self, name: &str) -> Option<bool> {
        self.get(name)?.as_bool()
    }

    /// A provider's name; what cannot be one is taken as not given.
    fn take_provider(&mut self) -> Option<String> {
        self.take_text("provider").filter(|name| is_provider(name))
    }
}

impl From<Value> for Failure {
    /// What the package's `explain()` takes: `{ status, headers, body, cause }`, and of what was thrown `thrown`, `reason`, `code`
    /// and `recoverable`. What has no status is a call that got no response, unless it says that it is something `thrown`; what
    /// is no object is nothing known.
    fn from(mut facts: Value) -> Failure {
        let status = facts.whole("status").filter(|n| (100..1000).contains(n)).map(|n| n as u16);
        let mut failure = Failure { status, ..Failure::default() };
        let headers = facts.member("headers");
        for (name, value) in headers.as_object().unwrap_or_default() {
            for field in value.strings() {
                failure.headers.push(name, &field);
            }
        }
        for pair in headers.as_array().unwrap_or_default() {
            if let (Some(name), Some(field)) = (pair.member("0").as_str(), pair.member("1").as_str()) {
                failure.headers.push(name, field);
            }
        }
        // Lines, which JavaScript sends.
        for line in split(headers.as_str().unwrap_or_default(), |b| b == b'\n') {
            if let Some((name, field)) = split_once(line, b':') {
                failure.headers.push(name, field);
            }
        }
        match facts.take("body") {
            Value::Null => {}
            Value::String(text) => failure.body = body(&text),
            json => failure.body = Body::Value(json),
        }
        let cause = facts.member("cause");
        let told = facts.member("reason").as_str().and_then(Reason::from_name);
        let thrown = facts.as_object().is_none() || facts.flag("thrown") == Some(true);
        if failure.status.is_none() {
            // A code says more than a name, and what is within more than what is around it: axios' AxiosError is
            // ERR_CANCELED, Node's TypeError is caused by ECONNREFUSED.
            let mut causes = vec![cause];
            while let (Some(inner), true) = (causes[0].get("cause"), causes.len() < MOST_WITHIN) {
                causes.insert(0, inner);
            }
            let mut names = Vec::new();
            for member in ["code", "token", "name"] {
                for cause in &causes {
                    if let Some(name) = cause.member(member).as_str() {
                        names.push(name);
                    }
                }
            }
            let named = cause::reason(&names);
            // What tells by its name that no response came has no code of a server's.
            if thrown && told.is_none() && named.is_some() {
                failure.body = Body::Empty;
            }
            failure.cause = told.or(named).or((!thrown).then_some(Reason::ConnectionFailed));
        }
        failure.code = facts.member("code").as_str().and_then(clean::code).map(owned);
        failure.recoverable = facts.flag("recoverable") == Some(true);
        failure
    }
}

#[cfg(feature = "builtin")]
fn body(text: &str) -> Body {
    Failure::default().text(text).body
}

/// Whoever gives it has parsed what is JSON, as JavaScript does.
#[cfg(not(feature = "builtin"))]
fn body(text: &str) -> Body {
    Body::text(text)
}

impl From<Value> for Context {
    /// The package's `Context`, with `now` and `random` given.
    fn from(mut facts: Value) -> Context {
        let mut context = Context::new(0, 0.5);
        context.target = match facts.member("target").as_str() {
            Some("licence") => Target::Licence,
            Some("manifest") => Target::Manifest,
            Some("segment") => Target::Segment,
            _ => Target::Api,
        };
        context.provider = facts.take_provider();
        if let Some(method) = facts.take_text("method") {
            context.method = method;
        }
        context.idempotent = facts.flag("idempotent");
        let count = |n: u64| n.min(u32::MAX.into()) as u32;
        context.attempt = facts.whole("attempt").map_or(context.attempt, count);
        context.max_attempts = facts.whole("maxAttempts").map_or(context.max_attempts, count);
        context.deadline_ms = facts.rest("deadlineMs").map(|n| n as u64);
        context.refreshed = facts.flag("refreshed") == Some(true);
        context.signed_in = facts.flag("signedIn") == Some(true);
        context.online = facts.flag("online") != Some(false);
        context.retry_tokens = facts.rest("retryTokens");
        context.poll_interval_ms = facts.whole("pollIntervalMs");
        context.expires_in_ms = facts.rest("expiresInMs").map(|n| n as u64);
        context.spread_ms = facts.whole("spreadMs").unwrap_or_default();
        context.now = facts.whole("now").unwrap_or_default() as i64;
        context.random = facts.amount("random").unwrap_or(context.random);
        context
    }
}

impl From<Value> for Options {
    /// The package's `Options`, without its functions.
    fn from(mut options: Value) -> Options {
        let able = |names: &[Value]| {
            let mut able = Vec::new();
            for name in names {
                if let Some(action) = name.as_str().and_then(ActionName::from_name) {
                    able.push(action);
                }
            }
            able
        };
        Options {
            locales: options.member("locales").strings(),
            packs: options.take("packs").into_array(),
            catalogs: options.take("catalogs").into_array(),
            provider: options.take_provider(),
            code_style: match options.member("codeStyle").as_str() {
                Some("suffix") => CodeStyle::Suffix,
                Some("none") => CodeStyle::None,
                _ => CodeStyle::Prefix,
            },
            actions: options.member("actions").as_array().map(able),
            support: support(&mut options.take("support")),
        }
    }
}

impl From<Value> for Notice {
    /// What of the package's notice says which words it needs, for [`reword`](crate::Explainer::reword). A cause that we do not
    /// know is an unknown one.
    fn from(mut given: Value) -> Notice {
        let reason = given.member("reason").as_str().and_then(Reason::from_name);
        let mut notice = Notice::of(reason.unwrap_or(Reason::Unknown));
        match given.member("code").as_str() {
            Some("") => notice.code.clear(),
            Some(code) => clean::code(code).map_or((), |code| notice.code = owned(code)),
            None => given.member("code").as_integer().map_or((), |code| notice.code = decimal(code)),
        }
        let text = |given: &mut Value, name: &str, read: fn(&str) -> Option<&str>| {
            given.take_text(name).and_then(|text| read(&text).map(owned))
        };
        notice.server_code = text(&mut given, "serverCode", clean::code);
        notice.request_id = text(&mut given, "requestId", clean::id);
        notice.announcement = text(&mut given, "announcement", clean::id);
        notice.provider = given.take_provider();
        notice.words = given.take_text("words");
        for (name, value) in given.member("params").as_object().unwrap_or_default() {
            if let Some(arg) = param::value(value) {
                notice.params.push((owned(name), arg.into()));
            }
        }
        notice.told_ms = given.whole("toldMs").map(|n| n as u32);
        notice.until = given.whole("until").map(|n| n as i64);
        notice.at = given.whole("at").map(|n| n as i64);
        let none = given.member("actions").as_array().is_some_and(<[Value]>::is_empty);
        for mut action in given.take("actions").into_array() {
            if let Some(kind) = action.member("kind").as_str().and_then(ActionName::from_name) {
                let Support { phone, email, url } = support(&mut action);
                let own = action.member("label").as_str().map(|text| clean::label(text, MAX_LABEL)).unwrap_or_default();
                notice.actions.push(Action { kind, label: own, phone, email, url });
            }
        }
        if notice.actions.is_empty() && !none {
            notice.actions.push(ActionName::from(ActionKind::GoBack).into());
        }
        notice
    }
}

fn support(given: &mut Value) -> Support {
    Support { phone: given.take_text("phone"), email: given.take_text("email"), url: given.take_text("url") }
}
