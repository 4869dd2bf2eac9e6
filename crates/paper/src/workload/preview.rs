//! What taking in a table of work would bring.

use std::collections::HashMap;

use domain::{
    headcount::{StaffRow, months_without},
    text,
};

use super::{
    KEPT, WorkColumns, WorkDraft, WorkField, WorkMapping, WorkNeed,
    heads::{guess_work_columns, unit_of},
    merged::Filler,
    read::RowReader,
    source::{Source, read_source},
    totals::Totals,
    troubles::Troubles,
};
use crate::{PaperFault, Place, table::one_line};

/// Says what taking in the table would bring. `name` is what the file is called, `people` are those of the plan.
///
/// - A row is taken whole or not at all; only a person whom nobody in the plan is called, or whom several are, is left
///   open: the hours are taken without a name.
/// - Hours of one person that come to more than 24 a day over a month are not taken, none of them.
/// - A value that is merged over rows is meant for all of them, unless it is a number, which counts once.
/// - While something has to be said first ([`WorkDraft::needs`]), no row is taken and every row is left out.
///
/// # Errors
/// What is no table, what is larger than can be read, a sheet or a column that is not there, and a number of hours that is
/// none. What is wrong with single rows is in the draft.
pub fn preview(
    bytes: &[u8],
    name: &str,
    mapping: &WorkMapping,
    people: &[StaffRow],
) -> Result<WorkDraft, PaperFault> {
    for hours in [mapping.hours_per_item, mapping.hours_per_day].into_iter().flatten() {
        if !(hours.is_finite() && hours >= 0.0) {
            return Err(PaperFault::unreadable(
                Place::default(),
                "The hours of an item and of a day are numbers from 0 on.",
                "Write for example 0.5.",
            ));
        }
    }
    let source = read_source(bytes, mapping.sheet.as_deref())?;
    let columns = mapping.columns.clone().unwrap_or_else(|| guess_work_columns(&source.heads));
    let places = places(&source.heads, &columns)?;
    let hours_head = columns.get(&WorkField::Hours).map_or("", String::as_str);
    let unit = mapping.unit.unwrap_or_else(|| unit_of(hours_head));
    let mut draft = WorkDraft {
        name: one_line(name)
            .chars()
            .filter(|letter| !letter.is_control())
            .take(text::LINE_CHARACTERS)
            .collect(),
        needs: needs(&columns, mapping),
        columns,
        unit,
        rows: (source.rows.len() + source.ragged.len()) as u64,
        ..WorkDraft::default()
    };
    let mut troubles = Troubles::default();
    say_empty_rows(&source, &mut draft, &mut troubles);
    if draft.needs.is_empty() {
        let reader = RowReader::new(mapping, places, unit, people, &source.rows, source.sheet.is_some());
        take(&source, reader, &mut draft, &mut troubles);
    } else {
        draft.left_out = draft.rows;
    }
    (draft.troubles, draft.trouble_count) = troubles.first();
    (draft.sheets, draft.sheet, draft.heads) = (source.sheets, source.sheet, source.heads);
    Ok(draft)
}

fn places(heads: &[String], columns: &WorkColumns) -> Result<HashMap<WorkField, usize>, PaperFault> {
    let mut places = HashMap::new();
    for (field, column) in columns {
        let Some(place) = heads.iter().position(|known| known == column) else {
            return Err(PaperFault::unreadable(
                Place::row(1),
                "A chosen column is not in this table.",
                "Choose the columns again.",
            ));
        };
        places.insert(*field, place);
    }
    Ok(places)
}

fn needs(columns: &WorkColumns, mapping: &WorkMapping) -> Vec<WorkNeed> {
    let has = |field| columns.contains_key(&field);
    let needs = [
        (WorkNeed::When, has(WorkField::When)),
        (WorkNeed::Hours, has(WorkField::Hours) || mapping.hours_per_item.is_some()),
        (WorkNeed::Kind, has(WorkField::Kind) || mapping.kind_otherwise.is_some()),
    ];
    needs.into_iter().filter(|(_, said)| !said).map(|(need, _)| need).collect()
}

/// Empty rows at the end are no trouble: many programs write some. Between others they may be work that went missing.
fn say_empty_rows(source: &Source, draft: &mut WorkDraft, troubles: &mut Troubles) {
    let mut numbers: Vec<u32> = source.rows.iter().map(|row| row.number).collect();
    numbers.extend(source.ragged.iter().map(|row| row.number));
    numbers.sort_unstable();
    let mut before = source.head_row;
    for number in numbers {
        let empty = u64::from(number.saturating_sub(before).saturating_sub(1));
        if empty > 0 {
            draft.empty += empty;
            let sentence = match empty {
                1 => "This row is empty.".to_owned(),
                rows => format!("This row and those below it are empty, {rows} in all."),
            };
            troubles.add(empty, before + 1, "", sentence);
        }
        before = number;
    }
}

fn take(source: &Source, mut reader: RowReader<'_>, draft: &mut WorkDraft, troubles: &mut Troubles) {
    for row in &source.ragged {
        draft.left_out += 1;
        troubles.add(1, row.number, &row.column, format!("{} It is left out.", row.sentence));
    }
    let column = |columns: &WorkColumns, field| columns.get(&field).cloned().unwrap_or_default();
    let mut filler = Filler::new(source.merged.clone());
    let mut totals = Totals::default();
    for row in &source.rows {
        filler.go_to(row);
        match reader.read(row, &filler) {
            Ok(work) => {
                if let Some(nobody) = work.nobody {
                    draft.unnamed += 1;
                    let column = column(&draft.columns, WorkField::Person);
                    troubles.add(1, row.number, &column, nobody.sentence());
                }
                totals.add(row.number, work.key, work.hours);
            }
            Err(no) => {
                draft.left_out += 1;
                if no.is_kind {
                    count_unknown(draft, reader.kind_word(row, &filler));
                }
                let column = column(&draft.columns, no.field);
                troubles.add(1, row.number, &column, no.sentence);
            }
        }
    }
    let (slices, too_much) = totals.slices(&reader.words);
    for share in too_much {
        draft.left_out += share.rows;
        let column = column(&draft.columns, WorkField::Person);
        let sentence = format!(
            "One person would work more than 24 hours a day in {}, from this row on and in {} rows in all. None of them is taken; check whether the hours are those of a whole team.",
            share.month, share.rows
        );
        troubles.add(share.rows, share.first, &column, sentence);
    }
    let months = slices.iter().map(|slice| slice.month);
    if let (Some(first), Some(last)) = (months.clone().min(), months.max()) {
        draft.months_without = months_without(&slices, first, last);
    }
    draft.slices = slices;
}

fn count_unknown(draft: &mut WorkDraft, word: String) {
    let known = draft.unknown_kinds.len();
    match draft.unknown_kinds.get_mut(&word) {
        Some(count) => *count += 1,
        None if known < KEPT => {
            draft.unknown_kinds.insert(word, 1);
        }
        None => {}
    }
}
