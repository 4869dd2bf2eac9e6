//! Reviews and what belongs to them: their rows, and the lists of them.

use domain::{
    PersonId, RecordId, ReviewId, ReviewVersionId,
    review::{PeerInput, Point, Review, ReviewCycle, ReviewVersion, SelfReview, Signature, SigningKey},
};

use super::{Reading, Record, collect, pointing_at, record_at, remove_with_files};
use crate::{fault::Result, gate::Deed};

mod parts;
mod row;
#[cfg(test)]
pub(crate) mod tests;

/// The columns of a review, in the order of its table.
const COLUMNS: &str =
    "r.id, r.person, r.cycle, r.text, r.reviewer, r.state, r.shared_at, r.planned_at, r.held_at,
  r.second_wanted_by, r.second_at, r.second_held_at, r.accepted_at, r.closed_at, r.seconds";

/// A review as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewLine {
    /// The review.
    pub review: Review,
    /// About whom.
    pub person_name: String,
}

/// The reviews of a person, or of everybody: newest cycle first, then by name; the first `limit` of them.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, person: Option<PersonId>, limit: Option<u32>) -> Result<Vec<ReviewLine>> {
    let of_person = if person.is_some() { "WHERE r.person = ?1" } else { "WHERE ?1 IS NULL" };
    // Which ones they are is settled before a text is read.
    let sql = format!(
        "SELECT found.name, {COLUMNS}
         FROM (SELECT r.id, r.cycle, coalesce(p.name, '') AS name
               FROM review AS r LEFT JOIN person AS p ON p.id = r.person {of_person}
               ORDER BY r.cycle DESC, 3, r.id LIMIT ?2) AS found
         JOIN review AS r ON r.id = found.id
         ORDER BY found.cycle DESC, found.name, found.id"
    );
    let person = person.map(PersonId::record);
    let limit = limit.map_or(-1, i64::from);
    collect(read, &sql, (person.as_ref().map(RecordId::as_bytes), limit), |row| {
        Ok(ReviewLine { review: record_at(row, 1)?, person_name: row.get(0)? })
    })
}

/// A review with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// Its points and those of its self review, in the order of reading.
    pub points: Vec<Point>,
    /// The self review.
    pub self_review: Option<SelfReview>,
    /// What others say, in the order they were asked.
    pub inputs: Vec<PeerInput>,
    /// What was shared, oldest first.
    pub versions: Vec<ReviewVersion>,
}

/// What belongs to a review.
///
/// # Errors
/// What reading can fail with.
pub fn around(read: &Reading, review: ReviewId) -> Result<Around> {
    Ok(Around {
        points: points(read, review)?,
        self_review: self_review(read, review)?,
        inputs: of(
            read,
            "SELECT id, review, author, person, relation, team, state, asked_on, notes, words, approved
             FROM peer_input WHERE review = ? ORDER BY asked_on, id",
            review.record(),
        )?,
        versions: of(
            read,
            "SELECT id, review, number, made_at, reason, content FROM review_version WHERE review = ? ORDER BY number, id",
            review.record(),
        )?,
    })
}

/// The points of a review and of its self review, in the order of reading.
///
/// # Errors
/// What reading can fail with.
pub fn points(read: &Reading, review: ReviewId) -> Result<Vec<Point>> {
    let mut points: Vec<Point> = of(
        read,
        "SELECT id, review, \"of\", section, place, marked, is_soft, is_touchy, message, text, author, question, answer,
           is_parked, disagreement, is_agreed
         FROM review_point WHERE review = ?",
        review.record(),
    )?;
    points.sort_by_key(|point| (point.section, point.place, point.id));
    Ok(points)
}

/// The self review of a review.
///
/// # Errors
/// What reading can fail with.
pub fn self_review(read: &Reading, review: ReviewId) -> Result<Option<SelfReview>> {
    let sql = "SELECT id, review, state, note, returns, handed_in_on FROM self_review WHERE review = ? ORDER BY id LIMIT 1";
    Ok(of(read, sql, review.record())?.into_iter().next())
}

