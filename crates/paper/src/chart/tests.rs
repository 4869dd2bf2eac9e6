//! What holds of every chart, whatever the plan.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::headcount::{
    Assumptions, Forecast, Initiative, Inputs, LoadKind, LoadSlice, Month, Need, Pace, Requisition, RunLoad,
    Simulation, SinglePoint, Skill, StaffRow, forecast, pace, planned_pace, simulate,
    single_points as find_points,
};
use domain::{InitiativeId, RequisitionId, StaffRowId};

use super::sketch::width;
use super::*;

pub fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// A plan of an invented organisation: two kinds of engineers, two titles, three hires.
pub fn inputs() -> Inputs {
    let starts = month("2026-12");
    let row = |number: u32| {
        let (role, level) =
            if number > 7 { ("Systems engineer", "junior") } else { ("Storage engineer", "senior") };
        let mut row = StaffRow::new(StaffRowId::make(), number, "Maya Okafor", role, level, month("2024-01"));
        row.site = if number.is_multiple_of(3) { "Oslo" } else { "Lisbon" }.into();
        row.skills = vec![Skill { name: format!("Skill {}", number / 2), level: 2 + (number % 3) as u8 }];
        row
    };
    let initiative = |name: &str, from: &str, to: &str, role: &str, fte| Initiative {
        id: InitiativeId::make(),
        name: name.into(),
        from: month(from),
        to: month(to),
        needs: vec![Need { role: role.into(), fte }],
    };
    let mut hire = Requisition::new(RequisitionId::make(), "Storage engineer", month("2027-09"), 3);
    (hire.level, hire.site) = ("junior".into(), "Oslo".into());
    let run = |role: &str, hours| RunLoad {
        role: role.into(),
        hours,
        toil_hours: hours / 4.0,
        elsewhere_hours: 0.0,
    };
    Inputs {
        known_until: Some(month("2028-12")),
        staff: (1..=12).map(row).collect(),
        requisitions: vec![hire],
        initiatives: vec![
            initiative("first title", "2027-06", "2029-12", "Storage engineer", 2.5),
            initiative("second title", "2028-03", "2030-12", "Systems engineer", 2.0),
        ],
        run_load: vec![run("Storage engineer", 780.0), run("Systems engineer", 420.0)],
        ..Inputs::empty(starts)
    }
}

fn chance(inputs: &Inputs) -> Option<Simulation> {
    simulate(inputs, 7, 100, &mut |_| true)
}

fn lines(inputs: &Inputs) -> Chart {
    work_against_people(&forecast(inputs), chance(inputs).as_ref(), &initiative_marks(inputs))
}

fn slices(people: u32) -> Vec<LoadSlice> {
    let slice = |number: u32| LoadSlice {
        team: "Storage".into(),
        person: Some(StaffRowId::make()),
        month: month("2026-11"),
        kind: LoadKind::Technical,
        level_needed: "senior".into(),
        hours: 20.0 + f64::from(number * 37 % 140),
        belongs_here: true,
    };
    (0..people).map(slice).collect()
}

fn point(skill: &str, from_level: u8, is_moving_on: bool) -> NamedPoint {
    NamedPoint { skill: skill.into(), from_level, holder: "Person 7".into(), is_moving_on }
}

