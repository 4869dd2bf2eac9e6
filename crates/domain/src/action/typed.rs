//! A promise as one types it in a meeting: "Maya: write up the drill by Friday".
//!
//! Who owes it stands before a colon, by when stands at the end after "by". Either may be missing, and what is not
//! understood stays in the text, so that nothing typed is lost.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::PersonId;

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What is promised.
    pub text: String,
    /// Who owes it; the owner of the vault when nobody was named.
    pub owner: Option<PersonId>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The name before the colon fits more than one person, so nobody was chosen.
    pub ambiguous: bool,
}

/// Words for oneself.
const ME: &[&str] = &["me", "i"];

/// Reads a typed line on `today`; `roster` holds everybody who can be named, the owner of the vault as `me`.
pub fn read(line: &str, me: PersonId, roster: &[(PersonId, &str)], today: NaiveDate) -> Typed {
    let (owner, rest, ambiguous) = owner_of(line.trim(), me, roster);
    let (text, due) = due_of(rest, today);
    Typed { text: text.to_owned(), owner, due, ambiguous }
}

fn owner_of<'a>(
    line: &'a str,
    me: PersonId,
    roster: &[(PersonId, &str)],
) -> (Option<PersonId>, &'a str, bool) {
    let Some((name, rest)) = line.split_once(':') else { return (None, line, false) };
    let (name, rest) = (name.trim().to_lowercase(), rest.trim());
    if name.is_empty() || rest.is_empty() {
        return (None, line, false);
    }
    if ME.contains(&name.as_str()) {
        return (Some(me), rest, false);
    }
    // A whole name wins over the beginning of one, and one that names somebody alone over both.
    let lower: Vec<(PersonId, String)> = roster.iter().map(|(id, full)| (*id, full.to_lowercase())).collect();
    let whole: Vec<PersonId> = lower.iter().filter(|(_, full)| *full == name).map(|(id, _)| *id).collect();
    let begun: Vec<PersonId> =
        lower.iter().filter(|(_, full)| begins(full, &name)).map(|(id, _)| *id).collect();
    match (whole.as_slice(), begun.as_slice()) {
        ([one], _) | ([], [one]) => (Some(*one), rest, false),
        ([], []) => (None, line, false),
        _ => (None, line, true),
    }
}

/// Whether every typed word begins a word of the name, in the same order.
fn begins(full: &str, typed: &str) -> bool {
    let mut words = full.split_whitespace();
    typed.split_whitespace().all(|part| words.any(|word| word.starts_with(part)))
}

fn due_of(text: &str, today: NaiveDate) -> (&str, Option<NaiveDate>) {
    let bare = text.trim_end_matches(['.', ' ']);
    let Some(at) = last_word(bare, "by") else { return (text, None) };
    let (before, after) = (&bare[..at], &bare[at + 2..]);
    match day_of(&after.trim().to_lowercase(), today) {
        Some(day) if !before.trim().is_empty() => (before.trim_end_matches([' ', ',']), Some(day)),
        _ => (text, None),
    }
}

/// Where the last standalone `word` begins, whatever its case.
fn last_word(text: &str, word: &str) -> Option<usize> {
    let is_edge = |c: Option<char>| c.is_none_or(char::is_whitespace);
    text.char_indices()
        .rev()
        .filter(|(at, _)| {
            text.get(*at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word))
        })
        .map(|(at, _)| at)
        .find(|at| {
            is_edge(text[..*at].chars().next_back()) && is_edge(text[at + word.len()..].chars().next())
        })
}

/// The day that these words mean on `today`.
fn day_of(words: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> =
        words.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        ["today"] => Some(today),
        ["tomorrow"] => today.succ_opt(),
        ["next", "week"] => Some(coming(Weekday::Mon, today) + Days::new(4)),
        ["end", "of", "week"] | ["end", "of", "the", "week"] => Some(friday_of(today)),
        ["end", "of", "month"] | ["end", "of", "the", "month"] | ["month", "end"] => last_of_month(today),
        ["next", day] => weekday(day).map(|day| coming(day, today)),
        ["in", number, unit] => in_a_while(number.parse().ok()?, unit, today),
        [day] => day.parse().ok().or_else(|| weekday(day).map(|day| coming(day, today))),
        [a, b] => month_and_day(a, b, today).or_else(|| month_and_day(b, a, today)),
        [a, b, year] => {
            let year = year.parse().ok()?;
            let (day, month) = day_and_month(a, b).or_else(|| day_and_month(b, a))?;
            NaiveDate::from_ymd_opt(year, month, day)
        }
        _ => None,
    }
}

/// The next such day, never today: who says "by Friday" on a Friday means the one to come.
fn coming(weekday: Weekday, today: NaiveDate) -> NaiveDate {
    let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday() - 1) % 7 + 1;
    today + Days::new(u64::from(ahead))
}

