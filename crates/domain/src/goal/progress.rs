//! How far a measured goal has come, and how often to look at it.

use bigdecimal::{BigDecimal, ToPrimitive, Zero};
use chrono::NaiveDate;

use super::{Entry, EntryKind, Goal};

/// A goal that ends within a quarter, a year, or later is looked at every so many days.
const REVIEW_DAYS: [(i64, u32); 2] = [(90, 14), (366, 28)];
/// A goal that is further off than that, or has no day.
const REVIEW_DAYS_LATER: u32 = 56;
/// Halved, it is still no more often than once a week.
const SHORTEST_HALF: u32 = 7;

/// Days from one look at a goal to the next: its own, or what the time from `today` to its due day suggests; half of
/// that, but at least a week, for somebody junior and when the last two entries say that nothing moved.
///
/// `story` are the goal's entries, oldest first.
pub fn review_interval(goal: &Goal, story: &[Entry], is_junior: bool, today: NaiveDate) -> u32 {
    if let Some(own) = goal.review_days {
        return own.max(1);
    }
    let ahead = goal.due.map_or(i64::MAX, |due| (due - today).num_days());
    let usual =
        REVIEW_DAYS.iter().find(|(within, _)| ahead <= *within).map_or(REVIEW_DAYS_LATER, |(_, days)| *days);
    let mut looks = story.iter().rev().filter(|entry| entry.kind == EntryKind::Progress);
    let stands_still = [looks.next(), looks.next()].iter().all(|entry| entry.is_some_and(|e| !e.has_moved));
    if is_junior || stands_still { (usual / 2).max(SHORTEST_HALF) } else { usual }
}

/// How far a measured goal has come, in percent from its start to its target, clamped to 0 and 100; none for a goal that
/// is not measured, or before the first figure in its unit. The newest figure counts. The target may lie below the start.
///
/// `story` are the goal's entries, oldest first.
pub fn percent(goal: &Goal, story: &[Entry]) -> Option<u8> {
    let target = goal.target.as_ref()?;
    let zero = BigDecimal::zero();
    let start = goal.start_value.as_ref().map_or(&zero, |start| &start.value);
    let latest = story
        .iter()
        .rev()
        .filter_map(|entry| entry.value.as_ref())
        .find(|value| value.unit == target.unit)?;
    let way = &target.value - start;
    if way.is_zero() {
        return Some(100);
    }
    let hundred = (&latest.value - start) * BigDecimal::from(100) / way;
    let whole = hundred.to_f64().unwrap_or(0.0).clamp(0.0, 100.0).floor();
    // Between 0 and 100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(whole as u8)
}
