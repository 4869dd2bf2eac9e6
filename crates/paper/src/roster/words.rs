//! Words for employment, relation and skills as rosters write them.

use domain::person::{Employment, Relation, Skill};

use domain::spelling::fold;

use crate::table::{find_word, one_line};

/// Words for how somebody is employed, folded.
#[rustfmt::skip]
const EMPLOYMENTS: &[(Employment, &[&str])] = &[
    (Employment::Employee, &["employee", "regular", "permanent", "staff", "full time", "part time", "fixed term",
        "angestellt", "angestellter", "angestellte", "festangestellt", "vollzeit", "teilzeit", "unbefristet", "befristet", "mitarbeiter",
        "salarie", "salariee", "employe", "employee permanent", "cdi", "cdd", "temps plein", "temps partiel",
        "empleado", "empleada", "indefinido", "fijo", "tiempo completo", "tiempo parcial", "efetivo", "efetiva", "funcionario", "funcionaria", "clt",
        "dipendente", "tempo indeterminato", "tempo determinato", "vast", "vaste dienst", "werknemer", "medewerker", "voltijds", "deeltijds",
        "calisan", "kadrolu", "tam zamanli", "yari zamanli"]),
    (Employment::Contractor, &["contractor", "consultant", "external", "freelance", "freelancer", "temporary", "agency",
        "extern", "externer", "externe", "freiberufler", "freiberuflich", "leiharbeiter", "berater", "prestataire", "independant", "interimaire",
        "contratista", "externo", "externa", "autonomo", "autonoma", "prestador", "terceirizado", "pj", "consulente", "esterno", "collaboratore",
        "inhuur", "zzp", "zzp er", "uitzendkracht", "yuklenici", "danisman", "serbest", "taseron"]),
    (Employment::Intern, &["intern", "trainee", "apprentice", "working student", "student", "praktikant", "praktikantin", "werkstudent",
        "werkstudentin", "auszubildender", "auszubildende", "azubi", "stagiaire", "alternant", "apprenti", "becario", "becaria", "practicante", "aprendiz",
        "estagiario", "estagiaria", "stagista", "tirocinante", "apprendista", "stagiair", "stagiaire hbo", "stajyer", "cirak"]),
];

/// Words for what somebody is to the owner, folded.
#[rustfmt::skip]
const RELATIONS: &[(Relation, &[&str])] = &[
    (Relation::Me, &["me", "myself", "ich", "moi", "yo", "eu", "io", "ik", "ben"]),
    (Relation::DirectReport, &["direct report", "direct", "report", "direkt unterstellt", "mitarbeiter", "subordonne direct", "reporte directo",
        "subordinado direto", "riporto diretto", "directe medewerker", "dogrudan bagli"]),
    (Relation::MyManager, &["my manager", "manager", "my boss", "mein chef", "meine chefin", "vorgesetzter", "vorgesetzte", "mon responsable",
        "mi jefe", "mi jefa", "meu gestor", "minha gestora", "il mio responsabile", "mijn leidinggevende", "yoneticim"]),
    (Relation::Peer, &["peer", "colleague", "kollege", "kollegin", "collegue", "colega", "par", "collega", "is arkadasi"]),
    (Relation::Partner, &["partner", "customer", "client", "supplier", "kunde", "kundin", "partenaire", "fournisseur", "socio", "cliente", "proveedor",
        "parceiro", "parceira", "fornitore", "klant", "leverancier", "ortak", "musteri"]),
    (Relation::Hr, &["hr", "human resources", "people", "personal", "personalabteilung", "rh", "ressources humaines", "recursos humanos", "risorse umane",
        "personeelszaken", "ik departmani", "insan kaynaklari"]),
    (Relation::SkipLevel, &["skip level", "skip", "indirect report", "indirekt unterstellt", "n 2", "subordonne indirect", "reporte indirecto",
        "subordinado indireto", "riporto indiretto", "indirecte medewerker", "dolayli bagli"]),
    (Relation::Other, &["other", "sonstige", "andere", "autre", "otro", "otra", "outro", "outra", "altro", "altra", "anders", "diger"]),
];

/// How somebody is employed; none for a word that is not known.
pub(super) fn read_employment(cell: &str) -> Option<Employment> {
    find_word(EMPLOYMENTS, cell)
}

/// What somebody is to the owner; none for a word that is not known.
pub(super) fn read_relation(cell: &str) -> Option<Relation> {
    find_word(RELATIONS, cell)
}

/// Skills with their levels, as in `Rust:4; SQL:2`, also split by commas, bars or line breaks and also written
/// `Rust (4)` or `Rust=4`; none when one of them lacks a level from 1 to 5 or stands there twice.
pub(super) fn read_skills(cell: &str) -> Option<Vec<Skill>> {
    let mut skills: Vec<Skill> = Vec::new();
    for part in cell.split([';', ',', '|', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (name, level) = part.trim_end_matches(')').rsplit_once([':', '=', '('])?;
        let skill = Skill { name: one_line(name), level: level.trim().parse().ok()? };
        let known = fold(&skill.name);
        let twice =
            skills.iter().any(|before| fold(&before.name) == known && before.name.len() == skill.name.len());
        if skill.name.is_empty() || !(1..=5).contains(&skill.level) || twice {
            return None;
        }
        skills.push(skill);
    }
    Some(skills)
}

#[cfg(test)]
mod tests {
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
        check(EMPLOYMENTS);
        check(RELATIONS);
    }

    #[test]
    fn words_are_read_in_any_spelling() {
        assert_eq!(read_employment(" Full-Time "), Some(Employment::Employee));
        assert_eq!(read_employment("Stajyer"), Some(Employment::Intern));
        assert_eq!(read_employment("Indépendant"), Some(Employment::Contractor));
        assert_eq!(read_employment("pirate"), None);
        assert_eq!(read_relation("Skip-level"), Some(Relation::SkipLevel));
        assert_eq!(read_relation("İnsan Kaynakları"), Some(Relation::Hr));
        assert_eq!(read_relation("nemesis"), None);
    }

    #[test]
    fn every_name_a_relation_has_elsewhere_is_read() {
        for relation in Relation::ALL {
            let words = format!("{relation:?}").chars().fold(String::new(), |mut words, letter| {
                if letter.is_uppercase() && !words.is_empty() {
                    words.push('_');
                }
                words.extend(letter.to_lowercase());
                words
            });
            assert_eq!(read_relation(&words), Some(relation), "{words}");
        }
    }

    #[test]
    fn skills_have_levels() {
        let skill = |name: &str, level| Skill { name: name.into(), level };
        for cell in ["Rust:4; SQL:2", "Rust: 4, SQL = 2;", "Rust (4)|SQL (2)", "Rust:4\nSQL:2"] {
            assert_eq!(read_skills(cell), Some(vec![skill("Rust", 4), skill("SQL", 2)]), "{cell}");
        }
        assert_eq!(read_skills("C++:3; C:2; C#:1").map(|skills| skills.len()), Some(3));
        for cell in ["Rust", "Rust:6", "Rust:0", ":3", "Rust:4; rust:2", "Rust:four", "Rust:4:"] {
            assert_eq!(read_skills(cell), None, "{cell}");
        }
    }
}
