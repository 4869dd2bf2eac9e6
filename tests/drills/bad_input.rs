//! Files that are not what they should be, folders that are no vault, disks that are full: each is told in a plain
//! sentence with a next step and the documented exit code, and nothing changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use house_tests::drill::{Answer, PASSPHRASE, Place, Trial, copy_folder, differing, files_of, times};
use serde_json::json;

/// What happened, what `nook` has to exit with, and words of its sentence.
type Case = (&'static str, Vec<u8>, i32, &'static [&'static str]);

fn rosters() -> Vec<Case> {
    let text = |text: &str| text.as_bytes().to_vec();
    let latin1 = b"Name,Team\nJ\xf6rg S\xfc\xdfmilch,Kamin\n".to_vec();
    let open_quote = text("Name,Team\n\"Deniz,Hearth\nPriya,Hearth\n");
    vec![
        ("old encoding", latin1, 1, &["not in UTF-8", "row 2, column 1", "CSV UTF-8"]),
        ("workbook", [b"PK\x03\x04".as_slice(), &[7; 400]].concat(), 1, &["spreadsheet file", "CSV UTF-8"]),
        ("binary", text("Name,Team\nDe\0niz,Hearth\n"), 1, &["row 2"]),
        ("half of UTF-16", [b"\xff\xfe".as_slice(), b"N\0a\0m\0e\0\n\0\x00\xd8"].concat(), 1, &["row 2"]),
        ("empty", Vec::new(), 1, &["empty"]),
        ("only a mark", vec![0xef, 0xbb, 0xbf], 1, &["empty"]),
        ("open quotation mark", open_quote, 1, &["never closed", "row 2"]),
        ("too many columns", text(&"x,".repeat(500)), 1, &["columns"]),
        ("no names in it", text("Colour,Shape\nred,round\n"), 1, &["name"]),
        ("too large", vec![b'x'; 60 * 1024 * 1024], 1, &["larger than"]),
    ]
}

#[test]
fn a_roster_that_cannot_be_read_is_refused_as_a_whole() {
    let trial = Trial::new();
    let (before, file) = (trial.records(), trial.place.desk().join("roster.csv"));
    for (name, bytes, code, words) in rosters() {
        fs::write(&file, bytes).expect("a roster");
        let answer = trial.place.run(&["import", "roster", file.to_str().expect("a path")]);
        refused(name, &answer, code, words);
    }
    let gone = trial.place.run(&["import", "roster", "no such file.csv"]);
    refused("no file", &gone, 5, &["is not there"]);
    let folder = trial.place.run(&["import", "roster", trial.place.home().to_str().expect("a path")]);
    refused("a folder", &folder, 5, &["is a folder"]);
    assert!(trial.records() == before, "a refused roster changed something");
}

/// A sentence that ends, a next step behind it, and no answer.
fn refused(name: &str, answer: &Answer, code: i32, words: &[&str]) {
    assert_eq!((answer.code, answer.out.as_str()), (Some(code), ""), "{name}: {answer:?}");
    for word in words {
        assert!(answer.said.contains(word), "{name} does not say {word:?}: {answer:?}");
    }
    assert!(answer.said.matches(". ").count() >= 1 && answer.said.ends_with('.'), "{name}: {answer:?}");
    assert!(!answer.said.contains("panicked"), "{name}: {answer:?}");
}

#[test]
fn a_roster_with_some_bad_rows_brings_in_the_good_ones_and_names_the_others() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("a byte-order mark", "\u{feff}Name,Team\nAnn One,A\n", &["1 new person"]),
        ("another language", "Nombre,Equipo\nAnn One,A\n", &["1 new person"]),
        ("semicolons", "Vorname;Nachname\nAnn;One\n", &["1 new person"]),
        ("tabs", "Name\tTeam\nAnn One\tA\n", &["1 new person"]),
        (
            "ragged rows",
            "Name,Team\nAnn One,A\nBo Two\nCy Three,C,extra\n",
            &["1 new person", "Row 3", "Row 4"],
        ),
        (
            "a formula",
            "Name,Team\nAnn One,A\n=HYPERLINK(\"x\"),B\nBo Two,=1+1\n",
            &["1 new person", "Row 3", "Row 4"],
        ),
        ("the same twice", "Name,E-mail\nAnn One,a@x.org\nAnn One,a@x.org\n", &["1 new person", "Row 3"]),
        (
            "a day that is none",
            "Name,Start date\nAnn One,2020-01-31\nBo Two,2020-02-31\n",
            &["1 new person", "Row 3"],
        ),
        ("nobody's name", "Name,Team\nAnn One,A\n ,B\n", &["1 new person", "Row 3"]),
    ];
    for (name, csv, words) in cases {
        let trial = Trial::empty();
        let file = trial.place.desk().join("roster.csv");
        fs::write(&file, csv).expect("a roster");
        let answer = trial.place.run(&["import", "roster", file.to_str().expect("a path")]).done();
        for word in *words {
            assert!(
                answer.out.contains(word) || answer.said.contains(word),
                "{name} does not say {word:?}: {answer:?}"
            );
        }
        assert_eq!(
            trial.records().iter().filter(|record| record.starts_with("person ")).count(),
            2,
            "{name}"
        );
        for cell in ["HYPERLINK", "1+1", "2020-02-31"] {
            assert!(!answer.said.contains(cell), "{name} repeats a cell: {answer:?}");
        }
    }
}

