//! The files of the repository as they stand on the disk, or a made-up set of files.

use std::collections::BTreeMap;
use std::process::Command;

use house_tests::house;

/// Paths below the root, with `/`, and the text of each file. Files that are not text are there with no text.
pub struct Tree {
    files: BTreeMap<String, String>,
    /// Whether this is the repository itself: only then can a program be asked about it.
    pub is_real: bool,
}

impl Tree {
    /// Everything that is committed or about to be: what `.gitignore` names is not part of the house.
    pub fn of_the_repository() -> Self {
        let root = house::root();
        let listed = Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
            .current_dir(&root)
            .output()
            .expect("git lists the files");
        assert!(listed.status.success(), "this is not a git repository");
        let names = String::from_utf8(listed.stdout).expect("file names are text");
        let files = names.split('\0').filter(|name| !name.is_empty()).filter_map(|name| {
            let bytes = std::fs::read(root.join(name)).ok()?;
            Some((name.to_owned(), String::from_utf8(bytes).unwrap_or_default()))
        });
        Self { files: files.collect(), is_real: true }
    }

    /// A tree of these files only.
    pub fn made_up(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self { files: files.collect(), is_real: false }
    }

    /// Every file, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Files whose path begins and ends like this.
    pub fn of_kind<'a>(&'a self, begins: &'a str, ends: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files().filter(move |(path, _)| path.starts_with(begins) && path.ends_with(ends))
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether there is such a file, or a folder with files in it.
    pub fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.files.contains_key(path) || self.files.keys().any(|file| file.starts_with(&folder))
    }
}
