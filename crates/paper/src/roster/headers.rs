//! Which column means what, guessed from its heading in eight languages.

use super::{
    Field::{self, *},
    Mapping,
};
use crate::table::guess_columns;

/// Headings by field, folded: English, German, French, Spanish, Portuguese, Italian, Dutch, Turkish.
#[rustfmt::skip]
const HEADINGS: &[(Field, &[&str])] = &[
    (Name, &["name", "full name", "employee", "employee name", "person", "display name",
        "mitarbeiter", "mitarbeiterin", "vollstandiger name", "nom", "nom complet", "salarie", "employe", "collaborateur",
        "nombre", "nombre completo", "empleado", "nome", "nome completo", "funcionario", "colaborador", "nome e cognome", "dipendente",
        "naam", "volledige naam", "medewerker", "werknemer", "ad soyad", "adi soyadi", "isim", "calisan"]),
    (GivenName, &["first name", "given name", "forename", "vorname", "prenom", "nombre de pila", "primeiro nome", "nome proprio",
        "nome di battesimo", "voornaam", "ad", "adi"]),
    (FamilyName, &["last name", "family name", "surname", "nachname", "familienname", "nom de famille", "apellido", "apellidos",
        "sobrenome", "apelido", "cognome", "achternaam", "familienaam", "soyad", "soyadi"]),
    (Role, &["role", "job title", "title", "job", "position", "function", "rolle", "stelle", "funktion", "stellenbezeichnung",
        "berufsbezeichnung", "poste", "fonction", "intitule du poste", "puesto", "cargo", "rol", "funcao", "ruolo", "mansione", "qualifica", "functie",
        "functietitel", "unvan", "gorev", "pozisyon"]),
    (Level, &["level", "grade", "job level", "band", "stufe", "ebene", "gehaltsstufe", "niveau", "echelon", "nivel", "grado", "nivel salarial",
        "livello", "inquadramento", "schaal", "seviye", "kademe"]),
    (Site, &["site", "location", "office", "work location", "city", "standort", "arbeitsort", "buro", "ort", "lieu", "lieu de travail", "bureau",
        "ville", "sede", "oficina", "ubicacion", "ciudad", "local", "localidade", "escritorio", "cidade", "ufficio", "citta", "locatie", "vestiging",
        "kantoor", "standplaats", "lokasyon", "ofis", "sehir", "konum"]),
    (Team, &["team", "department", "group", "unit", "org unit", "abteilung", "gruppe", "bereich", "equipe", "service", "departement", "equipo",
        "departamento", "area", "time", "setor", "squadra", "reparto", "dipartimento", "afdeling", "ekip", "takim", "departman", "bolum", "birim"]),
    (Manager, &["manager", "reports to", "line manager", "supervisor", "boss", "manager name", "manager email", "manager e mail",
        "vorgesetzter", "vorgesetzte", "fuhrungskraft", "berichtet an", "responsable", "superieur", "superieur hierarchique", "jefe", "jefa", "gerente",
        "supervisor directo", "gestor", "gestora", "chefe", "chefia", "superior", "responsabile", "capo", "leidinggevende", "teamleider", "rapporteert aan",
        "yonetici", "yoneticisi", "mudur", "amir"]),
    (Relation, &["relation", "relationship", "relation to me", "beziehung", "verhaltnis", "relacion", "relacao", "relazione", "relatie", "iliski"]),
    (Employment, &["employment", "employment type", "contract", "contract type", "worker type", "beschaftigung", "beschaftigungsart", "vertragsart",
        "anstellung", "emploi", "contrat", "type de contrat", "contrato", "tipo de contrato", "vinculo", "contratto", "tipo di contratto",
        "dienstverband", "contractvorm", "istihdam", "sozlesme", "calisma sekli"]),
    (StartedOn, &["started on", "start date", "hire date", "hired", "joined", "date of joining", "start", "eintritt", "eintrittsdatum",
        "beginn", "date d entree", "date d embauche", "embauche", "fecha de inicio", "fecha de ingreso", "fecha de alta", "ingreso", "data de inicio",
        "data de admissao", "admissao", "data di assunzione", "data assunzione", "data inizio", "startdatum", "in dienst", "datum in dienst",
        "datum indiensttreding", "baslangic", "ise baslama", "ise giris tarihi", "baslangic tarihi"]),
    (LeftOn, &["left on", "end date", "last day", "termination date", "leaving date", "left", "austritt", "austrittsdatum", "letzter tag",
        "date de sortie", "date de depart", "depart", "fecha de baja", "fecha de salida", "baja", "data de saida", "data de desligamento", "saida",
        "data di uscita", "data cessazione", "data fine", "einddatum", "uit dienst", "datum uit dienst", "cikis tarihi", "ayrilis tarihi",
        "isten ayrilma"]),
    (Email, &["email", "e mail", "email address", "e mail address", "mail", "work email", "e mail adresse", "adresse e mail", "adresse mail", "courriel",
        "correo", "correo electronico", "correio eletronico", "endereco de e mail", "posta elettronica", "indirizzo e mail", "e mailadres", "mailadres",
        "eposta", "e posta", "e posta adresi"]),
    (Phone, &["phone", "phone number", "telephone", "mobile", "telefon", "telefonnummer", "handy", "mobil", "telephone portable", "portable", "telefono",
        "movil", "telefone", "telemovel", "celular", "cellulare", "telefoon", "telefoonnummer", "mobiel", "telefon numarasi", "cep telefonu"]),
    (Skills, &["skills", "skill", "competencies", "fahigkeiten", "kenntnisse", "kompetenzen", "competences", "habilidades", "competencias", "aptitudes",
        "competenze", "abilita", "vaardigheden", "competenties", "beceriler", "yetenekler", "yetkinlikler"]),
];

