//! Why a file could not be made or understood, split by what the caller can do about it.

use std::fmt;

/// Where in a file something stands. All numbers count from 1, as people count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Which file, relative to its folder; none where there is only one.
    pub file: Option<String>,
    /// Line of a text, or row of a table as a spreadsheet numbers it.
    pub row: Option<u64>,
    /// Column of the table.
    pub column: Option<u64>,
}

impl Place {
    /// A row of the only file there is.
    pub(crate) fn row(row: u64) -> Self {
        Self { file: None, row: Some(row), column: None }
    }

    /// A cell of the only file there is.
    pub(crate) fn cell(row: u64, column: u64) -> Self {
        Self { file: None, row: Some(row), column: Some(column) }
    }

    /// A whole file of a folder.
    pub(crate) fn file(path: impl Into<String>) -> Self {
        Self { file: Some(path.into()), row: None, column: None }
    }

    /// A line of a file of a folder.
    pub(crate) fn line(path: impl Into<String>, line: u64) -> Self {
        Self { file: Some(path.into()), row: Some(line), column: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, column) = (self.row, self.column);
        match (&self.file, row, column) {
            (None, Some(row), Some(column)) => write!(f, "row {row}, column {column}"),
            (None, Some(row), None) => write!(f, "row {row}"),
            (Some(file), Some(line), _) => write!(f, "{file}, line {line}"),
            (Some(file), None, _) => write!(f, "{file}"),
            (None, None, _) => write!(f, "the file"),
        }
    }
}

/// A file that could not be made or understood.
///
/// No message repeats what a record or a cell contains: it says where to look instead.
#[derive(Debug, thiserror::Error)]
pub enum PaperFault {
    /// The file is not what it should be. The person can mend it and try again.
    #[error("{sentence} ({place})")]
    Unreadable {
        /// Where to look.
        place: Place,
        /// What is wrong there, in one sentence.
        sentence: String,
        /// What to do next.
        next: String,
    },
    /// The folder was made by a newer version, in a format this one does not know.
    #[error(
        "This folder was made by a newer version of Inglenook (format {found}; this version reads up to {known})."
    )]
    Newer {
        /// The format of the folder.
        found: u32,
        /// The newest format this version reads.
        known: u32,
    },
    /// The folder could not be read or written: the machine said no.
    #[error("{path} could not be read or written.")]
    Folder {
        /// Which file, relative to the folder.
        path: String,
        /// What the machine said.
        source: std::io::Error,
    },
    /// The page could not be drawn.
    #[error("{sentence}")]
    Drawing {
        /// What did not fit, in one sentence.
        sentence: String,
    },
    /// A text has letters that no font at hand has.
    #[error("Some of these words are written in {script}, which no font of this PDF has.")]
    Letters {
        /// What the letters are called, in plain words.
        script: &'static str,
    },
    /// Records were handed over in the wrong order or twice. A mistake of the caller, never of the person.
    #[error("The {noun} records were not handed over in order.")]
    Order {
        /// Whose turn it was.
        noun: &'static str,
    },
}

impl PaperFault {
    pub(crate) fn unreadable(place: Place, sentence: impl Into<String>, next: impl Into<String>) -> Self {
        Self::Unreadable { place, sentence: sentence.into(), next: next.into() }
    }

    pub(crate) fn folder(path: &str, source: std::io::Error) -> Self {
        Self::Folder { path: path.to_owned(), source }
    }

    /// What happened and where, as one or two sentences for a person.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unreadable { place, sentence, .. } if *place == Place::default() => sentence.clone(),
            Self::Unreadable { place, sentence, .. } => format!("{sentence} Look at {place}."),
            other => other.to_string(),
        }
    }

    /// What the person can do next.
    pub fn next(&self) -> Option<&str> {
        match self {
            Self::Unreadable { next, .. } => Some(next),
            Self::Newer { .. } => Some("Update Inglenook on this computer, then import the folder again."),
            Self::Folder { .. } => {
                Some("Check that the folder is there, that it may be used, and that there is room.")
            }
            Self::Letters { .. } => Some(
                "Install a font that has them, such as one of the Noto fonts, or save as Markdown instead: it carries every letter.",
            ),
            Self::Drawing { .. } | Self::Order { .. } => None,
        }
    }
}
