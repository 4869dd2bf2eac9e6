//! A year of 1:1s with a person, in one file.

use std::path::PathBuf;

use chrono::NaiveDate;
use domain::one_on_one::Meeting;
use domain::person::Person;
use domain::{PersonId, Refusal};
use serde::Deserialize;
use store::noun::meeting::{self, MeetingFilter};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::leaving::{Form, SheetSize};
use crate::one_on_one::shared;
use crate::reply::SavedFile;

/// Writes the shared notes of every 1:1 with a person that took place in one year into one file, the oldest first. What
/// leaves is the same as with a single 1:1.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ExportYear {
    /// With whom.
    pub person: PersonId,
    /// Which year.
    pub year: i32,
    /// What it is printed on.
    pub size: Option<SheetSize>,
    /// Where to: a name that ends in `.pdf` or `.md`.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for ExportYear {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let form = Form::of(&self.file)?;
        let day = |month, day| {
            NaiveDate::from_ymd_opt(self.year, month, day)
                .filter(|day| (1..=9999).contains(&chrono::Datelike::year(day)))
        };
        let (Some(from), Some(to)) = (day(1, 1), day(12, 31)) else {
            return Err(Fault::wrong_use("There is no such year."));
        };
        let notes = {
            let read = desk.read();
            let _moment = store::noun::one_moment(read)?;
            need::<Person>(read, self.person)?;
            let of_year =
                MeetingFilter { person: Some(self.person), from: Some(from), to: Some(to), limit: None };
            meeting::lines(read, &of_year)?
                .into_iter()
                .rev()
                .filter(|line| line.state.has_met())
                .map(|line| {
                    let of: Meeting = need(read, line.id)?;
                    shared(read, &of)
                })
                .collect::<Result<Vec<_>, Fault>>()?
        };
        if notes.is_empty() {
            return Err(Refusal::new(
                "person.no_documents",
                "No 1:1 with this person took place in that year.",
            )
            .next("Choose another year.")
            .into());
        }
        form.write(&self.file, &notes, self.size)
    }
}
