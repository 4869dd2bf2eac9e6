//! An exact figure and its unit, in two columns that came later or may be empty.

use domain::folder::Metric;

use super::{Fields, Value, misplaced};
use crate::fault::Result;

/// The figure's digits and its unit.
pub(super) fn write(metric: Option<&Metric>) -> [Value; 2] {
    [
        metric.map(|metric| metric.value.to_plain_string()).as_deref().into(),
        Value::later_line(metric.map_or("", |metric| &metric.unit)),
    ]
}

/// The next two fields as a figure, if there is one.
///
/// # Errors
/// [`crate::StoreFault::Damaged`] when it is none.
pub(super) fn read(fields: &mut Fields) -> Result<Option<Metric>> {
    let (figure, unit) = (fields.line_or_empty()?, fields.line_or_empty()?);
    if figure.is_empty() {
        return Ok(None);
    }
    let value = figure.parse().map_err(|_| misplaced())?;
    Ok(Some(Metric { value, unit }))
}
