//! Failed calls → notices.

use crate::action::{ActionKind, ActionName};
use crate::announcement::{Announced, Announcements};
use crate::builtin::{english, CATALOGS, LANGUAGES};
use crate::catalog::{actions, Catalog, Catalogs, Current};
use crate::clean::label;
use crate::context::{Context, Target};
use crate::envelope;
use crate::error::{Fault, Faults};
use crate::failure::Failure;
use crate::judgement::{Class, Judgement};
use crate::locale::direction::Direction;
use crate::locale::negotiate::negotiate;
use crate::locale::pack::LocalePack;
use crate::notice::{Notice, Support};
use crate::problem::Problem;
use crate::reason::{Category, Reason};
use crate::report::Report;
use crate::retry::{limits, named, now, Retry};
use crate::text::{decimal, owned};
use crate::value::Value;
use crate::vocabulary;
use crate::words::{CodeStyle, Pause, Saying, Words};
use std::borrow::Cow;
use std::mem::take;

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
    words: Words<'static>,
    catalogs: Catalogs,
    options: Options,
    reports: Vec<Report>,
}

impl Explainer {
    /// In English, with the catalogs that are in use by themselves.
    pub fn builtin() -> Explainer {
        Explainer::over(Options::default(), Vec::new())
    }

    /// With an app's options laid over our own words and codes.
    ///
    /// ```
    /// use plainly::{Explainer, Options};
    /// let explainer = Explainer::new(&Options { locales: vec!["de-AT".into()], ..Options::default() });
    /// assert_eq!(explainer.locale(), "de");
    /// ```
    pub fn new(options: &Options) -> Explainer {
        let tags: Vec<&str> = LANGUAGES.iter().map(LocalePack::locale).collect();
        let mut spoken = negotiate(&options.locales, &tags);
        spoken.retain(|&at| at != 0);
        Explainer::over(options.clone(), spoken.into_iter().map(|at| Cow::Borrowed(&LANGUAGES[at])).collect())
    }

    /// Lays what an operator brings over our own words and codes; `languages` are packs of ours, beside English. What is
    /// wrong is left out and reported.
    pub(crate) fn over(mut options: Options, languages: Vec<Cow<'static, LocalePack>>) -> Explainer {
        let mut packs = languages;
        packs.insert(0, Cow::Borrowed(english()));
        let mut catalogs = Vec::new();
        for catalog in CATALOGS {
            catalogs.push(Cow::Borrowed(catalog));
        }
        let mut reports = Vec::new();
        for (at, pack) in take(&mut options.packs).into_iter().enumerate() {
            let mut faults = Faults::beside(&packs);
            let pack = LocalePack::read(pack, &mut faults);
            report(&mut reports, "packs.", Some(at), faults.list);
            if let Some(pack) = pack {
                packs.push(Cow::Owned(pack));
            }
        }
        for (at, catalog) in take(&mut options.catalogs).iter().enumerate() {
            let mut faults = Faults::beside(&packs);
            if let Some(catalog) = Catalog::read(catalog, &mut faults) {
                catalogs.push(Cow::Owned(catalog));
            }
            report(&mut reports, "catalogs.", Some(at), faults.list);
        }
        let catalogs = Catalogs::new(catalogs);
        options.provider = options.provider.map(|name| label(&name, 64));
        if let Some(provider) = options.provider.clone().filter(|name| catalogs.at(0).get(name).is_none()) {
            reports.push(Report::UnknownProvider { provider });
        }
        Explainer { words: Words::new(packs, &options.locales), catalogs, options, reports }
    }

    /// The same of options as plain data, whose actions may have any name.
    #[allow(dead_code)] // without a feature nobody brings plain data
    pub(crate) fn told(options: Value, languages: Vec<Cow<'static, LocalePack>>) -> Explainer {
        let mut faults = Faults::default();
        actions(options.get("actions").filter(|given| !matches!(given, Value::Null)), &mut faults);
        let mut explainer = Explainer::over(options.into(), languages);
        report(&mut explainer.reports, "actions", None, faults.list);
        explainer
    }

