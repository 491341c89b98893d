//! All catalogs, and whose a failure is.

use super::{stands, Catalog, Entry};
use crate::clean;
use crate::envelope;
use crate::failure::{Body, Failure};
use crate::locale::message::Arg;
use crate::param;
use crate::text::{decimal, find_ignoring_case, owned, split_first, split_last, Text};
use crate::value::{fold_name, Value};
use std::borrow::Cow;

/// A provider's catalogs: the later lies over the earlier, code by code.
#[derive(Clone, Debug, Default)]
struct Provider {
    layers: Vec<Cow<'static, Catalog>>,
    claims: bool,
}

/// A text, a provider that has it, and where: in which layer, at which place.
type Key = (Text, usize, usize, usize);

/// The catalogs of all providers, ours first. To look something up takes no longer for more or larger ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogs {
    providers: Vec<Provider>,
    /// By code and by sentence, folded.
    codes: Vec<Key>,
    sentences: Vec<Key>,
    /// By the name that a provider's mark, or a place, begins with, folded: what it is, and which.
    names: Vec<Key>,
    /// Where those put their codes who claim them, each once.
    places: Vec<Text>,
}

impl Catalogs {
    pub fn new(catalogs: Vec<Cow<'static, Catalog>>) -> Catalogs {
        let mut all = Catalogs::default();
        for catalog in catalogs {
            let id = all.at(0).get(catalog.provider()).unwrap_or(all.providers.len());
            if id == all.providers.len() {
                all.providers.push(Provider::default());
            }
            let provider = &mut all.providers[id];
            let layer = provider.layers.len();
            for (at, entry) in catalog.codes.iter().enumerate() {
                all.codes.push((entry.code.clone(), id, layer, at));
            }
            for (at, (sentence, _)) in catalog.sentences.iter().enumerate() {
                all.sentences.push((sentence.clone(), id, layer, at));
            }
            if let Some(mark) = catalog.mark.first() {
                all.names.push((first_name(mark), MARK, id, layer));
            }
            for place in catalog.code_at.iter().filter(|_| catalog.claims) {
                if !all.places.contains(place) {
                    all.names.push((first_name(place), PLACE, all.places.len(), 0));
                    all.places.push(place.clone());
                }
            }
            provider.claims |= catalog.claims;
            provider.layers.push(catalog);
        }
        for keys in [&mut all.codes, &mut all.sentences, &mut all.names] {
            keys.sort_unstable();
        }
        all
    }

    /// What holds at a moment, in milliseconds since the Unix epoch.
    pub fn at(&self, now: i64) -> Current<'_> {
        Current { all: self, now }
    }
}

/// What a provider's catalogs say of a code.
#[derive(Clone, Copy)]
struct Row<'a> {
    entry: &'a Entry,
    /// That it comes with.
    statuses: &'a [u16],
    /// The entry's catalog, the one at the bottom first.
    layer: usize,
}

/// What the catalogs say at a moment.
#[derive(Clone, Copy)]
pub(crate) struct Current<'a> {
    all: &'a Catalogs,
    now: i64,
}

impl<'a> Current<'a> {
    /// That moment, in milliseconds since the Unix epoch.
    pub fn now(&self) -> i64 {
        self.now
    }

