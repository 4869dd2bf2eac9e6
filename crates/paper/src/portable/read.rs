//! Reading a folder, record by record. Whatever the bytes are, the answer is a record or a fault that names the line.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Read},
};

use domain::{
    RecordId,
    attachment::{self, Attachment},
    person::Relation,
};
use sha2::{Digest, Sha256};

use super::{FolderIn, Manifest, Noun, Record, line::from_line, path};
use crate::{PaperFault, Place};

/// The longest line in bytes: the longest text with every letter escaped, and room for the rest.
const LINE: u64 = 4 * 1024 * 1024;
const MEND: &str =
    "Mend the line in a text editor, or export the folder again, then import it anew. Nothing was imported.";

/// The records of a folder, in order. Ends with the first fault; the last record may be followed by one, so a whole
/// import is one deed that is only kept when the end was reached.
pub struct FolderReader<'a, F: FolderIn> {
    folder: &'a F,
    manifest: Manifest,
    nouns: std::array::IntoIter<Noun, { Noun::ALL.len() }>,
    open: Option<OpenFile<F::File>>,
    seen: HashSet<RecordId>,
    has_owner: bool,
    ended: bool,
}

struct OpenFile<R> {
    noun: Noun,
    path: String,
    lines: BufReader<R>,
    line: u64,
    records: u64,
}

impl<'a, F: FolderIn> FolderReader<'a, F> {
    /// Opens a folder and reads its first file.
    ///
    /// # Errors
    /// When it is not a portable folder, or one of a newer format.
    pub fn open(folder: &'a F) -> Result<Self, PaperFault> {
        Ok(Self {
            folder,
            manifest: Manifest::read(folder)?,
            nouns: Noun::ALL.into_iter(),
            open: None,
            seen: HashSet::new(),
            has_owner: false,
            ended: false,
        })
    }

    /// What the folder says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn next_record(&mut self) -> Result<Option<Record>, PaperFault> {
        loop {
            if self.open.is_none() {
                let Some(noun) = self.nouns.next() else { return Ok(None) };
                self.open = self.open_file(noun)?;
            }
            let Some(file) = &mut self.open else { continue };
            let Some(text) = file.next_line()? else {
                let expected = self.manifest.count(file.noun);
                if file.records != expected {
                    let sentence = format!(
                        "The file has {} records, and inglenook.json says there are {expected}. Part of the folder is missing.",
                        file.records
                    );
                    return Err(PaperFault::unreadable(Place::file(&file.path), sentence, MEND));
                }
                self.open = None;
                continue;
            };
            let record = file.read_record(&text)?;
            self.check_alone(&record)?;
            return Ok(Some(record));
        }
    }

    fn open_file(&self, noun: Noun) -> Result<Option<OpenFile<F::File>>, PaperFault> {
        let path = path::records(noun);
        match self.folder.open(&path).map_err(|error| PaperFault::folder(&path, error))? {
            Some(file) => Ok(Some(OpenFile { noun, path, lines: BufReader::new(file), line: 0, records: 0 })),
            None if self.manifest.count(noun) == 0 => Ok(None),
            None => Err(PaperFault::unreadable(Place::file(path), "A file of the folder is missing.", MEND)),
        }
    }

    /// An identifier belongs to one record, and a vault to one owner.
    fn check_alone(&mut self, record: &Record) -> Result<(), PaperFault> {
        let wrong = |sentence| match &self.open {
            Some(file) => file.wrong(sentence),
            None => PaperFault::unreadable(Place::default(), sentence, MEND),
        };
        if self.seen.contains(&record.id()) {
            return Err(wrong("The same record stands in the folder twice."));
        }
        let is_owner = matches!(record, Record::Person(person) if person.relation == Relation::Me);
        if is_owner && self.has_owner {
            return Err(wrong("A second person is marked as the owner."));
        }
        self.has_owner |= is_owner;
        self.seen.insert(record.id());
        Ok(())
    }
}

impl<F: FolderIn> Iterator for FolderReader<'_, F> {
    type Item = Result<Record, PaperFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.next_record().transpose();
        self.ended = !matches!(next, Some(Ok(_)));
        next
    }
}

impl<R: Read> OpenFile<R> {
    /// The next line that is not empty.
    fn next_line(&mut self) -> Result<Option<Vec<u8>>, PaperFault> {
        loop {
            let mut text = Vec::new();
            self.line += 1;
            let read = (&mut self.lines).take(LINE).read_until(b'\n', &mut text);
            if read.map_err(|error| PaperFault::folder(&self.path, error))? == 0 {
                return Ok(None);
            }
            if text.len() as u64 == LINE && !text.ends_with(b"\n") {
                return Err(self.wrong("The line is longer than any record."));
            }
            if !text.trim_ascii().is_empty() {
                return Ok(Some(text));
            }
        }
    }

    fn read_record(&mut self, text: &[u8]) -> Result<Record, PaperFault> {
        let text = std::str::from_utf8(text).map_err(|_| self.wrong("The line is not in UTF-8."))?;
        // What serde says may repeat what stands in the line, so only the place is passed on.
        let record = from_line(self.noun, text).map_err(|_| {
            self.wrong(&format!("The line is not a record of the kind {}.", self.noun.name()))
        })?;
        record.check().map_err(|refusal| self.wrong(&refusal.sentence))?;
        self.records += 1;
        Ok(record)
    }

    fn wrong(&self, sentence: &str) -> PaperFault {
        PaperFault::unreadable(Place::line(&self.path, self.line), sentence, MEND)
    }
}

/// The bytes of an attached file, compared with what its record says of them.
///
/// # Errors
/// When the file is missing, or is not the one that was attached.
pub fn read_attachment(folder: &impl FolderIn, attachment: &Attachment) -> Result<Vec<u8>, PaperFault> {
    let path = path::attachment(attachment);
    let next = "Export the folder again, or put the file back as it was. Nothing was imported.";
    let wrong = |sentence: &str| PaperFault::unreadable(Place::file(&path), sentence, next);
    let bytes = read_whole(folder, &path, attachment::LARGEST)?
        .ok_or_else(|| wrong("An attached file is missing."))?;
    if bytes.len() as u64 != attachment.bytes || Sha256::digest(&bytes)[..] != attachment.sha256[..] {
        return Err(wrong("An attached file is not the one that was exported."));
    }
    Ok(bytes)
}

/// A whole file of at most `largest` bytes; of a larger one, one byte more than that.
pub(super) fn read_whole(
    folder: &impl FolderIn,
    path: &str,
    largest: u64,
) -> Result<Option<Vec<u8>>, PaperFault> {
    let read = || {
        let Some(file) = folder.open(path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(largest + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    };
    read().map_err(|error| PaperFault::folder(path, error))
}
