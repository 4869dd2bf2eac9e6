//! The page of the reviews of a person. It is private, and says nothing of who was asked for a review.

use domain::{
    RecordId,
    review::{Point, PointAuthor, Review, ReviewSection, ReviewText, chip::without_chips},
};

use super::{PRIVATE, PersonPages, ReviewPages, attached};
use crate::markdown::{Page, escape, say_day, say_word};

/// The reviews by their cycle, each with its points, the self review, and who signed.
pub(super) fn page(pages: &PersonPages) -> Option<String> {
    let mut reviews: Vec<&ReviewPages> = pages.reviews.iter().collect();
    reviews.sort_by(|one, other| {
        (&one.review.cycle, one.review.id).cmp(&(&other.review.cycle, other.review.id))
    });
    reviews.first()?;
    let mut page =
        Page::with_front_matter(&[("about", pages.person.name.clone()), ("private", "yes".to_owned())]);
    page.heading(1, &format!("Reviews of {}", pages.person.name));
    page.block(PRIVATE);
    for of in reviews {
        let ReviewPages { review, self_review, signatures, .. } = of;
        page.heading(2, &review.cycle);
        page.block(&state(review));
        page.block(&without_chips(&review.text));
        points(&mut page, of, ReviewText::Review, 3);
        if let Some(own) = self_review {
            page.heading(3, &format!("Self review, {}", say_word(own.state)));
            points(&mut page, of, ReviewText::SelfReview, 4);
        }
        if !signatures.is_empty() {
            let mut signed: Vec<_> = signatures.iter().collect();
            signed.sort_by_key(|signature| (signature.signed_at, signature.id));
            page.heading(3, "Signed");
            page.list(signed.into_iter().map(|signature| {
                format!("{}, {}", escape(&signature.name), say_day(signature.signed_at.date_naive()))
            }));
        }
        let records: Vec<RecordId> = std::iter::once(review.id.record())
            .chain(of.points.iter().map(|point| point.id.record()))
            .chain(self_review.iter().map(|own| own.id.record()))
            .collect();
        attached(&mut page, pages, &records, "../..");
    }
    Some(page.into_text())
}

/// Where a review stands.
fn state(review: &Review) -> String {
    let held = review.discussion.held_at.map(|at| format!(", discussed on {}", say_day(at.date_naive())));
    format!("*{}{}*", say_word(review.state), held.unwrap_or_default())
}

/// The points of one of the two texts, by section and in their order.
fn points(page: &mut Page, of: &ReviewPages, text: ReviewText, level: usize) {
    for section in ReviewSection::ALL {
        let mut points: Vec<&Point> =
            of.points.iter().filter(|point| point.of == text && point.section == section).collect();
        points.sort_by_key(|point| (point.place, point.id));
        if points.is_empty() {
            continue;
        }
        page.heading(level, heading(section));
        for point in points {
            if !point.message.trim().is_empty() {
                page.block(&format!("**{}**", escape(without_chips(&point.message).trim())));
            }
            page.block(&without_chips(&point.text));
            if text == ReviewText::Review && point.author == PointAuthor::Employee {
                page.block("*Put in by the person.*");
            }
            for (label, said) in [
                ("Question", escape(&point.question)),
                ("Answer", without_chips(&point.answer)),
                ("Seen differently", escape(&point.disagreement)),
            ] {
                if !said.trim().is_empty() {
                    page.block(&format!("**{label}:** {said}"));
                }
            }
        }
    }
}

fn heading(section: ReviewSection) -> &'static str {
    match section {
        ReviewSection::Summary => "Summary",
        ReviewSection::WentWell => "What went well",
        ReviewSection::ToImprove => "What to improve",
        ReviewSection::Goals => "Goals",
        ReviewSection::NextYear => "Next year",
    }
}
