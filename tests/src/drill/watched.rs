//! A program under strace: every file it opened for writing, made, moved or linked, and those of its children.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Answer, Place};

/// The calls by which a file comes into being or is changed.
const CALLS: &str = "trace=open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,symlink,symlinkat,\
    rename,renameat,renameat2,truncate,memfd_create";

/// Whether a program can be watched at all: one that closes itself to others, as ours do, shows strace nothing but to the
/// administrator.
pub fn can_watch() -> bool {
    rustix::process::geteuid().is_root()
}

/// Runs a program and says which paths it wrote to; none where it cannot be watched.
///
/// # Panics
/// When strace does not start, or saw nothing at all: a drill that looks through a blind eye proves nothing.
pub fn written_paths(place: &Place, program: &Command) -> (Answer, BTreeSet<PathBuf>) {
    if !can_watch() {
        let mut alone = Command::new(program.get_program());
        place.surround(&mut alone);
        alone.args(program.get_args());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => alone.env(name, value),
                None => alone.env_remove(name),
            };
        }
        return (Answer::of(&mut alone), BTreeSet::new());
    }
    let log = tempfile::tempdir().expect("a folder for the log");
    let mut strace = Command::new("strace");
    strace
        .args(["-ff", "--seccomp-bpf", "-qq", "-y", "-e", CALLS, "-e", "signal=none", "-o"])
        .arg(log.path().join("calls"));
    strace.arg(program.get_program()).args(program.get_args());
    place.surround(&mut strace);
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    let answer = Answer::of(&mut strace);
    let mut seen = 0;
    let mut written = BTreeSet::new();
    for entry in std::fs::read_dir(log.path()).expect("the log") {
        let calls = std::fs::read(entry.expect("an entry").path()).expect("a log");
        for call in String::from_utf8_lossy(&calls).lines() {
            seen += 1;
            written.extend(written_by(call));
        }
    }
    assert!(seen > 3, "strace saw nothing: {answer:?}");
    (answer, written)
}

/// Those of the paths that are below none of the allowed ones.
pub fn written_outside(written: &BTreeSet<PathBuf>, allowed: &[&Path]) -> Vec<PathBuf> {
    let is_allowed =
        |path: &Path| path == Path::new("/dev/null") || allowed.iter().any(|below| path.starts_with(below));
    written.iter().filter(|path| !is_allowed(path)).cloned().collect()
}

/// The paths that one line of the log wrote to; none if the call failed or only read.
fn written_by(call: &str) -> Vec<PathBuf> {
    let Some((before, result)) = call.rsplit_once(" = ") else { return Vec::new() };
    if result.starts_with('-') {
        return Vec::new();
    }
    let name = before.split('(').next().unwrap_or_default();
    let opens = matches!(name, "open" | "openat" | "openat2" | "creat" | "memfd_create");
    if !opens {
        return before.split('"').skip(1).step_by(2).map(PathBuf::from).collect();
    }
    let writes = matches!(name, "creat" | "memfd_create")
        || ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE", "O_TRUNC"].iter().any(|flag| before.contains(flag));
    // strace says behind the new descriptor which file it is, where it may ask; else as it was asked for.
    let resolved = result.split_once('<').and_then(|(_, path)| path.rsplit_once('>')).map(|(path, _)| path);
    let path = resolved.or_else(|| before.split('"').nth(1));
    if writes { path.map(PathBuf::from).into_iter().collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_from_the_log() {
        for (call, expected) in [
            (r#"openat(AT_FDCWD</d>, "/v/a", O_RDWR|O_CREAT, 0600) = 3</v/a>"#, vec!["/v/a"]),
            (r#"openat(AT_FDCWD</d>, "b", O_WRONLY|O_TRUNC) = 4</d/b>"#, vec!["/d/b"]),
            (r#"openat(AT_FDCWD</d>, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 4</etc/passwd>"#, vec![]),
            (r#"openat(AT_FDCWD</d>, "/v/x", O_RDWR) = -1 ENOENT (No such file or directory)"#, vec![]),
            (r#"open("/v/c", O_RDWR|O_CREAT, 0600) = 3"#, vec!["/v/c"]),
            (r#"memfd_create("note", MFD_CLOEXEC) = 5</memfd:note>"#, vec!["/memfd:note"]),
            (r#"rename("/v/a.tmp", "/v/a") = 0"#, vec!["/v/a.tmp", "/v/a"]),
            (r#"mkdir("/home/x/.cache", 0700) = -1 EEXIST (File exists)"#, vec![]),
            ("+++ exited with 0 +++", vec![]),
        ] {
            let expected: Vec<PathBuf> = expected.into_iter().map(PathBuf::from).collect();
            assert_eq!(written_by(call), expected, "{call}");
        }
        let written = BTreeSet::from(["/v/a", "/vault/b", "/dev/null"].map(PathBuf::from));
        assert_eq!(written_outside(&written, &[Path::new("/v")]), [PathBuf::from("/vault/b")]);
    }
}
