//! Writing a folder, record by record.

use std::{
    collections::BTreeMap,
    io::{BufWriter, Write},
};

use domain::{RecordId, attachment::Attachment};

use super::{FolderOut, Manifest, Noun, PersonPages, Record, line::to_line, pages::pages_of, path};
use crate::PaperFault;

/// How much was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Records.
    pub records: u64,
    /// Files.
    pub files: u64,
}

/// A folder that is being written. Until [`finish`](Self::finish) has run it has no first file, and nobody takes it for
/// a whole one.
pub struct FolderWriter<'a, F: FolderOut> {
    folder: &'a mut F,
    open: Option<(Noun, BufWriter<F::File>)>,
    last: Option<RecordId>,
    counts: BTreeMap<Noun, u64>,
    files: u64,
}

impl<'a, F: FolderOut> FolderWriter<'a, F> {
    /// Begins a folder, which must be empty.
    pub fn begin(folder: &'a mut F) -> Self {
        Self { folder, open: None, last: None, counts: BTreeMap::new(), files: 0 }
    }

    /// Writes one record. Records come noun by noun as in [`Noun::ALL`], and by identifier within a noun.
    ///
    /// # Errors
    /// When the machine says no, and when a record is out of order.
    pub fn put(&mut self, record: Record) -> Result<(), PaperFault> {
        let (noun, id) = (record.noun(), record.id());
        self.turn_to(noun)?;
        if self.last.is_some_and(|last| last >= id) {
            return Err(PaperFault::Order { noun: noun.name() });
        }
        self.last = Some(id);
        *self.counts.entry(noun).or_default() += 1;
        let path = path::records(noun);
        let mut line = to_line(record).map_err(|error| PaperFault::folder(&path, error.into()))?;
        line.push('\n');
        match &mut self.open {
            Some((_, file)) => {
                file.write_all(line.as_bytes()).map_err(|error| PaperFault::folder(&path, error))
            }
            None => Err(PaperFault::Order { noun: noun.name() }),
        }
    }

    /// Writes the bytes of an attached file; its record is [`put`](Self::put) like any other.
    ///
    /// # Errors
    /// When the machine says no.
    pub fn put_attachment_bytes(&mut self, attachment: &Attachment, bytes: &[u8]) -> Result<(), PaperFault> {
        self.write_file(&path::attachment(attachment), bytes)
    }

    /// Writes the pages of one person, for reading.
    ///
    /// # Errors
    /// When the machine says no.
    pub fn put_person_pages(&mut self, pages: &PersonPages) -> Result<(), PaperFault> {
        let folder = path::person(&pages.person);
        for (name, text) in pages_of(pages) {
            self.write_file(&format!("{folder}/{name}"), text.as_bytes())?;
        }
        Ok(())
    }

    /// Writes the files of nouns that have no records, and last of all the file that makes the folder whole.
    ///
    /// # Errors
    /// When the machine says no.
    pub fn finish(mut self) -> Result<Written, PaperFault> {
        self.turn_to(Noun::Attachment)?;
        self.close()?;
        let manifest = Manifest::of(&self.counts);
        let bytes = manifest.to_bytes().map_err(|error| PaperFault::folder(path::MANIFEST, error.into()))?;
        self.write_file(path::MANIFEST, &bytes)?;
        Ok(Written { records: manifest.records(), files: self.files })
    }

    /// Opens the noun's file, and on the way the empty ones of the nouns before it.
    fn turn_to(&mut self, noun: Noun) -> Result<(), PaperFault> {
        let now = self.open.as_ref().map(|(open, _)| *open);
        if now > Some(noun) {
            return Err(PaperFault::Order { noun: noun.name() });
        }
        for next in Noun::ALL.into_iter().filter(|next| now < Some(*next) && *next <= noun) {
            self.close()?;
            let path = path::records(next);
            let file = self.folder.create(&path).map_err(|error| PaperFault::folder(&path, error))?;
            self.open = Some((next, BufWriter::new(file)));
            self.last = None;
            self.files += 1;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), PaperFault> {
        match self.open.take() {
            None => Ok(()),
            Some((noun, mut file)) => {
                file.flush().map_err(|error| PaperFault::folder(&path::records(noun), error))
            }
        }
    }

    fn write_file(&mut self, path: &str, bytes: &[u8]) -> Result<(), PaperFault> {
        let write = |folder: &mut F| {
            let mut file = folder.create(path)?;
            file.write_all(bytes)?;
            file.flush()
        };
        write(self.folder).map_err(|error| PaperFault::folder(path, error))?;
        self.files += 1;
        Ok(())
    }
}
