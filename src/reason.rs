//! The closed list of causes that a viewer can be told about: one table.

use crate::action::ActionKind as A;
use crate::named::named;
use crate::retry::rule::{Backoff, Rule};

named! {
    /// What a reason is about. Titles belong to categories.
    Category {
        /// Signing in and the session.
        SignIn = "sign_in",
        /// One-time codes and phone numbers.
        Verification = "verification",
        /// The account and its subscription.
        Account = "account",
        /// What this account may do.
        Access = "access",
        /// This device and how many there are.
        Device = "device",
        /// Where the viewer is.
        Location = "location",
        /// Licences and protection of what is played.
        Playback = "playback",
        /// The programme itself.
        Content = "content",
        /// Rates and quotas.
        Limit = "limit",
        /// The service and its gateways.
        Service = "service",
        /// The way to the service.
        Network = "network",
        /// The app itself.
        App = "app",
        /// Nothing is known.
        Unknown = "unknown",
    }
}

named! {
    /// How bad it is.
    Severity {
        /// Nothing is wrong.
        Info = "info",
        /// The viewer can mend it.
        Warning = "warning",
        /// Something failed.
        Error = "error",
        /// Nothing will work until somebody else acts.
        Fatal = "fatal",
    }
}

impl Severity {
    /// How a live region announces what is so bad.
    pub(crate) fn politeness(self) -> Politeness {
        match self {
            Severity::Info | Severity::Warning => Politeness::Polite,
            Severity::Error | Severity::Fatal => Politeness::Assertive,
        }
    }
}

named! {
    /// Where a notice is shown.
    Presentation {
        /// Not at all: cancelled, a silent refresh, a retry that comes at once.
        None = "none",
        /// Beside the input that it is about.
        Inline = "inline",
        /// As a screen or dialog.
        Screen = "screen",
    }
}

named! {
    /// How a live region announces it.
    Politeness {
        /// When the screen reader is done with what it says.
        Polite = "polite",
        /// At once.
        Assertive = "assertive",
    }
}

/// What the reason table holds for each reason.
#[derive(Debug)]
pub(crate) struct Row {
    pub category: Category,
    pub severity: Severity,
    pub presentation: Presentation,
    pub retry: Rule,
    pub actions: [Option<A>; MOST_ACTIONS],
    pub ends_session: bool,
    /// Its advice is to try again, which is no advice where the app does.
    pub again: bool,
    /// Whose words are said instead, where the true cause is kept secret.
    pub words: Option<Reason>,
}