/// Charts of every kind, of much and of little.
fn all() -> Vec<Chart> {
    let plain = inputs();
    let mut edges = Vec::new();
    for known in ["2026-12", "2027-01", "2029-11", "2029-12", "2026-06", "2031-01"] {
        edges.push(lines(&Inputs { known_until: Some(month(known)), ..plain.clone() }));
    }
    for months in [1, 11, 60, 120] {
        edges.push(lines(&Inputs { months, ..plain.clone() }));
    }
    for hours in [0.0, 300.0, 700.0, 760.0, 800.0, 900.0, 2000.0] {
        let mut near = Inputs { initiatives: Vec::new(), ..plain.clone() };
        near.run_load[0].hours = hours;
        edges.push(lines(&near));
        edges.push(work_against_people(&forecast(&near), None, &[]));
    }
    let mut busy = plain.clone();
    for (place, from) in ["2027-01", "2029-11", "2029-10", "2027-02"].into_iter().enumerate() {
        busy.initiatives.push(Initiative {
            from: month(from),
            name: format!("A title with a name that is rather long, number {place}"),
            ..busy.initiatives[0].clone()
        });
    }
    let mut crowd = plain.clone();
    for number in 100..160 {
        let role = format!("Role {number}");
        let mut row = StaffRow::new(
            StaffRowId::make(),
            number,
            "N",
            &role,
            &format!("level {number}"),
            month("2024-01"),
        );
        row.site = format!("A site with a name that is much too long for its place, number {number}");
        crowd.staff.push(row);
    }
    let mixes = [&plain, &crowd, &Inputs::empty(month("2026-12"))].map(|inputs| {
        let (levels, sites) = (
            (Mix::of_levels(inputs, 0), Mix::of_levels(inputs, 36)),
            (Mix::of_sites(inputs, 0), Mix::of_sites(inputs, 12)),
        );
        [level_mix(&levels.0, &levels.1), site_mix(&sites.0, &sites.1)]
    });
    let funnel = |pace: &Pace| hiring_funnel(pace, &Assumptions::default());
    let many: Vec<NamedPoint> =
        (0..60).map(|n| point(&format!("A skill of some length {n}"), 1 + n % 5, n % 7 == 0)).collect();
    let long = NamedPoint {
        holder: "Maximiliane Featherstonehaugh-Cholmondeley of the Northern Archipelago".into(),
        ..point("x", 5, true)
    };
    let mut charts = vec![
        lines(&plain),
        lines(&busy),
        work_against_people(&forecast(&plain), None, &[]),
        work_against_people(&forecast(&Inputs::empty(month("2026-12"))), None, &[]),
        funnel(&planned_pace(&plain, 24)),
        funnel(&pace(&Assumptions::default(), 300.0, 0.0, 12.0)),
        funnel(&pace(&Assumptions::default(), 0.0, 0.0, 12.0)),
        concentration(&slices(14)),
        concentration(&slices(1)),
        concentration(&slices(5000)),
        concentration(&[]),
        single_points(&[point("Storage replication", 1, false), point("Load balancing", 3, true)]),
        single_points(&many),
        single_points(&[long]),
        single_points(&[]),
    ];
    charts.extend(mixes.into_iter().flatten());
    charts.extend(edges);
    charts
}

/// Where a text is: left, top, right and bottom.
fn place(shape: &Shape) -> Option<([f64; 4], &str)> {
    let Shape::Label { x, y, anchor, size, is_bold, text, .. } = shape else { return None };
    let wide = width(text, *size, *is_bold);
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    };
    Some(([left, y - size * 0.72, left + wide, y + size * 0.2], text))
}

#[test]
fn texts_stand_within_the_chart_and_none_on_another() {
    for chart in all() {
        let places: Vec<_> = chart.shapes.iter().filter_map(place).collect();
        for ([left, top, right, bottom], text) in &places {
            let is_within = *left >= 0.0 && *right <= chart.width && *top >= 0.0 && *bottom <= chart.height;
            assert!(is_within, "{}: “{text}” from {left} to {right}, {top} to {bottom}", chart.title);
        }
        for (at, (one, text)) in places.iter().enumerate() {
            for (other, other_text) in &places[at + 1..] {
                let is_apart =
                    one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
                assert!(is_apart, "{}: “{text}” and “{other_text}”", chart.title);
            }
        }
    }
}

