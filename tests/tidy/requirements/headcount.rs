//! F: headcount plans.

use super::Row;

const DOORS: &str = "crates/app/src/headcount/tests.rs";
const PLAN: &str = "crates/domain/src/headcount/plan_tests.rs";
const FORECAST: &str = "crates/domain/src/headcount/forecast_tests.rs";
const PEOPLE: &str = "crates/domain/src/headcount/people.rs";
const WORK: &str = "crates/domain/src/headcount/work_tests.rs";
const RAMP: &str = "crates/domain/src/headcount/ramp.rs";
const OPTIONS: &str = "crates/domain/src/headcount/options.rs";
const ARGUMENT: &str = "crates/paper/src/argument/tests.rs";
const CHARTS: &str = "crates/paper/src/chart/tests.rs";
const SHEET: &str = "crates/paper/src/headcount/tests.rs";

pub const ROWS: &[Row] = &[
    ("F1", PLAN, "f1_f4_a_plan_is_due_after_a_quarter_and_its_next_version_is_a_copy"),
    ("F1", DOORS, "f1_f4_a_plan_is_begun_kept_and_looked_at_again_after_a_quarter"),
    ("F2", FORECAST, "f2_a_group_may_shrink_by_a_fifth"),
    ("F2", ARGUMENT, "f2_a_plan_that_gets_smaller_reads_as_naturally_as_one_that_grows"),
    ("F3", PEOPLE, "f3_f_3_a_single_point_of_failure_is_held_by_exactly_one"),
    ("F3", PEOPLE, "f3_specialists_and_generalists"),
    ("F3", DOORS, "f3_f_r2_people_come_from_the_roster_and_are_named_only_where_they_allowed_it"),
    ("F4", PLAN, "f4_a_documented_plan_heard_a_peer_and_a_customer_or_says_why_not"),
    ("F4", DOORS, "f1_f4_a_plan_is_begun_kept_and_looked_at_again_after_a_quarter"),
    ("F5", "crates/domain/src/headcount/pivot.rs", "f5_work_is_looked_at_by_any_two_sides"),
    ("F6", WORK, "f6_f_3_twenty_seniors_and_the_work_of_twenty_juniors"),
    ("F6", CHARTS, "f6_the_top_fifth_is_marked_and_nobody_is_named"),
    (
        "F7",
        "crates/domain/src/headcount/answer.rs",
        "f7_a_concern_has_an_action_and_a_day_until_which_it_serves",
    ),
    ("F7", DOORS, "f7_f13_f15_f_r1_a_plan_moves_along_once_it_may_and_is_then_closed"),
    ("F8", FORECAST, "f8_f_3_supply_demand_and_gap_at_twelve_twenty_four_and_thirty_six_months"),
    ("F8", DOORS, "f8_f9_the_numbers_stand_at_three_horizons_and_say_where_facts_end"),
    ("F9", FORECAST, "f9_f_r3_what_lies_beyond_the_facts_is_marked"),
    ("F9", CHARTS, "f9_every_chart_with_extrapolated_months_says_so"),
    (
        "F10",
        "crates/domain/src/headcount/question.rs",
        "f3_f6_f10_f11_f13_there_are_twenty_five_questions_in_five_groups",
    ),
    ("F11", RAMP, "f11_f_3_doubling_from_twelve_to_twenty_four"),
    ("F11", CHARTS, "f11_a_funnel_shows_what_is_asked_beside_what_can_be_carried"),
    ("F12", FORECAST, "f12_interviews_guidance_and_training_take_from_supply"),
    ("F12", FORECAST, "f12_a_supply_below_zero_is_to_be_thought_over"),
    ("F13", PLAN, "f13_f_r1_a_presented_plan_has_all_answers_and_an_owner_of_infrastructure"),
    ("F14", FORECAST, "f14_a_lead_loses_most_of_their_output_and_a_backfill_ramps_up"),
    ("F15", ARGUMENT, "f15_an_argument_reads_in_order"),
    ("F15", DOORS, "f15_f19_the_argument_is_drafted_kept_in_step_and_leaves_once_it_is_judged"),
    ("F16", DOORS, "f16_a_requisition_without_growth_or_mentor_is_warned_about_and_kept"),
    ("F17", "crates/domain/src/headcount/requisition.rs", "f17_the_levels_asked_for_are_said_and_not_ranked"),
    ("F18", OPTIONS, "f18_every_gap_has_seven_ways_beside_each_other"),
    ("F18", DOORS, "f18_each_way_to_close_a_gap_is_compared_with_its_chance"),
    ("F19", SHEET, "f19_equal_inputs_give_equal_bytes"),
    ("F19", DOORS, "f19_the_worksheet_and_every_table_leave_with_equal_bytes_and_without_names"),
    (
        "F19",
        "tests/drills/worksheet.rs",
        "f19_another_program_calculates_the_same_numbers_also_after_an_assumption_is_changed",
    ),
    ("F.R1", PLAN, "f13_f_r1_a_presented_plan_has_all_answers_and_an_owner_of_infrastructure"),
    ("F.R2", SHEET, "f_r2_who_did_not_agree_is_named_nowhere"),
    (
        "F.R2",
        "crates/store/src/noun/headcount/tests.rs",
        "f_r2_a_person_who_is_removed_leaves_a_number_without_a_name",
    ),
    ("F.R3", ARGUMENT, "f9_f_r3_an_extrapolated_number_never_stands_as_if_it_were_known"),
    ("F.R3", CHARTS, "f9_f_r3_no_month_beyond_what_facts_reach_is_drawn_as_known"),
    ("F.states", PLAN, "f_2_a_plan_takes_one_step_at_a_time"),
    ("F.gap", FORECAST, "f8_f_3_supply_demand_and_gap_at_twelve_twenty_four_and_thirty_six_months"),
    ("F.single_points", PEOPLE, "f3_f_3_a_single_point_of_failure_is_held_by_exactly_one"),
    ("F.concentration", WORK, "f6_f_3_the_top_fifth_of_people_is_rounded_up"),
    ("F.level_balance", WORK, "f6_f_3_twenty_seniors_and_the_work_of_twenty_juniors"),
    ("F.doubling", RAMP, "f11_f_3_doubling_from_twelve_to_twenty_four"),
    ("F.interview_load", RAMP, "f12_f_3_interview_load"),
];
