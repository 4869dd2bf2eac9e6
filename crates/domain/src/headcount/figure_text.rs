//! Numbers in a text that know what they are: `[12.5](figure:gap/24/all)`.
//!
//! The number stays a part of the text, as somebody wrote it; the link says which of the plan's numbers it is. So it is
//! found when the plan's number has changed, and what leaves shows the number alone.

use std::fmt::Write as _;
use std::ops::Range;

use super::Figure;

/// How the address of every figure begins.
const OPENS: &str = "](figure:";

/// A figure where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureLink {
    /// Where, in bytes of the text, the link and all.
    pub at: Range<usize>,
    /// What it is, and its value as it is written.
    pub figure: Figure,
}

/// The figures of a text, in its order. A link whose words are no number, or whose address says nothing, is none.
pub fn figures_in(text: &str) -> Vec<FigureLink> {
    let mut found: Vec<FigureLink> = Vec::new();
    for (middle, _) in text.match_indices(OPENS) {
        let address = middle + OPENS.len();
        let Some(length) = text[address..].find(')') else { continue };
        let before = found.last().map_or(0, |link| link.at.end);
        let label = text.get(before..middle).and_then(|label| label.rfind('['));
        let Some(from) = label.map(|from| before + from) else { continue };
        let Some(key) = read_key(&text[address..address + length]) else { continue };
        let Some((value, decimals)) = read_number(&text[from + 1..middle]) else { continue };
        found.push(FigureLink { at: from..address + length + 1, figure: Figure { key, value, decimals } });
    }
    found
}

/// A figure as it stands in a text.
pub fn link_to(figure: &Figure) -> String {
    let mut address = String::with_capacity(figure.key.len());
    for byte in figure.key.bytes() {
        // What ends an address, or is no part of one, is written by its number.
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'-' | b'.') {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    format!("[{}{OPENS}{address})", figure.shown())
}

/// The text with every figure as its number alone.
pub fn without_figures(text: &str) -> String {
    replaced(text, |link| link.figure.shown())
}

/// The text with every figure as it is now; one that is not among them stays as it was written.
pub fn with_figures(text: &str, now: &[Figure]) -> String {
    replaced(text, |link| {
        let value = now.iter().find(|figure| figure.key == link.figure.key).map(|figure| figure.value);
        link_to(&Figure { value: value.unwrap_or(link.figure.value), ..link.figure.clone() })
    })
}

fn replaced(text: &str, by: impl Fn(&FigureLink) -> String) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = 0;
    for link in figures_in(text) {
        made.push_str(&text[rest..link.at.start]);
        made.push_str(&by(&link));
        rest = link.at.end;
    }
    made.push_str(&text[rest..]);
    made
}

/// A number as [`Figure::shown`] writes it, with its decimals.
fn read_number(label: &str) -> Option<(f64, u8)> {
    let digits = label.strip_prefix('-').unwrap_or(label);
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some((label.parse().ok()?, u8::try_from(decimals).ok()?))
}

fn read_key(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok().filter(|key| !key.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(key: &str, value: f64, decimals: u8) -> Figure {
        Figure { key: key.into(), value, decimals }
    }

    #[test]
    fn f15_a_figure_is_found_wherever_its_sentence_goes() {
        let text = format!(
            "We are {} short, {} of them in storage.",
            link_to(&figure("gap/24/all", 12.5, 1)),
            link_to(&figure("gap/24/Storage (\u{141}\u{f3}d\u{17a})", -3.0, 0)),
        );
        let found: Vec<_> = figures_in(&text).into_iter().map(|link| link.figure).collect();
        assert_eq!(
            found,
            [figure("gap/24/all", 12.5, 1), figure("gap/24/Storage (\u{141}\u{f3}d\u{17a})", -3.0, 0)]
        );
        assert_eq!(without_figures(&text), "We are 12.5 short, -3 of them in storage.");
        let now = [figure("gap/24/all", 9.0, 1)];
        assert_eq!(without_figures(&with_figures(&text, &now)), "We are 9.0 short, -3 of them in storage.");
    }

    #[test]
    fn what_is_no_figure_stays_text() {
        for text in [
            "[twelve](figure:gap/24/all)",
            "[12](figure:)",
            "[12](figure:gap",
            "12](figure:gap/24/all)",
            "[1.2.3](figure:gap/24/all)",
            "[12](figure:%zz)",
            "[12](figure:%f)",
            "[12](https://example.org)",
        ] {
            assert_eq!((figures_in(text), without_figures(text)), (Vec::new(), text.to_owned()), "{text}");
        }
    }
}
