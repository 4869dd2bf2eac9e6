//! Mail: a mailbox of ten thousand messages, looked at through the door and the process that reads, against reading and
//! splitting the same file where a line begins like a message.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};

use serde_json::json;

use crate::Outcome;
use crate::clocked::{millis, ratio, time};
use crate::prepared::{Prepared, call, nook, opened, shelf};
use crate::sheet::Line;

/// How many messages.
const MESSAGES: u32 = 10_000;
/// The fewest messages a second.
const OWED_A_SECOND: f64 = 2_000.0;
/// The most times the floor: each message crosses to another process and back, and is parsed there.
const OWED_TIMES: f64 = 60.0;

/// Measures one look at a large mailbox.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let path = shelf()?.join("box.mbox");
    fs::write(&path, mailbox()?)?;
    let desk = opened(vault)?;
    desk.house().read_mail_with(nook()?.get_program().into());
    let (split, count) = time(|| -> Outcome<usize> {
        let (mut reader, mut line, mut message) =
            (BufReader::new(File::open(&path)?), Vec::new(), Vec::new());
        let mut count = 0;
        while reader.read_until(b'\n', &mut line)? > 0 {
            if line.starts_with(b"From ") {
                count += 1;
                message.clear();
            }
            message.append(&mut line);
        }
        Ok(count)
    });
    let count = count?;
    if count != MESSAGES as usize {
        return Err(format!("the mailbox has {count} messages").into());
    }
    let (looked, found) = time(|| call(&desk, "mail.preview", json!({ "file": path })));
    let found = found?["found"].as_f64().unwrap_or_default();
    let a_second = found / looked.as_secs_f64();
    Ok(vec![
        Line {
            what: format!("mail: {found} messages of a mailbox, {a_second:.0} a second"),
            measured: millis(looked),
            floor: millis(split),
            figure: ratio(looked, split),
            owed: OWED_TIMES,
            unit: "×",
        },
        Line {
            what: format!("mail: a message, at {OWED_A_SECOND} a second"),
            measured: millis(looked),
            floor: String::new(),
            figure: looked.as_secs_f64() * 1e3 / f64::from(MESSAGES),
            owed: 1e3 / OWED_A_SECOND,
            unit: "ms",
        },
    ])
}

/// Messages as they come: a head of the usual length, some in two forms, some quoted, every tenth with a file.
fn mailbox() -> Outcome<String> {
    let mut all = String::new();
    for n in 0..MESSAGES {
        let words = "The drill went well and took 104 seconds, a third of what it took in spring. ".repeat(8);
        write!(
            all,
            "From ana@example.org Mon Nov 23 09:15:00 2026\nReceived: from mx.example.org by in.example.org; Mon, 23 Nov 2026 09:15:00 +0100\n\
             From: Ana Quill <ana{}@example.org>\nTo: dana@example.org\nDate: Mon, 23 Nov 2026 09:15:{:02} +0100\n\
             Message-ID: <{n}@example.org>\nSubject: =?utf-8?Q?Drill_{n}_=E2=9C=93?=\nMIME-Version: 1.0\n",
            n % 50,
            n % 60,
        )?;
        match n % 10 {
            0 => write!(
                all,
                "Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain; charset=utf-8\n\n{words}\n--cut\n\
                 Content-Type: application/pdf; name=report.pdf\nContent-Disposition: attachment; filename=report.pdf\n\
                 Content-Transfer-Encoding: base64\n\n{}\n--cut--\n\n",
                "JVBERi0xLjQgbWFkZSB1cCB3b3Jkcw==\n".repeat(100)
            )?,
            1..=4 => write!(
                all,
                "Content-Type: multipart/alternative; boundary=cut\n\n--cut\nContent-Type: text/plain; charset=utf-8\n\n{words}\n--cut\n\
                 Content-Type: text/html; charset=utf-8\n\n<p>{words}</p>\n--cut--\n\n"
            )?,
            5 => write!(
                all,
                "Content-Type: text/html; charset=utf-8\n\n<div><p>{words}</p><ul><li>one<li>two</ul></div>\n\n"
            )?,
            _ => write!(all, "Content-Type: text/plain; charset=utf-8\n\n{words}\n\n> {words}\n\n")?,
        }
    }
    Ok(all)
}