fn friday_of(today: NaiveDate) -> NaiveDate {
    if today.weekday() == Weekday::Fri { today } else { coming(Weekday::Fri, today) }
}

fn last_of_month(today: NaiveDate) -> Option<NaiveDate> {
    today.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

fn in_a_while(number: u32, unit: &str, today: NaiveDate) -> Option<NaiveDate> {
    match unit.trim_end_matches('s') {
        "day" => today.checked_add_days(Days::new(u64::from(number))),
        "week" => today.checked_add_days(Days::new(7 * u64::from(number))),
        "month" => today.checked_add_months(Months::new(number)),
        _ => None,
    }
}

/// English names, from three letters on.
fn weekday(word: &str) -> Option<Weekday> {
    named(word, &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
        .and_then(|place| Weekday::try_from(u8::try_from(place).ok()?).ok())
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    named(word, &MONTHS).and_then(|place| u32::try_from(place + 1).ok())
}

fn named(word: &str, names: &[&str]) -> Option<usize> {
    (word.len() >= 3).then(|| names.iter().position(|name| name.starts_with(word))).flatten()
}

fn day_and_month(day: &str, month_name: &str) -> Option<(u32, u32)> {
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    Some((day, month(month_name)?))
}

/// The next day of that name: this year's, or the next one's once it has passed.
fn month_and_day(day: &str, month_name: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (day, month) = day_and_month(day, month_name)?;
    (0..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .find(|found| *found >= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_and_by_when_are_read_off_the_line_and_the_rest_stays() {
        let me = PersonId::make();
        let [maya, mara, tomas, tom] = [(); 4].map(|()| PersonId::make());
        let roster =
            [(maya, "Maya Okafor"), (mara, "Mara Okonkwo"), (tomas, "Tomás Lindqvist"), (tom, "Tom Adler")];
        // A Thursday.
        let today: NaiveDate = "2026-11-19".parse().expect("a day");
        for (line, text, owner, due) in [
            ("Maya: write up the drill by Friday", "write up the drill", Some(maya), Some("2026-11-20")),
            ("maya okafor: write up the drill", "write up the drill", Some(maya), None),
            ("tomás: ask", "ask", Some(tomas), None),
            ("Tom Adler: ask", "ask", Some(tom), None),
            ("o: ask", "o: ask", None, None),
            ("me: find a reader by tomorrow.", "find a reader", Some(me), Some("2026-11-20")),
            ("Find a reader", "Find a reader", None, None),
            ("Note: read it", "Note: read it", None, None),
            ("Stand by the door", "Stand by the door", None, None),
            ("Read the book by Knuth", "Read the book by Knuth", None, None),
            ("by Friday", "by Friday", None, None),
            ("Drill by thursday", "Drill", None, Some("2026-11-26")),
            ("Drill, by 24 Nov", "Drill", None, Some("2026-11-24")),
            ("Drill by Nov 24th", "Drill", None, Some("2026-11-24")),
            ("Drill by 3 January", "Drill", None, Some("2027-01-03")),
            ("Drill by 29 february", "Drill", None, Some("2028-02-29")),
            ("Drill by 2026-12-01", "Drill", None, Some("2026-12-01")),
            ("Drill by 3 March 2028", "Drill", None, Some("2028-03-03")),
            ("Drill by end of month", "Drill", None, Some("2026-11-30")),
            ("Drill by end of the week", "Drill", None, Some("2026-11-20")),
            ("Drill by next week", "Drill", None, Some("2026-11-27")),
            ("Drill BY in 2 weeks", "Drill", None, Some("2026-12-03")),
            ("Drill by in 99999999 weeks", "Drill by in 99999999 weeks", None, None),
            ("Ask by Tuesday by the way", "Ask by Tuesday by the way", None, None),
        ] {
            let read = read(line, me, &roster, today);
            let due = due.map(|day| day.parse().expect("a day"));
            assert_eq!((read.text.as_str(), read.owner, read.due), (text, owner, due), "{line}");
        }
        for line in ["ma: ask", "tom: ask", "ok: ask"] {
            let read = read(line, me, &roster, today);
            let named =
                roster.iter().filter(|(_, name)| begins(&name.to_lowercase(), &line[..line.len() - 5]));
            assert_eq!((read.ambiguous, read.owner), (named.count() > 1, None), "{line}");
        }
    }

    #[test]
    fn any_line_is_read() {
        let me = PersonId::make();
        let today: NaiveDate = "2026-11-19".parse().expect("a day");
        for line in ["", ":", "by", " by ", "é: by é", "by by by", "x: by 99 November", "ïby monday"] {
            let typed = read(line, me, &[], today);
            assert!(line.contains(&typed.text), "{line:?}");
        }
    }
}
