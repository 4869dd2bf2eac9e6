//! Which column of a table of work means what, and in what its hours count.

use domain::spelling::fold;

use super::{
    WorkColumns,
    WorkField::{self, *},
    WorkUnit,
};
use crate::table::guess_columns;

/// Headings by field, folded: English, German, French, Spanish, Portuguese, Italian, Dutch, Turkish.
#[rustfmt::skip]
const HEADINGS: &[(WorkField, &[&str])] = &[
    (Team, &["team", "squad", "department", "group", "assignment group", "assigned team", "unit", "queue", "abteilung", "gruppe", "bereich",
        "equipe", "service", "departement", "equipo", "departamento", "area", "squadra", "reparto", "afdeling", "ekip", "takim", "bolum"]),
    (Person, &["person", "name", "full name", "assignee", "assigned to", "owner", "employee", "engineer", "user", "author", "worker", "done by",
        "mitarbeiter", "mitarbeiterin", "bearbeiter", "bearbeiterin", "zugewiesen an", "nom", "salarie", "collaborateur", "nombre", "empleado",
        "responsable", "nome", "funcionario", "colaborador", "responsavel", "dipendente", "assegnatario", "naam", "medewerker", "toegewezen aan",
        "ad soyad", "calisan", "atanan"]),
    (When, &["month", "date", "day", "period", "when", "started", "work date", "log date", "resolved", "closed", "completed", "opened", "created",
        "monat", "datum", "tag", "zeitraum", "erledigt", "mois", "jour", "periode", "mes", "fecha", "dia", "data", "mese", "giorno", "maand", "ay", "tarih"]),
    (Kind, &["kind", "type", "category", "issue type", "ticket type", "work type", "kind of work", "type of work", "classification", "art", "typ",
        "kategorie", "vorgangstyp", "genre", "categorie", "tipo", "categoria", "tip", "tur", "kategori", "soort"]),
    (Level, &["level", "level needed", "needed level", "required level", "role", "role needed", "required role", "grade", "seniority", "skill level",
        "stufe", "rolle", "niveau", "nivel", "rol", "livello", "ruolo", "papel", "cargo", "seviye"]),
    (Hours, &["hours", "hour", "hrs", "time", "time spent", "effort", "duration", "worked", "hours spent", "minutes", "minute", "mins", "min", "seconds",
        "days", "person days", "man days", "stunden", "std", "aufwand", "dauer", "minuten", "tage", "personentage", "pt", "heures", "duree", "temps passe",
        "jours", "horas", "duracion", "tiempo", "minutos", "dias", "duracao", "tempo", "ore", "durata", "minuti", "giorni", "uren", "duur", "dagen", "saat",
        "sure", "dakika", "gun"]),
    (BelongsHere, &["belongs here", "belongs", "ours", "in scope", "own work", "our work", "mandate", "gehort hierher", "zustandig", "pertenece",
        "pertence", "hoort hier", "bizim"]),
    (Count, &["count", "tickets", "items", "number of tickets", "ticket count", "number of items", "quantity", "amount", "volume", "anzahl", "menge",
        "nombre de tickets", "quantite", "cantidad", "quantidade", "quantita", "aantal", "adet", "sayi"]),
];

/// Words of a heading that say in what it counts, folded.
#[rustfmt::skip]
const UNITS: &[(WorkUnit, &[&str])] = &[
    (WorkUnit::Seconds, &["seconds", "second", "secs", "sec", "sekunden", "secondes", "segundos", "secondi", "seconden", "saniye"]),
    (WorkUnit::Minutes, &["minutes", "minute", "mins", "min", "minuten", "minutos", "minuti", "dakika"]),
    (WorkUnit::Hours, &["hours", "hour", "hrs", "h", "stunden", "std", "heures", "horas", "ore", "uren", "saat"]),
    (WorkUnit::Days, &["days", "day", "tage", "personentage", "pt", "jours", "dias", "giorni", "dagen", "gun"]),
];

/// Which field each column of a table of work seems to be, from its heading.
pub fn guess_work_columns(heads: &[String]) -> WorkColumns {
    guess_columns(heads, HEADINGS)
}

/// In what a column counts, from its heading: hours where it does not say, or says several.
pub(super) fn unit_of(head: &str) -> WorkUnit {
    let head = fold(head);
    let mut said = UNITS
        .iter()
        .filter(|(_, words)| head.split(' ').any(|word| words.contains(&word)))
        .map(|(unit, _)| *unit);
    match (said.next(), said.next()) {
        (Some(unit), None) => unit,
        _ => WorkUnit::Hours,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(heads: &str) -> Vec<(WorkField, String)> {
        guess_work_columns(&heads.split('|').map(str::to_owned).collect::<Vec<_>>()).into_iter().collect()
    }

    #[test]
    fn every_known_heading_is_folded_and_means_one_thing() {
        let mut seen = std::collections::HashMap::new();
        for (field, headings) in HEADINGS {
            for heading in *headings {
                assert_eq!(fold(heading), *heading);
                assert_eq!(seen.insert(heading, field), None, "{heading}");
            }
        }
        assert!(WorkField::ALL.iter().all(|field| HEADINGS.iter().any(|(known, _)| known == field)));
    }

    #[test]
    fn f5_headings_of_tickets_projects_and_time_sheets_are_known() {
        for (heads, fields) in [
            (
                "Team|Person|Month|Kind|Level needed|Hours|Belongs here|Tickets",
                vec![Team, Person, When, Kind, Level, Hours, BelongsHere, Count],
            ),
            ("Issue type|Assignee|Resolved|Time spent (seconds)", vec![Kind, Person, When, Hours]),
            (
                "Abteilung|Mitarbeiter|Datum|Art|Stufe|Stunden|Anzahl",
                vec![Team, Person, When, Kind, Level, Hours, Count],
            ),
            ("Équipe|Salarié|Mois|Catégorie|Niveau|Heures", vec![Team, Person, When, Kind, Level, Hours]),
        ] {
            let mut expected: Vec<_> = fields.into_iter().zip(heads.split('|').map(str::to_owned)).collect();
            expected.sort();
            assert_eq!(guess(heads), expected);
        }
        assert_eq!(guess("Salary|Shoe size"), []);
    }

    #[test]
    fn a_heading_says_in_what_it_counts() {
        for (head, unit) in [
            ("Hours", WorkUnit::Hours),
            ("Minutes", WorkUnit::Minutes),
            ("Effort (min)", WorkUnit::Minutes),
            ("Time spent (seconds)", WorkUnit::Seconds),
            ("Person days", WorkUnit::Days),
            ("Effort", WorkUnit::Hours),
            ("Hours a day", WorkUnit::Hours),
        ] {
            assert_eq!(unit_of(head), unit, "{head}");
        }
    }
}