/// The table as one reads it: a reason a line.
macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident $name:literal: $category:ident $severity:ident $presentation:ident,
        $retry:expr, [$($action:ident)*] $(ends $ends:ident)? $(advice $again:ident)? $(like $like:ident)?;)*) => {
        named! {
            /// A cause that a viewer can be told about. Words, buttons and retry hang on it.
            Reason { $($(#[$doc])* $variant = $name,)* }
        }

        impl Reason {
            pub(crate) fn row(self) -> &'static Row {
                static ROWS: &[Row] = &[$(Row {
                    category: Category::$category,
                    severity: Severity::$severity,
                    presentation: Presentation::$presentation,
                    retry: $retry,
                    actions: padded(&[$(A::$action,)*]),
                    ends_session: is_there(&[$(stringify!($ends))?]),
                    again: is_there(&[$(stringify!($again))?]),
                    words: first(&[$(Reason::$like)?]),
                },)*];
                &ROWS[self as usize]
            }

            /// What it is about.
            pub fn category(self) -> Category {
                self.row().category
            }

            /// Whose words tell it: its own, or those of a more general cause where the true one is kept secret.
            pub fn worded_as(self) -> Reason {
                self.row().words.unwrap_or(self)
            }

            /// Whether a code would tell what is kept secret: it has a word in it. A number tells nothing.
            pub(crate) fn is_told_by(self, code: &str) -> bool {
                /// Letters in a row that make a word.
                const WORD: usize = 4;
                let is_word = |part: &[u8]| part.iter().all(u8::is_ascii_alphabetic);
                self.worded_as() != self && code.as_bytes().windows(WORD).any(is_word)
            }
        }
    };
}

const MOST_ACTIONS: usize = 4;

const fn padded(list: &[A]) -> [Option<A>; MOST_ACTIONS] {
    let mut actions = [None; MOST_ACTIONS];
    let mut at = 0;
    while at < list.len() {
        actions[at] = Some(list[at]);
        at += 1;
    }
    actions
}

const fn is_there(marks: &[&str]) -> bool {
    !marks.is_empty()
}

/// The one of at most one, as macros have it.
const fn first(list: &[Reason]) -> Option<Reason> {
    match list {
        [first, ..] => Some(*first),
        [] => None,
    }
}

const NEVER: Rule = Rule::Never;
const WHEN_ONLINE: Rule = Rule::WhenOnline;
/// A failure that passes by itself.
const TRANSIENT: Rule = Rule::Auto { backoff: Backoff::Transient, repeatable: false };
/// The service has too much to do.
const OVERLOAD: Rule = Rule::Auto { backoff: Backoff::Overload, repeatable: false };
/// Refused before anything was done (RFC 6585 section 4), so any method may repeat.
const THROTTLED: Rule = Rule::Auto { backoff: Backoff::Throttling, repeatable: true };

/// The viewer is still at it elsewhere.
const POLL: Rule = Rule::Poll { slow_down: false };

const fn after(action: A) -> Rule {
    Rule::AfterAction(action)
}

reasons! {
    /// The service could not sign the viewer in.
    AuthenticationFailed "authentication_failed": SignIn Error Screen, OVERLOAD, [Retry ContactSupport];
    /// The session is over.
    SessionExpired "session_expired": SignIn Warning Screen, after(A::SignIn), [SignIn ContactSupport] ends session;
    /// Nobody is signed in (RFC 9110 section 15.5.2).
    SignInRequired "sign_in_required": SignIn Warning Screen, after(A::SignIn), [SignIn GoBack];
    /// A wrong user name or password.
    InvalidCredentials "invalid_credentials": SignIn Warning Inline, after(A::CheckInput), [CheckInput ResetPassword GoBack];
    /// A wrong one-time code.
    IncorrectCode "incorrect_code": Verification Warning Inline, after(A::EnterCode), [EnterCode ResendCode GoBack];
    /// A number that is no phone number.
    IncorrectPhoneNumber "incorrect_phone_number": Verification Warning Inline, after(A::EnterPhoneNumber), [EnterPhoneNumber GoBack];
    /// The account is blocked, or nothing is assigned to it.
    AccountDisabled "account_disabled": Account Fatal Screen, NEVER, [ContactSupport Retry GoBack] ends session;
    /// It needs a subscription, or another one (RFC 9110 section 15.5.3).
    SubscriptionRequired "subscription_required": Account Warning Screen, after(A::ChangePlan), [ChangePlan ContactSupport GoBack];
    /// The viewer may not do this (RFC 9110 section 15.5.4).
    AccessDenied "access_denied": Access Error Screen, NEVER, [ContactSupport GoBack];
    /// Not on this kind of device.
    DeviceTypeDenied "device_type_denied": Device Error Screen, NEVER, [ContactSupport Retry GoBack];
    /// Too many devices at once.
    DeviceLimitReached "device_limit_reached": Device Warning Screen, after(A::ManageDevices), [ManageDevices Retry ContactSupport];
    /// No licence to play is to be had now.
    LicenceUnavailable "licence_unavailable": Playback Error Screen, OVERLOAD, [Retry ContactSupport] advice again;
    /// There is no such thing (RFC 9110 section 15.5.5).
    NotFound "not_found": Content Error Screen, NEVER, [ChooseOther GoBack];
    /// There was, and is no more (RFC 9110 section 15.5.11).
    NoLongerAvailable "no_longer_available": Content Error Screen, NEVER, [ChooseOther GoBack];
    /// The law forbids it here (RFC 7725).
    UnavailableForLegalReasons "unavailable_for_legal_reasons": Content Error Screen, NEVER, [ChooseOther GoBack];
    /// Too many calls (RFC 6585 section 4).
    RateLimited "rate_limited": Limit Warning Screen, THROTTLED, [Retry GoBack] advice again;
    /// The service failed.
    ServerError "server_error": Service Error Screen, TRANSIENT, [Retry GoBack] advice again;
    /// The service has too much to do, or is being worked on (RFC 9110 section 15.6.4).
    ServiceUnavailable "service_unavailable": Service Error Screen, OVERLOAD, [Retry GoBack] advice again;
    /// A gateway could not reach the service (RFC 9110 sections 15.6.3 and 15.6.5).
    GatewayError "gateway_error": Service Error Screen, TRANSIENT, [Retry GoBack] advice again;
    /// The device has no connection.
    Offline "offline": Network Error Screen, WHEN_ONLINE, [Retry OpenNetworkSettings ExitApp];
    /// No response came.
    ConnectionFailed "connection_failed": Network Error Screen, TRANSIENT, [Retry OpenNetworkSettings GoBack] advice again;
    /// It took too long.
    Timeout "timeout": Network Error Screen, TRANSIENT, [Retry OpenNetworkSettings GoBack] advice again;
    /// The network wants a sign-in first (RFC 6585 section 6).
    NetworkSignInRequired "network_sign_in_required": Network Warning Screen, after(A::NetworkSignIn), [NetworkSignIn Retry OpenNetworkSettings];
    /// The caller gave up. Nothing is wrong.
    Canceled "canceled": App Info None, NEVER, [Retry GoBack];
    /// Somebody changed it meanwhile (RFC 9110 section 15.5.10).
    Conflict "conflict": App Error Screen, after(A::ResolveConflict), [ResolveConflict GoBack];
    /// The app asked in a way that the service does not take.
    RequestInvalid "request_invalid": App Error Screen, NEVER, [GoBack ContactSupport];
    /// The service wants a newer app (RFC 9110 section 15.5.22).
    UpdateRequired "update_required": App Warning Screen, after(A::UpdateApp), [UpdateApp ExitApp];
    /// The access token is expired, revoked or malformed (RFC 6750 section 3.1).
    TokenInvalid "token_invalid": SignIn Warning Screen, after(A::RefreshToken), [SignIn ContactSupport];
    /// Another device took the session over.
    SignedInElsewhere "signed_in_elsewhere": SignIn Warning Screen, after(A::SignIn), [SignIn GoBack] ends session;
    /// The password must be renewed first.
    PasswordResetRequired "password_reset_required": SignIn Warning Screen, after(A::ResetPassword), [ResetPassword GoBack];
    /// There is no such account. Nobody may learn that: the words are those of wrong credentials.
    AccountNotFound "account_not_found": SignIn Warning Inline, after(A::CheckInput), [CheckInput ResetPassword GoBack] like InvalidCredentials;
    /// The account's address is not confirmed yet.
    AccountNotVerified "account_not_verified": Account Warning Screen, NEVER, [Retry ContactSupport GoBack];
    /// The viewer has not finished on the other device (RFC 8628 section 3.5).
    AuthorizationPending "authorization_pending": SignIn Info None, POLL, [Retry GoBack];
    /// The viewer declined on the other device (RFC 8628 section 3.5).
    AuthorizationDenied "authorization_denied": SignIn Warning Screen, NEVER, [SignIn GoBack];
    /// The code for the other device ran out (RFC 8628 section 3.5).
    DeviceCodeExpired "device_code_expired": SignIn Warning Screen, after(A::SignIn), [SignIn GoBack];
    /// A one-time code ran out.
    CodeExpired "code_expired": Verification Warning Inline, after(A::ResendCode), [ResendCode GoBack];
    /// A wrong PIN.
    IncorrectPin "incorrect_pin": Verification Warning Inline, after(A::EnterPin), [EnterPin GoBack];
    /// A PIN is asked for first.
    PinRequired "pin_required": Verification Info Inline, after(A::EnterPin), [EnterPin GoBack];
    /// Not for this age.
    AgeRestricted "age_restricted": Verification Warning Screen, NEVER, [ChooseOther GoBack];
    /// The subscription ran out.
    SubscriptionExpired "subscription_expired": Account Warning Screen, after(A::ChangePlan), [ChangePlan ContactSupport GoBack];
    /// The payment was refused.
    PaymentDeclined "payment_declined": Account Warning Screen, after(A::CheckInput), [CheckInput ContactSupport GoBack];
    /// Something is still to be paid.
    PaymentOverdue "payment_overdue": Account Warning Screen, NEVER, [ContactSupport Retry GoBack];
    /// Fraud is suspected. Nobody may learn that: the words are those of a denial.
    FraudSuspected "fraud_suspected": Access Error Screen, NEVER, [ContactSupport GoBack] like AccessDenied;
    /// What the viewer has does not include this.
    NotEntitled "not_entitled": Access Warning Screen, after(A::ChangePlan), [ChangePlan ChooseOther GoBack];
    /// It must be bought or rented first.
    PurchaseRequired "purchase_required": Access Warning Screen, NEVER, [ChooseOther GoBack];
    /// The device is not known to the account.
    DeviceNotRegistered "device_not_registered": Device Warning Screen, after(A::SignIn), [SignIn ContactSupport];
    /// The device is on a blacklist. Nobody may learn that: the words are those of a denial.
    DeviceBlocked "device_blocked": Device Error Screen, NEVER, [ContactSupport GoBack] like AccessDenied;
    /// Devices were changed too often.
    DeviceChangeLimitReached "device_change_limit_reached": Device Warning Screen, NEVER, [ContactSupport GoBack];
    /// Too many streams at once.
    StreamLimitReached "stream_limit_reached": Device Warning Screen, after(A::ManageDevices), [ManageDevices Retry GoBack];
    /// Not at this place.
    GeoBlocked "geo_blocked": Location Error Screen, NEVER, [ChooseOther GoBack];
    /// A VPN or proxy hides the place.
    VpnBlocked "vpn_blocked": Location Warning Screen, after(A::OpenNetworkSettings), [OpenNetworkSettings Retry GoBack];
    /// Only in the viewer's home network.
    HomeNetworkRequired "home_network_required": Location Warning Screen, after(A::OpenNetworkSettings), [OpenNetworkSettings Retry GoBack];
    /// It has not begun.
    NotYetAvailable "not_yet_available": Content Info Screen, NEVER, [ChooseOther GoBack];
    /// It is still being prepared, as a time shift is.
    NotReadyYet "not_ready_yet": Content Info Screen, OVERLOAD, [Retry GoBack] advice again;
    /// It cannot be delivered now.
    ContentUnavailable "content_unavailable": Content Error Screen, TRANSIENT, [Retry ChooseOther GoBack] advice again;
    /// The licence was refused.
    LicenceDenied "licence_denied": Playback Error Screen, NEVER, [ContactSupport GoBack];
    /// The licence ran out.
    LicenceExpired "licence_expired": Playback Warning Screen, NEVER, [ChooseOther GoBack];
    /// The way to the screen is not protected (HDCP).
    OutputProtectionRequired "output_protection_required": Playback Error Screen, NEVER, [Retry ChooseOther GoBack];
    /// The device cannot protect it well enough.
    ProtectionUnsupported "protection_unsupported": Playback Error Screen, NEVER, [ChooseOther GoBack];
    /// The player failed.
    PlaybackFailed "playback_failed": Playback Error Screen, NEVER, [Retry ChooseOther GoBack] advice again;
    /// A quota is used up, a day's or an account's.
    QuotaExceeded "quota_exceeded": Limit Warning Screen, Rule::WhenTold, [Retry GoBack] advice again;
    /// The service is being worked on.
    Maintenance "maintenance": Service Warning Screen, OVERLOAD, [Retry GoBack] advice again;
    /// No secure connection: on a television most often a wrong clock.
    InsecureConnection "insecure_connection": Network Error Screen, after(A::CheckClock), [CheckClock Retry GoBack];
    /// The page's own policy forbids the call (CORS, CSP).
    RequestBlocked "request_blocked": App Error Screen, NEVER, [GoBack ContactSupport];
    /// The same call is still being carried out.
    RequestInProgress "request_in_progress": App Info Screen, THROTTLED, [Retry GoBack] advice again;
    /// Nothing that we know.
    Unknown "unknown": Unknown Error Screen, NEVER, [Retry GoBack] advice again;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found_again() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_name(reason.name()), Some(*reason));
        }
        assert_eq!(Reason::from_name("no_such_reason"), None);
    }

    #[test]
    fn support_is_never_a_way_to_retry() {
        for reason in Reason::ALL {
            assert_ne!(reason.row().retry, after(A::ContactSupport), "{}", reason.name());
        }
    }

    fn after_what(rule: &Rule) -> Option<A> {
        match rule {
            Rule::AfterAction(action) => Some(*action),
            _ => None,
        }
    }

    #[test]
    fn every_reason_offers_a_way_on_and_what_its_retry_asks_for() {
        for reason in Reason::ALL {
            let row = reason.row();
            assert!(!row.actions.is_empty(), "{}", reason.name());
            let refresh = A::RefreshToken; // the app's own work, never a button
            if let Some(action) = after_what(&row.retry).filter(|action| *action != refresh) {
                assert_eq!(Some(action), row.actions[0], "{}", reason.name());
            }
        }
    }
}
