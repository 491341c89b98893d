//! Failed calls → notices.

use crate::action::ActionName;
use crate::catalog::{Catalog, Catalogs};
use crate::envelope;
use crate::failure::{Body, Context, Failure, Target};
use crate::locale::pack::{Direction, LocalePack};
use crate::notice::{Explained, Judgement, Notice, Support};
use crate::prepare::Prepared;
use crate::problem::Problem;
use crate::reason::{Category, Reason};
#[cfg(feature = "builtin")]
use crate::report::Report;
use crate::retry::{limits, Retry, Rule};
use crate::text::{decimal, join};
use crate::value::Value;
use crate::words::{CodeStyle, Wanted, Words};
use std::sync::Arc;

/// What an app says of itself, once.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The viewer's languages, best first: tags in any form, or `Accept-Language` values.
    pub locales: Vec<String>,
    /// Words laid over ours, key by key, the last wins.
    pub packs: Vec<Value>,
    /// Codes laid over ours, code by code, the last wins.
    pub catalogs: Vec<Value>,
    /// Whose API it is; for calls with the target `api`.
    pub provider: Option<String>,
    /// How the code stands in the text.
    pub code_style: CodeStyle,
    /// What the app can do; other buttons are not offered. Nothing means all.
    pub actions: Option<Vec<ActionName>>,
    /// How to reach support.
    pub support: Support,
}

/// Turns failed calls into notices. Never fails, never panics, and nothing in it changes.
///
/// ```
/// use plainly::{Context, Explainer, Failure};
///
/// let explainer = Explainer::builtin();
/// let failure = Failure::response(401).text(r#"{"error":{"code":490}}"#);
/// let notice = explainer.explain(&failure, &Context::new(1_795_392_000_000, 0.5));
/// assert_eq!(notice.text, "Error code - 490 Access denied, user account disabled. Please contact support.");
/// assert!(notice.ends_session);
/// ```
#[derive(Clone, Debug)]
pub struct Explainer {
    words: Words,
    catalogs: Catalogs,
    options: Options,
    #[cfg(feature = "builtin")]
    pub(crate) reports: Vec<Report>,
}

impl Explainer {
    /// Lays what an operator brings over our own words and codes, and over further languages of ours.
    pub(crate) fn over(base: &Base, ours: &[Arc<LocalePack>], prepared: Prepared, options: Options) -> Explainer {
        let Prepared { packs: theirs, catalogs: more, chain } = prepared;
        let mut packs = Vec::new();
        for pack in base.english.iter().chain(ours).chain(&theirs) {
            packs.push(pack.clone());
        }
        let mut catalogs = Catalogs::default();
        for catalog in base.catalogs.iter().chain(&more) {
            catalogs.0.push(catalog.clone());
        }
        Explainer {
            words: Words::new(packs, &chain),
            catalogs,
            options,
            #[cfg(feature = "builtin")]
            reports: Vec::new(),
        }
    }

    /// What was wrong with the options.
    #[cfg(feature = "builtin")]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// A provider that was named and of which there is no catalog.
    pub(crate) fn unknown_provider(&self) -> Option<&str> {
        self.options.provider.as_deref().filter(|name| !self.catalogs.has(name))
    }

    /// The language in use.
    pub fn locale(&self) -> &str {
        self.words.best().map_or("en", LocalePack::locale)
    }

    /// Which way it is written.
    pub fn direction(&self) -> Direction {
        self.words.best().map_or(Direction::Ltr, LocalePack::direction)
    }

    /// "Trying again in 5 seconds": milliseconds, rounded up to whole seconds, minutes or hours.
    pub fn countdown(&self, delay_ms: u64) -> String {
        self.words.countdown(delay_ms)
    }

    /// Explains a call that failed.
    pub fn explain(&self, failure: &Failure, context: &Context) -> Notice {
        self.explained(failure, context).into()
    }

    pub(crate) fn explained<'a>(&'a self, failure: &'a Failure, context: &'a Context) -> Explained<'a> {
        let problem = self.read(failure, context);
        let judged = self.judge(&problem, failure, context);
        let wording = self.words.word(&Wanted {
            reason: judged.reason,
            words: judged.words,
            code: &judged.code,
            style: self.options.code_style,
            actions: &judged.actions,
            params: &problem.params,
            wait_ms: judged.retry.told_wait(),
        });
        Explained { problem, judged, wording, status: failure.status, support: &self.options.support }
    }

    /// Judges a call that failed: the retry hint of its notice, without its words.
    ///
    /// ```
    /// use plainly::{Context, Explainer, Failure, Retry};
    ///
    /// let mut failure = Failure::response(503);
    /// failure.headers.push("Retry-After", "7200");
    /// let retry = Explainer::builtin().retry(&failure, &Context::new(1_795_176_000_000, 0.0));
    /// assert_eq!(retry, Retry::Deferred { delay_ms: 7_200_000 });
    /// ```
    pub fn retry(&self, failure: &Failure, context: &Context) -> Retry {
        self.judge(&self.read(failure, context), failure, context).retry.into()
    }

    fn read<'a>(&'a self, failure: &'a Failure, context: &'a Context) -> Problem<'a> {
        let options_provider = self.options.provider.as_deref().filter(|_| context.target == Target::Api);
        let stated = context.provider.as_deref().or(options_provider);
        Problem::read(failure, stated, &self.catalogs)
    }

    fn judge<'a>(&'a self, problem: &Problem<'a>, failure: &Failure, context: &Context) -> Judgement<'a> {
        let class = self.class(failure, problem.code.as_deref(), context);
        Judgement::of(problem, class, failure, context, self.options.actions.as_deref())
    }

    /// What the status or the cause alone says, with what differs from the reason's own retry.
    fn class(&self, failure: &Failure, code: Option<&str>, context: &Context) -> (Reason, Option<Rule>) {
        if let Some(status) = failure.status {
            let class = join(&[&decimal((status / 100).into()), "xx"]);
            let row = self.catalogs.find("http", &decimal(status.into()));
            let Some(row) = row.or_else(|| self.catalogs.find("http", &class)) else { return (Reason::Unknown, None) };
            // Signs of a rate limit, and a page where the API was asked, say more than the status does.
            let limited = row.limited.filter(|_| limits(&failure.headers, code));
            let page = row.page.filter(|_| envelope::is_page(&failure.body));
            return match limited.or(page) {
                Some(reason) => (reason, None),
                None => (row.reason, row.rule),
            };
        }
        match failure.cause {
            // Without a connection every other sign of a bad one means this.
            Some(cause) if cause.category() == Category::Network && !context.online => (Reason::Offline, None),
            Some(cause) => (cause, None),
            None if matches!(failure.body, Body::Empty) && !context.online => (Reason::Offline, None),
            None => (Reason::Unknown, None),
        }
    }
}

/// Our own English and catalogs. Explainers share them: each is read once.
#[derive(Clone, Default)]
pub(crate) struct Base {
    /// The list of keys, and the last of all words.
    pub english: Option<Arc<LocalePack>>,
    pub catalogs: Vec<Arc<Catalog>>,
}

impl Base {
    /// No words and no codes.
    #[cfg(all(feature = "npm", target_arch = "wasm32"))]
    pub const fn none() -> Base {
        Base { english: None, catalogs: Vec::new() }
    }

    pub fn new(english: LocalePack, catalogs: Vec<Arc<Catalog>>) -> Base {
        Base { english: Some(Arc::new(english)), catalogs }
    }

    /// The list of keys.
    pub fn english(&self) -> Option<&LocalePack> {
        self.english.as_deref()
    }
}