#[test]
fn a_hundred_thousand_rows_come_in_as_one_change() {
    let rows = 100_000;
    let trial = Trial::empty();
    let file = trial.place.desk().join("roster.csv");
    let lines: String =
        (0..rows).map(|row| format!("Person {row},p{row}@example.org,Team {}\n", row % 90)).collect();
    fs::write(&file, format!("Name,E-mail,Team\n{lines}")).expect("a roster");
    let brought = trial.place.run(&["--json", "import", "roster", file.to_str().expect("a path")]).json();
    // The first deed of a vault makes its owner.
    assert_eq!((&brought["added"], &brought["deed"]), (&json!(rows), &json!(2)));
    let found = trial.place.run(&["--json", "search", "99999"]).json();
    assert_eq!(found["people"][0]["name"], "Person 99999");
}

#[test]
fn what_is_no_vault_is_left_as_it_is() {
    let place = Place::new();
    let photos = place.folder().join("photos");
    fs::create_dir(&photos).expect("a folder");
    fs::write(photos.join("cat.jpg"), "a cat").expect("a photo");
    let file = place.folder().join("file");
    fs::write(&file, "a file").expect("a file");
    let text = |path: &Path| path.to_str().expect("a path").to_owned();
    let kit = text(&place.desk().join("kit.txt"));
    let (photos_text, file_text, nowhere) =
        (text(&photos), text(&file), text(&place.folder().join("nowhere")));
    let cases: &[(&[&str], i32, &[&str])] = &[
        (&["--vault", &photos_text, "today"], 2, &["no vault", "nook init"]),
        (&["--vault", &nowhere, "today"], 2, &["no vault", "nook init"]),
        (&["--vault", &file_text, "today"], 2, &["no vault"]),
        (
            &["--vault", &photos_text, "init", "--name", "Rosa", "--kit", &kit],
            1,
            &["other files", "empty folder"],
        ),
        (&["--vault", &file_text, "init", "--name", "Rosa", "--kit", &kit], 1, &["file"]),
        (&["restore", &file_text, "--to", &nowhere], 2, &["no vault"]),
        (&["restore", &file_text, "--to", &photos_text], 1, &["other files"]),
        (&["--vault", &photos_text, "lock"], 2, &["no vault"]),
    ];
    let before = files_of(place.folder());
    for (typed, code, words) in cases {
        refused(&format!("{typed:?}"), &place.run(typed), *code, words);
    }
    assert_eq!(differing(&before, &files_of(place.folder())), Vec::<PathBuf>::new(), "something was changed");
    assert!(!Path::new(&nowhere).exists());
    // A vault is never built over another.
    let trial = Trial::new();
    let before = files_of(&trial.place.vault());
    let answer = trial.place.run(&["init", "--name", "Rosa", "--kit", "kit.txt"]);
    refused("a vault is there", &answer, 1, &["already there"]);
    assert_eq!(differing(&before, &files_of(&trial.place.vault())), Vec::<PathBuf>::new());
}

#[test]
fn a_vault_of_a_newer_program_is_left_alone() {
    // A newer slot file says so in its first line.
    let trial = Trial::new();
    let slots = fs::read(trial.folder().slots()).expect("slots");
    let newer = [b"INGLENOOK SLOTS 2\n".as_slice(), &slots["INGLENOOK SLOTS 1\n".len()..]].concat();
    fs::write(trial.folder().slots(), newer).expect("written");
    is_left_alone(&trial);
    // A newer database says so once it is open.
    let trial = Trial::new();
    let opened = store::vault::open(&trial.folder(), &trial.way(), false).expect("opens").vault;
    opened.read().execute_batch("PRAGMA user_version = 99").expect("a number");
    opened.close().expect("closed");
    is_left_alone(&trial);
}

