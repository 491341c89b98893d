//! Our own words and codes, natively. In a browser the package brings them.

use crate::error::Faults;
use crate::explainer::{Explainer, Options};
use crate::json::{parse, MAX_CONFIG_NODES};
use crate::locale::pack::LocalePack;
use crate::value::Value;

/// English first: the list of keys.
const LOCALES: &[&str] = &[
    include_str!("../locales/en.json"),
    include_str!("../locales/ar.json"),
    include_str!("../locales/de.json"),
    include_str!("../locales/ja.json"),
];

const CATALOGS: &[&str] = &[
    include_str!("../catalogs/http.json"),
    include_str!("../catalogs/ministra.json"),
    include_str!("../catalogs/oauth.json"),
];

/// Those that an app loads by name.
const OTHERS: &[(&str, &str)] = &[
    ("adobe-concurrency", include_str!("../catalogs/adobe-concurrency.json")),
    ("aws", include_str!("../catalogs/aws.json")),
    ("brightcove", include_str!("../catalogs/brightcove.json")),
    ("drm-cloud", include_str!("../catalogs/drm-cloud.json")),
    ("google-rpc", include_str!("../catalogs/google-rpc.json")),
    ("kaltura-ott", include_str!("../catalogs/kaltura-ott.json")),
    ("nagra-ion", include_str!("../catalogs/nagra-ion.json")),
    ("srg", include_str!("../catalogs/srg.json")),
    ("stalker", include_str!("../catalogs/stalker.json")),
    ("stripe", include_str!("../catalogs/stripe.json")),
    ("twitch", include_str!("../catalogs/twitch.json")),
    ("vimond", include_str!("../catalogs/vimond.json")),
    ("xtream", include_str!("../catalogs/xtream.json")),
];

/// One of our catalogs that is not in use by itself, for [`Options::catalogs`].
///
/// ```
/// use plainly::{catalog, Context, Explainer, Failure, Options};
/// let options = Options { catalogs: catalog("brightcove").into_iter().collect(), ..Options::default() };
/// let failure = Failure::response(403).text(r#"[{"error_code":"ACCESS_DENIED","error_subcode":"CLIENT_GEO"}]"#);
/// let notice = Explainer::new(&options).explain(&failure, &Context::new(0, 0.5));
/// assert_eq!(notice.reason.name(), "geo_blocked");
/// ```
pub fn catalog(name: &str) -> Option<Value> {
    let (_, text) = OTHERS.iter().find(|(other, _)| *other == name)?;
    parse(text, MAX_CONFIG_NODES).ok()
}

fn values(texts: &[&str]) -> Vec<Value> {
    texts.iter().filter_map(|text| parse(text, MAX_CONFIG_NODES).ok()).collect()
}

/// English alone: the list of keys.
pub(crate) fn english() -> Option<LocalePack> {
    let english = parse(LOCALES[0], MAX_CONFIG_NODES).ok()?;
    LocalePack::read(&english, None, &mut Faults::default())
}

impl Explainer {
    /// In English, with the catalogs that we have.
    pub fn builtin() -> Explainer {
        Explainer::new(&Options::default())
    }

    /// With an app's options laid over our own words and codes.
    ///
    /// ```
    /// use plainly::{Explainer, Options};
    /// let explainer = Explainer::new(&Options { locales: vec!["de-AT".into()], ..Options::default() });
    /// assert_eq!(explainer.locale(), "de");
    /// ```
    pub fn new(options: &Options) -> Explainer {
        Explainer::over(&values(LOCALES), &values(CATALOGS), options.clone())
    }
}