    /// A provider, by name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.all.providers.iter().position(|provider| provider.layers[0].provider == name)
    }

    /// A provider's name.
    pub fn name(&self, provider: usize) -> &'a str {
        &self.all.providers[provider].layers[0].provider
    }

    /// A provider's catalogs, the one on top first.
    fn layers(&self, provider: usize) -> impl Iterator<Item = &'a Catalog> {
        self.all.providers[provider].layers.iter().rev().map(AsRef::as_ref)
    }

    /// The entry of a provider's code, in any of the code's forms, or without its namespace (`auth/user-disabled`).
    pub fn find(&self, provider: usize, code: &str) -> Option<&'a Entry> {
        let row = self.row(provider, code).or_else(|| self.row(provider, split_last(code, b'/')?.1))?;
        Some(row.entry)
    }

    /// The entry of a status, or of its class (`5xx`), whichever lies on top.
    pub fn status(&self, provider: usize, status: u16) -> Option<&'a Entry> {
        let status = decimal(status.into());
        let exact = self.row(provider, &status);
        match (exact, self.row(provider, &(owned(&status[..1]) + "xx"))) {
            (Some(exact), Some(class)) if class.layer > exact.layer => Some(class.entry),
            (exact, class) => exact.or(class).map(|row| row.entry),
        }
    }

    /// The entry of a code, and the statuses that it comes with: what an operator lays over a code changes what it means, not
    /// whose it is.
    fn row(&self, provider: usize, code: &str) -> Option<Row<'a>> {
        let mut row: Option<Row<'a>> = None;
        for (_, _, layer, at) in having(&self.all.codes, &clean::fold(code), Some(provider)) {
            let entry = &self.all.providers[provider].layers[*layer].codes[*at];
            if !entry.holds(self.now) {
                continue;
            }
            let before = row.map_or(&[] as &[u16], |row| row.statuses);
            let statuses = if entry.status.is_empty() { before } else { &entry.status };
            row = Some(Row { entry, statuses, layer: *layer });
        }
        row
    }

    /// Where a provider puts its codes; nowhere is where bodies have them in general.
    fn code_at(&self, provider: usize) -> &'a [Text] {
        self.layers(provider)
            .map(|catalog| catalog.code_at.as_ref())
            .find(|places| !places.is_empty())
            .unwrap_or_default()
    }

    /// The code at the place where the provider puts it, or in a sentence that begins with it.
    /// `code` is the one that it has in general.
    pub fn code_of(&self, provider: usize, failure: &Failure, code: Option<&str>) -> Option<String> {
        let places = self.code_at(provider);
        if places.is_empty() {
            return code.map(owned);
        }
        let mut first = None;
        for place in places {
            let code = envelope::code_at(failure, place);
            // A newer code that nobody knows must not hide an older one beside it.
            if code.as_deref().is_some_and(|code| self.find(provider, code).is_some()) {
                return code;
            }
            first = first.or(code.filter(|code| !envelope::says_nothing(code, failure.status)));
        }
        first.or_else(|| envelope::sentence_code(&failure.body))
    }

    /// Whose body it can only be; the last that says so.
    pub fn marked(&self, names: &[String], body: &Value) -> Option<usize> {
        let mut last = None;
        for name in names {
            for (_, _, provider, layer) in having(&self.all.names, name, Some(MARK)) {
                if self.all.providers[*provider].layers[*layer].mark.iter().all(|mark| stands(body, mark)) {
                    last = last.max(Some(*provider));
                }
            }
        }
        last
    }

    /// Whose failure it is by a code of its own that comes with the status of its row, or whose row names no status; the
    /// first that says so. `code` is the one that it has in general.
    pub fn claimant(&self, names: &[String], failure: &Failure, code: Option<&str>) -> Option<usize> {
        let mut first = code.and_then(|code| self.claiming(code, None, failure));
        for name in names {
            for (_, _, place, _) in having(&self.all.names, name, Some(PLACE)) {
                let place = &self.all.places[*place];
                let code = envelope::code_at(failure, place);
                let found = code.and_then(|code| self.claiming(&code, Some(place), failure));
                if found.is_some() && (first.is_none() || found < first) {
                    first = found;
                }
            }
        }
        first.or_else(|| {
            let code = envelope::sentence_code(&failure.body)?;
            self.all.places.iter().find_map(|place| self.claiming(&code, Some(place), failure))
        })
    }

    /// The first provider that claims a code at a place of its own.
    fn claiming(&self, code: &str, place: Option<&Text>, failure: &Failure) -> Option<usize> {
        let claims = |(_, provider, ..): &&Key| {
            let places = self.code_at(*provider);
            let there = place.map_or(places.is_empty(), |place| places.contains(place));
            there && self.all.providers[*provider].claims && self.comes(*provider, code, failure.status)
        };
        having(&self.all.codes, &clean::fold(code), None).iter().find(claims).map(|key| key.1)
    }

    /// Whether a provider's code comes with that status.
    pub fn comes(&self, provider: usize, code: &str, status: Option<u16>) -> bool {
        let comes = |statuses: &[u16]| statuses.is_empty() || status.is_some_and(|status| statuses.contains(&status));
        self.row(provider, code).is_some_and(|row| comes(row.statuses))
    }

    /// The parameters that a provider's body brings for its words.
    pub fn params(&self, provider: usize, body: &'a Value) -> Vec<(&'a str, Arg<'a>)> {
        let mut params = Vec::new();
        for catalog in self.layers(provider) {
            for (name, path) in catalog.params.iter() {
                if let Some(value) = body.at(path).and_then(param::value) {
                    params.push((name.as_ref(), value));
                }
            }
        }
        params
    }

    /// What a known sentence of the body stands for, and whose it is.
    /// A code is no sentence.
    pub fn sentence(&self, provider: Option<usize>, body: &Body, code: Option<&str>) -> Option<(usize, &'a Entry)> {
        let entry = |(_, provider, layer, at): &Key| {
            let (_, code) = &self.all.providers[*provider].layers[*layer].sentences[*at];
            Some((*provider, self.find(*provider, code)?))
        };
        for sentence in envelope::sentences(body) {
            if Some(sentence) == code {
                continue;
            }
            let found = having(&self.all.sentences, &clean::fold(sentence), provider).iter().find_map(entry);
            if found.is_some() {
                return found;
            }
        }
        // A page holds it among other words.
        let (provider, page) = (provider?, clean::fold(&envelope::page_words(body)?));
        let says = |(sentence, _): &&(Text, Text)| find_ignoring_case(&page, sentence).is_some();
        let (_, code) = self.layers(provider).find_map(|catalog| catalog.sentences.iter().find(says))?;
        Some((provider, self.find(provider, code)?))
    }

    /// The code that the client gives itself for what the provider's server sent.
    pub fn absent(&self, provider: usize, status: u16, code: Option<&str>, body: Option<&Value>) -> Option<String> {
        let known = code.map(|code| self.find(provider, code).is_some());
        self.layers(provider).find_map(|catalog| {
            let rule = catalog.absent.iter().find(|rule| {
                let without = rule.without.as_ref().is_none_or(|path| !body.is_some_and(|body| stands(body, path)));
                let fits = if rule.unknown { known == Some(false) } else { known.is_none() };
                rule.status == status && fits && without && self.find(provider, &rule.code).is_some()
            });
            rule.map(|rule| owned(&rule.code))
        })
    }
}

