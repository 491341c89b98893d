//! The strict look at an operator's packs and catalogs, for build scripts.

use crate::announcement::Announcements;
use crate::builtin::english;
use crate::catalog::Catalog;
#[cfg(feature = "builtin")]
use crate::error::quoted;
use crate::error::{Fault, Faults};
use crate::locale::pack::LocalePack;
use crate::text::owned;
use crate::value::Value;
#[cfg(feature = "builtin")]
use crate::{explainer::Explainer, report::Report};
use std::borrow::Cow;

/// Every fault of a locale pack (what has `messages` or `locale`), a catalog, or a file of announcements.
pub(crate) fn faults(data: Value) -> Vec<Fault> {
    let mut faults = Faults::default();
    if data.get("messages").is_some() || data.get("locale").is_some() {
        LocalePack::read(data, &mut faults);
    } else if data.get("codes").is_some() || data.get("provider").is_some() {
        Catalog::read(&data, &mut faults);
    } else if data.get("announcements").is_some() {
        Announcements::read(data, &[Cow::Borrowed(english())], &mut faults.list);
    } else {
        const KINDS: [&str; 3] = ["announcements", "codes", "messages"];
        let meant = data.as_object().unwrap_or_default().iter().find_map(|(key, _)| {
            let mut meant = faults.meant(key);
            KINDS.iter().for_each(|kind| meant.see(kind));
            meant.name
        });
        faults.note("a locale pack, a catalog, or announcements", owned(data.kind()), meant);
    }
    faults.list
}

/// What an explainer with these options would report, which JavaScript asks of one.
#[cfg(feature = "builtin")]
fn together(options: Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    for report in Explainer::told(options, Vec::new()).reports() {
        match report {
            Report::DroppedEntry { source, fault } => faults.push(fault.below(source)),
            Report::UnknownProvider { provider } => {
                faults.push(Fault::new("provider".into(), "the provider of a catalog", quoted(provider), None));
            }
            _ => {}
        }
    }
    faults
}

/// Every fault of a locale pack, a catalog or a file of announcements, given as its JSON text; or of options that hold some of both, which finds what
/// no file tells alone: words that no pack has, and actions without a label.
///
/// ```
/// assert!(plainly::validate(r#"{"provider":"acme","codes":{"7":{"reason":"not_found"}}}"#).is_empty());
///
/// let faults = plainly::validate(
///     r#"{"catalogs":[{"provider":"acme","codes":{"7":{"reason":"not_found","words":"acme.gonne"}}}],
///         "packs":[{"locale":"en","messages":{"acme.gone":"It is gone."}}]}"#,
/// );
/// assert_eq!(faults[0].place(), "catalogs.0.codes.7.words");
/// assert_eq!(faults[0].nearest(), Some("acme.gone"));
/// ```
#[cfg(feature = "builtin")]
pub fn validate(json: &str) -> Vec<Fault> {
    let data: Value = match json.parse() {
        Ok(data) => data,
        Err(fault) => return vec![fault],
    };
    let has = |key: &&str| data.get(key).is_some();
    if ["packs", "catalogs", "actions"].iter().any(has)
        && !["messages", "locale", "codes", "announcements"].iter().any(has)
    {
        together(data)
    } else {
        faults(data)
    }
}
