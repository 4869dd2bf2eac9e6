//! The code as a square a camera can read.

use qrcode::{Color, EcLevel, QrCode};

use crate::{
    PaperFault,
    canvas::{Canvas, Ink},
};

/// Draws the code `size` millimetres wide and high. A quarter of it may be stained and it still reads. The empty frame
/// that cameras need around it is left to the page.
pub(super) fn draw_square(
    canvas: &mut Canvas,
    (left, top): (f32, f32),
    size: f32,
    ink: Ink,
    code: &str,
) -> Result<(), PaperFault> {
    let square = QrCode::with_error_correction_level(code, EcLevel::Q).map_err(|_| PaperFault::Drawing {
        sentence: "The recovery code is too long for its page.".to_owned(),
    })?;
    let dots = square.width();
    let dot = size / dots as f32;
    for (row, colours) in square.to_colors().chunks(dots).enumerate() {
        let mut column = 0;
        for run in colours.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                // A trifle taller than a dot, or printers leave white hairs between the rows.
                let (x, y) = (left + column as f32 * dot, top + row as f32 * dot);
                canvas.fill(x, y, run.len() as f32 * dot, dot * 1.02, ink);
            }
            column += run.len();
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_is_the_code_dot_by_dot() {
        let code = "7KQM-2WXA-90BD-HJ4T-PZ3C-M8VE-1FNR-5Y6G-QS0K";
        let expected = QrCode::with_error_correction_level(code, EcLevel::Q).expect("a square");
        let dots = expected.width();
        let mut canvas = Canvas::default();
        // One millimetre a dot, so that places are numbers of dots.
        draw_square(&mut canvas, (10.0, 20.0), dots as f32, [0, 0, 0], code).expect("drawn");
        let mut drawn = vec![Color::Light; dots * dots];
        for [left, top, width, height] in canvas.boxes() {
            assert!((1.0..1.1).contains(&height), "one row of dots: {height}");
            let (column, row) = ((left - 10.0).round() as usize, (top - 20.0).round() as usize);
            for dot in column..column + width.round() as usize {
                drawn[row * dots + dot] = Color::Dark;
            }
        }
        assert!(drawn == expected.to_colors());
    }
}
