//! What can be done next.

use crate::named::named;
use crate::reason::Reason;
use crate::text::{owned, split, split_first, split_once, words, Text};
use serde::Serialize;

named! {
    /// What the app or the viewer can do next. Each has a label in every language, `action.<name>`.
    ActionKind {
        /// Call again.
        Retry = "retry",
        /// Sign in.
        SignIn = "sign_in",
        /// Get a new access token with the refresh token, then call again. The app's work; never a button.
        RefreshToken = "refresh_token",
        /// Look at what was typed.
        CheckInput = "check_input",
        /// Type the one-time code again.
        EnterCode = "enter_code",
        /// Have a new one-time code sent.
        ResendCode = "resend_code",
        /// Type the phone number again.
        EnterPhoneNumber = "enter_phone_number",
        /// Choose a new password.
        ResetPassword = "reset_password",
        /// Type the PIN.
        EnterPin = "enter_pin",
        /// See and remove devices, or stop one.
        ManageDevices = "manage_devices",
        /// Reach the operator's support.
        ContactSupport = "contact_support",
        /// Open the device's network settings.
        OpenNetworkSettings = "open_network_settings",
        /// Sign in to the network (a captive portal).
        NetworkSignIn = "network_sign_in",
        /// Choose another subscription.
        ChangePlan = "change_plan",
        /// Look at the device's date and time.
        CheckClock = "check_clock",
        /// Install a newer version.
        UpdateApp = "update_app",
        /// Load the app anew: a web app that was updated on its server.
        Reload = "reload",
        /// Choose something else to watch.
        ChooseOther = "choose_other",
        /// Repeat a call that may already have been carried out.
        ConfirmRetry = "confirm_retry",
        /// Look at what changed meanwhile and decide.
        ResolveConflict = "resolve_conflict",
        /// Leave this screen.
        GoBack = "go_back",
        /// Leave the app.
        ExitApp = "exit_app",
        /// Take the notice away: what is announced has been read. Every app can, so it is always offered.
        Dismiss = "dismiss",
    }
}

/// The name of an action of ours, or of one that an operator's catalog adds (`acme.open_shop`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionName(pub(crate) Text);

impl ActionName {
    /// The action of that name: one of ours, or a namespaced one.
    pub fn from_name(name: &str) -> Option<ActionName> {
        match ActionKind::from_name(name) {
            Some(kind) => Some(kind.into()),
            None => is_own(name).then(|| ActionName(Text::Owned(owned(name)))),
        }
    }

    /// Its name in the API.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Whether it is that one of ours.
    pub fn is(&self, kind: ActionKind) -> bool {
        self.0 == kind.name()
    }
}

impl From<ActionKind> for ActionName {
    fn from(kind: ActionKind) -> ActionName {
        ActionName(Text::Borrowed(kind.name()))
    }
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// What it does.
    pub kind: ActionName,
    /// What stands on it.
    pub label: String,
    /// Support's phone number, on `contact_support`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Support's mail address, on `contact_support`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Support's address on the web, on `contact_support`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl From<ActionName> for Action {
    /// A button that has no label yet.
    fn from(kind: ActionName) -> Action {
        Action { kind, label: String::new(), phone: None, email: None, url: None }
    }
}

/// Whether a name is an operator's own: namespaced, and not by a word that our own keys begin with.
pub(crate) fn is_own(name: &str) -> bool {
    /// What begins a key of ours, or is mistaken for that.
    const OURS: &str = "action category code countdown deferred plainly sentence spoken advice reason title";
    let space = split_first(name, b'.').0;
    is_namespaced(name) && Reason::from_name(space).is_none() && !words(OURS).any(|ours| ours == space)
}

/// Two or more parts of `a-z 0-9 _ -`, joined by dots.
fn is_namespaced(name: &str) -> bool {
    let part = |p: &str| {
        !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
    };
    name.len() <= 64 && split_once(name, b'.').is_some() && split(name, |b| b == b'.').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operators_action_is_namespaced() {
        assert_eq!(ActionName::from_name("retry"), Some(ActionKind::Retry.into()));
        assert_eq!(ActionName::from_name("acme.open_shop").as_ref().map(ActionName::name), Some("acme.open_shop"));
        for bad in ["open_shop", "acme.", ".shop", "Acme.shop", "acme.open shop", ""] {
            assert_eq!(ActionName::from_name(bad), None, "{bad}");
        }
    }
}
