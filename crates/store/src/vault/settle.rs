//! Comparing what the database says with the head marks and the journal, and mending what the journal can mend.
//!
//! Three witnesses tell how far the vault had come. A commit reaches the journal first, then the database, then the
//! head. So a journal that is ahead holds a deed that was never acknowledged, a database that is behind the head has
//! lost something, and two that tell different stories cannot both be right.

use rusqlite::{Connection, TransactionBehavior};

use super::head::{Head, chain};
use super::journal::{Journal, Journaled, Tail, replay};
use crate::fault::{Result, StoreFault};
use crate::log::{self, Position};

/// What came of the comparison.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// The database is whole, now at least.
    Whole(Whole),
    /// It has to be rebuilt, and why.
    Broken(&'static str),
}

/// A database that agrees with everything that is known about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    /// How far it has come.
    pub(crate) position: Position,
    /// The length of the journal.
    pub(crate) journal_end: u64,
    /// How many acknowledged changes were missing and came back from the journal.
    pub(crate) mended: u64,
    /// The head file held no genuine mark.
    pub(crate) head_was_lost: bool,
    /// The journal does not lead from the newest backup to here: a fresh backup is owed.
    pub(crate) journal_was_lost: bool,
}

/// How far a journal reaches, as far as it can be read.
pub(crate) struct Survey {
    /// It starts after this deed.
    pub(crate) base: Position,
    /// Its last deed, or the base.
    pub(crate) last: Position,
    /// The end of its last genuine frame.
    pub(crate) end: u64,
    /// The chain after the deed that was asked for.
    pub(crate) chain_there: Option<[u8; 32]>,
}

/// Walks a journal from its base. `None` if it has no base that can be read. Stops where the numbers do not go on.
pub(crate) fn survey(mut tail: Tail<'_>, seq: u64) -> Result<Option<Survey>> {
    let Journaled::Base(base) = tail.next()? else { return Ok(None) };
    let chain_there = (base.seq == seq).then_some(base.chain);
    let mut survey = Survey { base, last: base, end: tail.at(), chain_there };
    while let Journaled::Deed(entry) = tail.next()? {
        if entry.seq != survey.last.seq + 1 {
            break;
        }
        survey.last = Position { seq: entry.seq, chain: entry.chain };
        survey.end = tail.at();
        if entry.seq == seq {
            survey.chain_there = Some(entry.chain);
        }
    }
    Ok(Some(survey))
}

/// Does the deeds of a journal again that the database has not. Returns how far it came.
///
/// A deed that does not fit ends it: everything before stays, and the rest is not believed.
pub(crate) fn catch_up(connection: &mut Connection, mut tail: Tail<'_>) -> Result<Position> {
    let mut position = log::position(connection)?;
    loop {
        let entry = match tail.next()? {
            Journaled::Deed(entry) => entry,
            Journaled::Base(_) => continue,
            Journaled::End | Journaled::Broken => return Ok(position),
        };
        if entry.seq <= position.seq {
            continue;
        }
        if entry.seq != position.seq + 1 {
            return Ok(position);
        }
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match replay(&transaction, &entry) {
            Ok(()) => transaction.commit()?,
            Err(StoreFault::Damaged(_)) => return Ok(position),
            Err(fault) => return Err(fault),
        }
        position = Position { seq: entry.seq, chain: entry.chain };
    }
}

/// Compares, and mends from the journal. Needs the journal's lock.
///
/// The usual case, where all three agree, reads one row, 96 bytes and a file length.
pub(crate) fn settle(connection: &mut Connection, journal: &mut Journal, head: &mut Head) -> Result<Verdict> {
    let marks = head.read()?;
    let found = log::position(connection)?;
    let length = journal.len()?;
    if let Some(mark) = marks.mark
        && marks.damaged == 0
        && mark.seq == found.seq
        && mark.is_at(&chain(&found))
        && mark.journal_end == length
    {
        return Ok(Verdict::Whole(Whole {
            position: found,
            journal_end: length,
            mended: 0,
            head_was_lost: false,
            journal_was_lost: false,
        }));
    }
    let acknowledged = marks.mark.map_or(0, |mark| mark.seq);
    if let Some(mark) = marks.mark
        && mark.seq <= found.seq
        && !log::chain_at(connection, mark.seq)?.is_some_and(|there| mark.is_at(&seal::chain::Chain(there)))
    {
        return Ok(Verdict::Broken("The history in the database is not the one that was written last."));
    }
    let mut whole = Whole {
        position: found,
        journal_end: length,
        mended: acknowledged.saturating_sub(found.seq),
        head_was_lost: marks.mark.is_none(),
        journal_was_lost: false,
    };
    let Some(present) = survey(journal.tail(0)?, found.seq)? else {
        whole.journal_was_lost = true;
        return Ok(finish(whole, acknowledged));
    };
    if found.seq > present.last.seq {
        // The database is ahead: the journal lost its end. What both know must be the same.
        whole.journal_was_lost = true;
        if log::chain_at(connection, present.last.seq)? != Some(present.last.chain) {
            return Ok(Verdict::Broken("The database and the journal tell different histories."));
        }
        return Ok(finish(whole, acknowledged));
    }
    if found.seq < present.base.seq {
        let before = match journal.before()? {
            Some(tail) => survey(tail, found.seq)?,
            None => None,
        };
        if before.is_none_or(|before| before.chain_there != Some(found.chain)) {
            return Ok(Verdict::Broken("The database is older than the journal reaches back."));
        }
        if let Some(tail) = journal.before()? {
            catch_up(connection, tail)?;
        }
    } else if present.chain_there != Some(found.chain) {
        return Ok(Verdict::Broken("The database and the journal tell different histories."));
    }
    whole.position = catch_up(connection, journal.tail(0)?)?;
    if whole.position.seq < present.last.seq {
        return Ok(Verdict::Broken("The journal does not fit the database."));
    }
    if present.end < length {
        // A write that was cut off by a crash, beyond everything that was acknowledged.
        journal.cut_to(present.end)?;
    }
    whole.journal_end = present.end;
    Ok(finish(whole, acknowledged))
}

/// Whatever was acknowledged has to be there.
fn finish(whole: Whole, acknowledged: u64) -> Verdict {
    if whole.position.seq < acknowledged {
        return Verdict::Broken("Changes that were saved are missing from the database.");
    }
    Verdict::Whole(whole)
}

#[cfg(test)]
mod tests;
