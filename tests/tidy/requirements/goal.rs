//! C: goals and where somebody would like to go.

use super::Row;

const DOORS: &str = "crates/app/src/goal/tests.rs";
const CAREER: &str = "crates/app/src/career/tests.rs";
const TODAY: &str = "crates/app/src/today/tests.rs";
const GOAL: &str = "crates/domain/src/goal/tests.rs";
const PEOPLE: &str = "crates/domain/src/person/tests.rs";
const WISH: &str = "crates/domain/src/career/mod.rs";
const PAGE: &str = "ui/src/rooms/goal/page.test.ts";
const FORM: &str = "ui/src/rooms/goal/goal.test.ts";
const GROUNDS: &str = "ui/src/rooms/goal/ground.test.ts";
const STORY: &str = "ui/src/rooms/goal/story.test.ts";
const MOVES: &str = "ui/src/rooms/goal/moves.test.ts";
const CARE: &str = "ui/src/rooms/today/care.test.ts";
const CAREER_PAGE: &str = "ui/src/rooms/person/career/career.test.ts";
const THEN: &str = "ui/src/rooms/person/then.test.ts";

/// Every requirement of goals and careers and what holds it.
pub const ROWS: &[Row] = &[
    ("C1", TODAY, "c1_c10_b8_b9_d18_who_needs_a_thought_is_named_with_the_reason"),
    ("C1", CARE, "who needs a thought > stands person by person, the most urgent first"),
    ("C1", PAGE, "the page of goals > names first who works on no goal, and who has nothing to grow by"),
    ("C2", DOORS, "c2_a_goal_may_rest_on_company_ground_and_stands_without_it"),
    ("C2", "tests/drills/evidence.rs", "goals_without_company_goals"),
    ("C3", GOAL, "c3_what_a_goal_does_not_say_yet_is_asked"),
    ("C3", DOORS, "c3_saving_says_what_a_goal_could_still_say_and_so_does_typing"),
    (
        "C3",
        FORM,
        "a goal that is written down > holds its five letters, its figures, its kind, its ground and whose words they are",
    ),
    ("C4", DOORS, "c4_the_manager_names_the_kinds_of_goals"),
    ("C4", DOORS, "c4_cr1_an_endorsement_holds_for_the_words_it_was_given_for"),
    (
        "C4",
        GROUNDS,
        "the kinds of goals > are named, ordered, renamed in every goal, and taken out of the list",
    ),
    ("C5", GOAL, "c5_cr4_only_an_endorsed_goal_becomes_active_and_an_ended_one_is_taken_up_again"),
    ("C5", DOORS, "c5_cr4_a_goal_becomes_active_by_endorsement_and_ends_with_a_word"),
    ("C6", DOORS, "a25_c6_a_goal_comes_up_again_after_its_interval"),
    ("C6", DOORS, "c6_each_look_adds_to_the_story_and_figures_make_a_percentage"),
    ("C6", PAGE, "the page of goals > puts what is to be looked at first, then the rest person by person"),
    ("C6", STORY, "a goal’s story > grows by a look with a line and a figure, with either, or with neither"),
    ("C7", CAREER, "a5_c7_wishes_stand_by_kind_and_the_newest_comes_first"),
    (
        "C7",
        CAREER_PAGE,
        "what somebody wishes for > stands with its day, what was said before below it, on the private ground",
    ),
    ("C8", WISH, "a6_c8_a_try_out_has_a_next_step_until_something_came_of_it"),
    ("C8", CAREER, "a6_c8_a_role_is_tried_out_until_something_came_of_it"),
    // What is missing is the headcount plan that would read it.
    ("C9", WISH, "a5_c9_not_knowing_yet_is_an_answer_and_a_dislike_has_a_reason"),
    ("C9", CAREER, "c9_a_next_role_may_be_planned_with_only_where_they_allow_it"),
    (
        "C9",
        CAREER_PAGE,
        "what somebody wishes for > may be the next role, with its month; it is for planning only where they allow it",
    ),
    ("C10", TODAY, "c1_c10_b8_b9_d18_who_needs_a_thought_is_named_with_the_reason"),
    ("C10", PAGE, "the page of goals > names first who works on no goal, and who has nothing to grow by"),
    // What is missing is the review that shows it; a person’s page does.
    ("C11", DOORS, "c11_a_cycle_keeps_its_goals_as_they_were_on_the_first_day"),
    (
        "C11",
        THEN,
        "the goals of a year, then and now > says what became of the words, and shows it when asked, by keys",
    ),
    ("C12", "crates/app/src/review/tests.rs", "c12_closing_makes_proposed_goals_of_what_is_to_improve"),
    ("C.states", GOAL, "c5_cr4_only_an_endorsed_goal_becomes_active_and_an_ended_one_is_taken_up_again"),
    ("C.R1", DOORS, "c4_cr1_an_endorsement_holds_for_the_words_it_was_given_for"),
    (
        "C.R1",
        MOVES,
        "a goal that is worded anew > says why once it is agreed, and loses its person’s name on the words",
    ),
    ("C.R2", GOAL, "cr2_a_wording_holds_what_was_agreed_and_a_revision_says_why"),
    ("C.R2", DOORS, "cr2_an_agreed_goal_is_revised_with_a_reason_and_keeps_its_first_words"),
    ("C.R3", GOAL, "c3_cr3_a_goal_is_kept_when_its_parts_fit_together"),
    ("C.R4", GOAL, "c5_cr4_only_an_endorsed_goal_becomes_active_and_an_ended_one_is_taken_up_again"),
    ("C.R4", DOORS, "c5_cr4_a_goal_becomes_active_by_endorsement_and_ends_with_a_word"),
    ("C.next_review", GOAL, "a25_c6_a_goal_is_looked_at_as_often_as_its_length_suggests"),
    ("C.next_review", GOAL, "c6_the_interval_is_halved_for_somebody_junior_and_while_nothing_moves"),
    ("C.next_review", PEOPLE, "c6_who_is_at_the_beginning_is_told_by_level_and_employment"),
    ("C.progress", GOAL, "c6_progress_is_the_newest_figure_between_start_and_target"),
];