/// The signatures below a version, in the order they were made.
///
/// # Errors
/// What reading can fail with.
pub fn signatures(read: &Reading, version: ReviewVersionId) -> Result<Vec<Signature>> {
    of(
        read,
        "SELECT id, version, part, name, signed_at, key, signature FROM signature WHERE version = ? ORDER BY signed_at, id",
        version.record(),
    )
}

/// The cycle of a name.
///
/// # Errors
/// What reading can fail with.
pub fn cycle(read: &Reading, name: &str) -> Result<Option<ReviewCycle>> {
    let sql =
        "SELECT id, name, \"from\", until, self_review_by, share_by, discuss_by, sign_by FROM review_cycle
      WHERE name = ? ORDER BY id LIMIT 1";
    Ok(collect(read, sql, [name], |row| record_at(row, 0))?.into_iter().next())
}

/// The cycles that were given dates, the newest first.
///
/// # Errors
/// What reading can fail with.
pub fn cycles(read: &Reading) -> Result<Vec<ReviewCycle>> {
    let sql =
        "SELECT id, name, \"from\", until, self_review_by, share_by, discuss_by, sign_by FROM review_cycle
      ORDER BY until DESC, name, id";
    collect(read, sql, [], |row| record_at(row, 0))
}

/// The reviews of a cycle with their people, by name.
///
/// # Errors
/// What reading can fail with.
pub fn lines_of_cycle(read: &Reading, cycle: &str) -> Result<Vec<ReviewLine>> {
    let sql = format!(
        "SELECT coalesce(p.name, ''), {COLUMNS} FROM review AS r LEFT JOIN person AS p ON p.id = r.person
         WHERE r.cycle = ? ORDER BY 1, r.id"
    );
    collect(read, &sql, [cycle], |row| {
        Ok(ReviewLine { review: record_at(row, 1)?, person_name: row.get(0)? })
    })
}

/// The key that the owner signs with, once there is one: the first that was made.
///
/// # Errors
/// What reading can fail with.
pub fn signing_key(read: &Reading) -> Result<Option<SigningKey>> {
    let sql = "SELECT id, seed, made_at FROM signing_key ORDER BY made_at, id LIMIT 1";
    Ok(collect(read, sql, [], |row| record_at(row, 0))?.into_iter().next())
}

fn of<R: Record>(read: &Reading, sql: &str, record: RecordId) -> Result<Vec<R>> {
    collect(read, sql, [record.as_bytes()], |row| record_at(row, 0))
}

/// Removes a review with everything that belongs to it.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: ReviewId) -> Result<()> {
    let record = id.record();
    for point in pointing_at(deed.read(), "SELECT id FROM review_point WHERE review = ?", record)? {
        remove_with_files::<Point>(deed, point)?;
    }
    for own in pointing_at(deed.read(), "SELECT id FROM self_review WHERE review = ?", record)? {
        remove_with_files::<SelfReview>(deed, own)?;
    }
    for input in pointing_at(deed.read(), "SELECT id FROM peer_input WHERE review = ?", record)? {
        remove_with_files::<PeerInput>(deed, input)?;
    }
    for version in pointing_at(deed.read(), "SELECT id FROM review_version WHERE review = ?", record)? {
        for signature in pointing_at(deed.read(), "SELECT id FROM signature WHERE version = ?", version)? {
            deed.remove::<Signature>(signature)?;
        }
        deed.remove::<ReviewVersion>(version)?;
    }
    remove_with_files::<Review>(deed, record)
}

/// Removes something that belongs to a review, with the files kept with it.
///
/// # Errors
/// What writing can fail with.
pub fn remove_part<R: Record>(deed: &mut Deed<'_>, id: impl Into<RecordId>) -> Result<()> {
    remove_with_files::<R>(deed, id.into())
}
