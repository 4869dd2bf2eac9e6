//! B: the fuzzy folder.

use super::{Later, Row};

const DOORS: &str = "crates/app/src/folder/tests.rs";
const REMOVING: &str = "crates/app/src/folder/remove_note.rs";
const TODAY: &str = "crates/app/src/today/tests.rs";
const MAIL: &str = "crates/app/src/mail/tests.rs";
const MEETINGS: &str = "crates/app/src/one_on_one/tests.rs";
const LEAVING: &str = "crates/app/src/one_on_one/leave.rs";
const NOTE: &str = "crates/domain/src/folder/mod.rs";
const LOOK_BACK: &str = "crates/domain/src/folder/look_back.rs";
const BALANCE: &str = "crates/domain/src/balance.rs";
const CYCLE: &str = "crates/domain/src/cycle.rs";
const RESIDUE: &str = "tests/drills/residue.rs";
const MAIL_PAGE: &str = "ui/src/rooms/mail/mail.test.ts";
const PAGE: &str = "ui/src/rooms/folder/folder.test.ts";
const NOTE_PAGE: &str = "ui/src/rooms/parts/note.test.ts";
const RAISED_PAGE: &str = "ui/src/rooms/parts/raised.test.ts";
const CYCLE_PAGE: &str = "ui/src/rooms/parts/cycle.test.ts";
const QUICK_NOTE: &str = "ui/src/frame/quick_note.test.ts";
const FRAME: &str = "ui/src/frame/frame.test.ts";

/// Every requirement of the fuzzy folder and what holds it.
pub const ROWS: &[Row] = &[
    ("B1", DOORS, "b1_everybody_has_a_folder_of_their_own_from_the_start"),
    ("B2", DOORS, "b2_ones_own_folder_is_there_from_the_start_and_waits_for_nobody"),
    ("B2", TODAY, "b2_b9_today_reminds_of_constructive_notes_only"),
    (
        "B2",
        PAGE,
        "the fuzzy folder > about oneself says what belongs there, and takes a note that is for nobody to raise",
    ),
    ("B3", MAIL, "b3_a_message_becomes_a_note_with_sender_date_subject_and_words_beside_it_in_one_deed"),
    ("B3", MAIL, "b3_pasted_words_say_who_wrote_them_when_they_do"),
    ("B3", MAIL, "b3_words_in_a_file_are_read_like_pasted_ones"),
    ("B3", DOORS, "b3_where_a_note_came_from_is_kept_beside_it"),
    (
        "B3",
        MAIL_PAGE,
        "dropping files > on the fuzzy folder brings each of them in, whatever one is refused for",
    ),
    ("B3", MAIL_PAGE, "pasting > works on the page itself"),
    ("B4", DOORS, "b4_a_note_is_praise_or_to_improve_and_about_one_of_four_things"),
    ("B5", MEETINGS, "a21_b5_a_note_is_carried_along_and_raised_when_it_was_talked_about"),
    ("B5", DOORS, "b5_a_note_is_linked_to_goals_and_one_on_ones_of_its_person_only"),
    ("B5", "crates/app/src/talk/tests.rs", "b5_what_a_talk_rests_on_is_raised_by_it"),
    ("B5", "tests/drills/practice.rs", "a_manager_prepares_offline"),
    ("B5", RAISED_PAGE, "whether a note was raised > is said of a note %s"),
    ("B6", DOORS, "b6_a_folder_is_looked_back_on_cycle_by_cycle"),
    ("B6", CYCLE, "b6_c11_a_cycle_is_twelve_months_from_the_first_of_its_month"),
    (
        "B6",
        CYCLE_PAGE,
        "a year of a folder in figures > goes to the year before and back, and not past today",
    ),
    (
        "B6",
        "ui/src/rooms/review/evidence.test.ts",
        "the year’s evidence > e1 b6 one key puts a piece where the keys were last, and it counts as used",
    ),
    ("B7", BALANCE, "b7_a_look_back_is_even_between_half_and_seven_tenths"),
    ("B7", LOOK_BACK, "b7_praise_and_constructive_are_counted_by_cycle_and_quarter"),
    ("B7", DOORS, "b7_b8_b9_a_folder_is_looked_back_on"),
    (
        "B7",
        CYCLE_PAGE,
        "a year of a folder in figures > says the share of praise, and shows where it would be even",
    ),
    ("B8", LOOK_BACK, "b8_a_quarter_that_is_over_and_empty_is_flagged"),
    ("B8", LOOK_BACK, "b8_after_thirty_days_without_a_note_one_is_asked_for"),
    ("B8", DOORS, "b7_b8_b9_a_folder_is_looked_back_on"),
    ("B8", TODAY, "c1_c10_b8_b9_d18_who_needs_a_thought_is_named_with_the_reason"),
    (
        "B8",
        CYCLE_PAGE,
        "a year of a folder in figures > stands above a person’s folder, quarter by quarter, an empty one in words",
    ),
    ("B9", LOOK_BACK, "b9_what_was_not_talked_about_for_fourteen_days_is_warned_of"),
    ("B9", TODAY, "c1_c10_b8_b9_d18_who_needs_a_thought_is_named_with_the_reason"),
    ("B10", NOTE, "b10_a_note_about_working_with_others_asks_for_an_example"),
    ("B10", DOORS, "b10_a_note_says_more_than_its_line"),
    (
        "B10",
        NOTE_PAGE,
        "what is kept with a note > stands on its card: tags, figure, that an example lacks, and that a source is kept",
    ),
    ("B11", DOORS, "b11_dr4_where_a_note_came_from_stays_with_its_owner"),
    ("B11", NOTE_PAGE, "where a note came from > is covered while presenting"),
    ("B12", RESIDUE, "nothing_that_was_typed_is_left_on_the_disk"),
    ("B12", "ui/test/build.test.ts", "the build > names no other place on the network"),
    ("B12", LEAVING, "what_only_the_owner_may_read_is_in_nothing_that_leaves"),
    ("B12", DOORS, "b12_what_is_shared_of_a_note_is_a_copy_without_where_it_came_from"),
    ("B13", QUICK_NOTE, "a quick note that says more > asks for three things at first sight"),
    ("B13", FRAME, "a quick note > is kept by keys alone, and can be taken back"),
    ("B13", FRAME, "a quick note > opens when the system asks for a capture"),
    ("B13", "tests/window/capture.rs", "b13_a_note_is_written_while_locked_and_waits_for_its_owner"),
    ("B.states", DOORS, "b_states_a_note_is_set_aside_for_a_reason_and_taken_up_without_one"),
    ("B.R1", NOTE, "br1_a_note_is_about_something_that_has_happened"),
    (
        "B.R2",
        REMOVING,
        "br2_br3_a_note_that_a_review_rests_on_goes_only_when_that_was_said_and_the_text_stays",
    ),
    (
        "B.R3",
        REMOVING,
        "br2_br3_a_note_that_a_review_rests_on_goes_only_when_that_was_said_and_the_text_stays",
    ),
    ("B.R3", NOTE_PAGE, "removing a note > asks once more when a review rests on it"),
    ("B.R4", DOORS, "br4_a_folder_stays_with_its_owner_when_its_person_gets_another_manager"),
    ("B.unraised_age", LOOK_BACK, "b9_what_was_not_talked_about_for_fourteen_days_is_warned_of"),
    ("B.recency_share", LOOK_BACK, "b8_recent_events_dominate_above_half"),
];

/// Nothing of it is left for later.
pub const LATER: &[Later] = &[];
