//! The whole workbook: its sheets, the names of cells, colours that follow numbers, the chart.

use chrono::Datelike;
use domain::headcount::{AssumptionKey, Measure, Unit};
use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartType, ConditionalFormatCell,
    ConditionalFormatCellRule, ConditionalFormatFormula, DataValidation, DataValidationRule, DocProperties,
    ExcelDateTime, Format, Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError,
};

use super::Sheets;
use super::draw::{Styles, draw, head_format};
use super::grid::{FIRST, Grid, letters};
use super::sheets::{Material, assumptions, slices, summary, tables};
use crate::PaperFault;

/// The most rows a sheet has.
const MOST_ROWS: usize = 1_048_576;
/// From which gap on, in FTE either way, a cell is coloured: what rounds to a whole person.
const NOTICED: f64 = 0.5;

const MISSING: (&str, &str) = ("#FCE3CC", "#8A3B00");
const SPARE: (&str, &str) = ("#DCE9F7", "#123F6D");

/// Draws the worksheet: an Excel workbook whose numbers are formulas, each with the application's own number beside it.
///
/// # Errors
/// Says what does not fit: a table with more rows than a sheet has, or an organisation's name that no file can carry.
pub fn make_worksheet(sheets: &Sheets) -> Result<Vec<u8>, PaperFault> {
    let made = Material::of(sheets);
    let mut grids = tables(&made);
    if let Some(grid) = grids.iter().find(|grid| grid.rows.len() + FIRST as usize > MOST_ROWS) {
        return Err(PaperFault::Drawing {
            sentence: format!(
                "The sheet “{}” would have more rows than a spreadsheet takes. Save the tables as CSV instead.",
                grid.sheet
            ),
        });
    }
    let made_of = summary::made_of(&made, &grids);
    if let Some(first) = grids.first_mut() {
        first.about.push(made_of);
    }
    compose(&made, &grids).map_err(|_| PaperFault::Drawing {
        sentence: "The worksheet could not be drawn. Save the tables as CSV instead.".to_owned(),
    })
}

fn compose(made: &Material, grids: &[Grid]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut styles = Styles::default();
    for grid in grids {
        let sheet = workbook.add_worksheet();
        draw(grid, sheet, &mut styles)?;
        colour(grid, sheet)?;
        match grid.sheet {
            summary::SHEET => {
                let rows = u32::try_from(grid.columns.len()).unwrap_or(0);
                sheet.insert_chart_with_offset(summary::CHART, 0, &chart(made, rows), 4, 4)?;
            }
            assumptions::SHEET => restrict_assumptions(sheet)?,
            slices::SHEET => lay_out_for_pivots(grid, sheet)?,
            _ if !grid.rows.is_empty() => {
                let last = u16::try_from(grid.columns.len()).unwrap_or(1) - 1;
                sheet.autofilter(grid.headings, 0, grid.last(), last)?;
            }
            _ => {}
        }
    }
    name_cells(made, grids, &mut workbook)?;
    workbook.set_properties(&properties(made)?);
    workbook.save_to_buffer()
}

fn properties(made: &Material) -> Result<DocProperties, XlsxError> {
    let on = made.sheets.on;
    let year = u16::try_from(on.year()).unwrap_or(1900).clamp(1900, 9999);
    let [month, day] = [on.month(), on.day()].map(|part| u8::try_from(part).unwrap_or(1));
    // The file carries the day it is made on and no time, so that equal plans give equal bytes.
    let day = ExcelDateTime::from_ymd(year, month, day)?.and_hms(0, 0, 0)?;
    Ok(DocProperties::new()
        .set_title(super::draw::fit(&super::draw::clean(&format!(
            "Headcount plan: {}",
            made.sheets.organisation
        ))))
        .set_author("Inglenook")
        .set_creation_datetime(&day))
}

/// Gives names to the assumptions, the columns and the roles, so that formulas can be read.
fn name_cells(made: &Material, grids: &[Grid], workbook: &mut Workbook) -> Result<(), XlsxError> {
    for (name, row) in assumptions::names().zip(FIRST..) {
        let column = letters(assumptions::VALUE);
        workbook.define_name(name, &format!("={}!${column}${row}", assumptions::SHEET))?;
    }
    for grid in grids {
        for (place, column) in grid.columns.iter().enumerate() {
            if let Some(name) = column.name {
                let (column, first, last) = (letters(place), grid.first() + 1, grid.last() + 1);
                workbook.define_name(name, &format!("={}!${column}${first}:${column}${last}", grid.sheet))?;
            }
        }
    }
    // The rows of roles on the gap sheet, below that of all roles; one row where there is none.
    let roles = made.forecast.roles.len().max(1);
    let last = FIRST as usize + roles;
    for (name, column) in [("role_numbers", "A"), ("roles", "C")] {
        workbook.define_name(name, &format!("=Gap!${column}${}:${column}${last}", FIRST + 1))?;
    }
    Ok(())
}

