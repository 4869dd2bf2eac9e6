//! Reading a journal frame by frame.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use seal::frame::{FRAME_OVERHEAD, FrameRead, LONGEST_PLAINTEXT, open_frame};
use seal::key::JournalKey;

use super::{BASE, DEED, Entry};
use crate::fault::Result;
use crate::log::Position;

/// What stands at one place of a journal.
pub(crate) enum Journaled {
    /// The journal starts after this deed.
    Base(Position),
    /// One deed.
    Deed(Entry),
    /// Nothing more: the file ends here.
    End,
    /// Something that is no genuine frame: a write that was cut off, or damage.
    Broken,
}

/// A journal being read. Remembers where the last genuine frame ended.
pub(crate) struct Tail<'a> {
    key: &'a JournalKey,
    file: BufReader<File>,
    at: u64,
    length: u64,
}

impl<'a> Tail<'a> {
    pub(super) fn open(path: &Path, key: &'a JournalKey, at: u64) -> Result<Self> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(at))?;
        Ok(Self { key, file: BufReader::new(file), at, length })
    }

    /// Where the last genuine frame ended, in bytes from the beginning of the file.
    pub(crate) fn at(&self) -> u64 {
        self.at
    }

    /// How long the file was when reading began, in bytes. What is appended later is not read.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// The next frame. After [`Journaled::Broken`] there is nothing more to read.
    pub(crate) fn next(&mut self) -> Result<Journaled> {
        let left = self.length.saturating_sub(self.at);
        if left == 0 {
            return Ok(Journaled::End);
        }
        let mut prefix = [0_u8; 4];
        if left < FRAME_OVERHEAD as u64 {
            return Ok(Journaled::Broken);
        }
        self.file.read_exact(&mut prefix)?;
        let plaintext = u32::from_be_bytes(prefix) as usize;
        let whole = FRAME_OVERHEAD + plaintext;
        if plaintext > LONGEST_PLAINTEXT || whole as u64 > left {
            return Ok(Journaled::Broken);
        }
        let mut frame = vec![0_u8; whole];
        frame[..4].copy_from_slice(&prefix);
        self.file.read_exact(&mut frame[4..])?;
        let FrameRead::Whole { seq, plaintext, used } = open_frame(self.key, &frame) else {
            return Ok(Journaled::Broken);
        };
        let Some((&kind, rest)) = plaintext.split_first() else { return Ok(Journaled::Broken) };
        let Some((&chain, bytes)) = rest.split_first_chunk() else { return Ok(Journaled::Broken) };
        self.at += used as u64;
        Ok(match kind {
            BASE => Journaled::Base(Position { seq, chain }),
            DEED => Journaled::Deed(Entry { seq, chain, bytes: bytes.to_vec() }),
            _ => Journaled::Broken,
        })
    }
}
