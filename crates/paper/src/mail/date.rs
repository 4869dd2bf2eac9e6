//! When a message was sent, as it says itself.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// The moment with its offset; nothing for a date that no calendar has.
pub(super) fn read(date: &mail_parser::DateTime) -> Option<DateTime<FixedOffset>> {
    let seconds = (i32::from(date.tz_hour) * 60 + i32::from(date.tz_minute)) * 60;
    let offset = FixedOffset::east_opt(if date.tz_before_gmt { -seconds } else { seconds })?;
    let day = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))?;
    // A leap second is the second before it.
    let time =
        day.and_hms_opt(u32::from(date.hour), u32::from(date.minute), u32::from(date.second.min(59)))?;
    let year = i32::from(date.year);
    (1970..=9999).contains(&year).then(|| time.and_local_timezone(offset).single()).flatten()
}
