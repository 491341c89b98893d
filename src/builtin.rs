//! Our own words and codes, natively. In a browser the package brings them.

use crate::catalog::Catalog;
use crate::clean::label;
use crate::error::Faults;
use crate::explainer::{Base, Explainer, Options};
use crate::json::{parse, MAX_CONFIG_NODES};
use crate::locale::negotiate::negotiate;
use crate::locale::pack::LocalePack;
use crate::prepare::Prepared;
use crate::report::Report;
use crate::value::Value;
use std::mem::take;
use std::sync::{Arc, OnceLock};

/// English first: the list of keys.
const LOCALES: &[(&str, &str)] = &[
    ("en", include_str!("../locales/en.json")),
    ("ar", include_str!("../locales/ar.json")),
    ("az", include_str!("../locales/az.json")),
    ("bg", include_str!("../locales/bg.json")),
    ("bn", include_str!("../locales/bn.json")),
    ("ca", include_str!("../locales/ca.json")),
    ("cs", include_str!("../locales/cs.json")),
    ("da", include_str!("../locales/da.json")),
    ("de", include_str!("../locales/de.json")),
    ("el", include_str!("../locales/el.json")),
    ("es", include_str!("../locales/es.json")),
    ("es-419", include_str!("../locales/es-419.json")),
    ("et", include_str!("../locales/et.json")),
    ("eu", include_str!("../locales/eu.json")),
    ("fa", include_str!("../locales/fa.json")),
    ("fi", include_str!("../locales/fi.json")),
    ("fil", include_str!("../locales/fil.json")),
    ("fr", include_str!("../locales/fr.json")),
    ("fr-CA", include_str!("../locales/fr-CA.json")),
    ("gl", include_str!("../locales/gl.json")),
    ("he", include_str!("../locales/he.json")),
    ("hi", include_str!("../locales/hi.json")),
    ("hr", include_str!("../locales/hr.json")),
    ("hu", include_str!("../locales/hu.json")),
    ("id", include_str!("../locales/id.json")),
    ("is", include_str!("../locales/is.json")),
    ("it", include_str!("../locales/it.json")),
    ("ja", include_str!("../locales/ja.json")),
    ("ka", include_str!("../locales/ka.json")),
    ("kk", include_str!("../locales/kk.json")),
    ("ko", include_str!("../locales/ko.json")),
    ("lt", include_str!("../locales/lt.json")),
    ("lv", include_str!("../locales/lv.json")),
    ("mk", include_str!("../locales/mk.json")),
    ("ms", include_str!("../locales/ms.json")),
    ("nb", include_str!("../locales/nb.json")),
    ("nl", include_str!("../locales/nl.json")),
    ("pl", include_str!("../locales/pl.json")),
    ("pt-BR", include_str!("../locales/pt-BR.json")),
    ("pt-PT", include_str!("../locales/pt-PT.json")),
    ("ro", include_str!("../locales/ro.json")),
    ("ru", include_str!("../locales/ru.json")),
    ("sk", include_str!("../locales/sk.json")),
    ("sl", include_str!("../locales/sl.json")),
    ("sr", include_str!("../locales/sr.json")),
    ("sr-Latn", include_str!("../locales/sr-Latn.json")),
    ("sv", include_str!("../locales/sv.json")),
    ("ta", include_str!("../locales/ta.json")),
    ("te", include_str!("../locales/te.json")),
    ("th", include_str!("../locales/th.json")),
    ("tr", include_str!("../locales/tr.json")),
    ("uk", include_str!("../locales/uk.json")),
    ("ur", include_str!("../locales/ur.json")),
    ("uz", include_str!("../locales/uz.json")),
    ("vi", include_str!("../locales/vi.json")),
    ("zh-Hans", include_str!("../locales/zh-Hans.json")),
    ("zh-Hant", include_str!("../locales/zh-Hant.json")),
];

const CATALOGS: &[(&str, &str)] = &[
    ("http", include_str!("../catalogs/http.json")),
    ("ministra", include_str!("../catalogs/ministra.json")),
    ("oauth", include_str!("../catalogs/oauth.json")),
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

fn value(text: &str) -> Value {
    parse(text, MAX_CONFIG_NODES).unwrap_or_default()
}

/// All our catalogs, by name.
#[cfg(test)]
pub(crate) fn catalogs() -> impl Iterator<Item = (&'static str, &'static str)> {
    CATALOGS.iter().chain(OTHERS).copied()
}

/// English and the catalogs that are in use by themselves, read once.
pub(crate) fn base() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    BASE.get_or_init(|| {
        let read = |catalog: &Value| Catalog::read(catalog, &mut Faults::default()).map(Arc::new);
        Base::new(
            LocalePack::of(&value(LOCALES[0].1)),
            CATALOGS.iter().filter_map(|(_, text)| read(&value(text))).collect(),
        )
    })
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
        let tags: Vec<String> = LOCALES.iter().map(|(tag, _)| String::from(*tag)).collect();
        let wanted = negotiate(&options.locales, &tags);
        // Beside English only what may be spoken.
        let spoken = |tag: &str| tag != "en" && wanted.iter().any(|&at| tags[at] == tag);
        let packs: Vec<Arc<LocalePack>> = LOCALES
            .iter()
            .filter(|(tag, _)| spoken(tag))
            .map(|(_, text)| Arc::new(LocalePack::of(&value(text))))
            .collect();
        let mut options = options.clone();
        options.provider = options.provider.map(|name| label(&name, 64));
        let (mut prepared, reports) =
            Prepared::read(base().english(), &mut take(&mut options.packs), &take(&mut options.catalogs));
        let ours = base().english.iter().chain(&packs).map(|pack| String::from(pack.locale()));
        prepared.choose(&options.locales, &ours.collect::<Vec<String>>());
        let mut explainer = Explainer::over(base(), &packs, prepared, options);
        explainer.reports = reports;
        if let Some(provider) = explainer.unknown_provider().map(String::from) {
            explainer.reports.push(Report::UnknownProvider { provider });
        }
        explainer
    }
}
