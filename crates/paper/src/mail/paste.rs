//! Pasted words, as far as they say who wrote them, when and about what: the head of a forwarded message in eight
//! languages, or the first line of a chat. What says nothing is text.

use chrono::{DateTime, FixedOffset};

use super::{Mailbox, tidy};

/// What was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastedKind {
    /// A message, with a head above it.
    Mail,
    /// Lines of a chat.
    Chat,
    /// Words.
    Text,
}

/// Pasted words, and what they say of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// What it is.
    pub kind: PastedKind,
    /// Who wrote it, as it says; may be empty.
    pub who: String,
    /// When, where it says so with an offset.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// What it is about; may be empty.
    pub subject: String,
    /// The words, all of them.
    pub text: String,
}

impl Pasted {
    /// Who wrote it, as a name and an address.
    pub fn from(&self) -> Mailbox {
        let named = self.who.trim_end_matches('>').rsplit_once('<');
        match named.filter(|(_, address)| address.contains('@')) {
            Some((name, address)) => {
                Mailbox { name: tidy::line(name.trim_matches(['"', ' '])), address: tidy::line(address) }
            }
            None if self.who.contains('@') && !self.who.contains(' ') => {
                Mailbox { name: String::new(), address: self.who.clone() }
            }
            None => Mailbox { name: self.who.clone(), address: String::new() },
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    From,
    Sent,
    Subject,
    Other,
}

/// Labels in lower case: English, German, French, Spanish, Portuguese, Italian, Dutch, Turkish.
#[rustfmt::skip]
const LABELS: &[(Field, &[&str])] = &[
    (Field::From, &["from", "von", "de", "da", "van", "kimden", "gönderen"]),
    (Field::Sent, &["sent", "date", "gesendet", "datum", "envoyé", "enviado", "fecha", "data", "inviato", "verzonden", "gönderildi", "tarih"]),
    (Field::Subject, &["subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "konu"]),
    (Field::Other, &["to", "cc", "an", "à", "a", "para", "aan", "kopie", "kime", "bilgi", "reply-to", "antwort an"]),
];

/// Reads pasted words.
pub fn read_pasted(text: &str) -> Pasted {
    let text = tidy::text(text).0;
    read_mail(&text).or_else(|| read_chat(&text)).unwrap_or(Pasted {
        kind: PastedKind::Text,
        who: String::new(),
        sent_at: None,
        subject: String::new(),
        text,
    })
}

/// A head of two labelled lines or more, one of which says who wrote it.
fn read_mail(text: &str) -> Option<Pasted> {
    let mut found = Pasted {
        kind: PastedKind::Mail,
        who: String::new(),
        sent_at: None,
        subject: String::new(),
        text: String::new(),
    };
    let (mut fields, mut rest) = (0, text);
    while let Some((line, below)) = rest.split_once('\n').or((!rest.is_empty()).then_some((rest, ""))) {
        let bare = line.trim().trim_start_matches(['>', '*', ' ']);
        // Mail programs put a line of dashes above a forwarded head.
        let is_rule = bare.ends_with("---") || bare.chars().all(|letter| !letter.is_alphanumeric());
        if fields == 0 && is_rule {
            rest = below;
            if line.len() > 200 {
                return None;
            }
            continue;
        }
        let Some((field, said)) = labelled(bare) else { break };
        match field {
            Field::From => found.who = tidy::line(said),
            Field::Subject => found.subject = tidy::line(said),
            Field::Sent => found.sent_at = moment(said),
            Field::Other => {}
        }
        fields += 1;
        rest = below;
    }
    if fields < 2 || found.who.is_empty() {
        return None;
    }
    found.text = rest.trim().to_owned();
    // Only a head: then it is the text.
    if found.text.is_empty() {
        found.text = text.to_owned();
    }
    Some(found)
}

fn labelled(line: &str) -> Option<(Field, &str)> {
    let (label, said) = line.split_once(':')?;
    let label = label.trim_matches(['*', ' ']).to_lowercase();
    let (field, _) = LABELS.iter().find(|(_, labels)| labels.contains(&label.as_str()))?;
    Some((*field, said.trim_matches(['*', ' ', '\t'])))
}

fn moment(said: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc2822(said).or_else(|_| DateTime::parse_from_rfc3339(said)).ok()
}

/// A chat: its first line is a time and a name, in one of the orders that programs copy it in.
fn read_chat(text: &str) -> Option<Pasted> {
    let line = text.lines().next()?.trim();
    let who = match line.strip_prefix('[') {
        // [09:15] Ana: Well done
        Some(rest) => {
            let (time, said) = rest.split_once(']')?;
            let (who, _) = said.split_once(':')?;
            has_time(time).then_some(who)?
        }
        // Ana Quill 09:15, or Ana Quill, 23.11.2026 09:15: Well done
        None => {
            let name = line.find(|letter: char| letter.is_ascii_digit())?;
            let (who, rest) = line.split_at(name);
            (has_time(rest) && rest.len() <= 40
                || rest.split_once(": ").is_some_and(|(time, _)| has_time(time)))
            .then_some(who)?
        }
    };
    let who = tidy::line(who.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let is_name = (1..=60).contains(&who.chars().count()) && who.split(' ').count() <= 5;
    is_name.then(|| Pasted {
        kind: PastedKind::Chat,
        who,
        sent_at: None,
        subject: String::new(),
        text: text.trim().to_owned(),
    })
}

/// Whether a time such as 9:15 stands in it.
fn has_time(text: &str) -> bool {
    text.match_indices([':', '.']).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(|letter| letter.is_ascii_digit());
        before
            && text[at + 1..].chars().take(2).filter(char::is_ascii_digit).count() == 2
            && text[at..].starts_with(':')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_in_the_language_it_was_copied_in() {
        let english = "From: Ana Quill <ana@example.org>\nSent: Mon, 23 Nov 2026 09:15:00 +0100\nTo: Rosa\nSubject: Drill\n\nWell done.";
        let german = "-----Ursprüngliche Nachricht-----\nVon: Jörg Süßmilch\nGesendet: Montag\nAn: Rosa\nBetreff: Übung\n\nGut.";
        for (text, who, subject, words) in [
            (english, "Ana Quill <ana@example.org>", "Drill", "Well done."),
            (german, "Jörg Süßmilch", "Übung", "Gut."),
            ("> *De :* Éloïse\n> *Objet :* Panne\n\nBravo", "Éloïse", "Panne", "Bravo"),
        ] {
            let pasted = read_pasted(text);
            assert_eq!(
                (pasted.kind, pasted.who.as_str(), pasted.subject.as_str(), pasted.text.as_str()),
                (PastedKind::Mail, who, subject, words)
            );
        }
        assert_eq!(
            read_pasted(english).sent_at.map(|at| at.to_rfc3339()).as_deref(),
            Some("2026-11-23T09:15:00+01:00")
        );
    }

    #[test]
    fn a_chat_says_who_speaks_first() {
        for (text, who) in [
            ("[09:15] Ana Quill: Deniz led the drill.\n[09:16] Bo: Yes", "Ana Quill"),
            ("[23.11.26, 9:15:04] Ana: well done", "Ana"),
            ("Ana Quill  9:15 AM\nDeniz led the drill.", "Ana Quill"),
            ("Ana Quill, 23/11/2026 09:15: Well done", "Ana Quill"),
        ] {
            let pasted = read_pasted(text);
            assert_eq!(
                (pasted.kind, pasted.who.as_str(), pasted.text.as_str()),
                (PastedKind::Chat, who, text)
            );
        }
    }

    #[test]
    fn words_are_words() {
        for text in [
            "Deniz led the drill.",
            "Note: call at 9",
            "",
            "Von: here",
            "We met 3 times: it was 9:15 when we and all the others left the room",
        ] {
            assert_eq!(read_pasted(text).kind, PastedKind::Text, "{text}");
            assert_eq!(read_pasted(text).text, text);
        }
    }
}
