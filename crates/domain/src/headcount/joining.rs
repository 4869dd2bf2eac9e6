//! Who is to join, whatever it comes from.

use std::collections::HashMap;

use super::{AssumptionKey, Cause, Inputs, Month, RequisitionKind};

/// A joining: a requisition, or the backfill of a promotion.
pub struct Joining<'a> {
    pub cause: Cause,
    pub role: &'a String,
    /// The role whose people interview, guide and train.
    pub host: &'a String,
    pub start: i32,
    pub until: i32,
    pub count: u32,
    pub kind: RequisitionKind,
}

impl Joining<'_> {
    /// The months of its interviews: those of the search before the start, within the plan, and at least one.
    pub fn interviews(&self, search_months: i32) -> (i32, i32) {
        let closes = self.start.max(1);
        ((self.start - search_months).clamp(0, closes - 1), closes)
    }
}

/// Requisitions in their order, then backfills in the order of the promotions.
pub fn joinings(inputs: &Inputs) -> impl Iterator<Item = Joining<'_>> {
    let places: HashMap<_, _> = inputs.staff.iter().map(|row| (row.id, row)).collect();
    let index = |month: Month| inputs.index(month);
    let mentors = places.clone();
    let planned = inputs.requisitions.iter().enumerate().map(move |(place, one)| Joining {
        cause: Cause::Requisition(place),
        role: &one.role,
        host: one.mentor.and_then(|mentor| mentors.get(&mentor)).map_or(&one.role, |row| &row.role),
        start: index(one.start),
        until: one.until.map_or(i32::MAX, index),
        count: one.count,
        kind: one.kind,
    });
    let backfills = inputs.promotions.iter().enumerate().filter_map(move |(place, one)| {
        let row = places.get(&one.row)?;
        Some(Joining {
            cause: Cause::Backfill(place),
            role: one.backfill_role.as_ref().unwrap_or(&row.role),
            host: &row.role,
            start: index(one.backfill?),
            until: i32::MAX,
            count: 1,
            kind: RequisitionKind::Hire,
        })
    });
    planned.chain(backfills)
}

/// How many months before the start a search begins: the mean time to an offer ÷ the share of accepted offers, rounded.
#[allow(clippy::cast_possible_truncation)] // 1 to 2,400
pub fn search_months(inputs: &Inputs) -> i32 {
    let mean = inputs.assumed(AssumptionKey::MonthsToHire) / inputs.assumed(AssumptionKey::OfferAcceptance);
    mean.round() as i32
}