/// The keys of a text, of one provider or of all.
fn having<'a>(keys: &'a [Key], text: &str, provider: Option<usize>) -> &'a [Key] {
    let first = provider.unwrap_or_default();
    let start = keys.partition_point(|key| (key.0.as_ref(), key.1) < (text, first));
    let mut end = start;
    while keys.get(end).is_some_and(|key| key.0 == text && provider.is_none_or(|provider| provider == key.1)) {
        end += 1;
    }
    &keys[start..end]
}

/// What the names of a body lead to.
const MARK: usize = 0;
const PLACE: usize = 1;
/// What stands for the names where codes are in no body: `@xml`, header fields.
const ELSEWHERE: &str = "@";

fn first_name(path: &str) -> Text {
    let name = split_first(path, b'.').0;
    Text::Owned(if name.starts_with(ELSEWHERE) { owned(ELSEWHERE) } else { fold_name(name) })
}

/// The names that places in a failure may begin with, folded.
pub(crate) fn first_names(body: &Body) -> Vec<String> {
    /// Members and elements looked at: as many values as are kept of a body. Real errors begin with some ten.
    const MOST: usize = 1024;
    let mut names = vec![owned(ELSEWHERE)];
    let mut left = Vec::new();
    let mut next = body.value();
    while let Some(value) = next.filter(|_| names.len() < MOST) {
        for (at, item) in value.as_array().unwrap_or_default().iter().take(MOST).enumerate() {
            names.push(decimal(at as i64));
            left.push(item);
        }
        for (name, member) in value.as_object().unwrap_or_default().iter().take(MOST) {
            let name = fold_name(name);
            if name == "data" {
                left.push(member);
            }
            names.push(name);
        }
        next = left.pop();
    }
    names
}