fn is_left_alone(trial: &Trial) {
    let before = files_of(&trial.place.vault());
    for typed in [["person", "list"].as_slice(), &["check"], &["note", "--person", "a", "--praise", "x"]] {
        let answer = trial.place.run(typed);
        refused("newer", &answer, 1, &["newer version of Inglenook", "Update Inglenook"]);
    }
    let mut changed = differing(&before, &files_of(&trial.place.vault()));
    // SQLite's index over its log is made anew by whoever looks, and holds nothing that is not in the log.
    changed.retain(|path| !path.ends_with("vault.db-shm"));
    assert_eq!(changed, Vec::<PathBuf>::new(), "a newer vault was changed");
}

/// A disk of this drill's own, as small as it is told to be. Only programs that are started on it can see it, and it
/// goes away with the process that holds it.
struct Disk {
    holder: Child,
    folder: PathBuf,
}

impl Disk {
    /// A disk of so many bytes, if this user may make one.
    fn of(place: &Place, bytes: u64) -> Option<Self> {
        let folder = place.folder().join("disk");
        fs::create_dir(&folder).expect("a folder");
        let script = format!(
            "mount -t tmpfs -o size={bytes} none {} && echo ready && exec sleep 600",
            folder.display()
        );
        let flags = if rustix::process::getuid().is_root() {
            ["--mount"].as_slice()
        } else {
            &["--mount", "--map-root-user"]
        };
        let mut holder = Command::new("unshare")
            .args(flags)
            .args(["sh", "-c", &script])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("unshare starts; it is in the package util-linux");
        let mut said = [0; 6];
        let mut out = holder.stdout.take().expect("a pipe");
        if std::io::Read::read_exact(&mut out, &mut said).is_err() {
            let _ = holder.wait();
            return None;
        }
        Some(Self { holder, folder })
    }

    /// The disk as this process can reach it, through the process that holds it.
    fn inside(&self) -> PathBuf {
        let root = format!("/proc/{}/root", self.holder.id());
        Path::new(&root).join(self.folder.strip_prefix("/").expect("an absolute path"))
    }

    /// Runs `nook` where the disk can be seen, on the vault that is on it.
    fn nook(&self, place: &Place, arguments: &[&str]) -> Answer {
        let nook = place.nook(arguments);
        let mut inside = self.enter();
        inside.arg("--").arg(nook.get_program()).args(nook.get_args());
        place.surround(&mut inside);
        inside.env("INGLENOOK_HOME", self.folder.join("vault")).env("INGLENOOK_PASSPHRASE", PASSPHRASE);
        Answer::of(&mut inside)
    }

    /// A program where the disk can be seen, not named yet.
    fn enter(&self) -> Command {
        let mut inside = Command::new("nsenter");
        inside.arg("--target").arg(self.holder.id().to_string()).arg("--mount");
        if !rustix::process::getuid().is_root() {
            inside.args(["--user", "--preserve-credentials"]);
        }
        inside
    }

