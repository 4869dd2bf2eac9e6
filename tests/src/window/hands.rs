//! One open window.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::processes::Group;
use super::{Home, close_button, display, keyboard};
use crate::house;

/// The build of the window that lets itself be driven.
const PROGRAM: &str = "inglenook-driven";
/// How long anything may take before a test calls it broken. Generous: it bounds a failure, it measures nothing.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often a key that moves the focus is pressed on one page before it leads nowhere.
const MOST_STEPS: usize = 100;
const AT_REST: &str = "const done = arguments[arguments.length - 1];
    const moving = () => document.getAnimations().filter((one) => one.effect.getTiming().iterations !== Infinity);
    document.fonts.ready
        .then(() => Promise.allSettled(moving().map((one) => one.finished)))
        .then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))));";
const LOOK_AGAIN: Duration = Duration::from_millis(40);

/// A program that WebDriver could not get hold of.
#[derive(Debug)]
pub struct NotDriven {
    /// What stood in the way.
    pub why: String,
    /// Whether it was running all the same.
    pub runs: bool,
}

/// The window of one home, held by WebDriver. Goes away with everything it started when it is dropped.
pub struct Window {
    runtime: Runtime,
    client: Client,
    processes: Group,
}

impl Window {
    /// Starts Inglenook in this home.
    pub fn open(home: &Home) -> Self {
        Self::open_with(home, &[])
    }

    /// Starts Inglenook in this home with arguments.
    ///
    /// # Panics
    /// When no window comes up.
    pub fn open_with(home: &Home, arguments: &[&str]) -> Self {
        let window = Self::drive(home, &house::program(PROGRAM), arguments, PATIENCE);
        let window = window.unwrap_or_else(|why| panic!("no window: {}", why.why));
        window.resize(1280, 820);
        window
    }

    /// Tries to drive a program that should not let itself be driven.
    ///
    /// # Errors
    /// What stood in the way.
    pub fn try_to_drive(home: &Home, program: &Path) -> Result<Self, NotDriven> {
        Self::drive(home, program, &[], Duration::from_secs(8))
    }