    /// What was wrong with the options.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The language in use.
    pub fn locale(&self) -> &str {
        self.words.best().locale()
    }

    /// Which way it is written.
    pub fn direction(&self) -> Direction {
        self.words.best().direction()
    }

    /// "Trying again in 5 seconds": milliseconds, rounded up to whole seconds, minutes or hours.
    pub fn countdown(&self, delay_ms: u64) -> String {
        self.words.countdown(delay_ms)
    }

    /// What stands in the place of a countdown that does not run: "Waiting for a connection".
    pub fn pause(&self, pause: Pause) -> String {
        self.words.pause(pause)
    }

    /// The same notice in this explainer's language, code style and words: one of another explainer's.
    ///
    /// ```
    /// use plainly::{Context, Explainer, Failure, Options, Saying};
    ///
    /// let notice = Explainer::builtin().explain(&Failure::response(404), &Context::new(1_795_392_000_000, 0.5));
    /// let german = Explainer::new(&Options { locales: vec!["de".into()], ..Options::default() });
    /// assert_eq!(german.reword(&notice, &Saying::default()).title, german.explain(&Failure::response(404), &Context::new(0, 0.5)).title);
    /// ```
    pub fn reword(&self, notice: &Notice, saying: &Saying) -> Notice {
        self.say(notice.clone(), saying)
    }

    /// The notice with words.
    pub(crate) fn say(&self, notice: Notice, saying: &Saying) -> Notice {
        self.say_in(&self.words, notice, saying)
    }

    fn say_in(&self, words: &Words, mut notice: Notice, saying: &Saying) -> Notice {
        notice.at = notice.at.filter(|_| words.is_timed() || notice.until.is_some());
        let offers = !notice.actions.is_empty();
        notice.say(words.word(&notice, self.options.code_style, saying), &self.options.support);
        // Where no button has a label there is a way on all the same.
        if offers && notice.actions.is_empty() {
            let way = if notice.announcement.is_some() { ActionKind::Dismiss } else { ActionKind::GoBack };
            notice.actions.push(ActionName::from(way).into());
            notice.say(words.word(&notice, self.options.code_style, saying), &self.options.support);
        }
        notice
    }

    /// Explains a call that failed.
    pub fn explain(&self, failure: &Failure, context: &Context) -> Notice {
        let now = now(&failure.headers, context);
        let catalogs = &self.catalogs.at(now);
        let problem = self.read(failure, context, catalogs);
        let judged = self.judge(&problem, failure, context, catalogs);
        let mut notice = Notice::new(problem, judged, failure.status);
        notice.at = Some(now);
        self.say(notice, &Saying::default())
    }

    /// The operator's own notice that is due, of those that a file of theirs announces: the first of them that holds at
    /// that moment and of which the viewer has not `seen` the id. Its words and buttons may be the file's own.
    ///
    /// ```
    /// use plainly::{Explainer, Saying};
    ///
    /// let file = r#"{"announcements":[{"id":"1","reason":"maintenance","until":"2026-12-01T06:00:00+01:00"}]}"#;
    /// let now = 1_796_094_000_000; // 2026-12-01T03:00:00Z
    /// let due = Explainer::builtin().announce(file.parse().unwrap(), now, &[], &Saying::default()).notice.unwrap();
    /// assert_eq!(due.message, "We're doing some maintenance. Please try again in about 2 hours.");
    /// ```
    pub fn announce(&self, file: Value, now: i64, seen: &[String], saying: &Saying) -> Announced {
        let mut reports = Vec::new();
        let mut faults = Vec::new();
        let file = Announcements::read(file, self.words.packs(), &mut faults);
        report(&mut reports, "announcements", None, faults);
        let due = file.due(now, seen).map(|due| due.notice(now, self.options.actions.as_deref()));
        let words = Words::new(file.packs, &self.options.locales);
        let notice = due.map(|notice| self.say_in(&words, notice, saying));
        reports.extend(notice.as_ref().and_then(Notice::report).cloned());
        Announced { notice, reports }
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
        let catalogs = &self.catalogs.at(now(&failure.headers, context));
        self.judge(&self.read(failure, context, catalogs), failure, context, catalogs).retry
    }

