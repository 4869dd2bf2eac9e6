//! E: performance reviews.

use super::Row;

const DOORS: &str = "crates/app/src/review/tests.rs";
const INPUT: &str = "crates/app/src/input/tests.rs";
const ANSWER: &str = "crates/app/src/input/approve.rs";
const POINT: &str = "crates/domain/src/review/point.rs";
const READY: &str = "crates/domain/src/review/ready.rs";
const STATE: &str = "crates/domain/src/review/state.rs";
const TALK: &str = "crates/domain/src/review/discussion.rs";
const OWN: &str = "crates/domain/src/review/self_review.rs";
const OTHERS: &str = "crates/domain/src/review/peer_input.rs";
const CHIP: &str = "crates/domain/src/review/chip.rs";
const PAPER: &str = "crates/paper/src/review/tests.rs";
const CLEAN: &str = "crates/paper/src/review/clean.rs";
const TRAY: &str = "ui/src/rooms/review/evidence.test.ts";
const LOOK: &str = "ui/src/rooms/review/look.test.ts";
const OWN_PAGE: &str = "ui/src/rooms/review/self.test.ts";
const WRITING: &str = "ui/src/rooms/review/writing.test.ts";
const INPUT_PAGE: &str = "ui/src/rooms/review_input/input.test.ts";
const TALK_PAGE: &str = "ui/src/rooms/review_talk/discussion.test.ts";
const STORIES: &str = "tests/drills/reviews.rs";

