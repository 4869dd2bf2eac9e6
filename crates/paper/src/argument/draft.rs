//! A first draft of an argument, in sentences made of the plan's own numbers.
//!
//! It takes no side: a plan that gets smaller is told in the same words as one that grows. Every number in it is a link to
//! what it is, so nothing in it goes out of step unnoticed; lengths of time are said in words.

use std::collections::HashMap;

use domain::headcount::{
    Figure, Forecast, Inputs, Limit, Measure, Simulation, Way, figures, options, planned_pace,
};

use super::{ArgumentParts, figure_link};
use crate::markdown::escape;

/// Gaps that are smaller, in FTE, are none.
const EVEN: f64 = 0.05;
/// A role lacks people, or has time, from so many FTE on.
const CLEAR: f64 = 1.0;
/// More roles than these are left to the table.
const MOST_ROLES: usize = 5;

/// Five texts to begin with, Markdown. `forecast` and `simulation` are those of these inputs.
///
/// It speaks of two years where facts reach that far, else of the furthest horizon they reach. Where they reach none it
/// speaks of the first, and says that this is extrapolated and no commitment.
pub fn draft_argument(
    inputs: &Inputs,
    forecast: &Forecast,
    simulation: Option<&Simulation>,
) -> ArgumentParts {
    let figures = figures(inputs, forecast, simulation, None);
    let figures = figures.into_iter().map(|figure| (figure.key.clone(), figure)).collect();
    let known = |month: &u32| !forecast.is_extrapolated(*month);
    let last_known = forecast.horizons().filter(|month| *month <= 24).filter(known).last();
    let Some(month) = last_known.or_else(|| forecast.horizons().next()) else {
        let draft = Draft { inputs, forecast, figures, month: 0 };
        return ArgumentParts { ask: draft.ask_for_now(), ..ArgumentParts::default() };
    };
    let draft = Draft { inputs, forecast, figures, month };
    ArgumentParts {
        ask: draft.ask(),
        numbers: draft.numbers(),
        gap: draft.gap(),
        options: draft.options(),
        consequences: draft.consequences(),
    }
}

struct Draft<'a> {
    inputs: &'a Inputs,
    forecast: &'a Forecast,
    figures: HashMap<String, Figure>,
    /// The horizon that it speaks of.
    month: u32,
}

/// A horizon in words.
fn span(month: u32) -> &'static str {
    match month {
        12 => "one year",
        24 => "two years",
        _ => "three years",
    }
}

