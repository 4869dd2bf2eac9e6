//! A table as a sheet: cells, colours, widths, what stays in sight and what is printed.

use std::collections::HashMap;

use domain::headcount::Month;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError,
};

use super::formulas::has_date;
use super::grid::{Allowed, Cell, Column, Grid, Look, Purpose, Value};

/// The most letters a cell takes, as UTF-16 counts them, less room for the words that say that more follows.
const MOST_LETTERS: usize = 32_000;
/// What stands where a text was too long for a cell.
const GOES_ON: &str = " … (the rest stands in Inglenook)";
const A4: u8 = 9;
/// How high a line of text is, and how high a row may be, in points.
const LINE: f64 = 15.0;
const TALLEST: f64 = 409.0;
/// The most columns of months that one page takes side by side.
const MONTHS_A_PAGE: usize = 19;

const INK: &str = "#1F2A33";
const QUIET: &str = "#6B7680";
const HEAD: &str = "#2F4B57";
const HEAD_EXTRAPOLATED: &str = "#7C919B";
const GREY: &str = "#F1F3F4";
const INPUT: &str = "#FFF9E5";
const INPUT_INK: &str = "#17478F";

/// What decides how a cell looks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Style {
    look: Look,
    purpose: Purpose,
    is_total: bool,
    is_extrapolated: bool,
    is_month: bool,
    is_first: bool,
}

fn is_words(look: Look) -> bool {
    matches!(look, Look::Text | Look::Wrapped)
}

/// The styles that were made so far: a workbook has thousands of cells and a handful of styles.
#[derive(Default)]
pub struct Styles(HashMap<Style, Format>);

impl Styles {
    fn of(&mut self, style: Style) -> &Format {
        self.0.entry(style).or_insert_with(|| format_of(style))
    }
}

fn format_of(style: Style) -> Format {
    let mut format = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
    // What is extrapolated says so in every viewer, also in black and white: by a mark before the number.
    let digits = match (style.look, style.is_extrapolated) {
        (Look::Text | Look::Wrapped, _) => "",
        (Look::Whole, _) => "0",
        (Look::Tenth, false) => "#,##0.0;-#,##0.0;\"–\"",
        (Look::Tenth, true) => "\"~\"#,##0.0;\"~\"-#,##0.0;\"–\"",
        (Look::Hundredth, _) => "0.00",
        (Look::Percent, _) => "0.0%",
        (Look::Month, _) => "yyyy\\-mm",
    };
    // An assumption of nothing is a number like any other.
    let digits =
        if style.purpose != Purpose::Computed && style.look == Look::Tenth { "#,##0.0" } else { digits };
    if !digits.is_empty() {
        format = format.set_num_format(digits).set_align(FormatAlign::Right);
    }
    if style.look == Look::Wrapped {
        format = format.set_text_wrap();
    }
    if is_words(style.look) {
        format = format.set_align(FormatAlign::Left).set_indent(u8::from(!style.is_first));
    }
    format = match style.purpose {
        Purpose::Input => format.set_background_color(INPUT).set_font_color(INPUT_INK),
        Purpose::Computed if !style.is_month => format.set_background_color(GREY).set_font_color(QUIET),
        _ => format,
    };
    if style.is_extrapolated {
        format = format.set_italic().set_background_color(GREY);
    }
    if style.is_total {
        format = format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(QUIET);
    }
    format
}

/// Draws a table on an empty sheet.
pub fn draw(grid: &Grid, sheet: &mut Worksheet, styles: &mut Styles) -> Result<(), XlsxError> {
    sheet.set_name(grid.sheet)?;
    sheet.set_screen_gridlines(false);
    let title = Format::new().set_bold().set_font_size(15).set_font_color(INK);
    sheet.write_string_with_format(0, 0, clean(&grid.title), &title)?;
    let quiet = Format::new().set_font_color(QUIET);
    for (line, row) in grid.about.iter().zip(1..) {
        sheet.write_string_with_format(row, 0, clean(line), &quiet)?;
    }
    draw_headings(grid, sheet)?;
    for (row, at) in grid.rows.iter().zip(grid.first()..) {
        let lines = row.cells.iter().zip(&grid.columns).map(|(cell, column)| lines(cell, column)).max();
        if let Some(lines @ 2..) = lines {
            sheet.set_row_height(at, (LINE * f64::from(lines)).min(TALLEST))?;
        }
        for ((cell, column), place) in row.cells.iter().zip(&grid.columns).zip(0..) {
            let style = Style {
                look: cell.look,
                purpose: purpose(grid, cell, column),
                is_total: row.is_total,
                is_extrapolated: column.is_extrapolated,
                is_month: column.month.is_some() || grid.headings != super::grid::HEADINGS,
                is_first: place == 0,
            };
            draw_cell(cell, sheet, (at, place), styles.of(style))?;
        }
    }
    restrict(grid, sheet)?;
    set_up_pages(grid, sheet)
}

/// A calculated cell is calculated also where its column is for input, and what has nothing to be written is no input.
fn purpose(grid: &Grid, cell: &Cell, column: &Column) -> Purpose {
    match cell.value {
        Value::Formula(..) => Purpose::Computed,
        Value::Month(_) if grid.sheet == super::sheets::assumptions::SHEET => Purpose::Given,
        _ => column.purpose,
    }
}

