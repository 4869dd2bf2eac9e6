//! Reads `tauri.conf.json`, and closes the list of commands: a page can call `call` and nothing else.

fn main() {
    // The page is built into the program, and only this line tells cargo when it is another page.
    println!("cargo::rerun-if-changed=../ui/dist");
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={error:#}");
        std::process::exit(1);
    }
}
