//! Numbers in a text that say what they are: `[12.5](figure:gap/24/all)`.
//!
//! The key is one of [`super::figures`], with every sign that means something to Markdown percent-encoded. A
//! share may be written as `[23 %](figure:chance/24)`. What stands in the place of the number and is none, such as
//! `[a dozen](figure:hires/24)`, is left to whoever wrote it.

use std::collections::HashMap;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::{Figure, about_sign, say_number, say_percent};

const SCHEME: &str = "figure:";
/// What stands before a number that is extrapolated.
const ABOUT: char = '\u{2248}';

/// What cannot stand in an address as it is.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'%')
    .add(b'(')
    .add(b')')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'"');

/// A number as a link to what it is. Shares of a whole (`chance`) are written in percent.
pub fn figure_link(figure: &Figure) -> String {
    let written = Written {
        decimals: figure.decimals,
        is_percent: figure.key.starts_with("chance/") && figure.decimals >= 2,
        has_comma: false,
    };
    format!("[{}]({SCHEME}{})", written.show(figure.value), utf8_percent_encode(&figure.key, ENCODED))
}

/// The numbers of a text, each with what it is, in the order they stand.
pub fn figures_in(markdown: &str) -> Vec<Figure> {
    let figure = |link: Link<'_>| {
        let (number, _) = link.number()?;
        let (value, written) = read(number)?;
        Some(Figure { key: link.key, value, decimals: written.decimals })
    };
    links(markdown).into_iter().filter_map(figure).collect()
}

/// The text with every number that would be written otherwise now. One that still holds stays as it was typed, and so does
/// one that there is no more.
pub fn refresh_figures(markdown: &str, now: &[Figure]) -> String {
    let now: HashMap<&str, f64> = now.iter().map(|figure| (figure.key.as_str(), figure.value)).collect();
    let mut text = String::with_capacity(markdown.len());
    let mut from = 0;
    for link in links(markdown) {
        let Some((number, at)) = link.number() else { continue };
        let Some((value, written)) = read(number) else { continue };
        let Some(now) = now.get(link.key.as_str()) else { continue };
        let shown = |value| Figure { key: String::new(), value, decimals: written.decimals }.shown();
        if shown(value) != shown(*now) {
            text.push_str(&markdown[from..at]);
            text.push_str(&written.show(*now));
            from = at + number.len();
        }
    }
    text.push_str(&markdown[from..]);
    text
}

/// The text with the numbers alone, and without what is left of an address that was mistyped.
pub fn without_figures(markdown: &str) -> String {
    marked_figures(markdown, |_| false)
}

/// The same with “≈” before the numbers of the months, counted from the start of the plan, that are extrapolated: whatever
/// is written around such a number, it does not stand as if it were known.
pub fn marked_figures(markdown: &str, is_extrapolated: impl Fn(u32) -> bool) -> String {
    let mut text = markdown.to_owned();
    loop {
        let found = links(&text);
        if found.is_empty() {
            return without_addresses(&text);
        }
        let mut left = String::with_capacity(text.len());
        let mut from = 0;
        for link in found {
            left.push_str(&text[from..link.from]);
            let month = link.key.split('/').nth(1).and_then(|month| month.parse().ok());
            if month.is_some_and(&is_extrapolated) && !link.label.contains(ABOUT) {
                left.push_str(about_sign(true));
            }
            left.push_str(link.label);
            from = link.to;
        }
        left.push_str(&text[from..]);
        // What was a link within a link is one now. Each turn is shorter than the last.
        text = left;
    }
}

/// Takes out what begins like an address of a figure: `figure:gap/24` is one, `figure: 24` is a word and a number.
fn without_addresses(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(SCHEME) {
        let (before, address) = rest.split_at(at);
        left.push_str(before);
        let key = &address[SCHEME.len()..];
        let end = key.find(|letter: char| letter.is_whitespace() || ")]>\"".contains(letter));
        let (key, after) = key.split_at(end.unwrap_or(key.len()));
        if key.contains('/') || ["allowed", "ramp_months"].contains(&key) {
            rest = after;
        } else {
            left.push_str(SCHEME);
            rest = &address[SCHEME.len()..];
        }
    }
    left.push_str(rest);
    left
}

/// A link to a figure.
struct Link<'a> {
    /// Where it begins and ends in the text.
    from: usize,
    to: usize,
    label: &'a str,
    key: String,
}