fn colours((ground, ink): (&str, &str)) -> Format {
    Format::new().set_background_color(ground).set_font_color(ink)
}

/// Colours that follow the numbers: gaps either way, supply below zero, assumptions that were changed.
fn colour(grid: &Grid, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let last = grid.last();
    let columns = grid.columns.iter().zip(0_u16..);
    match grid.sheet {
        assumptions::SHEET => {
            let last = FIRST - 2 + u32::try_from(AssumptionKey::ALL.len()).unwrap_or(0);
            let changed = ConditionalFormatFormula::new()
                .set_rule(format!("=$C{FIRST}<>$E{FIRST}").as_str())
                .set_format(colours(MISSING).set_bold());
            sheet.add_conditional_format(FIRST - 1, 2, last, 2, &changed)?;
        }
        "Gap" | summary::SHEET => {
            let is_gap = |heading: &str| grid.sheet == "Gap" || heading.ends_with("\nGap");
            let gaps = columns.filter(|(column, _)| {
                column.purpose == super::grid::Purpose::Computed && is_gap(&column.heading)
            });
            for (_, place) in gaps {
                let missing = ConditionalFormatCell::new()
                    .set_rule(ConditionalFormatCellRule::GreaterThanOrEqualTo(NOTICED))
                    .set_format(colours(MISSING));
                let spare = ConditionalFormatCell::new()
                    .set_rule(ConditionalFormatCellRule::LessThanOrEqualTo(-NOTICED))
                    .set_format(colours(SPARE));
                sheet.add_conditional_format(grid.first(), place, last, place, &missing)?;
                sheet.add_conditional_format(grid.first(), place, last, place, &spare)?;
            }
        }
        "Supply" => {
            let block = u32::try_from(grid.rows.len() / 10).unwrap_or(0);
            let end = u16::try_from(grid.columns.len()).unwrap_or(4) - 1;
            let below = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::LessThan(0.0))
                .set_format(colours(MISSING).set_bold());
            sheet.add_conditional_format(grid.first(), 3, grid.first() + block.max(1) - 1, end, &below)?;
        }
        _ => {}
    }
    Ok(())
}

fn restrict_assumptions(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (key, row) in AssumptionKey::ALL.into_iter().zip(FIRST - 1..) {
        let spec = key.spec();
        let range = if spec.unit == Unit::Share {
            format!("A share from {}% to {}%.", spec.least * 100.0, spec.most * 100.0)
        } else {
            format!("A number from {} to {}, in {}.", spec.least, spec.most, super::words::unit(spec.unit))
        };
        let validation = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(spec.least, spec.most))
            .ignore_blank(false)
            .set_input_message(range.as_str())?
            .set_error_title("Outside the range")?
            .set_error_message(range.as_str())?;
        sheet.add_data_validation(row, 2, row, 2, &validation)?;
    }
    Ok(())
}

/// The slices as a table of the spreadsheet, which pivot tables are made from.
fn lay_out_for_pivots(grid: &Grid, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    if grid.rows.is_empty() {
        return Ok(());
    }
    // The table writes its headings anew, so that they are told how they look.
    let columns = grid.columns.iter().enumerate().map(|(place, column)| {
        let format = head_format(grid, column, place);
        TableColumn::new().set_header(column.heading.as_str()).set_header_format(format)
    });
    let columns: Vec<_> = columns.collect();
    let table = Table::new().set_name("work_slices").set_columns(&columns).set_style(TableStyle::Light15);
    let last = u16::try_from(grid.columns.len()).unwrap_or(1) - 1;
    sheet.add_table(grid.headings, 0, grid.last(), last, &table)?;
    Ok(())
}

/// Demand against supply by month, all roles together.
fn chart(made: &Material, columns: u32) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    let from = super::sheets::first_month();
    let to = from + u16::try_from(made.forecast.months).unwrap_or(0);
    for (measure, colour) in [(Measure::Demand, "#C2571A"), (Measure::Supply, "#2F4B57")] {
        let block = super::sheets::block(made, measure);
        let row = block.total - 1;
        chart
            .add_series()
            .set_name(super::words::measure(measure))
            .set_categories((block.sheet, FIRST - 2, from, FIRST - 2, to))
            .set_values((block.sheet, row, from, row, to))
            .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(colour).set_width(2.25)));
    }
    chart.title().set_name("Demand and supply, all roles, in FTE");
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.y_axis().set_num_format("0");
    chart.x_axis().set_label_interval(3);
    chart.set_alt_text("A line for demand and one for supply, in FTE, for each month of the plan. The sheets Demand and Supply have the numbers.");
    chart.set_width(120 + columns.max(10) * 68).set_height(400);
    chart
}
