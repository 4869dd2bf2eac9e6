//! Where things are in the repository and in a build.

use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("tests/ stands in the repository").to_path_buf()
}

/// A program of this workspace, as the last build left it.
///
/// # Panics
/// When it was not built: a test that looks at an old or absent window proves nothing.
pub fn program(name: &str) -> PathBuf {
    let this = std::env::current_exe().expect("this program has a path");
    // A test lies in <profile>/deps, a program in <profile>.
    let folder = this.ancestors().skip(1).find(|folder| !folder.ends_with("deps")).expect("a build folder");
    let path = folder.join(name);
    assert!(
        path.exists(),
        "{} is not built: cargo build --workspace --features inglenook/custom-protocol,inglenook/drivable",
        path.display()
    );
    path
}

/// The folder for what a person may want to look at afterwards.
pub fn out() -> PathBuf {
    let folder = root().join("out");
    std::fs::create_dir_all(&folder).expect("out/ can be made");
    folder
}