impl<'a> Link<'a> {
    /// The number without marks of stress around it, and where it stands in the text.
    fn number(&self) -> Option<(&'a str, usize)> {
        let around = |letter: char| matches!(letter, '*' | '_' | ABOUT) || letter.is_whitespace();
        let start = self.label.trim_start_matches(around);
        let at = self.from + 1 + self.label.len() - start.len();
        let number = start.trim_end_matches(around);
        (!number.is_empty()).then_some((number, at))
    }
}

/// The links to figures, each on one line, in the order they stand.
fn links(markdown: &str) -> Vec<Link<'_>> {
    let mut found: Vec<Link<'_>> = Vec::new();
    for (at, _) in markdown.match_indices("](") {
        let target = &markdown[at + 2..];
        let line = &target[..target.find('\n').unwrap_or(target.len())];
        let (bare, angle) = match line.strip_prefix('<') {
            Some(bare) => (bare, 1),
            None => (line, 0),
        };
        let Some(key) = bare.strip_prefix(SCHEME) else { continue };
        let Some(end) = key.find(if angle == 1 { ">)" } else { ")" }) else { continue };
        // What looks like another link within the address of the last is part of that.
        let before = found.last().map_or(0, |link| link.to);
        let Some(label) = markdown.get(before..at) else { continue };
        let label = &label[label.rfind('\n').map_or(0, |end| end + 1)..];
        let Some(open) = label.rfind('[') else { continue };
        let label = &label[open + 1..];
        found.push(Link {
            from: at - label.len() - 1,
            to: at + 2 + angle + SCHEME.len() + end + angle + 1,
            label,
            key: percent_decode_str(&key[..end]).decode_utf8_lossy().into_owned(),
        });
    }
    found
}

/// How a number is written.
#[derive(Clone, Copy)]
struct Written {
    /// To how many decimals, of the value and not of its percent.
    decimals: u8,
    is_percent: bool,
    /// Whether a comma stands before the decimals.
    has_comma: bool,
}

impl Written {
    fn show(self, value: f64) -> String {
        let number = match self.is_percent {
            true => say_percent(value, self.decimals.saturating_sub(2)),
            false => say_number(value, self.decimals),
        };
        if self.has_comma { number.replace('.', ",") } else { number }
    }
}

/// A number as people write it: with either sign for minus, with commas between thousands or one before the decimals, and
/// in percent.
fn read(text: &str) -> Option<(f64, Written)> {
    let (text, is_percent) = match text.strip_suffix('%') {
        Some(text) => (text.trim_end(), true),
        None => (text, false),
    };
    let (text, sign) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(text) => (text, -1.0),
        None => (text.strip_prefix('+').unwrap_or(text), 1.0),
    };
    if !text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let has_comma = matches!(text.split_once(','), Some((_, after)) if !text.contains('.') && after.len() != 3 && !after.contains(','));
    let plain = if has_comma { text.replace(',', ".") } else { text.replace(',', "") };
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_number = |digits: &str| digits.bytes().all(|letter| letter.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) || plain.ends_with('.') {
        return None;
    }
    let decimals = u8::try_from(decimals.len()).ok().filter(|decimals| *decimals < 12)?;
    let value = sign * plain.parse::<f64>().ok()?;
    let written = |decimals| Written { decimals, is_percent, has_comma };
    if is_percent { Some((value / 100.0, written(decimals + 2))) } else { Some((value, written(decimals))) }
}

#[cfg(test)]
mod tests {
    use super::super::stale;
    use super::*;

    fn figure(key: &str, value: f64, decimals: u8) -> Figure {
        Figure { key: key.into(), value, decimals }
    }