impl Draft<'_> {
    /// A number as a link; nothing where the plan has no such number.
    fn number(&self, key: &str) -> String {
        self.figures.get(key).map(figure_link).unwrap_or_default()
    }

    /// A number at the horizon, of all roles.
    fn all(&self, what: &str) -> String {
        self.number(&format!("{what}/{}/all", self.month))
    }

    fn at(&self, what: &str) -> String {
        self.number(&format!("{what}/{}", self.month))
    }

    /// A number with what it counts: one of it, or several.
    fn counted(&self, key: &str, one: &str, many: &str) -> String {
        let is_one = self.figures.get(key).is_some_and(|figure| figure.shown() == "1");
        format!("{} {}", self.number(key), if is_one { one } else { many })
    }

    fn to_recruit(&self) -> String {
        self.counted(&format!("hires/{}", self.month), "person", "people")
    }

    fn has_hires(&self) -> bool {
        planned_pace(self.inputs, self.month).hires > 0.0
    }

    fn is_extrapolated(&self) -> bool {
        self.forecast.is_extrapolated(self.month)
    }

    fn gap_of_all(&self) -> f64 {
        self.forecast.total(Measure::Gap, self.month)
    }

    fn ask_for_now(&self) -> String {
        format!(
            "We ask you to agree to this plan. It begins with {}.",
            self.counted("heads/0/all", "person", "people")
        )
    }

    fn ask(&self) -> String {
        let mut text = format!(
            "We ask you to agree to this plan. It goes from {} now to {} in {}, with those who are likely to leave \
             counted, and it has {} to recruit by then.",
            self.counted("heads/0/all", "person", "people"),
            self.all("heads"),
            span(self.month),
            self.to_recruit(),
        );
        if self.is_extrapolated() {
            text.push_str(" Facts do not reach that far yet: this is extrapolated, and no commitment.");
        }
        text
    }

    fn numbers(&self) -> String {
        let mut text = "All numbers are expected values in full-time equivalents (FTE). One FTE is an employee who works \
                        full time and is no longer new.\n"
            .to_owned();
        for month in self.forecast.horizons() {
            text.push_str(&format!("\n- {}", self.at_horizon(month)));
        }
        if self.has_hires() {
            let pace = planned_pace(self.inputs, self.month);
            let limit = match pace.limit {
                Limit::Recruiters => "Recruiters are what allows least.",
                Limit::Interviewers => "The hours for interviews are what allows least.",
                Limit::Candidates => "The candidates there are allow least.",
            };
            text.push_str(&format!(
                "\n\nTo recruit {} in {} takes {} a month; {} a month can be carried. {limit} A newcomer gives full \
                 output after {}.",
                self.to_recruit(),
                span(self.month),
                self.at("pace"),
                self.number("allowed"),
                self.counted("ramp_months", "month", "months"),
            ));
        }
        text
    }

    fn at_horizon(&self, month: u32) -> String {
        let of = |what: &str| self.number(&format!("{what}/{month}/all"));
        let extrapolated = if self.forecast.is_extrapolated(month) { ", extrapolated," } else { "" };
        let mut text = format!(
            "In {}{extrapolated} the work takes {} FTE and the people give {} FTE: a gap of {} FTE.",
            span(month),
            of("demand"),
            of("supply"),
            of("gap"),
        );
        let at = |what: &str| self.number(&format!("{what}/{month}"));
        let chance = at("chance");
        if !chance.is_empty() {
            text.push_str(&format!(
                " The chance that the people cover the work is {chance}; in eight of ten runs they give {} to {} FTE.",
                at("supply_low"),
                at("supply_high"),
            ));
        }
        text
    }

    /// The roles with a gap, the widest first.
    fn roles(&self) -> Vec<(&str, f64)> {
        let gap = |place: usize| self.forecast.cell(Measure::Gap, place, self.month);
        let roles = self.forecast.roles.iter().enumerate().map(|(place, role)| (role.as_str(), gap(place)));
        let mut roles: Vec<_> = roles.filter(|(_, gap)| gap.abs() >= EVEN).collect();
        // Roles come in the order of their names, which stands where gaps are equal.
        roles.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
        roles
    }

    fn gap(&self) -> String {
        let (gap, when) = (self.all("gap"), span(self.month));
        let in_time = if self.is_extrapolated() { format!("{when}, extrapolated,") } else { when.to_owned() };
        let mut text = match self.gap_of_all() {
            all if all >= EVEN => format!("In {in_time} the work takes {gap} FTE more than the people give."),
            all if all <= -EVEN => format!(
                "In {in_time} the people give more than the work takes. The gap is {gap} FTE: below zero, people have \
                 time that no work of this plan asks for."
            ),
            _ => format!("In {in_time} work and people are even, with a gap of {gap} FTE."),
        };
        let roles = self.roles();
        let lacks = roles.iter().any(|(_, gap)| *gap >= CLEAR);
        if lacks && roles.iter().any(|(_, gap)| *gap <= -CLEAR) {
            text.push_str(" Some roles lack people while others have time, which the total hides.");
        }
        if !roles.is_empty() {
            text.push('\n');
        }
        for (role, _) in roles.iter().take(MOST_ROLES) {
            let of = |what: &str| self.number(&format!("{what}/{}/{role}", self.month));
            let (work, people, gap) = (of("demand"), of("supply"), of("gap"));
            text.push_str(&format!("\n- {}: work {work}, people {people}, gap {gap} FTE", escape(role)));
        }
        if roles.len() > MOST_ROLES {
            text.push_str("\n\nThe table has every role.");
        }
        text
    }

    fn options(&self) -> String {
        let when = span(self.month);
        let widest = self
            .roles()
            .into_iter()
            .filter(|(_, gap)| *gap >= EVEN)
            .max_by(|one, other| one.1.total_cmp(&other.1));
        let Some((role, _)) = widest else {
            return format!(
                "No role lacks people in {when}. Where people have time, one can take work over from elsewhere, let \
                 people grow into other roles, or let a role get smaller as people leave."
            );
        };
        let narrows = |way: Way| {
            let name = match way {
                Way::Hire => "hiring",
                Way::Automate => "automating toil",
                Way::Drop => "dropping toil",
                Way::MoveAway => "giving work to where it belongs",
                Way::Defer => "putting initiatives off",
                Way::Interns => "taking interns",
                Way::GrowJuniors => "letting people grow into it",
            };
            name.to_owned()
        };
        let choices = options(self.inputs, role, self.month);
        let ways: Vec<String> = choices
            .iter()
            .filter(|choice| choice.effect <= -EVEN)
            .map(|choice| narrows(choice.way))
            .collect();
        let gap = self.number(&format!("gap/{}/{role}", self.month));
        let place = format!("The widest gap is that of {}, with {gap} FTE in {when}.", escape(role));
        match super::listed(&ways) {
            None => format!("{place} None of the ways that the plan knows would narrow it in time."),
            Some(list) if ways.len() == 1 => format!("{place} One way would narrow it: {list}."),
            Some(list) => {
                format!(
                    "{place} These ways would narrow it: {list}. The table says by how much each of them does."
                )
            }
        }
    }

    fn consequences(&self) -> String {
        let when = span(self.month);
        let mut text = match self.gap_of_all() {
            all if all >= EVEN => format!(
                "As the plan stands, work of {} FTE has nobody to do it in {when}. What has nobody is put off or \
                 dropped, and it is better to choose what than to find out.",
                self.all("gap"),
            ),
            all if all <= -EVEN => format!(
                "As the plan stands, people have time for more than its work in {when}. Without a decision, nobody has \
                 chosen what that time is for."
            ),
            _ => format!(
                "As the plan stands, people cover its work in {when}. Whatever comes on top takes the place of something."
            ),
        };
        if self.has_hires() {
            let hires = self.to_recruit();
            text.push_str(&format!(" This counts on {hires} to recruit."));
            let pace = planned_pace(self.inputs, self.month);
            if !pace.is_feasible {
                let reachable = self.at("reachable");
                text.push_str(&format!(
                    "\n\nRecruiting can carry {reachable} of these in {when}. The load is then more than the people can \
                     carry, and these numbers are the case for asking less."
                ));
            }
        }
        if self.is_extrapolated() {
            text.push_str("\n\nThese numbers are extrapolated, and no commitment.");
        }
        text
    }
}
