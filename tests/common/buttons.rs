//! The buttons of a notice and its retry hint.

/// What is wrong with the buttons of a notice whose app can do everything: they agree with its retry hint.
pub fn buttons(notice: &serde_json::Value) -> Option<String> {
    let mut kinds = Vec::new();
    for action in notice["actions"].as_array().into_iter().flatten() {
        kinds.push(action["kind"].as_str().unwrap_or_default());
    }
    let agree = match notice["retry"]["kind"].as_str().unwrap_or_default() {
        "after_action" => match notice["retry"]["action"].as_str().unwrap_or_default() {
            "refresh_token" => !kinds.contains(&"confirm_retry"),
            "confirm_retry" => kinds.first() == Some(&"confirm_retry") && !kinds.contains(&"retry"),
            action => kinds.first() == Some(&action),
        },
        "deferred" => kinds.first() == Some(&"retry") && !kinds.contains(&"confirm_retry"),
        _ => !kinds.contains(&"confirm_retry"),
    };
    (!agree).then(|| format!("the buttons {kinds:?} do not follow {}", notice["retry"]))
}
