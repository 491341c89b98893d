//! A failure freed from its wire format.

use crate::catalog::{first_names, Current, Entry};
use crate::envelope;
use crate::failure::Failure;
use crate::locale::message::Arg;
use crate::reason::Reason;
use crate::vocabulary;

/// What the server said, found in its body and headers.
#[derive(Debug, Default)]
pub(crate) struct Problem<'a> {
    /// Whose code it is.
    pub provider: Option<&'a str>,
    /// The code to quote: the server's, or one that the client gives itself.
    pub code: Option<String>,
    /// What the server sent, where `code` is another.
    pub server_code: Option<String>,
    /// The server's code, where nobody may see it.
    pub hidden: Option<String>,
    /// What the server calls this failure.
    pub request_id: Option<&'a str>,
    /// What the body says that the words may hold.
    pub params: Vec<(&'a str, Arg<'a>)>,
    /// What a catalog knows of the code.
    pub entry: Option<&'a Entry>,
    /// What the code, or a sentence, says by itself.
    pub reason: Option<Reason>,
}

/// The catalog of what every token endpoint says, whoever runs it.
const OAUTH: &str = "oauth";
/// The catalog of the words that only names without a reason of their own have.
const VOCABULARY: &str = "vocabulary";

impl<'a> Problem<'a> {
    /// Reads a failure. `stated` is the provider that the caller names; `polls`, that it was a poll of a token endpoint. What
    /// one layer does not know goes on to the next.
    pub fn read(failure: &'a Failure, stated: Option<&'a str>, polls: bool, catalogs: &Current<'a>) -> Problem<'a> {
        let body = failure.body.value();
        let request_id = envelope::request_id(failure);
        let mut problem = Problem { request_id, provider: stated, code: envelope::code(failure), ..Problem::default() };
        let names = if stated.is_none() { first_names(&failure.body) } else { Vec::new() };
        // Whose code is it? The caller's word decides, then what only one provider's bodies have.
        let owner = match stated {
            Some(name) => catalogs.get(name),
            None => body.and_then(|body| catalogs.marked(&names, body)),
        };
        let own_rules = owner.is_some();
        let oauth = catalogs.get(OAUTH);
        // Then a code at its place that comes with the status of its row.
        let claimant =
            || catalogs.claimant(&names, failure, problem.code.as_deref()).filter(|owner| Some(*owner) != oauth);
        let mut owner = owner.or_else(|| if stated.is_none() { claimant() } else { None });
        if let Some(owner) = owner {
            problem.read_as(owner, catalogs, failure, own_rules);
        }
        // Servers without codes are known by their sentences.
        if problem.entry.is_none() && (owner.is_some() || stated.is_none()) {
            if let Some((known, entry)) = catalogs.sentence(owner, &failure.body, problem.code.as_deref()) {
                (owner, problem.entry) = (Some(known), Some(entry));
            }
        }
        if let (None, Some(oauth)) = (problem.entry, oauth) {
            let status = if polls { Some(400) } else { failure.status };
            let code = catalogs.code_of(oauth, failure, None);
            if code.is_some_and(|code| catalogs.comes(oauth, &code, status)) {
                owner = Some(oauth);
                problem.read_as(oauth, catalogs, failure, false);
            }
        }
        problem.read_names(owner.is_some() && owner == oauth, failure, catalogs);
        problem.hide(owner, failure, catalogs);
        problem.provider = owner.map(|owner| catalogs.name(owner)).or(stated);
        if let (Some(owner), Some(body)) = (owner, body) {
            problem.params = catalogs.params(owner, body);
        }
        problem
    }

    /// Reads a failure as a provider's.
    fn read_as(&mut self, owner: usize, catalogs: &Current<'a>, failure: &Failure, own_rules: bool) {
        let own = catalogs.code_of(owner, failure, self.code.as_deref());
        let status = failure.status.unwrap_or_default();
        let absent = catalogs.absent(owner, status, own.as_deref(), failure.body.value()).filter(|_| own_rules);
        let sent = own.or_else(|| self.code.take());
        (self.code, self.server_code) = match absent {
            Some(absent) => (Some(absent), sent),
            None => (sent, None),
        };
        self.entry = self.code.as_deref().and_then(|code| catalogs.find(owner, code));
    }

    /// Reads what codes and sentences say by themselves, where no catalog knows them. A token endpoint's code says less than
    /// what the viewer can mend: `invalid_grant` is also a wrong password.
    fn read_names(&mut self, is_token: bool, failure: &Failure, catalogs: &Current<'a>) {
        let row = |name: &str| catalogs.find(catalogs.get(VOCABULARY)?, name);
        let code = self.code.as_deref();
        let known = if self.entry.is_none() { code.and_then(row) } else { self.entry };
        let name = match known {
            None => code.and_then(vocabulary::name).or_else(|| {
                // A code that nobody knows hides no other one beside it.
                vocabulary::name(&envelope::code_but(failure, &|code| vocabulary::name(code).is_none())?)
            }),
            _ => None,
        };
        let no_account =
            || known.is_none() && failure.status != Some(404) && code.is_some_and(vocabulary::names_no_account);
        let name = name.or_else(|| no_account().then(|| Reason::AccountNotFound.name()));
        let may_say = known.is_none() || is_token;
        let said =
            || vocabulary::sentence(failure).filter(|name| known.is_none() || vocabulary::is_mended_by_viewer(name));
        let name = name.or_else(|| if may_say && envelope::tells_error(failure) { said() } else { None });
        // Whoever came too often hears nothing else.
        let name = name.filter(|name| failure.status != Some(429) || *name == vocabulary::TOO_MANY_ATTEMPTS);
        self.reason = name.and_then(Reason::from_name);
        self.entry = match name {
            Some(name) => row(name),
            None => known,
        };
    }

    /// Takes a code away that nobody may see; the next one is quoted instead.
    fn hide(&mut self, owner: Option<usize>, failure: &Failure, catalogs: &Current) {
        let hides = |code: &str| match owner.and_then(|owner| catalogs.find(owner, code)).or(self.entry) {
            Some(entry) => entry.hides(code),
            None => vocabulary::tells_secret(code) || self.reason.is_some_and(|reason| reason.is_told_by(code)),
        };
        if self.code.as_deref().is_some_and(hides) {
            let next = envelope::code_but(failure, &hides);
            self.hidden = std::mem::replace(&mut self.code, next);
        }
    }
}
