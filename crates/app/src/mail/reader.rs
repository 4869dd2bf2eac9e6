//! The side that asks: one message at a time, ten seconds for each, and another child when one is lost.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use paper::mail::limits::{FILES_BYTES, MESSAGE_BYTES};
use paper::mail::{Message, Unread, read_answer};

use super::child::{ARGUMENT, read_length};
use crate::Fault;
use crate::desk::Work;

/// How long one message may take on the clock of the wall.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often, while it waits, it asks whether it is to stop.
const BETWEEN: Duration = Duration::from_millis(50);
/// The longest answer: the files of a message, its longest text, its heads.
const LONGEST_ANSWER: usize = FILES_BYTES + 4 * 1024 * 1024;
/// A child that read so many messages is exchanged for a fresh one.
const MOST_IN_ONE: u32 = 100_000;

/// How messages are read.
#[derive(Clone, Debug, Default)]
pub enum Reads {
    /// In a process of this same program.
    #[default]
    ThisProgram,
    /// In a process of that program.
    Program(PathBuf),
    /// In this process: only a test, whose own program cannot become a reader.
    #[cfg(test)]
    Here,
}

/// Reads messages, each in a process that has nothing to lose.
pub struct Reader {
    reads: Reads,
    work: Work,
    patience: Duration,
    running: Option<Running>,
}

impl Reader {
    /// A reader that stops when this work is stopped.
    pub fn new(reads: Reads, work: Work) -> Self {
        Self { reads, work, patience: PATIENCE, running: None }
    }

    /// Waits less long.
    #[cfg(test)]
    pub fn be_impatient(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// Reads one message, or says why it was not read.
    ///
    /// # Errors
    /// Cancelled when the work was stopped; a machine fault when no process can be started at all.
    pub fn read(&mut self, message: Vec<u8>) -> Result<Result<Message, Unread>, Fault> {
        // What is too large never crosses.
        if message.len() > MESSAGE_BYTES {
            return Ok(Err(Unread::TooLarge));
        }
        #[cfg(test)]
        if matches!(self.reads, Reads::Here) {
            return Ok(paper::mail::read_message(&message));
        }
        let message = Arc::new(message);
        // A process that was ended from outside says nothing about the message; one that breaks twice does.
        match self.ask(&message)? {
            Err(Unread::Broke) => self.ask(&message),
            read => Ok(read),
        }
    }

    fn ask(&mut self, message: &Arc<Vec<u8>>) -> Result<Result<Message, Unread>, Fault> {
        let mut running = match self.running.take().filter(|running| running.count < MOST_IN_ONE) {
            Some(running) => running,
            None => Running::start(&self.program()?)?,
        };
        let since = Instant::now();
        if running.ask.send(Arc::clone(message)).is_err() {
            return Ok(Err(Unread::Broke));
        }
        loop {
            match running.answers.recv_timeout(BETWEEN) {
                Ok(Ok(answer)) => {
                    running.count += 1;
                    // A child that does not speak the language is not trusted with the next one.
                    let read = read_answer(&answer);
                    if read != Err(Unread::Broke) {
                        self.running = Some(running);
                    }
                    return Ok(read);
                }
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => {
                    return Ok(Err(if running.was_out_of_time() { Unread::TooSlow } else { Unread::Broke }));
                }
                Err(RecvTimeoutError::Timeout) if self.work.is_stopped() => return Err(Fault::cancelled()),
                Err(RecvTimeoutError::Timeout) if since.elapsed() >= self.patience => {
                    return Ok(Err(Unread::TooSlow));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    fn program(&self) -> Result<PathBuf, Fault> {
        match &self.reads {
            Reads::Program(program) => Ok(program.clone()),
            _ => std::env::current_exe().map_err(|_| no_reader()),
        }
    }
}

fn no_reader() -> Fault {
    Fault::machine("The part of Inglenook that reads messages does not start.")
        .next("Close Inglenook, open it again, and try once more.")
}

/// A child, and the thread that speaks with it. Dropped, it is killed.
struct Running {
    child: Child,
    ask: Sender<Arc<Vec<u8>>>,
    answers: Receiver<io::Result<Vec<u8>>>,
    count: u32,
}

impl Running {
    fn start(program: &Path) -> Result<Self, Fault> {
        let mut child = Command::new(program)
            .arg(ARGUMENT)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| no_reader())?;
        let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(no_reader());
        };
        let (ask, asked) = channel::<Arc<Vec<u8>>>();
        let (tell, answers) = channel();
        // Writing and reading may both wait for the child for ever; this thread does, and ends when the child does.
        thread::spawn(move || {
            for message in asked {
                let answer = exchange(&mut to, &mut from, &message);
                let is_broken = answer.is_err();
                if tell.send(answer).is_err() || is_broken {
                    break;
                }
            }
        });
        Ok(Self { child, ask, answers, count: 0 })
    }

    /// Whether the system ended it because it computed for too long.
    fn was_out_of_time(&mut self) -> bool {
        use std::os::unix::process::ExitStatusExt;
        let _ = self.child.kill();
        let out_of_time = rustix::process::Signal::XCPU.as_raw();
        self.child.wait().is_ok_and(|status| status.signal() == Some(out_of_time))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It holds nothing that could be lost; when it is gone already, there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn exchange(to: &mut impl Write, from: &mut impl Read, message: &[u8]) -> io::Result<Vec<u8>> {
    let length = u32::try_from(message.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(message)?;
    to.flush()?;
    let length = read_length(from)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    if length > LONGEST_ANSWER {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut answer = vec![0; length];
    from.read_exact(&mut answer)?;
    Ok(answer)
}
