//! What an operator should hear about. Never a secret, never a body.

use crate::error::Fault;
use crate::reason::Reason;
use serde::Serialize;

/// Something that no viewer sees and somebody should mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Report {
    /// A server sent a code that no catalog knows.
    UnknownCode {
        /// As the server wrote it.
        code: String,
        /// The response's status.
        #[serde(skip_serializing_if = "Option::is_none")]
        status: Option<u16>,
        /// Whose code it is, where that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        provider: Option<String>,
        /// What the viewer was told instead.
        reason: Reason,
    },
    /// A server sent a code that is not quoted: it would tell the viewer a secret, or is none.
    HiddenCode {
        /// As the server wrote it.
        code: String,
        /// What it means.
        reason: Reason,
    },
    /// An operator's words are not there in a language: those of the reason are said.
    MissingWords {
        /// Their key.
        words: String,
        /// The language.
        locale: String,
    },
    /// An entry of a pack or catalog is wrong and was left out.
    DroppedEntry {
        /// Which of the options: `packs.0`, `catalogs.1`.
        source: String,
        /// Where in it, and what was expected.
        fault: Fault,
    },
    /// There is no such catalog for a provider that was named.
    UnknownProvider {
        /// Its name, as it was given.
        provider: String,
    },
}
