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
    include_str!("../catalogs/adobe-concurrency.json"),
    include_str!("../catalogs/aws.json"),
    include_str!("../catalogs/brightcove.json"),
    include_str!("../catalogs/drm-cloud.json"),
    include_str!("../catalogs/google-rpc.json"),
    include_str!("../catalogs/http.json"),
    include_str!("../catalogs/kaltura-ott.json"),
    include_str!("../catalogs/ministra.json"),
    include_str!("../catalogs/nagra-ion.json"),
    include_str!("../catalogs/oauth.json"),
    include_str!("../catalogs/srg.json"),
    include_str!("../catalogs/stalker.json"),
    include_str!("../catalogs/stripe.json"),
    include_str!("../catalogs/twitch.json"),
    include_str!("../catalogs/vimond.json"),
];

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
