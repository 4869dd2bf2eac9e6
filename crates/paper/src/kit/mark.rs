//! The mark: an arch with a flame in it.

use crate::canvas::{
    Canvas,
    CurvePoint::{On, Pull},
    Ink,
};

/// How wide and high the drawing below is.
const GRID: f32 = 24.0;

/// Draws the mark `size` millimetres wide and high.
pub(super) fn draw_mark(canvas: &mut Canvas, left: f32, top: f32, size: f32, stone: Ink, flame: Ink) {
    let scale = size / GRID;
    let place = |point| match point {
        On(x, y) => On(left + x * scale, top + y * scale),
        Pull(x, y) => Pull(left + x * scale, top + y * scale),
    };
    let arch = [
        On(3.0, 21.0),
        On(3.0, 9.5),
        Pull(3.0, 5.4),
        Pull(7.0, 2.5),
        On(12.0, 2.5),
        Pull(17.0, 2.5),
        Pull(21.0, 5.4),
        On(21.0, 9.5),
        On(21.0, 21.0),
    ];
    let fire = [
        On(12.0, 20.0),
        Pull(9.3, 20.0),
        Pull(7.7, 18.3),
        On(7.7, 16.1),
        Pull(7.7, 13.5),
        Pull(10.3, 12.6),
        On(10.7, 9.5),
        Pull(13.3, 10.7),
        Pull(16.3, 13.2),
        On(16.3, 16.3),
        Pull(16.3, 18.4),
        Pull(14.6, 20.0),
        On(12.0, 20.0),
    ];
    canvas.stroke(&arch.map(place), 1.6 * scale, stone);
    canvas.shape(&fire.map(place), flame);
}