    fn drive(home: &Home, program: &Path, arguments: &[&str], patience: Duration) -> Result<Self, NotDriven> {
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        home.surround(&mut driver);
        driver
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("DISPLAY", display::display())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null());
        let processes = Group::start(&mut driver);
        let runtime = Runtime::new().expect("a runtime");
        let options = json!({ "webkitgtk:browserOptions": { "binary": program, "args": arguments } });
        let Value::Object(capabilities) = options else { unreachable!("an object was written") };
        let address = format!("http://127.0.0.1:{port}");
        let connected = runtime.block_on(async {
            let began = Instant::now();
            // The driver needs a moment before it listens.
            while TcpStream::connect(("127.0.0.1", port)).is_err() && began.elapsed() < patience {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities);
            tokio::time::timeout(patience, builder.connect(&address)).await
        });
        let why = match connected {
            Ok(Ok(client)) => return Ok(Self { runtime, client, processes }),
            Ok(Err(error)) => error.to_string(),
            Err(_) => format!("{} did not answer the driver", program.display()),
        };
        let name = program.file_name().and_then(std::ffi::OsStr::to_str).unwrap_or_default();
        Err(NotDriven { why, runs: processes.runs(name) })
    }

    /// Waits until this text is shown.
    ///
    /// # Panics
    /// When it never is; says what is shown instead.
    pub fn see(&self, text: &str) {
        if !self.wait_until(|| self.shows(text)) {
            panic!("“{text}” is not shown. What is:\n{}", self.text());
        }
    }

    /// Waits until this text is gone.
    ///
    /// # Panics
    /// When it stays.
    pub fn see_no_more(&self, text: &str) {
        assert!(self.wait_until(|| !self.shows(text)), "“{text}” is still shown:\n{}", self.text());
    }

    /// Whether this text is shown now.
    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// Everything that is shown, as text.
    pub fn text(&self) -> String {
        self.look("text", "").as_str().unwrap_or_default().to_owned()
    }

    /// Whether the page has what this selector names.
    pub fn has(&self, selector: &str) -> bool {
        let found = self.script("return !!document.querySelector(arguments[0])", vec![json!(selector)]);
        found == Value::Bool(true)
    }

    /// The text of what this selector names; empty when there is none.
    pub fn text_of(&self, selector: &str) -> String {
        let text =
            self.script("return document.querySelector(arguments[0])?.innerText", vec![json!(selector)]);
        text.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Waits until the page has what this selector names.
    ///
    /// # Panics
    /// When it never has; says what is shown instead.
    pub fn find_one(&self, selector: &str) {
        assert!(
            self.wait_until(|| self.has(selector)),
            "the page has no {selector}. What is shown:\n{}",
            self.text()
        );
    }

    /// Waits until no sheet lies over the page.
    ///
    /// # Panics
    /// When one stays.
    pub fn sheet_is_gone(&self) {
        assert!(self.wait_until(|| !self.has("dialog[open]")), "a sheet stays: {}", self.text());
    }

    /// What stands in the fields of the page.
    pub fn values(&self) -> String {
        self.look("values", "").as_str().unwrap_or_default().to_owned()
    }

    /// What has the focus, by name; empty when nothing has.
    pub fn focused(&self) -> String {
        self.look("focused", "").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until what has the focus is called this.
    ///
    /// # Panics
    /// When it never is; says where it is.
    pub fn focus_comes_to(&self, name: &str) {
        assert!(
            self.wait_until(|| self.focused() == name),
            "the focus is on “{}”, not on “{name}”",
            self.focused()
        );
    }

    /// Whether what has the focus is this, or stands in it. The page of a window in the background has a focus as well.
    pub fn is_in(&self, selector: &str) -> bool {
        let found = "return !!document.activeElement?.closest(arguments[0])";
        self.script(found, vec![json!(selector)]) == Value::Bool(true)
    }

    /// Presses a key that moves the focus, Tab or J, until it is on what holds this in its name.
    ///
    /// # Panics
    /// When it never gets there; says where it went.
    pub fn walk_to(&self, key: &str, name: &str) {
        let mut passed = Vec::new();
        while passed.len() < MOST_STEPS {
            self.keys(&[key]);
            passed.push(self.focused());
            if passed.last().is_some_and(|here| here.contains(name)) {
                return;
            }
        }
        panic!("{key} never leads to “{name}”, but to:\n{}", passed.join("\n"));
    }

    /// Presses the button, link, tab or row with this name.
    pub fn press(&self, name: &str) {
        let element = self.find("press", name);
        self.run(element.click(), &format!("press “{name}”"));
    }

    /// Puts the cursor into the field with this name and types.
    pub fn write(&self, field: &str, text: &str) {
        self.focus(field);
        self.type_text(text);
    }

    /// Puts the cursor into the field with this name.
    pub fn focus(&self, field: &str) {
        let element = self.find("write", field);
        self.run(element.click(), &format!("click into “{field}”"));
    }

    /// Types where the cursor is.
    pub fn type_text(&self, text: &str) {
        self.run(self.client.perform_actions(keyboard::text(text)), "type");
    }

    /// Presses one key after the other; each is written like "Ctrl K".
    pub fn keys(&self, strokes: &[&str]) {
        for written in strokes {
            self.run(self.client.perform_actions(keyboard::stroke(written)), written);
        }
    }

    /// Runs a script in the page.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.run(self.client.execute(script, arguments), "run a script")
    }

    /// Runs a script in the page that answers by its last argument.
    pub fn script_later(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.run(self.client.execute_async(script, arguments), "run a script")
    }

    /// What the page complained about since it was loaded: errors, and whatever its own rules stopped.
    pub fn troubles(&self) -> Vec<String> {
        let told = self.script("return window.__troubles ?? ['nobody listened for troubles']", vec![]);
        told.as_array()
            .into_iter()
            .flatten()
            .map(|trouble| trouble.as_str().unwrap_or("?").to_owned())
            .collect()
    }

    /// Addresses outside this machine that the window is connected to.
    pub fn connected_to(&self) -> Vec<String> {
        self.processes.connected_to()
    }

    /// Keeps a picture of the page, once it has come to rest: fonts there, nothing moving, drawn.
    pub fn picture(&self, file: &Path) {
        self.script_later(AT_REST, vec![]);
        let picture = self.run(self.client.screenshot(), "take a picture");
        std::fs::write(file, picture).expect("the picture can be kept");
    }

    /// Makes the window this large.
    pub fn resize(&self, width: u32, height: u32) {
        self.run(self.client.set_window_size(width, height), "resize the window");
    }

    /// Loads an address, as a script or a link would.
    pub fn wander_to(&self, address: &str) {
        self.script("location.href = arguments[0]", vec![json!(address)]);
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        self.script("return location.href", vec![]).as_str().unwrap_or_default().to_owned()
    }

    /// Ends the program at once, as a power cut would.
    pub fn kill_9(self) {
        self.processes.kill_9(PROGRAM);
    }

    /// Closes the window as its close button does, and waits until the program has ended.
    ///
    /// # Panics
    /// When it does not end by itself.
    pub fn close(self) {
        let ids = self.processes.ids(PROGRAM);
        // Until the page has loaded the window may not be on the screen yet.
        assert!(
            self.wait_until(|| close_button::press(display::display(), &ids)),
            "there is no window to close"
        );
        assert!(
            self.wait_until(|| !self.processes.runs(PROGRAM)),
            "the program stays after its window is closed"
        );
    }

    /// Waits until something is so; false when it never is.
    pub fn wait_until(&self, mut is_so: impl FnMut() -> bool) -> bool {
        let began = Instant::now();
        loop {
            if is_so() {
                return true;
            }
            if began.elapsed() > PATIENCE {
                return false;
            }
            std::thread::sleep(LOOK_AGAIN);
        }
    }

    fn find(&self, what: &str, name: &str) -> Element {
        let mut found = Value::Null;
        self.wait_until(|| {
            found = self.look(what, name);
            !found.is_null()
        });
        assert!(!found.is_null(), "nothing to {what} is called “{name}”. What is shown:\n{}", self.text());
        // WebDriver writes an element as an object with its reference as the only value.
        let reference = found.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        let reference = reference.expect("page.js answers with an element").to_owned();
        Element::from_element_id(self.client.clone(), ElementRef::from(reference))
    }

    /// Asks page.js. A page that is just being loaded anew answers nothing.
    fn look(&self, what: &str, name: &str) -> Value {
        let asked = self.client.execute(include_str!("page.js"), vec![json!(what), json!(name)]);
        self.runtime.block_on(asked).unwrap_or_default()
    }

    fn run<T, E: std::fmt::Debug>(&self, doing: impl Future<Output = Result<T, E>>, what: &str) -> T {
        match self.runtime.block_on(doing) {
            Ok(done) => done,
            Err(error) => panic!("cannot {what}: {error:?}"),
        }
    }
}

/// A port for a driver, below those that the system gives to connections: while nobody listens yet on one of these, whoever
/// connects to it may be connected to itself, and then nobody can listen.
fn free_port() -> u16 {
    const FIRST: u32 = 10_000;
    const ROOM: u32 = 20_000;
    static TAKEN: AtomicU32 = AtomicU32::new(0);
    let port = || {
        let number = (std::process::id() * 64 + TAKEN.fetch_add(1, Ordering::Relaxed)) % ROOM;
        u16::try_from(FIRST + number).ok()
    };
    std::iter::repeat_with(port)
        .flatten()
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .expect("a free port")
}
