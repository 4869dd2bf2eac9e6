//! Words for kinds of work, and for yes and no, as tables of work write them.

use domain::headcount::LoadKind;

use crate::table::find_word;

/// Words for kinds of work, folded. A ticket says how work came, not what sort it is; it counts as technical, as does
/// a project, until the caller says otherwise.
#[rustfmt::skip]
const KINDS: &[(LoadKind, &[&str])] = &[
    (LoadKind::Technical, &["technical", "tech", "project", "projects", "project work", "feature", "story", "user story", "epic", "task", "sub task",
        "subtask", "development", "engineering", "design", "build", "change", "change request", "improvement", "bug", "defect", "ticket", "research",
        "technisch", "projekt", "aufgabe", "entwicklung", "technique", "projet", "tache", "tecnico", "proyecto", "projeto", "progetto", "taak", "teknik",
        "proje", "gorev"]),
    (LoadKind::Soft, &["soft", "meeting", "meetings", "planning", "documentation", "docs", "review", "reviews", "training", "mentoring", "coaching",
        "coordination", "interview", "interviews", "hiring", "onboarding", "communication", "management", "besprechung", "planung", "dokumentation",
        "schulung", "abstimmung", "reunion", "planification", "formation", "reuniao", "riunione", "formazione", "overleg", "toplanti", "egitim"]),
    (LoadKind::Interrupt, &["interrupt", "interrupts", "interruption", "incident", "incidents", "on call", "oncall", "on call duty", "outage", "alert",
        "page", "escalation", "support", "support request", "service request", "request", "unplanned", "ad hoc", "problem", "hotfix", "emergency",
        "storung", "bereitschaft", "rufbereitschaft", "vorfall", "anfrage", "astreinte", "incidente", "guardia", "interrupcion", "interrupcao", "plantao",
        "interruzione", "reperibilita", "storing", "piket", "kesinti", "nobet"]),
    (LoadKind::Toil, &["toil", "maintenance", "manual", "manual work", "routine", "chore", "operations", "ops", "run", "patching", "cleanup", "admin",
        "administration", "paperwork", "keep the lights on", "ktlo", "wartung", "routinearbeit", "verwaltung", "mantenimiento", "manutencao",
        "manutenzione", "onderhoud", "beheer", "bakim"]),
];

/// Words for yes and no, folded.
#[rustfmt::skip]
const ANSWERS: &[(bool, &[&str])] = &[
    (true, &["yes", "y", "true", "1", "x", "here", "ours", "ja", "j", "oui", "o", "si", "sim", "s", "evet", "e", "wahr", "vrai"]),
    (false, &["no", "n", "false", "0", "elsewhere", "nein", "non", "nao", "nee", "hayir", "h", "falsch", "faux"]),
];

/// The kind that a word stands for; none for a word that is not known.
pub(super) fn read_kind(cell: &str) -> Option<LoadKind> {
    find_word(KINDS, cell)
}

/// Yes or no; none for anything else.
pub(super) fn read_answer(cell: &str) -> Option<bool> {
    find_word(ANSWERS, cell)
}

#[cfg(test)]
mod tests {
    use domain::spelling::fold;

    use super::*;

    #[test]
    fn every_word_is_folded_and_means_one_thing() {
        fn check<T: Copy + PartialEq + std::fmt::Debug>(words: &[(T, &[&str])]) {
            for (meaning, known) in words {
                for word in *known {
                    assert_eq!(fold(word), *word);
                    assert_eq!(find_word(words, word), Some(*meaning), "{word}");
                }
            }
        }
        check(KINDS);
        check(ANSWERS);
    }

    #[test]
    fn f5_projects_tickets_and_interrupts_are_known_in_any_spelling() {
        for (word, kind) in [
            ("Project", Some(LoadKind::Technical)),
            ("TICKET", Some(LoadKind::Technical)),
            ("On-call", Some(LoadKind::Interrupt)),
            ("Störung", Some(LoadKind::Interrupt)),
            ("meeting ", Some(LoadKind::Soft)),
            ("KTLO", Some(LoadKind::Toil)),
            ("gardening", None),
            ("", None),
        ] {
            assert_eq!(read_kind(word), kind, "{word}");
        }
        for kind in LoadKind::ALL {
            assert_eq!(read_kind(&format!("{kind:?}")), Some(kind));
        }
        assert_eq!(
            (read_answer("Yes"), read_answer("NÃO"), read_answer("maybe")),
            (Some(true), Some(false), None)
        );
    }
}
