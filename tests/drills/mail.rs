//! Mail from strangers, through the real programs: what is hostile costs itself and nothing else; what is good is kept,
//! once, and taken back as a whole; where it came from is in nothing that leaves.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use house_tests::drill::{Answer, Trial, call, lock, times};
use house_tests::house;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

mod bombs;
mod praise;

use bombs::{bad, base64, good, mailbox, with_part};

/// What a limit of 512 MiB is called by `ulimit -v`.
const KIB: u64 = 512 * 1024;

/// A vault with one person to be praised, opened by its kit: deriving a key would need the memory that is not there.
fn team() -> Trial {
    let trial = Trial::empty();
    let desk = trial.open();
    call(&desk, "person.save", somebody("Deniz Kayalı", "deniz@example.org"));
    lock(&desk);
    trial
}

fn somebody(name: &str, email: &str) -> Value {
    json!({
        "name": name, "role": "", "level": "", "site": "", "team": "", "manager": null, "relation": "direct_report",
        "employment": "employee", "started_on": null, "left_on": null, "email": email, "phone": "", "skills": [],
        "about": "",
    })
}

/// `nook` by the kit, within 512 MiB: what it cannot do with that it does not do.
fn within_limits(trial: &Trial, arguments: &[&str]) -> Command {
    let nook = trial.place.nook(arguments);
    let mut limited = Command::new("bash");
    limited
        .args(["-c", &format!("ulimit -v {KIB}; ulimit -t 60; exec \"$@\""), "_"])
        .arg(nook.get_program())
        .args(nook.get_args());
    trial.place.surround(&mut limited);
    limited.env("INGLENOOK_KIT", &trial.kit).stdout(Stdio::piped()).stderr(Stdio::piped());
    limited
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

#[test]
fn a_bad_message_costs_itself_and_the_good_ones_around_it_are_read() {
    let trial = team();
    for (name, message, rules) in bad() {
        // Without a head it is no message of a mailbox, but the end of the one before.
        if rules == ["mail.no_message"] {
            continue;
        }
        let file = trial.place.desk().join("box.mbox");
        fs::write(&file, mailbox(&[good(1), message, good(2)])).expect("a mailbox");
        let answer =
            Answer::of(&mut within_limits(&trial, &["--json", "import", "mail", "--dry-run", text(&file)]));
        assert!(!answer.said.contains("panicked"), "{name}: {answer:?}");
        let found = answer.json();
        let ids = found["chosen"].as_array().expect("messages");
        let subjects: Vec<_> = ids.iter().map(|line| line["subject"].as_str().expect("a subject")).collect();
        assert!(
            subjects.starts_with(&["Drill 1"]) && subjects.ends_with(&["Drill 2"]),
            "{name}: {subjects:?}"
        );
        let unread = &found["preview"]["unread"];
        match rules {
            [] => assert_eq!((unread, &found["preview"]["found"]), (&json!([]), &json!(3)), "{name}"),
            rules => {
                let rule = unread[0]["rule"].as_str().unwrap_or_else(|| panic!("{name}: {unread}"));
                assert!(rules.contains(&rule), "{name}: {rule}");
                assert_eq!(unread.as_array().map(Vec::len), Some(1), "{name}: {unread}");
            }
        }
    }
}

#[test]
fn a_bad_message_alone_is_refused_with_its_reason() {
    let trial = team();
    let before = trial.records();
    for (name, message, rules) in bad() {
        // Waiting ten seconds once, above, is enough.
        if rules.is_empty() || rules.contains(&"mail.too_slow") {
            continue;
        }
        let file = trial.place.desk().join("message.eml");
        fs::write(&file, message).expect("a message");
        let answer = Answer::of(&mut within_limits(&trial, &["import", "mail", text(&file)]));
        assert_eq!((answer.code, answer.out.as_str()), (Some(1), ""), "{name}: {answer:?}");
        assert!(answer.said.contains("Not read: message.eml."), "{name}: {answer:?}");
        assert!(!answer.said.contains("panicked"), "{name}: {answer:?}");
    }
    assert!(trial.records() == before, "a refused message changed something");
}

#[test]
fn an_archive_is_kept_as_it_is_and_never_opened() {
    let trial = team();
    let zip: Vec<u8> = [b"PK\x03\x04".as_slice(), &[0xff; 300]].concat();
    let file = trial.place.desk().join("zip.eml");
    let message = [
        good(1).split(|byte| *byte == b'\n').take(4).collect::<Vec<_>>().join(&b'\n'),
        with_part(
            "Content-Type: application/zip; name=bomb.zip\nContent-Transfer-Encoding: base64",
            base64(&zip).as_bytes(),
        ),
    ]
    .join(&b'\n');
    fs::write(&file, message).expect("a message");
    let kept = trial.place.run(&["--json", "import", "mail", "--person", "Deniz", text(&file)]).json();
    let sources = trial.place.call("folder.sources", &json!({ "note": kept["kept"]["notes"][0] }));
    let files = trial.place.call("attachment.list", &json!({ "record": sources[0]["id"] }));
    assert_eq!((&files[0]["name"], &files[0]["bytes"]), (&json!("bomb.zip"), &json!(zip.len())));
    let copy = trial.place.desk().join("copy.zip");
    trial.place.call("attachment.save", &json!({ "id": files[0]["id"], "file": text(&copy) }));
    assert!(fs::read(copy).expect("a copy") == zip);
}

/// The process that reads, started by hand.
fn reader() -> Child {
    Command::new(house::program("nook"))
        .arg("read-mail")
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("nook starts")
}

#[test]
fn the_process_that_reads_can_open_nothing_and_ends_with_whoever_asks() {
    let mut child = reader();
    let (mut to, mut from) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let message = good(1);
    to.write_all(&u32::try_from(message.len()).expect("short").to_le_bytes()).expect("written");
    to.write_all(&message).expect("written");
    let mut length = [0; 4];
    from.read_exact(&mut length).expect("an answer");
    let limits = fs::read_to_string(format!("/proc/{}/limits", child.id())).expect("limits");
    let limit = |name: &str| -> u64 {
        let line = limits.lines().find(|line| line.starts_with(name)).expect(name);
        let figures: Vec<&str> = line[name.len()..].split_whitespace().collect();
        figures[0].parse().unwrap_or(u64::MAX)
    };
    for (name, most) in [
        ("Max open files", 3),
        ("Max file size", 0),
        ("Max processes", 0),
        ("Max core file size", 0),
        ("Max cpu time", 12),
    ] {
        assert!(limit(name) <= most, "{name}: {limits}");
    }
    assert!(limit("Max address space") < 1024 * 1024 * 1024, "{limits}");
    drop(to);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn memory_it_may_not_have_ends_the_process_and_not_the_one_that_asks() {
    let mut child = reader();
    let mut to = child.stdin.take().expect("a pipe");
    // Four gibibytes are claimed; not one byte of them is believed.
    to.write_all(&[0xff; 4]).expect("written");
    drop(to);
    assert!(!child.wait().expect("it ends").success());
}

/// The process that a running `nook` has messages read by.
fn reader_of(nook: u32) -> Option<Pid> {
    fs::read_dir("/proc").ok()?.flatten().find_map(|entry| {
        let id: i32 = entry.file_name().to_str()?.parse().ok()?;
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        let parent: u32 = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
        // Until it has become the reader it is a copy of its parent, or a program without arguments yet, and holds what
        // its parent holds for a moment.
        let called = fs::read(entry.path().join("cmdline")).ok()?;
        let is_reader = parent == nook && called.split(|byte| *byte == 0).nth(1) == Some(b"read-mail");
        is_reader.then(|| Pid::from_raw(id)).flatten()
    })
}

/// The files that a process has open.
fn open_files_of(process: Pid) -> Vec<PathBuf> {
    let entries = fs::read_dir(format!("/proc/{}/fd", process.as_raw_nonzero()));
    entries.into_iter().flatten().flatten().filter_map(|entry| fs::read_link(entry.path()).ok()).collect()
}

#[test]
fn a_reader_that_is_killed_costs_one_message_each_time() {
    let trial = team();
    let file = trial.place.desk().join("box.mbox");
    let many = 4_000;
    let messages: Vec<Vec<u8>> = (0..many).map(good).collect();
    fs::write(&file, mailbox(&messages)).expect("a mailbox");
    let nook = within_limits(&trial, &["--json", "import", "mail", "--dry-run", text(&file)])
        .spawn()
        .expect("nook starts");
    let (id, ended) = (nook.id(), Arc::new(AtomicBool::new(false)));
    let killer = {
        let ended = Arc::clone(&ended);
        std::thread::spawn(move || {
            let (mut killed, mut opened) = (0, Vec::new());
            while !ended.load(Ordering::Relaxed) && killed < 20 {
                if let Some(reader) = reader_of(id) {
                    opened.extend(open_files_of(reader));
                    killed += u64::from(kill_process(reader, Signal::KILL).is_ok());
                }
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            (killed, opened)
        })
    };
    let output = nook.wait_with_output().expect("nook ends");
    ended.store(true, Ordering::Relaxed);
    let (killed, opened): (u64, Vec<PathBuf>) = killer.join().expect("the killer");
    let of_ours: Vec<_> = opened.iter().filter(|path| path.starts_with(trial.place.folder())).collect();
    assert!(of_ours.is_empty(), "the reader holds files of the vault: {of_ours:?}");
    let found = Answer::from(&output).json()["preview"].clone();
    let (read, unread) =
        (found["found"].as_u64().expect("a number"), found["unread"].as_array().expect("a list"));
    assert!(killed > 0, "nobody was killed");
    assert_eq!(read + unread.len() as u64, many as u64, "{unread:?}");
    assert!(
        unread.len() as u64 <= killed && unread.iter().all(|one| one["rule"] == "mail.broke"),
        "{killed}: {unread:?}"
    );
}

#[test]
fn an_import_that_is_stopped_keeps_all_or_nothing() {
    let trial = team();
    let file = trial.place.desk().join("box.mbox");
    let many = 300;
    fs::write(&file, mailbox(&(0..many).map(good).collect::<Vec<_>>())).expect("a mailbox");
    for round in 0..times(8) as u64 {
        let mut nook = within_limits(&trial, &["import", "mail", text(&file)]).spawn().expect("nook starts");
        std::thread::sleep(std::time::Duration::from_millis(60 * (round % 12)));
        let id = Pid::from_raw(i32::try_from(nook.id()).expect("an id")).expect("an id");
        let _ = kill_process(id, Signal::INT);
        nook.wait().expect("it ends");
        let notes = trial.records().iter().filter(|record| record.starts_with("note ")).count();
        let sources = trial.records().iter().filter(|record| record.starts_with("source ")).count();
        assert!(
            notes == 0 && sources == 0 || notes == many && sources == many,
            "round {round}: {notes}, {sources}"
        );
        if notes > 0 {
            trial.place.run(&["undo"]).done();
        }
    }
}

#[test]
fn a_maildir_that_a_mail_program_writes_to_is_read_whole() {
    let trial = team();
    let folder = trial.place.desk().join("Maildir");
    for inner in ["cur", "new", "tmp"] {
        fs::create_dir_all(folder.join(inner)).expect("a folder");
    }
    let many = 400;
    for number in 0..many {
        fs::write(folder.join(format!("new/{number}.M.host")), good(number)).expect("a message");
    }
    let ended = Arc::new(AtomicBool::new(false));
    let program = {
        let (folder, ended) = (folder.clone(), Arc::clone(&ended));
        std::thread::spawn(move || {
            // It takes one message after the other up, as if its owner read them.
            for number in 0..many {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                let old = folder.join(format!("new/{number}.M.host"));
                fs::rename(old, folder.join(format!("cur/{number}.M.host:2,S"))).expect("moved");
                fs::write(folder.join(format!("tmp/{number}.M.host")), b"half")
                    .expect("a message on its way");
                std::thread::sleep(std::time::Duration::from_millis(3));
            }
        })
    };
    let found =
        Answer::of(&mut within_limits(&trial, &["--json", "import", "mail", "--dry-run", text(&folder)]))
            .json();
    ended.store(true, Ordering::Relaxed);
    program.join().expect("the mail program");
    let preview = &found["preview"];
    assert_eq!((&preview["new"], &preview["unread"]), (&json!(many), &json!([])));
}