    #[test]
    fn f15_a_number_in_a_text_says_what_it_is() {
        for (text, key, value, decimals) in [
            ("gap of [12.5](figure:gap/24/all) FTE", "gap/24/all", 12.5, 1),
            (
                "[\u{2212}1.4](figure:gap/24/Storage%20engineer%20%28new%29)",
                "gap/24/Storage engineer (new)",
                -1.4,
                1,
            ),
            ("[-3](figure:gap/24/all)", "gap/24/all", -3.0, 0),
            ("[1,200](figure:heads/24/all)", "heads/24/all", 1200.0, 0),
            ("[12,5](figure:heads/24/all)", "heads/24/all", 12.5, 1),
            ("[**17**](figure:hires/24)", "hires/24", 17.0, 0),
            ("[\u{2248} 17](figure:hires/36)", "hires/36", 17.0, 0),
            ("[23 %](figure:chance/24)", "chance/24", 0.23, 2),
            ("[x] [0.67](<figure:pace/24>)", "pace/24", 0.67, 2),
            ("[y](https://example.org) [2](figure:gap/12/Caf%C3%A9 crew)", "gap/12/Caf\u{e9} crew", 2.0, 0),
        ] {
            let found = figures_in(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].key.as_str(), found[0].decimals), (key, decimals), "{text}");
            assert!((found[0].value - value).abs() < 1e-12, "{text}: {}", found[0].value);
        }
        for text in [
            "[a dozen](figure:hires/24)",
            "[1.](figure:a/b)",
            "[.5](figure:a/b)",
            "[1](figure:a",
            "1](figure:a)",
            "[](figure:a)",
            "[1](gap/24)",
            "[1e3](figure:a/b)",
        ] {
            assert_eq!(figures_in(text), [], "{text}");
        }
    }

    #[test]
    fn f15_a_link_reads_back_as_what_it_was_made_of() {
        for figure in [
            figure("gap/24/Storage engineer (a) [b] <c> 5%\\", -1.4, 1),
            figure("chance/36", 0.07, 2),
            figure("heads/0/all", 17.0, 0),
            figure("pace/12", 0.67, 2),
        ] {
            let text = format!("On {} and on.", figure_link(&figure));
            let found = figures_in(&text);
            assert_eq!(stale(&found, std::slice::from_ref(&figure)), []);
            assert_eq!(found, [figure]);
        }
    }

    #[test]
    fn f15_stale_numbers_are_written_anew_and_all_else_stays() {
        let now = [
            figure("gap/24/all", -2.96, 9),
            figure("chance/24", 0.415, 2),
            figure("hires/24", 1.0, 0),
            figure("pace/24", 0.672, 2),
        ];
        for (text, expected) in [
            ("A [12.5](figure:gap/24/all) b", "A [\u{2212}3.0](figure:gap/24/all) b"),
            ("[\u{2212}3](figure:gap/24/all)", "[\u{2212}3](figure:gap/24/all)"),
            (
                "[23 %](figure:chance/24), [**17**](figure:hires/24)",
                "[41\u{a0}%](figure:chance/24), [**1**](figure:hires/24)",
            ),
            (
                "[-3](figure:gap/24/all), [\u{2212}2.96](figure:gap/24/all)",
                "[-3](figure:gap/24/all), [\u{2212}2.96](figure:gap/24/all)",
            ),
            ("[0.23](figure:chance/24)", "[0.41](figure:chance/24)"),
            ("[0,67](figure:pace/24) [0,5](figure:pace/24)", "[0,67](figure:pace/24) [0,7](figure:pace/24)"),
            (
                "[9](figure:gone/24) and [a few](figure:hires/24)",
                "[9](figure:gone/24) and [a few](figure:hires/24)",
            ),
        ] {
            let fresh = refresh_figures(text, &now);
            assert_eq!(fresh, expected);
            assert_eq!(refresh_figures(&fresh, &now), fresh, "once is enough");
            assert!(stale(&figures_in(&fresh), &now).iter().all(|stale| stale.is.is_none()), "{fresh}");
        }
    }

    #[test]
    fn f15_what_leaves_has_the_number_and_no_address() {
        for (text, left) in [
            ("A [12.5](figure:gap/24/all) b [1](<figure:gap/12/x y>).", "A 12.5 b 1."),
            ("[**17**](figure:hires/24) hires, [a few](figure:nothing)", "**17** hires, a few"),
            ("Half [12](figure:gap/24/all\nand on", "Half [12](\nand on"),
            ("Two [[1](figure:a/b)](figure:c/d) in one", "Two 1 in one"),
            ("Run [1](figure:a](figure:b) together", "Run 1 together"),
            ("Bare figure:gap/24/all, and (figure:allowed).", "Bare  and ()."),
            ("See the figure: 12. A figure:see below.", "See the figure: 12. A figure:see below."),
            ("[x](https://example.org/figure) stays", "[x](https://example.org/figure) stays"),
        ] {
            assert_eq!(without_figures(text), left, "{text}");
        }
    }
}
