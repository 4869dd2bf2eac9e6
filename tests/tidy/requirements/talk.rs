//! D: hard talks, and how they are followed up.

use super::{Later, Row};

const PACKET: &str = "crates/app/src/talk/packet/tests.rs";
const DOORS: &str = "crates/app/src/talk/tests.rs";
const COACH: &str = "crates/app/src/coach/tests.rs";
const TALK: &str = "crates/domain/src/talk/tests.rs";
const LANGUAGE: &str = "crates/domain/src/coach/tests.rs";
const PAGE: &str = "ui/src/rooms/talk/page.test.ts";
const FOLLOW: &str = "ui/src/rooms/talk/follow.test.ts";
const WAITS: &str = "ui/src/rooms/talk/waits.test.ts";
const COACH_PAGE: &str = "ui/src/rooms/parts/coach.test.ts";

/// Every requirement of hard talks and what holds it.
pub const ROWS: &[Row] = &[
    ("D1", LANGUAGE, "d1_d4_d8_d9_every_rule_finds_what_it_must_and_lets_the_rest_be"),
    ("D1", LANGUAGE, "d1_d8_what_could_stand_there_instead_is_offered"),
    ("D1", COACH, "d1_d8_a_message_is_read_for_harsh_words_and_for_praise_around_it"),
    ("D1", COACH_PAGE, "the coach below a note > puts the better words into the text"),
    ("D1", "tests/tidy/main.rs", "sentences_are_plain"),
    ("D2", DOORS, "d2_d3_d9_dr2_a_talk_is_ready_when_its_message_stands"),
    ("D3", DOORS, "d2_d3_d9_dr2_a_talk_is_ready_when_its_message_stands"),
    ("D4", DOORS, "d4_people_who_are_named_in_a_message_are_shown"),
    ("D4", COACH, "d4_d9_what_is_written_is_read_with_the_names_of_the_roster"),
    ("D4", PAGE, "preparing a talk > marks who is named, and asks for the rest by how they are"),
    ("D4", PAGE, "while others look on > is read from in large letters, without where it came from"),
    ("D5", TALK, "d2_d3_d5_d9_d19_dr2_ready_needs_message_example_consequence_and_the_managers_word"),
    ("D5", DOORS, "d5_d6_d19_a_name_and_a_touchy_subject_ask_for_more"),
    ("D6", TALK, "d5_d6_d15_d16_dr1_the_manager_is_always_there_and_whoever_else_has_to_be"),
    ("D6", DOORS, "d5_d6_d19_a_name_and_a_touchy_subject_ask_for_more"),
    ("D7", DOORS, "d7_what_is_only_seen_so_is_talked_about_too"),
    ("D7", PAGE, "preparing a talk > has other steps to propose for what is seen than for what was done"),
    ("D8", LANGUAGE, "d1_d4_d8_d9_every_rule_finds_what_it_must_and_lets_the_rest_be"),
    ("D8", LANGUAGE, "d1_d8_what_could_stand_there_instead_is_offered"),
    ("D8", COACH, "d1_d8_a_message_is_read_for_harsh_words_and_for_praise_around_it"),
    ("D9", LANGUAGE, "d1_d4_d8_d9_every_rule_finds_what_it_must_and_lets_the_rest_be"),
    ("D9", COACH, "d4_d9_what_is_written_is_read_with_the_names_of_the_roster"),
    ("D9", DOORS, "d2_d3_d9_dr2_a_talk_is_ready_when_its_message_stands"),
    ("D10", TALK, "d10_an_answer_may_take_two_days_and_no_weekend"),
    ("D10", TALK, "d10_d12_d13_d14_d15_d17_what_waits_is_named"),
    ("D10", DOORS, "d10_d12_d13_d14_d17_from_first_notice_to_closed"),
    ("D10", FOLLOW, "holding it > writes down who was there and by when an answer may come"),
    ("D11", DOORS, "d11_a_plan_is_made_together_after_the_talk"),
    ("D11", FOLLOW, "the plan > says when nothing of it is theirs, and keeps whose idea a step is"),
    ("D12", TALK, "d12_dr3_following_needs_a_day_ahead"),
    ("D12", DOORS, "d12_dr3_what_is_followed_has_a_day_ahead"),
    ("D12", FOLLOW, "following it up > asks for the day of the next look, and for one that is still to come"),
    ("D13", TALK, "d10_d12_d13_d14_d15_d17_what_waits_is_named"),
    ("D13", DOORS, "d10_d12_d13_d14_d17_from_first_notice_to_closed"),
    ("D13", FOLLOW, "those concerned, and HR > asks, answers and tells, all on the private ground"),
    ("D14", DOORS, "d10_d12_d13_d14_d17_from_first_notice_to_closed"),
    ("D14", FOLLOW, "following it up > asks for the day of the next look, and for one that is still to come"),
    ("D15", TALK, "d10_d12_d13_d14_d15_d17_what_waits_is_named"),
    ("D15", DOORS, "d15_who_is_unsure_is_reminded_to_ask_hr"),
    (
        "D15",
        FOLLOW,
        "those concerned, and HR > keeps a turn to HR, changes it, and takes it out with a way back",
    ),
    ("D16", TALK, "d5_d6_d15_d16_dr1_the_manager_is_always_there_and_whoever_else_has_to_be"),
    ("D16", DOORS, "d15_d16_dr1_no_talk_without_the_manager"),
    ("D17", TALK, "d10_d12_d13_d14_d15_d17_what_waits_is_named"),
    ("D17", DOORS, "d10_d12_d13_d14_d17_from_first_notice_to_closed"),
    ("D17", WAITS, "what waits around a talk > says where it stands when nothing does"),
    (
        "D18",
        "crates/domain/src/folder/look_back.rs",
        "d18_praise_waits_like_a_point_to_improve_as_long_as_it_is_timely",
    ),
    ("D18", "crates/app/src/today/tests.rs", "c1_c10_b8_b9_d18_who_needs_a_thought_is_named_with_the_reason"),
    ("D19", TALK, "d2_d3_d5_d9_d19_dr2_ready_needs_message_example_consequence_and_the_managers_word"),
    ("D19", DOORS, "d5_d6_d19_a_name_and_a_touchy_subject_ask_for_more"),
    ("D19", PAGE, "preparing a talk > asks a touchy one for evidence or whom it can be followed up with"),
    ("D.states", TALK, "d_states_a_talk_goes_step_by_step"),
    ("D.R1", DOORS, "d15_d16_dr1_no_talk_without_the_manager"),
    ("D.R2", TALK, "d2_d3_d5_d9_d19_dr2_ready_needs_message_example_consequence_and_the_managers_word"),
    ("D.R2", DOORS, "d2_d3_d9_dr2_a_talk_is_ready_when_its_message_stands"),
    ("D.R3", TALK, "d12_dr3_following_needs_a_day_ahead"),
    ("D.R3", DOORS, "d12_dr3_what_is_followed_has_a_day_ahead"),
    ("D.R4", DOORS, "dr4_who_was_asked_is_found_nowhere"),
    ("D.R4", "crates/app/src/folder/tests.rs", "b11_dr4_where_a_note_came_from_stays_with_its_owner"),
    ("D.R4", "tests/drills/evidence.rs", "a_hard_talk_and_its_four_follow_ups"),
    ("D.R5", PACKET, "d_r5_what_is_the_owners_alone_is_in_no_packet"),
    ("D.R5", PACKET, "d_r5_nothing_leaves_that_was_not_picked_and_written"),
    ("D.days_to_raise", DOORS, "d10_d12_d13_d14_d17_from_first_notice_to_closed"),
    ("D.check_regularity", TALK, "d10_d12_d13_d14_d15_d17_what_waits_is_named"),
    ("D.praise_gap", TALK, "d14_progress_that_nobody_names_is_counted"),
];

/// What is not there yet.
pub const LATER: &[Later] = &[];
