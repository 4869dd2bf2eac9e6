//! The page can go nowhere, reach nothing, and run nothing that was not built into it.

use std::process::{Command, Stdio};

use house_tests::house;
use house_tests::window::{Home, Window};
use serde_json::json;

/// The policy as `tauri.conf.json` has it, in any order.
const POLICY: [&str; 10] = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src ipc: http://ipc.localhost",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
];

#[test]
fn the_policy_that_arrives_is_the_one_that_was_written() {
    let home = Home::new();
    let window = Window::open(&home);
    let policy = window.script_later(
        "const done = arguments[arguments.length - 1];
         addEventListener('securitypolicyviolation', (event) => done(event.originalPolicy), { once: true });
         fetch('https://example.org/').catch(() => {});",
        vec![],
    );
    let policy = policy.as_str().unwrap_or_default();
    let mut arrived: Vec<&str> = policy.split(';').map(str::trim).filter(|rule| !rule.is_empty()).collect();
    let mut written = POLICY.to_vec();
    arrived.sort_unstable();
    written.sort_unstable();
    assert_eq!(arrived, written);
}

#[test]
fn no_script_style_frame_or_image_from_elsewhere_gets_in() {
    let home = Home::new();
    let window = Window::open(&home);
    window.see("Step 1 of 3");
    assert_eq!(window.troubles(), Vec::<String>::new(), "the page itself breaks none of its rules");
    for (smuggle, rule) in [
        (
            "const s = document.createElement('script'); s.textContent = 'window.__in = 1'; document.body.append(s)",
            "script-src",
        ),
        (
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.__in = 1\">')",
            "script-src",
        ),
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')", "style-src"),
        (
            "const f = document.createElement('iframe'); f.src = 'https://example.org/'; document.body.append(f)",
            "frame-src",
        ),
        ("new Image().src = 'https://example.org/pixel'", "img-src"),
        ("navigator.sendBeacon('https://example.org/', 'x')", "connect-src"),
        ("try { new WebSocket('wss://example.org/') } catch {}", "connect-src"),
    ] {
        window.script("window.__troubles.length = 0", vec![]);
        window.script(smuggle, vec![]);
        let stopped = window.wait_until(|| window.troubles().iter().any(|trouble| trouble.contains(rule)));
        assert!(stopped, "{rule} did not stop: {smuggle}");
    }
    assert!(window.script("return window.__in ?? null", vec![]).is_null());
}

#[test]
fn no_link_leads_out_of_the_window() {
    let home = Home::new();
    let window = Window::open(&home);
    let here = window.address();
    assert!(here.starts_with("tauri://localhost"), "{here}");
    window.script("window.__still_here = true", vec![]);
    for address in ["https://example.org/", "file:///etc/hostname", "about:blank", "data:text/html,x"] {
        window.wander_to(address);
        let opened = window.script("return window.open(arguments[0]) === null", vec![json!(address)]);
        assert_eq!(opened, json!(true), "{address} opened a window");
    }
    assert_eq!(window.address(), here);
    assert_eq!(window.script("return window.__still_here", vec![]), json!(true), "the page was never left");
}

#[test]
fn the_page_may_call_and_listen_and_nothing_else() {
    let home = Home::new();
    let window = Window::open(&home);
    let ask = |command: &str, arguments: serde_json::Value| {
        let script = "const done = arguments[arguments.length - 1];
            window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(() => done('answered'), (e) => done('refused'))";
        window.script_later(script, vec![json!(command), arguments])
    };
    assert_eq!(ask("call", json!({"name": "vault.status", "args": {}})), "answered");
    for command in [
        "plugin:event|emit",
        "plugin:window|create",
        "plugin:webview|create_webview_window",
        "plugin:dialog|open",
        "plugin:fs|read_text_file",
        "plugin:global-shortcut|register",
        "plugin:path|resolve_directory",
        "plugin:app|version",
    ] {
        assert_eq!(ask(command, json!({})), "refused", "{command}");
    }
    assert_eq!(window.script("return typeof window.__TAURI__", vec![]), "undefined");
}

#[test]
fn nothing_is_connected_to_and_nothing_is_loaded_from_elsewhere() {
    let home = Home::new();
    let window = Window::open(&home);
    window.see("Step 1 of 3");
    let loaded = window.script(
        "return [...document.querySelectorAll('[src], link[href]')].map((element) => element.src ?? element.href)
            .concat(performance.getEntriesByType('resource').map((entry) => entry.name))",
        vec![],
    );
    let loaded: Vec<&str> =
        loaded.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    assert!(loaded.len() > 1, "the page loads its own script and style: {loaded:?}");
    for name in loaded {
        assert!(name.starts_with("tauri://localhost/") || name.starts_with("ipc://localhost/"), "{name}");
    }
    assert_eq!(window.connected_to(), Vec::<String>::new());
}

/// The window that people get. WebKit's automation and its inspector are asked for by variables; the program takes them
/// away before anything of WebKit starts.
#[test]
fn the_window_that_people_get_cannot_be_driven() {
    let home = Home::new();
    let not_driven = Window::try_to_drive(&home, &house::program("inglenook")).err();
    let not_driven = not_driven.expect("WebDriver got hold of the window");
    assert!(not_driven.runs, "the window was open all the time: {}", not_driven.why);
}

#[test]
fn a_word_that_means_nothing_opens_nothing() {
    let refused = Command::new(house::program("inglenook"))
        .arg("--remote-debugging-port=9222")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).starts_with("Usage: inglenook"));
}
