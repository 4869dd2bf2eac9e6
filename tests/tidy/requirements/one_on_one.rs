//! A: the practice of 1:1s.

use super::Row;

const DOORS: &str = "crates/app/src/one_on_one/tests.rs";
const REMINDERS: &str = "crates/app/src/reminder/tests.rs";
const LEAVING: &str = "crates/app/src/one_on_one/leave.rs";
const CAREER: &str = "crates/app/src/career/tests.rs";
const TEMPLATES: &str = "crates/app/src/template/tests.rs";
const DUE: &str = "crates/domain/src/one_on_one/due.rs";
const FIRST: &str = "crates/domain/src/one_on_one/first.rs";
const MEETING: &str = "crates/domain/src/one_on_one/mod.rs";
const DOCUMENT: &str = "crates/domain/src/one_on_one/document.rs";
const TEMPLATE: &str = "crates/domain/src/one_on_one/template.rs";
const PAGE: &str = "ui/src/rooms/one_on_one/practice.test.ts";
const TEXTS: &str = "ui/src/rooms/one_on_one/one_on_one.test.ts";

/// Every requirement of 1:1s and what holds it.
pub const ROWS: &[Row] = &[
    ("A1", FIRST, "a1_a2_it_takes_60_to_90_minutes_and_says_that_later_ones_are_shorter"),
    ("A2", DOORS, "a2_a7_the_invitation_says_that_later_ones_are_shorter_and_brings_the_document"),
    ("A3", DOORS, "a1_a3_a4_a_first_meeting_is_longer_and_has_an_agenda_that_is_finished_or_says_why_not"),
    ("A4", FIRST, "a3_a4_the_agenda_has_six_points_and_goals_only_for_somebody_without"),
    ("A5", CAREER, "a5_what_is_asked_for_is_asked_for"),
    ("A6", CAREER, "a6_c8_a_role_is_tried_out_until_something_came_of_it"),
    ("A7", TEMPLATES, "a7_the_blank_document_goes_out_before_the_meeting"),
    ("A8", PAGE, "the document is filled in together beside its topics"),
    ("A9", DOORS, "a9_a10_a11_a_rhythm_is_weekly_until_both_are_at_ease"),
    ("A10", DOORS, "a9_a10_a11_a_rhythm_is_weekly_until_both_are_at_ease"),
    ("A11", DUE, "a11_more_than_two_weeks_are_red_and_exactly_two_are_not"),
    ("A12", MEETING, "a12_ten_minutes_are_still_worth_holding"),
    ("A12", PAGE, "short of time, it is made shorter before it is cancelled"),
    ("A13", DOORS, "a13_a14_moved_three_times_keeps_everything_and_is_told"),
    ("A14", DUE, "a14_moves_are_counted_over_the_last_eight_and_told_from_two_in_four"),
    ("A15", TEMPLATES, "a15_an_aim_without_a_section_is_named"),
    ("A16", TEMPLATE, "a15_a16_a_template_that_leaves_an_aim_out_is_refused_and_names_it"),
    ("A17", TEMPLATE, "a17_ar3_personal_matters_are_never_evidence"),
    ("A18", DUE, "a18_history_is_due_24_elapsed_hours_ahead_also_when_the_clocks_change"),
    ("A18", REMINDERS, "a18_a34_a41_what_is_due_is_named_until_it_is_done"),
    ("A19", DOORS, "a18_a19_a23_preparing_is_three_ticks_and_the_time_it_took"),
    ("A20", PAGE, "shows word by word what changed since it was read"),
    ("A21", DOORS, "a21_b5_a_note_is_carried_along_and_raised_when_it_was_talked_about"),
    ("A21", PAGE, "a note is carried into the margin with one key, once"),
    ("A22", PAGE, "a private note goes into the document only after its words were looked at"),
    ("A22", LEAVING, "what_only_the_owner_may_read_is_in_nothing_that_leaves"),
    ("A23", PAGE, "three things are ticked as read; with all of them it is prepared"),
    ("A24", TEMPLATE, "a24_a27_a30_the_built_in_templates"),
    ("A25", "crates/app/src/goal/tests.rs", "a25_c6_a_goal_comes_up_again_after_its_interval"),
    ("A26", DOCUMENT, "a26_a28_a_streak_of_blanks_ends_with_any_word"),
    ("A26", DOORS, "a26_a28_a32_hints_name_what_was_left_blank_for_long"),
    ("A27", TEMPLATE, "a24_a27_a30_the_built_in_templates"),
    ("A28", DOORS, "a26_a28_a32_hints_name_what_was_left_blank_for_long"),
    ("A29", DOORS, "a29_ar5_what_they_need_is_promised_once_and_rolls_on_until_it_is_done"),
    ("A29", PAGE, "is kept in the manager's own folder, without whose it is"),
    ("A30", TEMPLATES, "a30_a31_a_change_is_a_new_version_and_old_documents_stay"),
    ("A31", TEMPLATES, "a30_a31_a_change_is_a_new_version_and_old_documents_stay"),
    ("A32", DOCUMENT, "a32_status_over_40_per_cent_of_the_words_is_worth_a_word"),
    ("A33", DOORS, "a20_a22_a33_their_words_stay_theirs_and_what_changed_since_they_were_read_is_shown"),
    ("A33", PAGE, "is its author's: the text is closed, and words go beside it"),
    ("A34", DUE, "a34_a_document_arrives_by_five_on_the_working_day_before"),
    ("A34", REMINDERS, "a18_a34_a41_what_is_due_is_named_until_it_is_done"),
    ("A35", TEXTS, "walks its sections and the margin by keys"),
    ("A36", DOORS, "a36_ar1_ar2_a_slot_has_one_document_and_what_is_closed_is_searched_and_never_changed"),
    ("A37", TEXTS, "saves a section after a quiet moment and says so"),
    ("A38", PAGE, "there is only the page, a clock, the promises, and a margin that is covered"),
    ("A38", REMINDERS, "quiet_hours_meetings_and_the_owner_keep_it_quiet_and_nothing_is_lost"),
    ("A39", DUE, "a39_what_was_left_is_taken_up_within_24_to_48_hours_of_working_time"),
    ("A39", PAGE, "ends with what both understood, and plans what was left"),
    ("A40", MEETING, "a40_both_say_the_same_or_a_difference_is_written_down"),
    ("A41", DOORS, "a39_a40_a41_a_meeting_that_ran_over_is_taken_up_and_its_notes_go_out"),
    ("A41", PAGE, "offers a message, a file and the text, and only then is it said that they are out"),
    ("A42", PAGE, "three things are ticked as read; with all of them it is prepared"),
    ("A42", PAGE, "with one's own manager the document is one's own to hand in"),
    ("A42", PAGE, "each of the two sees what is done and what is open, and nothing is ticked by hand"),
    ("A.R1", DOORS, "a36_ar1_ar2_a_slot_has_one_document_and_what_is_closed_is_searched_and_never_changed"),
    ("A.R2", DOORS, "a22_ar2_a_remark_is_a_copy_and_once_archived_a_correction"),
    ("A.R3", TEMPLATE, "a17_ar3_personal_matters_are_never_evidence"),
    ("A.R4", DOORS, "ar4_a_first_meeting_that_was_never_held_is_told_when_a_second_one_closes"),
    ("A.R5", DOORS, "a29_ar5_what_they_need_is_promised_once_and_rolls_on_until_it_is_done"),
    ("A.prep_due", DUE, "a18_history_is_due_24_elapsed_hours_ahead_also_when_the_clocks_change"),
    ("A.doc_due", DUE, "a34_a_document_arrives_by_five_on_the_working_day_before"),
    ("A.followup_window", DUE, "a39_what_was_left_is_taken_up_within_24_to_48_hours_of_working_time"),
    ("A.gap", DUE, "a11_more_than_two_weeks_are_red_and_exactly_two_are_not"),
    ("A.move_rate", DUE, "a14_moves_are_counted_over_the_last_eight_and_told_from_two_in_four"),
];