/// Which field each column seems to be, from its heading.
pub fn guess_mapping(columns: &[String]) -> Mapping {
    let mut mapping = guess_columns(columns, HEADINGS);
    // Beside a column for the first name, "Name" and its like hold the last name.
    if mapping.contains_key(&GivenName)
        && !mapping.contains_key(&FamilyName)
        && let Some(column) = mapping.remove(&Name)
    {
        mapping.insert(FamilyName, column);
    }
    mapping
}

#[cfg(test)]
mod tests {
    use domain::spelling::fold;

    use super::*;

    fn guess(headings: &str) -> Vec<(Field, String)> {
        guess_mapping(&headings.split('|').map(str::to_owned).collect::<Vec<_>>()).into_iter().collect()
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
        assert!(Field::ALL.iter().all(|field| HEADINGS.iter().any(|(known, _)| known == field)));
    }

    #[test]
    fn headings_are_known_in_eight_languages() {
        let all = [Name, Email, Role, Team, Manager, StartedOn, Employment];
        for headings in [
            "Name|E-mail|Role|Team|Manager|Start date|Employment type",
            "Mitarbeiter|E-Mail|Stelle|Abteilung|Führungskraft|Eintrittsdatum|Beschäftigungsart",
            "Nom complet|Adresse e-mail|Poste|Équipe|Responsable|Date d'embauche|Type de contrat",
            "Nombre completo|Correo electrónico|Puesto|Equipo|Jefe|Fecha de ingreso|Tipo de contrato",
            "Nome completo|Correio eletrónico|Função|Departamento|Gestor|Data de admissão|Vínculo",
            "Nome e cognome|Posta elettronica|Ruolo|Reparto|Responsabile|Data di assunzione|Contratto",
            "Naam|E-mailadres|Functie|Afdeling|Leidinggevende|Datum in dienst|Dienstverband",
            "Adı Soyadı|E-posta|Unvan|Bölüm|Yönetici|İşe giriş tarihi|İstihdam",
        ] {
            let guessed = guess(headings);
            let mut expected: Vec<_> = all.into_iter().zip(headings.split('|').map(str::to_owned)).collect();
            expected.sort();
            assert_eq!(guessed, expected);
        }
    }

    #[test]
    fn the_closest_heading_wins() {
        assert_eq!(
            guess("Manager name|Employee name|Employee's work e-mail|Manager e-mail|Notes"),
            [
                (Name, "Employee name".into()),
                (Manager, "Manager e-mail".into()),
                (Email, "Employee's work e-mail".into())
            ]
        );
        assert_eq!(guess("Vorname|Name"), [(GivenName, "Vorname".into()), (FamilyName, "Name".into())]);
        assert_eq!(guess("Salary|Shoe size"), []);
    }
}