/// Every requirement of reviews and what holds it.
pub const ROWS: &[Row] = &[
    ("E1", DOORS, "e1_the_tray_holds_the_year_and_says_what_is_used"),
    (
        "E1",
        TRAY,
        "the year’s evidence > e1 b6 one key puts a piece where the keys were last, and it counts as used",
    ),
    ("E2", READY, "e2_e_r1_a_constructive_point_has_evidence_and_is_linked_or_says_that_it_is_new"),
    ("E2", POINT, "e2_a_constructive_point_that_was_not_talked_about_before_is_a_surprise"),
    ("E2", DOORS, "e2_er1_a_surprise_blocks_until_it_is_linked_or_said_to_be_new"),
    (
        "E2",
        LOOK,
        "what to look at before sharing > e2 says how much was looked through for a surprise, and lets it say that it is new",
    ),
    ("E2", STORIES, "no_surprises"),
    (
        "E2",
        LOOK,
        "what to look at before sharing > e2 proposes where the two may have talked about it; one key links it",
    ),
    ("E3", OWN, "e3_a_self_review_that_names_nothing_to_improve_is_all_glowing"),
    ("E3", DOORS, "e3_e9_e10_er5_a_self_review_is_its_authors_and_comes_back_with_a_word"),
    ("E3", PAPER, "e25_a_review_reads_in_order_whatever_it_leaves_as"),
    (
        "E3",
        OWN_PAGE,
        "one’s own self review > e3 shows the note it came back with, warns while it only glows, and is handed in",
    ),
    ("E4", DOORS, "e4_e6_e7_e8_what_is_worth_another_look_can_be_set_aside_for_a_reason"),
    ("E4", DOORS, "e4_e13_b8_what_the_year_left_out_is_named"),
    ("E5", DOORS, "e5_e_3_the_meter_counts_points"),
    ("E5", POINT, "e5_points_are_counted_and_words_are_not"),
    ("E6", POINT, "e6_a_soft_point_needs_something_that_shows_it"),
    (
        "E6",
        LOOK,
        "what to look at before sharing > e6 shows what may stand for a claim about how somebody works with others",
    ),
    ("E6", DOORS, "e4_e6_e7_e8_what_is_worth_another_look_can_be_set_aside_for_a_reason"),
    ("E7", "crates/domain/src/review/effort.rs", "e7_six_hours_are_six_pages"),
    ("E7", WRITING, "a point > e7 tells how long it was written on"),
    ("E7", DOORS, "e4_e6_e7_e8_what_is_worth_another_look_can_be_set_aside_for_a_reason"),
    ("E8", POINT, "e8_a_paragraph_without_a_message_is_flagged"),
    (
        "E8",
        WRITING,
        "the outline > e8 shows the messages, flags a paragraph without one, and leads to the point",
    ),
    ("E8", DOORS, "e4_e6_e7_e8_what_is_worth_another_look_can_be_set_aside_for_a_reason"),
    ("E9", OWN, "e9_a_short_self_review_asks_the_manager_for_twice_its_words"),
    (
        "E9",
        OWN_PAGE,
        "the self review, beside the reviewer’s text > e9 where it is short, says how long would do the year justice",
    ),
    ("E9", DOORS, "e3_e9_e10_er5_a_self_review_is_its_authors_and_comes_back_with_a_word"),
    ("E10", OWN, "e10_it_comes_back_with_a_word"),
    (
        "E10",
        OWN_PAGE,
        "the self review, beside the reviewer’s text > e10 is passed back with a note, and never without one",
    ),
    ("E10", DOORS, "e3_e9_e10_er5_a_self_review_is_its_authors_and_comes_back_with_a_word"),
    ("E11", DOORS, "e11_e12_e17_the_coach_reads_every_point_and_says_where"),
    ("E12", DOORS, "e11_e12_e17_the_coach_reads_every_point_and_says_where"),
    ("E13", OTHERS, "e13_those_who_are_asked_see_more_than_one_side"),
    (
        "E13",
        INPUT_PAGE,
        "what others say > e13 says when all see the work from one side, and who could be told by their words",
    ),
    ("E13", INPUT, "e13_e16_a_list_of_one_side_and_a_voice_that_can_be_told_are_warned_of"),
    ("E14", INPUT, "e14_e15_er2_words_are_used_once_their_author_approved_them_as_they_stand"),
    ("E14", INPUT_PAGE, "the five minutes > say what is left, end calmly, and begin anew"),
    ("E15", OTHERS, "e15_words_reach_approval_only_by_their_author"),
    ("E15", ANSWER, "e15_only_a_line_that_its_author_wrote_approves"),
    ("E15", INPUT, "e14_e15_er2_words_are_used_once_their_author_approved_them_as_they_stand"),
    (
        "E15",
        INPUT_PAGE,
        "what others say > e15 lists who is asked, with what they are and how far they have come",
    ),
    ("E15", STORIES, "a_quote_is_withdrawn"),
    ("E15", TRAY, "the year’s evidence > e15 a quote that is not approved cannot be put, and says why"),
    ("E16", OTHERS, "e16_a_quote_whose_author_could_be_told_is_warned_of"),
    ("E16", INPUT, "e13_e16_a_list_of_one_side_and_a_voice_that_can_be_told_are_warned_of"),
    ("E16", STORIES, "a_quote_is_withdrawn"),
    ("E16", INPUT_PAGE, "what others say > e16 warns of words whose author stands alone"),
    ("E17", DOORS, "e11_e12_e17_the_coach_reads_every_point_and_says_where"),
    ("E18", DOORS, "e18_e21_both_put_points_on_the_agenda_and_facts_come_first"),
    ("E19", TALK, "e19_a_disagreement_or_two_are_fine"),
    ("E19", DOORS, "e19_e20_e22_er3_two_disagreements_stand_and_a_parked_point_comes_back"),
    ("E19", STORIES, "an_employee_disagrees_on_two_points"),
    ("E19", TALK_PAGE, "the talk > e19 hints calmly from three disagreements on"),
    ("E20", TALK, "e20_e_r3_a_review_closes_with_nothing_parked_and_no_talk_open"),
    ("E20", DOORS, "e19_e20_e22_er3_two_disagreements_stand_and_a_parked_point_comes_back"),
    ("E21", TALK, "e18_e21_facts_come_first_and_what_is_touchy_stays_together"),
    ("E21", TALK_PAGE, "the talk > e21 follows the agenda, the touchy ones together at the end"),
    ("E21", DOORS, "e18_e21_both_put_points_on_the_agenda_and_facts_come_first"),
    ("E22", DOORS, "e19_e20_e22_er3_two_disagreements_stand_and_a_parked_point_comes_back"),
    ("E23", TALK, "e23_there_is_a_day_to_read_before_the_two_talk"),
    ("E23", TALK_PAGE, "before the talk > e23 says since when the person has it, and until when they read"),
    ("E23", DOORS, "e23_e24_er4_what_is_shared_is_frozen_and_read_for_a_day_before_the_talk"),
    ("E24", TALK, "e24_a_second_talk_is_one_or_two_working_days_later_whoever_wants_it"),
    ("E24", TALK_PAGE, "after the talk > e24 plans a second talk, and shows why not"),
    ("E24", DOORS, "e23_e24_er4_what_is_shared_is_frozen_and_read_for_a_day_before_the_talk"),
    ("E25", CHIP, "e25_no_chip_leaves_and_a_new_point_still_says_so"),
    ("E25", PAPER, "e25_no_address_of_the_vault_leaves_by_any_field"),
    ("E25", CLEAN, "e25_no_address_of_the_vault_is_left_and_no_other_word_is_lost"),
    ("E25", DOORS, "e25_a_file_holds_the_words_and_nothing_of_what_they_rest_on"),
    ("E25", STORIES, "reviews_for_nine_people_in_an_evening"),
    ("E26", DOORS, "e26_where_somebody_stands_holds_what_was_said_to_them"),
    ("E.R1", READY, "e2_e_r1_a_constructive_point_has_evidence_and_is_linked_or_says_that_it_is_new"),
    ("E.R2", OTHERS, "e15_e_r2_a_changed_word_voids_the_approval"),
    (
        "E.R2",
        INPUT_PAGE,
        "what others say > e_r2 an edit of approved words voids the approval, and says so at once",
    ),
    ("E.R3", TALK, "e20_e_r3_a_review_closes_with_nothing_parked_and_no_talk_open"),
    (
        "E.R3",
        TALK_PAGE,
        "after the talk > e_r3 says what is parked, and the sheet says why it does not close",
    ),
    ("E.R4", STATE, "e_r4_what_is_out_is_not_written_in"),
    ("E.R4", DOORS, "e23_e24_er4_what_is_shared_is_frozen_and_read_for_a_day_before_the_talk"),
    ("E.R5", DOORS, "e3_e9_e10_er5_a_self_review_is_its_authors_and_comes_back_with_a_word"),
    ("E.states", STATE, "a_review_takes_one_step_at_a_time"),
    ("E.states", OWN, "e10_a_self_review_is_handed_in_and_may_come_back"),
    ("E.share", "crates/domain/src/balance.rs", "b7_a_look_back_is_even_between_half_and_seven_tenths"),
    ("E.share", DOORS, "e5_e_3_the_meter_counts_points"),
    ("E.surprise_count", READY, "e_3_surprises_are_counted_also_those_that_say_so"),
    ("E.effort", "crates/domain/src/review/effort.rs", "e7_six_hours_are_six_pages"),
];
