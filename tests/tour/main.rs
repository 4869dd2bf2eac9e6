//! The main job, once, through the real window and `nook`, where one can watch: `./run` does this where there is no
//! desktop. Pictures and files stay in out/.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::unwrap_used)]

use std::path::Path;

use house_tests::window::{Home, Window};
use house_tests::{house, story};

const FINISHED: &str = "The migration rehearsal went through at the second try.";
const CUT_OFF: &str = " Next week we will";

fn main() {
    let out = house::out().join("tour");
    let _ = std::fs::remove_dir_all(&out);
    std::fs::create_dir_all(&out).expect("out/tour can be made");
    let picture = |window: &Window, name: &str| window.picture(&out.join(name));

    let home = Home::new();
    let window = Window::open(&home);
    tell("the window is open; making a vault by the keyboard");
    picture(&window, "01-a-new-vault.png");
    story::make_vault(&window);
    picture(&window, "02-an-empty-vault.png");

    tell("bringing in the roster");
    story::bring_in_roster(&home, &window);
    picture(&window, "03-people.png");

    tell("writing a 1:1 and a note");
    story::plan_one_on_one(&window, "Deniz");
    window.write("Progress on goals", FINISHED);
    window.see("Saved");
    picture(&window, "04-one-on-one.png");
    story::keep_note(&window, "Deniz", "Stayed calm in the outage call and kept a clear log.");

    tell("finding both again");
    story::search(&window, "rehears");
    window.see("migration");
    story::search(&window, "outage");
    window.see("clear log");
    picture(&window, "05-search.png");

    tell("killing the program in the middle of a sentence, and starting it again");
    window.keys(&["Ctrl K"]);
    window.type_text("Go to 1:1s");
    window.keys(&["Enter"]);
    window.press("Deniz");
    window.focus("Progress on goals");
    window.keys(&["Ctrl End"]);
    window.type_text(CUT_OFF);
    window.kill_9();

    let window = Window::open(&home);
    picture(&window, "06-locked.png");
    story::unlock(&window);
    story::search(&window, "rehears");
    window.see("second try");
    story::search(&window, "outage");
    window.see("clear log");
    tell("everything that was saved is there");
    window.keys(&["Ctrl K"]);
    window.type_text("Go to Today");
    window.keys(&["Enter"]);
    picture(&window, "07-today-light.png");
    window.keys(&["Ctrl Shift L"]);
    window.wait_until(|| window.script("return document.documentElement.dataset.theme", vec![]) == "dark");
    picture(&window, "08-today-dark.png");

    tell("checking, backing up and exporting with nook, beside the open window");
    take_out(&home, &out);
    window.close();
    tell("pictures, an encrypted backup and an export in open formats are in out/tour");
}

fn take_out(home: &Home, out: &Path) {
    let nook = |arguments: &[&str]| home.nook(story::PASSPHRASE, arguments);
    let path = |name: &str| out.join(name).to_str().expect("a plain path").to_owned();
    std::fs::write(out.join("check.txt"), nook(&["check"])).expect("the check can be kept");
    nook(&["backup", &path("backup.inglenook")]);
    nook(&["export", "portable", &path("export")]);
}

fn tell(what: &str) {
    println!("        {what}");
}
