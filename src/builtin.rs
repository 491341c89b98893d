//! Our own words and codes, as `build.rs` makes statics of `locales/` and `catalogs/`: natively all, in the package for
//! npm English and the catalogs that are in use by themselves.

use crate::action::{ActionKind, ActionName};
use crate::catalog::{Absent, Catalog, Entry};
use crate::locale::direction::Direction;
use crate::locale::pack::LocalePack;
use crate::locale::plural::PluralRules;
use crate::reason::Reason;
use crate::retry::rule::{Backoff, Rule};
use std::borrow::Cow::Borrowed;

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// English: the list of keys, and the last of all words.
pub(crate) fn english() -> &'static LocalePack {
    &LANGUAGES[0]
}

/// One of our catalogs that is not in use by itself, for [`Options::catalogs`](crate::Options::catalogs).
///
/// ```
/// use plainly::{catalog, Context, Explainer, Failure, Options};
/// let options = Options { catalogs: catalog("brightcove").into_iter().collect(), ..Options::default() };
/// let failure = Failure::response(403).text(r#"[{"error_code":"ACCESS_DENIED","error_subcode":"CLIENT_GEO"}]"#);
/// let notice = Explainer::new(&options).explain(&failure, &Context::new(0, 0.5));
/// assert_eq!(notice.reason.name(), "geo_blocked");
/// ```
#[cfg(feature = "builtin")]
pub fn catalog(name: &str) -> Option<crate::Value> {
    let (_, text) = FILES.iter().find(|(file, _)| *file == name)?;
    text.parse().ok()
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;
    use crate::error::Faults;
    use crate::json::{parse, MAX_CONFIG_NODES};

    fn file(path: &str) -> crate::Value {
        let path = format!("{}/{path}.json", env!("CARGO_MANIFEST_DIR"));
        parse(&std::fs::read_to_string(path).expect("the file"), MAX_CONFIG_NODES).expect("it is JSON")
    }

    #[test]
    fn the_statics_are_what_reading_their_files_gives() {
        assert!(LANGUAGES.len() > 50 && LANGUAGES[0].locale() == "en");
        for pack in LANGUAGES {
            let read = LocalePack::read(file(&format!("locales/{}", pack.locale())), &mut Faults::default());
            assert_eq!(format!("{read:?}"), format!("{:?}", Some(pack)));
        }
        for catalog in CATALOGS {
            let read = Catalog::read(&file(&format!("catalogs/{}", catalog.provider())), &mut Faults::default());
            assert_eq!(format!("{read:?}"), format!("{:?}", Some(catalog)));
        }
    }
}
