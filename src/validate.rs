//! The strict look at an operator's pack or catalog, for build scripts.

use crate::catalog::Catalog;
use crate::error::{Fault, Faults};
use crate::locale::pack::LocalePack;
use crate::value::Value;

/// Every fault of a locale pack (what has `messages` or `locale`) or a catalog.
pub(crate) fn faults(data: Value) -> Vec<Fault> {
    let mut faults = Faults::default();
    if data.get("messages").is_some() || data.get("locale").is_some() {
        LocalePack::read(data, &mut faults);
    } else if data.get("codes").is_some() || data.get("provider").is_some() {
        Catalog::read(&data, &mut faults);
    } else {
        faults.push("a locale pack or a catalog", &data);
    }
    faults.list
}

/// Every fault of a locale pack or catalog, given as its JSON text.
///
/// ```
/// assert!(plainly::validate(r#"{"provider":"acme","codes":{"7":{"reason":"not_found"}}}"#).is_empty());
/// ```
#[cfg(feature = "builtin")]
pub fn validate(json: &str) -> Vec<Fault> {
    json.parse().map_or_else(|fault| vec![fault], faults)
}
