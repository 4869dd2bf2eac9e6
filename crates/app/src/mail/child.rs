//! The process that reads messages: no vault, no files, no network, little memory; bytes in, bytes out.
//!
//! It is this same program, started with one hidden argument and nothing around it. Before it reads the first byte it asks
//! the system for its own limits, so that whatever a message makes of the reader has nothing to reach: no file, socket or
//! process can be opened, none can be written, no core is dumped. Each message may cost [`SECONDS`] of computing.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use paper::mail::limits::MESSAGE_BYTES;
use paper::mail::{read_message, write_answer};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

use crate::harden;

/// The one argument that makes a program this.
pub const ARGUMENT: &str = "read-mail";
/// How much memory reading may take beside what the program itself is: with that, less than 512 MiB.
const ROOM: u64 = 448 * 1024 * 1024;
/// How many seconds of computing one message may cost; on the clock of the wall, whoever asked counts them.
const SECONDS: u64 = 10;

/// Becomes the process that reads messages, when that is what this program was started for. To be asked in the first line
/// of a program, before it opens anything.
pub fn serve_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let is_asked = arguments.next().is_some_and(|first| first == ARGUMENT) && arguments.next().is_none();
    is_asked.then(|| {
        match close_in().and_then(|()| serve(io::stdin().lock(), io::stdout().lock(), allow_one_more)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    })
}

/// Nothing more can be opened, written or started from here on.
fn close_in() -> io::Result<()> {
    harden::harden().map_err(io::Error::other)?;
    // Counted from what the program itself takes: a program with a window has large libraries that are never touched here.
    let taken = std::fs::read_to_string("/proc/self/statm")?;
    let pages: u64 = taken.split(' ').next().and_then(|pages| pages.parse().ok()).unwrap_or(0);
    let page = rustix::param::page_size() as u64;
    limit(Resource::As, pages * page + ROOM)?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Nproc, 0)?;
    // Standard input, output and error are open already, and nothing else can be: no file, no socket, no pipe.
    limit(Resource::Nofile, 3)
}

/// Nobody has more than `most`, and nobody gets more than there was.
fn limit(what: Resource, most: u64) -> io::Result<()> {
    let most = getrlimit(what).maximum.map_or(most, |before| before.min(most));
    Ok(setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) })?)
}

/// Answers each message in its turn, until there are no more; `before_each` allows it to be read.
fn serve(
    mut input: impl Read,
    mut output: impl Write,
    mut before_each: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    while let Some(length) = read_length(&mut input)? {
        if length > MESSAGE_BYTES {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut message = vec![0; length];
        input.read_exact(&mut message)?;
        before_each()?;
        let answer = write_answer(&read_message(&message));
        let length = u32::try_from(answer.len()).map_err(io::Error::other)?;
        output.write_all(&length.to_le_bytes())?;
        output.write_all(&answer)?;
        output.flush()?;
    }
    Ok(())
}

/// The length of what follows; none at the end.
pub(super) fn read_length(input: &mut impl Read) -> io::Result<Option<usize>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Ok(()) => usize::try_from(u32::from_le_bytes(length)).map(Some).map_err(io::Error::other),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

/// The system ends this process when the next message costs more computing than it may.
fn allow_one_more() -> io::Result<()> {
    let spent = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    let hard = getrlimit(Resource::Cpu).maximum;
    let soft = spent + SECONDS + 1;
    Ok(setrlimit(
        Resource::Cpu,
        Rlimit { current: Some(hard.map_or(soft, |hard| soft.min(hard))), maximum: hard },
    )?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use paper::mail::{Unread, read_answer};

    #[test]
    fn each_message_is_answered_in_its_turn() {
        let mut sent = Vec::new();
        for message in [b"Subject: one\n\nx".as_slice(), b"no message", b"Subject: two\n\ny"] {
            sent.extend(u32::try_from(message.len()).expect("short").to_le_bytes());
            sent.extend(message);
        }
        let mut got = Vec::new();
        serve(sent.as_slice(), &mut got, || Ok(())).expect("served");
        let (mut rest, mut subjects) = (got.as_slice(), Vec::new());
        while let Some(length) = read_length(&mut rest).expect("read") {
            let (answer, behind) = rest.split_at(length);
            subjects.push(read_answer(answer).map(|message| message.subject));
            rest = behind;
        }
        assert_eq!(subjects, [Ok("one".to_owned()), Err(Unread::NoMessage), Ok("two".to_owned())]);
        // Half a message, and a length that nobody believes.
        assert!(serve([9, 0, 0, 0, b'x'].as_slice(), io::sink(), || Ok(())).is_err());
        assert!(serve([0xff; 4].as_slice(), io::sink(), || Ok(())).is_err());
    }
}