/// How many lines a cell takes: not every program makes a row as high as its text.
fn lines(cell: &Cell, column: &Column) -> u32 {
    let Value::Text(text) = &cell.value else { return 1 };
    if cell.look != Look::Wrapped {
        return 1;
    }
    // Widths are counted in digits, and most letters are narrower; but words are not broken.
    let room = (column.width * 1.05).max(4.0);
    let letters = |line: &str| f64::from(u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
    let lines: f64 = text.split('\n').map(|line| (letters(line) / room).ceil().max(1.0)).sum();
    (1..=u32::from(u8::MAX)).find(|count| f64::from(*count) >= lines).unwrap_or(u32::from(u8::MAX))
}

/// How the heading of a column looks: it stands where the cells below it stand.
pub fn head_format(grid: &Grid, column: &Column, place: usize) -> Format {
    let below = grid.rows.iter().filter_map(|row| row.cells.get(place));
    let mut below = below.filter(|cell| cell.value != Value::Empty).map(|cell| is_words(cell.look));
    let is_text = below.next().unwrap_or(column.purpose == Purpose::Given && column.month.is_none());
    let ground = if column.is_extrapolated { HEAD_EXTRAPOLATED } else { HEAD };
    let head = Format::new()
        .set_bold()
        .set_font_color("#FFFFFF")
        .set_background_color(ground)
        .set_align(if is_text { FormatAlign::Left } else { FormatAlign::Right })
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_indent(u8::from(is_text && place > 0));
    if column.is_extrapolated { head.set_italic() } else { head }
}

fn draw_headings(grid: &Grid, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let number = Format::new().set_font_color(QUIET).set_font_size(8).set_align(FormatAlign::Right);
    for (column, place) in grid.columns.iter().zip(0..) {
        let head = head_format(grid, column, usize::from(place));
        sheet.write_string_with_format(grid.headings, place, clean(&column.heading), &head)?;
        sheet.set_column_width(place, column.width)?;
        if let Some(month) = column.month {
            sheet.write_number_with_format(grid.headings - 1, place, f64::from(month), &number)?;
        }
    }
    let is_long = |column: &Column| column.heading.chars().count() > 16 && column.width < 15.0;
    sheet.set_row_height(grid.headings, if grid.columns.iter().any(is_long) { 48 } else { 34 })?;
    Ok(())
}

fn draw_cell(
    cell: &Cell,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    format: &Format,
) -> Result<(), XlsxError> {
    match &cell.value {
        Value::Empty => sheet.write_blank(row, column, format)?,
        Value::Text(text) => sheet.write_string_with_format(row, column, fit(&clean(text)), format)?,
        Value::Number(number) => sheet.write_number_with_format(row, column, *number, format)?,
        Value::Month(month) => match date_number(*month) {
            Some(number) => sheet.write_number_with_format(row, column, number, format)?,
            None => sheet.write_string_with_format(row, column, month.to_string(), format)?,
        },
        Value::Formula(formula, number) => {
            // Adding 0 takes the sign off a zero.
            let formula = Formula::new(formula).set_result((number + 0.0).to_string());
            sheet.write_formula_with_format(row, column, formula, format)?
        }
    };
    Ok(())
}

/// The first day of a month as a spreadsheet counts days; none where it has no date for it.
pub fn date_number(month: Month) -> Option<f64> {
    let zero = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = i32::try_from((month.first_day() - zero).num_days()).ok()?;
    has_date(month).then(|| f64::from(days))
}

/// A text that a spreadsheet can hold: line ends are one letter, and of what is no letter only line ends and tabs stay.
pub fn clean(text: &str) -> String {
    let keeps = |letter: &char| {
        matches!(letter, '\n' | '\t') || !(letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}'))
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(keeps).collect()
}

/// A text that fits into a cell.
pub fn fit(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_LETTERS {
        return text.to_owned();
    }
    let mut room = MOST_LETTERS;
    let fits = |letter: &char| {
        let is_in = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        is_in
    };
    let kept: String = text.chars().take_while(fits).collect();
    kept + GOES_ON
}

fn restrict(grid: &Grid, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    if grid.rows.is_empty() {
        return Ok(());
    }
    for (column, place) in grid.columns.iter().zip(0..) {
        let validation = DataValidation::new().ignore_blank(true);
        let (validation, message) = match &column.allowed {
            Allowed::Anything => continue,
            Allowed::Between(least, most) => (
                validation.allow_decimal_number(DataValidationRule::Between(*least, *most)),
                format!("Write a number from {least} to {most}."),
            ),
            Allowed::Whole(least, most) => (
                validation.allow_whole_number(DataValidationRule::Between(*least, *most)),
                format!("Write a whole number from {least} to {most}."),
            ),
            Allowed::OneOf(list) => {
                (validation.allow_list_strings(list)?, format!("Choose one of {}.", list.join(", ")))
            }
        };
        let validation = validation.set_error_title("Not possible here")?.set_error_message(message)?;
        sheet.add_data_validation(grid.first(), place, grid.last(), place, &validation)?;
    }
    Ok(())
}

fn set_up_pages(grid: &Grid, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let is_summary = grid.headings != super::grid::HEADINGS;
    if is_summary {
        // The chart and the lines above it scroll away with the table; the roles stay.
        sheet.set_freeze_panes(0, grid.frozen)?;
    } else {
        sheet.set_freeze_panes(grid.first(), grid.frozen)?;
        sheet.set_repeat_rows(grid.headings, grid.headings)?;
    }
    let months = grid.columns.iter().filter(|column| column.month.is_some()).count();
    let pages = u16::try_from(months.div_ceil(MONTHS_A_PAGE)).unwrap_or(1).max(1);
    if pages > 1 {
        sheet.set_repeat_columns(0, grid.frozen - 1)?;
    }
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(pages, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&8&F&C&8&A&R&8&P / &N");
    sheet.set_print_area(0, 0, grid.last(), grid.printed.saturating_sub(1))?;
    Ok(())
}
