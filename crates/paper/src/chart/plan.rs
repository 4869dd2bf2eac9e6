//! Every chart of a plan.

use domain::headcount::{Forecast, Inputs, LoadSlice, Simulation, planned_pace};

use super::{
    Chart, Mix, NamedPoint, concentration, hiring_funnel, initiative_marks, level_mix, single_points,
    site_mix, work_against_people,
};

/// The charts of a plan, in the order they are read: work against people, levels and sites now and `then` months after the
/// start, hiring until then, what rests on few, and what rests on one. `forecast` and `simulation` are those of these inputs.
pub fn plan_charts(
    inputs: &Inputs,
    forecast: &Forecast,
    simulation: Option<&Simulation>,
    slices: &[LoadSlice],
    then: u32,
) -> Vec<Chart> {
    let points = domain::headcount::single_points(&inputs.staff, &inputs.promotions, inputs.starts);
    let points: Vec<NamedPoint> =
        points.iter().filter_map(|point| NamedPoint::of(point, &inputs.staff)).collect();
    vec![
        work_against_people(forecast, simulation, &initiative_marks(inputs)),
        level_mix(&Mix::of_levels(inputs, 0), &Mix::of_levels(inputs, then)),
        site_mix(&Mix::of_sites(inputs, 0), &Mix::of_sites(inputs, then)),
        hiring_funnel(&planned_pace(inputs, then), &inputs.assumptions),
        concentration(slices),
        single_points(&points),
    ]
}
