//! A chart as SVG. The page colours it by the classes; a file that stands alone looks right by its attributes, which any
//! class outweighs.

use std::fmt::Write;

use super::{Anchor, Chart, Role, Shape, ink};

/// The chart as an SVG element. Texts are real texts, and equal charts give equal bytes.
///
/// Classes are `chart` for all of it; `chart-area`, `chart-line`, `chart-bar`, `chart-rule` and `chart-label` for shapes;
/// `chart-` and the role (`chart-work`, `chart-band80`) for what a shape stands for; `is-extrapolated`, `is-dashed` and
/// `is-bold`.
pub fn make_svg(chart: &Chart) -> String {
    let mut svg = String::new();
    let (wide, high) = (length(chart.width), length(chart.height));
    put(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" width=\"{wide}\" height=\"{high}\" \
             viewBox=\"0 0 {wide} {high}\" font-family=\"&quot;Inter Variable&quot;, Inter, sans-serif\">\n\
             <title>{}</title>\n<desc>{}</desc>\n",
            escape(&chart.title),
            escape(&chart.description),
        ),
    );
    for shape in &chart.shapes {
        draw(&mut svg, shape);
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
    svg
}

fn put(svg: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing into a string does not fail.
    let _ = svg.write_fmt(what);
}

fn draw(svg: &mut String, shape: &Shape) {
    match shape {
        Shape::Area { role, points, is_extrapolated } => {
            let (class, colour) = (class("area", *role, *is_extrapolated), colour(*role, *is_extrapolated));
            let points = list(points);
            put(svg, format_args!("<polygon class=\"{class}\" fill=\"{colour}\" points=\"{points}\"/>"));
        }
        Shape::Line { role, points, is_extrapolated } => {
            let (class, colour) = (class("line", *role, *is_extrapolated), colour(*role, *is_extrapolated));
            let (points, dash) = (list(points), dash(*is_extrapolated, "5 4"));
            put(
                svg,
                format_args!(
                    "<polyline class=\"{class}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.2\" \
                     stroke-linejoin=\"round\"{dash} points=\"{points}\"/>"
                ),
            );
        }
        Shape::Bar { role, x, y, width, height, is_extrapolated } => {
            let (class, colour) = (class("bar", *role, *is_extrapolated), colour(*role, *is_extrapolated));
            let [x, y, width, height] = [x, y, width, height].map(|value| length(*value));
            put(
                svg,
                format_args!(
                    "<rect class=\"{class}\" fill=\"{colour}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
                ),
            );
        }
        Shape::Rule { role, from, to, is_dashed } => {
            let class = class("rule", *role, false) + if *is_dashed { " is-dashed" } else { "" };
            let (colour, dash) = (colour(*role, false), dash(*is_dashed, "3 3"));
            let [[x1, y1], [x2, y2]] = [from, to].map(|point| point.map(length));
            put(
                svg,
                format_args!(
                    "<line class=\"{class}\" stroke=\"{colour}\" stroke-width=\"1\"{dash} x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"
                ),
            );
        }
        Shape::Label { role, x, y, anchor, size, is_bold, text } => {
            let class = class("label", *role, false) + if *is_bold { " is-bold" } else { "" };
            let (colour, text) = (colour(*role, false), escape(text));
            let [x, y, size] = [x, y, size].map(|value| length(*value));
            let weight = if *is_bold { " font-weight=\"600\"" } else { "" };
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            put(
                svg,
                format_args!(
                    "<text class=\"{class}\" fill=\"{colour}\" font-size=\"{size}\"{weight}{anchor} x=\"{x}\" y=\"{y}\">{text}</text>"
                ),
            );
        }
    }
}

fn class(shape: &str, role: Role, is_extrapolated: bool) -> String {
    let role = match role {
        Role::Work => "work",
        Role::People => "people",
        Role::Band80 => "band80",
        Role::Now => "now",
        Role::Then => "then",
        Role::Warn => "warn",
        Role::Quiet => "quiet",
        Role::Muted => "muted",
        Role::Axis => "axis",
        Role::Grid => "grid",
        Role::Ink => "ink",
    };
    let extrapolated = if is_extrapolated { " is-extrapolated" } else { "" };
    format!("chart-{shape} chart-{role}{extrapolated}")
}

fn colour(role: Role, is_extrapolated: bool) -> String {
    let [red, green, blue] = ink(role, is_extrapolated);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn dash(is_dashed: bool, pattern: &str) -> String {
    if is_dashed { format!(" stroke-dasharray=\"{pattern}\"") } else { String::new() }
}

fn list(points: &[[f64; 2]]) -> String {
    let point = |[x, y]: &[f64; 2]| format!("{},{}", length(*x), length(*y));
    points.iter().map(point).collect::<Vec<_>>().join(" ")
}

/// A length to a hundredth, without zeros at its end.
fn length(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text as XML has it; what XML cannot say at all is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