#[test]
fn the_words_of_a_line_stand_at_its_end() {
    let mut seen = 0;
    for chart in all() {
        for (role, name) in [(Role::Work, "work "), (Role::People, "people ")] {
            let line = chart.shapes.iter().rev().find_map(|shape| match shape {
                Shape::Line { role: one, points, .. } if *one == role => points.last(),
                _ => None,
            });
            let words = chart.shapes.iter().filter_map(place).find(|(_, text)| text.starts_with(name));
            let (Some([x, y]), Some(([left, top, ..], _))) = (line, words) else { continue };
            assert!(
                (left - x - 6.0).abs() < 0.1 && (top - y).abs() < 20.0,
                "{name}: {left}, {top} of {x}, {y}"
            );
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen} lines");
}

#[test]
fn shapes_stand_within_the_chart_and_words_on_no_line() {
    for chart in all() {
        let within = |[x, y]: &[f64; 2]| (0.0..=chart.width).contains(x) && (0.0..=chart.height).contains(y);
        let texts: Vec<_> = chart.shapes.iter().filter_map(place).collect();
        for shape in &chart.shapes {
            match shape {
                Shape::Area { points, .. } => assert!(points.iter().all(within), "{}", chart.title),
                Shape::Line { points, .. } => {
                    assert!(points.iter().all(within), "{}", chart.title);
                    for ([left, top, right, bottom], text) in &texts {
                        let is_in =
                            |[x, y]: &[f64; 2]| (left..=right).contains(&x) && (top..=bottom).contains(&y);
                        assert!(!points.iter().any(is_in), "{}: a line goes through “{text}”", chart.title);
                    }
                }
                Shape::Bar { x, y, width, height, .. } => {
                    assert!(*width > 0.0 && *height >= 0.0, "{}", chart.title);
                    assert!(within(&[*x, *y]) && within(&[x + width, y + height]), "{}", chart.title);
                }
                Shape::Rule { from, to, is_dashed, .. } => {
                    assert!(within(from) && within(to), "{}", chart.title);
                    for ([left, top, right, bottom], text) in texts.iter().filter(|_| *is_dashed) {
                        let is_apart =
                            from[0] <= *left || from[0] >= *right || to[1] <= *top || from[1] >= *bottom;
                        assert!(is_apart, "a rule goes through “{text}”");
                    }
                }
                Shape::Label { .. } => {}
            }
        }
    }
}

#[test]
fn every_chart_says_what_it_shows_and_stays_small() {
    for chart in all() {
        assert!(chart.description.ends_with('.') && !chart.description.contains('\u{21}'), "{}", chart.title);
        assert!(chart.shapes.len() < 200, "{}: {} shapes", chart.title, chart.shapes.len());
        assert!(chart.height < 640.0, "{}: {} high", chart.title, chart.height);
        for row in &chart.table.rows {
            assert_eq!(row.len(), chart.table.columns.len(), "{}", chart.title);
        }
        assert!(chart.table.rows.len() <= 121);
    }
}

/// The points of the lines and areas that are drawn as known, or of those that are not.
fn drawn(chart: &Chart, extrapolated: bool) -> Vec<f64> {
    let points = chart.shapes.iter().filter_map(|shape| match shape {
        Shape::Line { points, is_extrapolated, .. } | Shape::Area { points, is_extrapolated, .. } => {
            (*is_extrapolated == extrapolated).then_some(points)
        }
        _ => None,
    });
    points.flatten().map(|[x, _]| *x).collect()
}

#[test]
fn f9_f_r3_no_month_beyond_what_facts_reach_is_drawn_as_known() {
    for (known, months_known) in [
        (None, Some(36)),
        (Some("2028-12"), Some(24)),
        (Some("2026-12"), Some(0)),
        (Some("2026-11"), None),
        (Some("2031-01"), Some(36)),
    ] {
        let inputs = Inputs { known_until: known.map(month), ..inputs() };
        let chart = lines(&inputs);
        let all: Vec<f64> = drawn(&chart, true).into_iter().chain(drawn(&chart, false)).collect();
        let (from, to) =
            (all.iter().copied().fold(f64::MAX, f64::min), all.iter().copied().fold(0.0, f64::max));
        let at = |months: u32| from + (to - from) * f64::from(months) / 36.0;
        match months_known {
            None => assert_eq!(drawn(&chart, false), Vec::<f64>::new()),
            Some(months) => {
                assert!(drawn(&chart, false).iter().all(|x| *x <= at(months) + 0.02), "{known:?}")
            }
        }
        assert!(drawn(&chart, true).iter().all(|x| *x >= at(months_known.unwrap_or(0)) - 0.02));
        assert_eq!(drawn(&chart, true).is_empty(), months_known == Some(36), "{known:?}");
        for (row, place) in chart.table.rows.iter().zip(0..) {
            let is_known = months_known.is_some_and(|months| place <= months);
            assert_eq!(row[0].ends_with("(extrapolated)"), !is_known, "{row:?}");
            assert!(row[1..].iter().all(|cell| cell.starts_with('\u{2248}') != is_known), "{row:?}");
        }
        let has_mark = chart.description.contains('\u{2248}');
        assert_eq!(has_mark, months_known != Some(36), "{}", chart.description);
        let says = chart.shapes.iter().filter_map(place).any(|(_, text)| text.contains("extrapolated"));
        assert_eq!(says, months_known != Some(36), "{known:?}");
    }
}

#[test]
fn f9_every_chart_with_extrapolated_months_says_so() {
    for chart in all() {
        let is_extrapolated = !drawn(&chart, true).is_empty();
        let says = chart.shapes.iter().filter_map(place).any(|(_, text)| text.contains("extrapolated"));
        assert!(says || !is_extrapolated, "{}: {:?}", chart.title, chart.description);
        assert!(chart.description.contains("extrapolated") || !is_extrapolated);
    }
}

#[test]
fn f8_work_and_people_are_the_numbers_of_the_forecast() {
    let inputs = inputs();
    let forecast: Forecast = forecast(&inputs);
    let chart = lines(&inputs);
    assert_eq!(chart.table.rows.len(), 37);
    for at in [0, 12, 24] {
        let shown = |measure| number(forecast.total(measure, at), 1);
        let row = &chart.table.rows[at as usize];
        use domain::headcount::Measure::{Demand, Gap, Supply};
        assert_eq!(row[1..4], [shown(Demand), shown(Supply), shown(Gap)]);
    }
    assert_eq!(chart.table.rows[0][0], "December 2026");
    let texts: Vec<&str> = chart.shapes.iter().filter_map(place).map(|(_, text)| text).collect();
    for text in
        ["Jun 27: first title", "Mar 28: second title", "extrapolated after Dec 28", "P10 to P90", "Dec 26"]
    {
        assert!(texts.contains(&text), "{text}: {texts:?}");
    }
}

#[test]
fn f3_levels_stand_in_the_order_of_their_names_and_the_rest_is_counted() {
    let inputs = inputs();
    let chart = level_mix(&Mix::of_levels(&inputs, 0), &Mix::of_levels(&inputs, 36));
    assert_eq!(chart.table.columns, ["Level", "December 2026", "December 2029, extrapolated"]);
    assert_eq!(chart.table.rows, [["junior", "5", "\u{2248}\u{a0}8"], ["senior", "7", "\u{2248}\u{a0}7"]]);
    assert!(chart.description.ends_with("junior: 5, then \u{2248}\u{a0}8; senior: 7, then \u{2248}\u{a0}7."));
    let sites = site_mix(&Mix::of_sites(&inputs, 0), &Mix::of_sites(&inputs, 12));
    assert_eq!(sites.table.rows, [["Lisbon", "8", "8"], ["Oslo", "4", "7"]]);
    let heads = (0..40).map(|place| (format!("site {place:02}"), 1 + place % 5)).collect();
    let many = Mix { month: month("2026-12"), is_extrapolated: false, heads };
    let rows = site_mix(&many, &many).table.rows;
    assert_eq!((rows.len(), rows[12][0].as_str()), (13, "and 28 more"));
    let sum: u32 = rows.iter().map(|row| row[1].parse::<u32>().expect("heads")).sum();
    assert_eq!(sum, many.heads.values().sum::<u32>(), "nobody is lost");
}

#[test]
fn f11_a_funnel_shows_what_is_asked_beside_what_can_be_carried() {
    for (hires, asked, is_warned) in [(12.0, ["96", "15", "12"], false), (30.0, ["240", "37.5", "30"], true)]
    {
        let found = pace(&Assumptions::default(), hires, 0.0, 12.0);
        let chart = hiring_funnel(&found, &Assumptions::default());
        let cells: Vec<&str> = chart.table.rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(cells, asked);
        assert_eq!(chart.table.rows[2][2], "24");
        let warns = chart.shapes.iter().any(|shape| matches!(shape, Shape::Bar { role: Role::Warn, .. }));
        assert_eq!((warns, chart.description.contains("more than can be carried")), (is_warned, is_warned));
    }
}

#[test]
fn f6_the_top_fifth_is_marked_and_nobody_is_named() {
    for (people, top) in [(1, 1), (5, 1), (14, 3), (5000, 12)] {
        let chart = concentration(&slices(people));
        let bars =
            chart.shapes.iter().filter(|shape| matches!(shape, Shape::Bar { role: Role::Warn, .. })).count();
        assert_eq!(bars, top, "{people} people");
    }
    let mut unnamed = slices(5);
    unnamed[0].person = None;
    let chart = concentration(&unnamed);
    assert_eq!(chart.table.rows[2], ["Hours that name nobody", "", "20", ""]);
}

#[test]
fn f3_f_r2_a_point_calls_its_holder_what_the_plan_calls_them() {
    let mut inputs = inputs();
    inputs.staff[0].skills = vec![Skill { name: "Replication".into(), level: 5 }];
    for (may_be_named, name) in [(false, "Person 1"), (true, "Maya Okafor")] {
        inputs.staff[0].may_be_named = may_be_named;
        let found: Vec<SinglePoint> = find_points(&inputs.staff, &[], inputs.starts);
        let points: Vec<NamedPoint> =
            found.iter().filter_map(|point| NamedPoint::of(point, &inputs.staff)).collect();
        let chart = single_points(&points);
        let row = chart.table.rows.iter().find(|row| row[0] == "Replication").expect("a point");
        assert_eq!(row[2], name);
        assert_eq!(make_svg(&chart).contains("Okafor"), may_be_named);
    }
}

#[test]
fn f3_skills_whose_holder_moves_on_stay_where_not_all_have_room() {
    let many: Vec<NamedPoint> = (0..40).map(|n| point(&format!("Skill {n}"), 2, n == 39)).collect();
    let chart = single_points(&many);
    assert_eq!((chart.table.rows.len(), chart.table.rows[0][0].as_str()), (15, "Skill 39"));
    assert_eq!(chart.table.rows[14][0], "and 26 more");
}

#[test]
fn a_chart_of_nothing_says_what_is_missing() {
    for (chart, word) in [
        (
            work_against_people(&forecast(&Inputs::empty(month("2026-12"))), None, &[]),
            "no people and no work",
        ),
        (concentration(&[]), "No work names"),
        (single_points(&[]), "No skill rests"),
        (
            hiring_funnel(&pace(&Assumptions::default(), 0.0, 0.0, 1.0), &Assumptions::default()),
            "hires nobody",
        ),
    ] {
        assert_eq!(chart.shapes.len(), 1);
        assert!(chart.description.contains(word), "{}", chart.description);
    }
}

#[test]
fn an_svg_is_read_aloud_is_escaped_and_is_the_same_again() {
    let nasty =
        single_points(&[NamedPoint { holder: "A <b> & \"c\"\u{0}".into(), ..point("<script>", 2, true) }]);
    let svg = make_svg(&nasty);
    for part in [
        "role=\"img\"",
        "<title>Single points of failure</title>",
        "<desc>1 skill rests on one person",
        "&lt;script&gt;",
        "A &lt;b&gt; &amp; &quot;c&quot;</text>",
        "class=\"chart-label chart-warn is-bold\"",
    ] {
        assert!(svg.contains(part), "{part}: {svg}");
    }
    assert!(!svg.contains("<script>") && !svg.contains('\u{0}'));
    for chart in all() {
        let svg = make_svg(&chart);
        assert_eq!(svg, make_svg(&chart.clone()));
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{}", chart.title);
        assert_eq!(svg.matches("</text>").count(), chart.shapes.iter().filter_map(place).count());
    }
}

#[test]
fn a_chart_goes_through_a_door_as_plain_words_and_numbers() {
    let json = serde_json::to_value(lines(&inputs())).expect("JSON");
    let kinds: Vec<&str> = json["shapes"]
        .as_array()
        .expect("shapes")
        .iter()
        .map(|shape| shape["kind"].as_str().expect("a kind"))
        .collect();
    for kind in ["area", "line", "rule", "label"] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    assert_eq!(json["shapes"][0]["role"], "band80");
    assert_eq!(json["table"]["columns"][0], "Month");
}
