//! The page of the hard talks with a person. It is private.

use super::{PRIVATE, PersonPages, TalkPages, attached};
use crate::markdown::{Page, escape, say_day, say_word};

/// The talks by the day they were noticed first, each with its message, its conversations and its looks.
pub(super) fn page(pages: &PersonPages) -> Option<String> {
    let mut talks: Vec<&TalkPages> = pages.talks.iter().collect();
    talks.sort_by_key(|pages| (pages.talk.first_seen, pages.talk.id));
    talks.first()?;
    let mut page =
        Page::with_front_matter(&[("about", pages.person.name.clone()), ("private", "yes".to_owned())]);
    page.heading(1, &format!("Talks with {}", pages.person.name));
    page.block(PRIVATE);
    for TalkPages { talk, conversations, follow_ups, hr } in talks {
        page.heading(2, &talk.title);
        page.block(&format!("*{}, noticed on {}*", say_word(talk.state), say_day(talk.first_seen)));
        for (label, text) in [
            ("Message", escape(&talk.message)),
            ("Example", talk.example.clone()),
            ("Consequence", talk.consequence.clone()),
            ("Outcome", escape(&talk.outcome)),
        ] {
            if !text.trim().is_empty() {
                page.block(&format!("**{label}:** {text}"));
            }
        }
        for conversation in conversations {
            page.heading(3, &format!("Talked about on {}", say_day(conversation.at.date())));
            let there = conversation.participants.iter().map(|there| escape(&there.name));
            page.block(&format!("With {}.", there.collect::<Vec<_>>().join(", ")));
            for (label, text) in [
                ("Said", &conversation.outcome),
                ("Seen differently", &conversation.differences),
                ("Answer", &conversation.answer),
            ] {
                if !text.trim().is_empty() {
                    page.block(&format!("**{label}:** {text}"));
                }
            }
        }
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        page.list(follow_ups.iter().map(|look| {
            let aloud = if look.said_aloud.trim().is_empty() {
                String::new()
            } else {
                format!(" Said aloud: {}", line(&look.said_aloud))
            };
            format!("{}: {}. {}{aloud}", say_day(look.on), say_word(look.found), line(&look.text))
        }));
        page.list(hr.iter().map(|turn| {
            let (part, who) = (say_word(turn.part), escape(&turn.who));
            format!("{}: HR, {part}, {who}. {}", say_day(turn.on), line(&turn.advice))
        }));
        attached(&mut page, pages, &[talk.id.record()], "../..");
    }
    Some(page.into_text())
}