    /// Makes the disk readable only.
    fn close(&self) {
        let mut remount = self.enter();
        // With its kind and name, because a user of its own space may not look them up.
        remount.args(["--", "mount", "-t", "tmpfs", "-o", "remount,ro", "tmpfs"]).arg(&self.folder);
        assert!(remount.status().expect("nsenter starts").success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

#[test]
fn a_full_disk_is_told_and_costs_nothing_that_was_acknowledged() {
    let trial = Trial::new();
    let size: u64 = files_of(&trial.place.vault()).values().map(|bytes| bytes.len() as u64 + 8192).sum();
    match Disk::of(&trial.place, size + 4 * 1024 * 1024) {
        Some(disk) => on_a_full_disk(&trial, &disk),
        None => under_a_size_limit(&trial),
    }
}

fn on_a_full_disk(trial: &Trial, disk: &Disk) {
    let vault = disk.inside().join("vault");
    copy_folder(&trial.place.vault(), &vault);
    let name = disk.nook(&trial.place, &["--json", "person", "list"]).json()[1]["name"].clone();
    let name = name.as_str().expect("a name").to_owned();
    let before = Command::new("nsenter").arg("--version").output().is_ok();
    assert!(before, "nsenter is in the package util-linux");
    let filler = disk.inside().join("filler");
    let (mut kept, mut told) = (Vec::new(), 0);
    // From no room at all to enough, in steps that end in the middle of every kind of write.
    for round in 0..times(10) {
        fill(&filler, (round as u64 % 10) * 9_000);
        let text = format!("written on a full disk {round} ") + &"word ".repeat(2_000);
        let answer = disk.nook(&trial.place, &["note", "--person", &name, "--praise", &text]);
        match answer.code {
            Some(0) => kept.push(text),
            _ => {
                refused(&format!("round {round}"), &answer, 5, &["disk is full", "space"]);
                told += 1;
            }
        }
        fs::remove_file(&filler).expect("space is back");
        let notes = disk.nook(&trial.place, &["--json", "call", "folder.list", r#"{"limit":500}"#]).json();
        for text in &kept {
            let is_there = notes.as_array().expect("a list").iter().any(|note| note["text"] == text.as_str());
            assert!(is_there, "round {round}: an acknowledged note is gone");
        }
    }
    assert!(told > times(10) / 10, "the disk was never full: {told}");
    let checked = disk.nook(&trial.place, &["--json", "check"]).json();
    assert_eq!(checked["findings"], json!([]));
}

/// Fills the disk until only so many bytes are free.
fn fill(filler: &Path, free: u64) {
    let mut file = fs::File::create(filler).expect("a filler");
    let piece = [0x55; 4096];
    while std::io::Write::write_all(&mut file, &piece).is_ok() {}
    let length = file.metadata().expect("its length").len();
    file.set_len(length.saturating_sub(free)).expect("shortened");
}

/// Where this user may not mount anything: no file may grow beyond what the vault has now.
fn under_a_size_limit(trial: &Trial) {
    let records = trial.records();
    let roster = trial.place.desk().join("roster.csv");
    let rows: String = (0..20_000).map(|row| format!("Person {row}\n")).collect();
    fs::write(&roster, format!("Name\n{rows}")).expect("a roster");
    let nook = trial.place.nook(&["import", "roster", roster.to_str().expect("a path")]);
    for kib in [600, 2_500] {
        let script = format!("trap '' XFSZ; ulimit -f {kib}; exec \"$@\"");
        let mut limited = Command::new("bash");
        limited.args(["-c", &script, "_"]).arg(nook.get_program()).args(nook.get_args());
        trial.place.surround(&mut limited);
        let answer = Answer::of(limited.env("INGLENOOK_PASSPHRASE", PASSPHRASE));
        refused(&format!("files of {kib} KiB"), &answer, 5, &["The disk is full."]);
    }
    assert!(trial.records() == records, "something was changed");
    assert_eq!(trial.place.run(&["--json", "check"]).json()["findings"], json!([]));
}

#[test]
fn a_limit_on_the_size_of_files_is_told_like_a_full_disk() {
    under_a_size_limit(&Trial::new());
}

#[test]
fn a_vault_that_can_only_be_read_is_told_and_left_as_it_is() {
    let trial = Trial::new();
    if let Some(disk) = Disk::of(&trial.place, 64 * 1024 * 1024) {
        let vault = disk.inside().join("vault");
        copy_folder(&trial.place.vault(), &vault);
        disk.close();
        let before = files_of(&vault);
        for typed in
            [["today"].as_slice(), &["note", "--person", "a", "--praise", "x"], &["check"], &["undo"]]
        {
            let answer = disk.nook(&trial.place, typed);
            refused(&format!("{typed:?}"), &answer, 5, &["only be read"]);
        }
        assert_eq!(differing(&before, &files_of(&vault)), Vec::<PathBuf>::new());
        return;
    }
    // Where nothing can be mounted, the folder is closed; root is started without the right to pass over that.
    let before = files_of(&trial.place.vault());
    let close = |mode| {
        for path in
            [trial.place.vault(), trial.folder().database(), trial.folder().journal(), trial.folder().head()]
        {
            fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode))
                .expect("permissions");
        }
    };
    close(0o500);
    let nook = trial.place.nook(&["note", "--person", "a", "--praise", "x"]);
    let mut bound = Command::new("setpriv");
    if rustix::process::getuid().is_root() {
        bound.args([
            "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-dac_override,-dac_read_search",
        ]);
    }
    bound.arg(nook.get_program()).args(nook.get_args());
    trial.place.surround(&mut bound);
    let answer = Answer::of(bound.env("INGLENOOK_PASSPHRASE", PASSPHRASE));
    close(0o700);
    refused("closed folder", &answer, 5, &["this user"]);
    assert_eq!(differing(&before, &files_of(&trial.place.vault())), Vec::<PathBuf>::new());
}
