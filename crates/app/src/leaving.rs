//! Handing over what leaves to be read: a file on the disk, or a message for the owner's mail program.

use std::path::Path;

use paper::leaving::{Leaving, Mail, PaperSize, Print, make_markdown, make_pdf};
use serde::{Deserialize, Serialize};

use crate::desk::OpenDesk;
use crate::fonts::Fonts;
use crate::reply::SavedFile;
use crate::{Fault, Happening, files};

/// A prepared message. Each part still has to be encoded for a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MailText {
    /// To whom; empty where no address is known.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text; lines end with CR LF.
    pub body: String,
    /// Whether not everything fitted; the text then says that the whole is in the file.
    pub is_cut: bool,
}

/// Hands a message over, and to the owner's mail program where that is wanted.
pub(crate) fn compose(desk: &OpenDesk, mail: Mail, open: Option<bool>) -> MailText {
    if open == Some(true) {
        (desk.house().hear)(Happening::Compose { link: mail.link() });
    }
    let Mail { to, subject, body, is_cut } = mail;
    MailText { to, subject, body, is_cut }
}

/// What a file is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SheetSize {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl From<SheetSize> for PaperSize {
    fn from(size: SheetSize) -> Self {
        match size {
            SheetSize::A4 => Self::A4,
            SheetSize::Letter => Self::Letter,
        }
    }
}

/// What a file to be read is written as.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// Pages to print.
    Pdf,
    /// Text.
    Markdown,
}

impl Form {
    /// By the ending of the file's name.
    ///
    /// # Errors
    /// Wrong use for any other ending.
    pub(crate) fn of(file: &Path) -> Result<Self, Fault> {
        let is = |ending: &str| file.extension().is_some_and(|given| given.eq_ignore_ascii_case(ending));
        match (is("pdf"), is("md")) {
            (true, _) => Ok(Self::Pdf),
            (_, true) => Ok(Self::Markdown),
            _ => Err(Fault::wrong_use("Such a file is written as PDF or as Markdown.")
                .next("Choose a name that ends in .pdf or .md.")),
        }
    }

    /// One thing or several in this form, printed on A4 where nothing else is said.
    ///
    /// # Errors
    /// When a PDF lacks letters of it.
    pub(crate) fn bytes<L: Leaving>(self, all: &[L], size: PaperSize) -> Result<Vec<u8>, Fault> {
        Ok(match self {
            Self::Pdf => Fonts::only_if_needed(|fallbacks| {
                make_pdf(all, &Print { size, fallbacks, ..Print::default() })
            })?,
            Self::Markdown => make_markdown(all).into_bytes(),
        })
    }

    /// Writes one thing or several.
    ///
    /// # Errors
    /// When a PDF lacks letters of it, or when the disk fails.
    pub(crate) fn write<L: Leaving>(
        self,
        file: &Path,
        all: &[L],
        size: Option<SheetSize>,
    ) -> Result<SavedFile, Fault> {
        files::write("The file", file, &self.bytes(all, size.unwrap_or_default().into())?)?;
        Ok(SavedFile { file: files::name_of(file) })
    }
}