    fn read<'a>(&'a self, failure: &'a Failure, context: &'a Context, catalogs: &Current<'a>) -> Problem<'a> {
        let options_provider = self.options.provider.as_deref().filter(|_| context.target == Target::Api);
        let stated = context.provider.as_deref().or(options_provider);
        Problem::read(failure, stated, context.poll_interval_ms.is_some(), catalogs)
    }

    fn judge<'a>(
        &'a self,
        problem: &Problem<'a>,
        failure: &Failure,
        context: &Context,
        catalogs: &Current<'a>,
    ) -> Judgement<'a> {
        let mut class = self.class(failure, problem.code.as_deref(), context, catalogs);
        // What a licence server says, it says of the licence.
        if context.target == Target::Licence {
            let reason = match class.reason {
                Reason::AccessDenied => Reason::LicenceDenied,
                Reason::ServerError | Reason::ServiceUnavailable => Reason::LicenceUnavailable,
                other => other,
            };
            // What is said of the status is not said of the licence.
            class.entry = class.entry.filter(|_| reason == class.reason);
            class.reason = reason;
        }
        Judgement::of(problem, &class, catalogs.now(), failure, context, self.options.actions.as_deref())
    }

    /// What the status or the cause alone says.
    fn class<'a>(
        &'a self,
        failure: &Failure,
        code: Option<&str>,
        context: &Context,
        catalogs: &Current<'a>,
    ) -> Class<'a> {
        let mut status = envelope::status(failure);
        // What says next to nothing is no more than what the error calls itself.
        if matches!(status, None | Some(200..=299 | 400 | 500)) && (code.is_some() || envelope::tells_error(failure)) {
            status = vocabulary::status(code, &failure.body).or(status);
        }
        if let Some(status) = status {
            let http = catalogs.get("http");
            let Some(row) = http.and_then(|http| catalogs.status(http, status)) else { return Reason::Unknown.into() };
            // Signs of a limit, and a page where the API was asked, say more than the status does.
            let named = row.limited.and_then(|_| named(failure, code));
            let counted = || limits(&failure.headers) && (status > 299 || row.limited != Some(Reason::RateLimited));
            let limited = match row.limited {
                Some(Reason::RateLimited) if named.is_some() => named,
                limited => limited.filter(|_| counted()),
            };
            let page = row.page.filter(|_| envelope::page(&failure.body).is_some());
            return match limited.or(page) {
                Some(reason) => Class { names_limit: named.is_some(), ..reason.into() },
                None => Class { entry: Some(row), rule: row.rule, ..row.reason.into() },
            };
        }
        let reason = match failure.cause {
            // Without a connection every other sign of a bad one means this.
            Some(cause) if cause.category() == Category::Network && !context.online => Reason::Offline,
            Some(cause) => cause,
            None if !failure.is_answered() && !context.online => Reason::Offline,
            None => Reason::Unknown,
        };
        reason.into()
    }
}

fn report(reports: &mut Vec<Report>, option: &str, at: Option<usize>, faults: Vec<Fault>) {
    /// Whoever sends more must mend these first.
    const MOST: usize = 200;
    let mut source = owned(option);
    if let Some(at) = at {
        source.push_str(&decimal(at as i64));
    }
    for fault in faults {
        if reports.len() < MOST {
            reports.push(Report::DroppedEntry { source: source.clone(), fault });
        }
    }
}
