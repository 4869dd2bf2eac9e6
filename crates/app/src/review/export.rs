//! A review as a file: pages to print, or Markdown. What is shared or final leaves as it was frozen, and a draft says on each
//! page that it is one.

use std::path::PathBuf;

use domain::review::{Review, ReviewState};
use domain::{ReviewId, ReviewVersionId};
use paper::review::ReviewStatus;
use serde::{Deserialize, Serialize};
use store::noun::{Noun, review};

use super::sheet::{Signs, paper_of};
use super::sign::frozen;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::files;
use crate::leaving::{Form, SheetSize};
use crate::reply::SavedFile;
use crate::{Fault, words};

/// Writes a review as PDF or Markdown: the newest version that was shared, or the draft as it stands.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Which review.
    pub id: ReviewId,
    /// Which version of it; when absent the newest, or the draft where it is being written.
    pub version: Option<ReviewVersionId>,
    /// As it stands now, as a draft, even where it was shared already.
    pub as_draft: Option<bool>,
    /// What it is printed on.
    pub size: Option<SheetSize>,
    /// Where to.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for Export {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let form = Form::of(&self.file)?;
        let bytes = match self.as_draft {
            Some(true) => draft_of(desk, self.id, form, self.size.unwrap_or_default())?,
            _ => bytes_of(desk, self.id, self.version, form, self.size.unwrap_or_default())?,
        };
        files::write("The file", &self.file, &bytes)?;
        Ok(SavedFile { file: files::name_of(&self.file) })
    }
}

/// A review in the form it leaves in.
fn bytes_of(
    desk: &mut OpenDesk,
    id: ReviewId,
    version: Option<ReviewVersionId>,
    form: Form,
    size: SheetSize,
) -> Result<Vec<u8>, Fault> {
    let of: Review = need(desk.read(), id)?;
    let versions = review::around(desk.read(), id)?.versions;
    let wanted = match version {
        Some(version) => {
            let there = versions.into_iter().find(|one| one.id == version);
            // Asked for by its name, nothing else leaves in its place.
            Some(there.ok_or_else(|| words::missing(Noun::ReviewVersion))?)
        }
        None if matches!(of.state, ReviewState::Draft | ReviewState::Ready) => None,
        None => versions.into_iter().next_back(),
    };
    match wanted {
        Some(version) => frozen(desk, &version, form, size.into()),
        None => draft_of(desk, id, form, size),
    }
}

/// A review as it is being written.
fn draft_of(desk: &OpenDesk, id: ReviewId, form: Form, size: SheetSize) -> Result<Vec<u8>, Fault> {
    let of: Review = need(desk.read(), id)?;
    let paper = paper_of(desk.read(), &of, ReviewStatus::Draft, &Signs::of(desk)?)?;
    form.bytes(&[paper], size.into())
}

/// Writes every review of a cycle, each as a PDF of its own in one folder.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ExportCycle {
    /// Which cycle.
    pub cycle: String,
    /// What they are printed on.
    pub size: Option<SheetSize>,
    /// Where to.
    #[cfg_attr(test, ts(skip))]
    pub folder: PathBuf,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportedCycle {
    /// How many files.
    pub files: u32,
    /// Who is left out because a letter of the review is in no font, with what to do, each in one sentence.
    pub left_out: Vec<String>,
}

impl OpenCall for ExportCycle {
    type Reply = ExportedCycle;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let lines = review::lines_of_cycle(desk.read(), &self.cycle)?;
        let total = lines.len() as u64;
        let (mut written, mut left_out) = (0, Vec::new());
        let mut names = files::Names::default();
        for (line, done) in lines.into_iter().zip(0..) {
            desk.work().step(done, Some(total), "Writing the reviews")?;
            match bytes_of(desk, line.review.id, None, Form::Pdf, self.size.unwrap_or_default()) {
                Ok(bytes) => {
                    let name = names.free(&format!("{} {}", self.cycle, line.person_name), "pdf");
                    files::write("The file", &self.folder.join(name), &bytes)?;
                    written += 1;
                }
                Err(fault) if fault.rule.as_deref() == Some("paper.letters") => {
                    left_out.push(format!("{}: {fault}", line.person_name));
                }
                Err(fault) => return Err(fault),
            }
        }
        Ok(ExportedCycle { files: written, left_out })
    }
}
