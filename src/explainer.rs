//! Failed calls → notices.

use crate::action::{ActionKind, ActionName};
use crate::catalog::Catalog;
use crate::cause::Cause;
use crate::error::{Fault, Faults};
use crate::failure::{Body, Context, Failure, Target};
use crate::locale::negotiate::{negotiate, requested};
use crate::locale::pack::{Direction, LocalePack};
use crate::locale::tag::Tag;
use crate::notice::{Action, Judgement, Notice, Support};
use crate::problem::{status_code, Problem};
use crate::reason::Reason;
use crate::report::Report;
use crate::retry::Rule;
use crate::value::Value;
use crate::words::{CodeStyle, Wanted, Words};

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

/// Our own words and codes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Builtin {
    /// English first: the list of keys.
    pub packs: Vec<LocalePack>,
    pub catalogs: Vec<Catalog>,
}

impl Builtin {
    /// Reads our own data. It is tested to be without fault.
    pub fn read(packs: &[Value], catalogs: &[Value]) -> Builtin {
        let mut faults = Vec::new();
        let mut read: Vec<LocalePack> = Vec::new();
        for pack in packs {
            let pack = LocalePack::read(pack, read.first(), &mut Faults::new(&mut faults));
            read.extend(pack);
        }
        let catalogs = catalogs.iter().filter_map(|value| Catalog::read(value, &mut Faults::new(&mut faults)));
        let catalogs = catalogs.collect();
        Builtin { packs: read, catalogs }
    }
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
    catalogs: Vec<Catalog>,
    provider: Option<String>,
    code_style: CodeStyle,
    actions: Option<Vec<ActionName>>,
    support: Support,
    reports: Vec<Report>,
}

impl Explainer {
    /// Lays the options over our own words and codes. What is wrong with them is left out and reported.
    pub(crate) fn over(builtin: Builtin, options: &Options) -> Explainer {
        let mut reports = Vec::new();
        let Builtin { mut packs, mut catalogs } = builtin;
        let english = packs.first().cloned();
        for (at, value) in options.packs.iter().enumerate() {
            let mut faults = Vec::new();
            if let Some(pack) = LocalePack::read(value, english.as_ref(), &mut Faults::new(&mut faults)) {
                match packs.iter_mut().find(|ours| ours.tag() == pack.tag()) {
                    Some(ours) => ours.lay(&pack),
                    None => packs.push(pack),
                }
            }
            drop_entries("packs.", at, faults, &mut reports);
        }
        for (at, value) in options.catalogs.iter().enumerate() {
            let mut faults = Vec::new();
            if let Some(catalog) = Catalog::read(value, &mut Faults::new(&mut faults)) {
                match catalogs.iter_mut().find(|ours| ours.provider() == catalog.provider()) {
                    Some(ours) => ours.lay(&catalog),
                    None => catalogs.push(catalog),
                }
            }
            drop_entries("catalogs.", at, faults, &mut reports);
        }
        if let Some(name) = &options.provider {
            if !catalogs.iter().any(|catalog| catalog.provider() == name) {
                reports.push(Report::UnknownProvider { provider: crate::clean::label(name, 64) });
            }
        }
        Explainer {
            words: Words::new(chain(packs, &options.locales)),
            catalogs,
            provider: options.provider.clone(),
            code_style: options.code_style,
            actions: options.actions.clone(),
            support: options.support.clone(),
            reports,
        }
    }

    /// What was wrong with the options.
    pub fn reports(&self) -> &[Report] {
        &self.reports
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
        let options_provider = self.provider.as_deref().filter(|_| context.target == Target::Api);
        let stated = context.provider.as_deref().or(options_provider);
        let problem = Problem::read(failure, stated, &self.catalogs);
        let judged = Judgement::of(&problem, self.class(failure, context), failure, context);
        let offered = |action: &&ActionName| self.actions.as_ref().map_or(true, |able| able.contains(action));
        let actions: Vec<ActionName> = judged.actions.iter().filter(offered).cloned().collect();
        let wording = self.words.word(&Wanted {
            reason: judged.reason,
            words: judged.words.as_deref(),
            code: &judged.code,
            style: self.code_style,
            actions: &actions,
        });
        let labelled = actions.into_iter().zip(wording.labels);
        let actions = labelled.filter_map(|(kind, label)| Some(self.button(kind, label?))).collect();
        let unknown_code = if judged.known { None } else { problem.code };
        Notice {
            code: judged.code,
            server_code: problem.server_code,
            reason: judged.reason,
            category: judged.reason.category(),
            severity: judged.reason.row().severity,
            presentation: judged.presentation,
            politeness: judged.politeness,
            title: wording.title,
            message: wording.message,
            text: wording.text,
            spoken: wording.spoken,
            locale: wording.locale,
            direction: wording.direction,
            actions,
            retry: judged.retry,
            ends_session: judged.ends_session,
            request_id: problem.request_id,
            provider: problem.provider,
            status: failure.status,
            known: judged.known,
            unknown_code,
        }
    }

    /// What the status or the cause alone says, with what differs from the reason's own retry.
    fn class(&self, failure: &Failure, context: &Context) -> (Reason, Option<&Rule>) {
        if let Some(status) = failure.status {
            let statuses = self.catalogs.iter().find(|catalog| catalog.provider() == "http");
            let class = ["0xx", "1xx", "2xx", "3xx", "4xx", "5xx"].get(usize::from(status / 100));
            let entry = statuses.and_then(|table| {
                table.find(&status_code(status)).or_else(|| table.find(class.copied().unwrap_or_default()))
            });
            return entry.map_or((Reason::Unknown, None), |entry| (entry.reason, entry.rule.as_ref()));
        }
        match failure.cause {
            Some(Cause::Aborted) => (Reason::Canceled, None),
            Some(_) if !context.online => (Reason::Offline, None),
            Some(cause) => (cause.reason(), None),
            None if failure.body == Body::Empty && !context.online => (Reason::Offline, None),
            None => (Reason::Unknown, None),
        }
    }

    fn button(&self, kind: ActionName, label: String) -> Action {
        let Support { phone, email, url } =
            if kind == ActionKind::ContactSupport.into() { self.support.clone() } else { Support::default() };
        Action { kind, label, phone, email, url }
    }
}

fn drop_entries(option: &str, at: usize, faults: Vec<Fault>, reports: &mut Vec<Report>) {
    let source = [option, at.to_string().as_str()].concat();
    let dropped = faults.into_iter().map(|fault| Report::DroppedEntry { source: source.clone(), fault });
    reports.extend(dropped);
}

/// The packs to speak, best first: those that the viewer's languages find, then English.
fn chain(mut packs: Vec<LocalePack>, locales: &[String]) -> Vec<LocalePack> {
    let available: Vec<Tag> = packs.iter().map(|pack| pack.tag().clone()).collect();
    let wanted = negotiate(&requested(locales.iter().map(String::as_str)), &available);
    let english = available.into_iter().next();
    let mut chain: Vec<LocalePack> = Vec::new();
    for tag in wanted.iter().chain(&english) {
        if let Some(at) = packs.iter().position(|pack| pack.tag() == tag) {
            // English ends every chain: whoever reads English first reads nothing after it.
            let last = Some(tag) == english.as_ref();
            chain.push(packs.swap_remove(at));
            if last {
                break;
            }
        }
    }
    chain
}
