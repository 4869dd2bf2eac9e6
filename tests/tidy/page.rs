//! The page is shut in: what its policy, its capability and its window allow is written here a second time, so that
//! opening a crack takes two changes.

use serde_json::{Value, json};

use crate::{Broken, Tree};

const CONFIG: &str = "src-tauri/tauri.conf.json";
const CAPABILITY: &str = "src-tauri/capabilities/main.json";

pub fn opened(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    if let Some(config) = tree.text(CONFIG) {
        let config: Value = serde_json::from_str(config).expect("the configuration is JSON");
        for (at, wanted) in shut() {
            if config.pointer(at) != Some(&wanted) {
                complaints.push(format!("{CONFIG} at {at}: wanted {wanted}"));
            }
        }
        let windows = config.pointer("/app/windows").and_then(Value::as_array).map_or(0, Vec::len);
        if windows != 1 {
            complaints.push(format!("{CONFIG} describes {windows} windows; there is one"));
        }
    }
    for (path, text) in tree.of_kind("src-tauri/capabilities/", "") {
        if path != CAPABILITY {
            complaints.push(format!("{path}: one window, one capability file"));
            continue;
        }
        let capability: Value = serde_json::from_str(text).expect("the capability is JSON");
        let allowed = json!(["core:event:allow-listen", "core:event:allow-unlisten", "allow-call"]);
        if capability["permissions"] != allowed || capability.get("remote").is_some() {
            complaints.push(format!("{path}: the page may listen and call, and nothing else"));
        }
    }
    for (path, text) in tree.of_kind("src-tauri/", "Cargo.toml") {
        for plugin in ["plugin-fs", "plugin-shell", "plugin-http", "plugin-opener", "\"devtools\""] {
            if text.contains(plugin) {
                complaints.push(format!("{path}: {plugin} would give the page a way out"));
            }
        }
    }
    complaints
}

/// Where in the configuration, and what has to stand there.
fn shut() -> Vec<(&'static str, Value)> {
    vec![
        (
            "/app/security/csp",
            json!({
                "default-src": "'none'",
                "script-src": "'self'",
                "style-src": "'self'",
                "img-src": "'self' blob: data:",
                "font-src": "'self'",
                "connect-src": "ipc: http://ipc.localhost",
                "frame-src": "'none'",
                "object-src": "'none'",
                "base-uri": "'none'",
                "form-action": "'none'",
            }),
        ),
        ("/app/security/freezePrototype", json!(true)),
        // In spite of its name this closes: tauri would otherwise allow every script file a second time, as an inline
        // script by its digest. The page has no inline script and no inline style, so nothing needs to be added.
        ("/app/security/dangerousDisableAssetCspModification", json!(["script-src", "style-src"])),
        ("/app/security/capabilities", json!(["main"])),
        ("/app/withGlobalTauri", json!(false)),
        ("/app/windows/0/create", json!(false)),
        ("/app/windows/0/incognito", json!(true)),
        ("/app/windows/0/devtools", json!(false)),
        ("/app/windows/0/dragDropEnabled", json!(false)),
        ("/app/windows/0/generalAutofillEnabled", json!(false)),
    ]
}

pub const OPENED: &[Broken] = &[
    (CONFIG, r#"{"app":{"security":{"csp":{"default-src":"'self'"}}}}"#, "/app/security/csp"),
    (CONFIG, r#"{"app":{"windows":[{"incognito":false},{}]}}"#, "2 windows"),
    (CONFIG, r#"{"app":{"windows":[{"devtools":true}]}}"#, "/app/windows/0/devtools"),
    (CAPABILITY, r#"{"permissions":["core:default"]}"#, "nothing else"),
    ("src-tauri/capabilities/more.json", "{}", "one capability file"),
    ("src-tauri/Cargo.toml", "tauri-plugin-shell = \"2\"", "a way out"),
];
