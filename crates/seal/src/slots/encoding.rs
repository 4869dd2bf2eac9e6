//! Slots as CBOR (RFC 8949).
//!
//! The writer is our own, because a MAC and a frozen format want exactly one way to write a content: definite
//! lengths and the shortest head, always. Reading is left to minicbor, which accepts more than we write;
//! whoever reads therefore writes the result again and compares.

use minicbor::Decoder;

use super::{
    LONGEST_STORE,
    slot::{Slot, SlotKind},
};
use crate::passphrase::Cost;

/// The major types of CBOR that slots are made of, as they stand in the first byte of a head.
#[derive(Clone, Copy)]
enum Major {
    Number = 0 << 5,
    Bytes = 2 << 5,
    Text = 3 << 5,
    Array = 4 << 5,
}

/// Writes `[vault, [slot, …]]`.
pub(super) fn encode_body(out: &mut Vec<u8>, vault: &[u8; 16], slots: &[Slot]) {
    put_head(out, Major::Array, 2);
    put_bytes(out, vault);
    put_head(out, Major::Array, slots.len() as u64);
    for slot in slots {
        put_head(out, Major::Array, 4);
        put_kind(out, &slot.kind);
        put_bytes(out, &slot.nonce);
        put_bytes(out, &slot.wrapped);
    }
}

/// Writes `[vault, kind, parameters]`, what a wrapped key is bound to.
pub(super) fn encode_binding(out: &mut Vec<u8>, vault: &[u8; 16], kind: &SlotKind) {
    put_head(out, Major::Array, 3);
    put_bytes(out, vault);
    put_kind(out, kind);
}

/// Writes the two items `kind` and `parameters`.
fn put_kind(out: &mut Vec<u8>, kind: &SlotKind) {
    put_head(out, Major::Number, kind.number().into());
    match kind {
        SlotKind::Passphrase { cost, salt } => {
            put_head(out, Major::Array, 4);
            put_head(out, Major::Number, cost.memory_kib.into());
            put_head(out, Major::Number, cost.passes.into());
            put_head(out, Major::Number, cost.lanes.into());
            put_bytes(out, salt);
        }
        SlotKind::Recovery { salt } => {
            put_head(out, Major::Array, 1);
            put_bytes(out, salt);
        }
        SlotKind::Keychain { store } => {
            put_head(out, Major::Array, 1);
            put_head(out, Major::Text, store.len() as u64);
            out.extend_from_slice(store.as_bytes());
        }
    }
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_head(out, Major::Bytes, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// Writes the head of an item: its major type, and its value or length in the fewest bytes.
fn put_head(out: &mut Vec<u8>, major: Major, value: u64) {
    let bytes = value.to_be_bytes();
    let (how, width) = match value {
        0..24 => return out.push(major as u8 | bytes[7]),
        24..0x100 => (24, 1),
        0x100..0x1_0000 => (25, 2),
        0x1_0000..0x1_0000_0000 => (26, 4),
        _ => (27, 8),
    };
    out.push(major as u8 | how);
    out.extend_from_slice(&bytes[8 - width..]);
}

/// Reads `[vault, [slot, …]]`. Slots have to stand in the order of their kinds, at most one of each, which
/// also bounds how many there are. Does not see to the shortest form or to what follows: the caller compares.
pub(super) fn decode_body(body: &[u8]) -> Option<([u8; 16], Vec<Slot>)> {
    let mut decoder = Decoder::new(body);
    enter_array(&mut decoder, 2)?;
    let vault = fixed_bytes(&mut decoder)?;
    let count = decoder.array().ok()??;
    let mut slots: Vec<Slot> = Vec::new();
    for _ in 0..count {
        let slot = decode_slot(&mut decoder)?;
        if slots.last().is_some_and(|last| last.kind.number() >= slot.kind.number()) {
            return None;
        }
        slots.push(slot);
    }
    Some((vault, slots))
}

fn decode_slot(decoder: &mut Decoder<'_>) -> Option<Slot> {
    enter_array(decoder, 4)?;
    let kind = match decoder.u8().ok()? {
        0 => {
            enter_array(decoder, 4)?;
            let mut number = || decoder.u32().ok();
            let cost = Cost { memory_kib: number()?, passes: number()?, lanes: number()? };
            SlotKind::Passphrase { cost, salt: fixed_bytes(decoder)? }
        }
        1 => {
            enter_array(decoder, 1)?;
            SlotKind::Recovery { salt: fixed_bytes(decoder)? }
        }
        2 => {
            enter_array(decoder, 1)?;
            let store = decoder.str().ok()?;
            if store.is_empty() || store.len() > LONGEST_STORE {
                return None;
            }
            SlotKind::Keychain { store: store.to_owned() }
        }
        _ => return None,
    };
    Some(Slot { kind, nonce: fixed_bytes(decoder)?, wrapped: fixed_bytes(decoder)? })
}

fn enter_array(decoder: &mut Decoder<'_>, length: u64) -> Option<()> {
    (decoder.array().ok()?? == length).then_some(())
}

fn fixed_bytes<const N: usize>(decoder: &mut Decoder<'_>) -> Option<[u8; N]> {
    decoder.bytes().ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The examples of RFC 8949, appendix A.
    #[test]
    fn heads_are_the_shortest() {
        let head = |major, value| {
            let mut out = Vec::new();
            put_head(&mut out, major, value);
            out
        };
        assert_eq!(head(Major::Number, 0), [0x00]);
        assert_eq!(head(Major::Number, 23), [0x17]);
        assert_eq!(head(Major::Number, 24), [0x18, 0x18]);
        assert_eq!(head(Major::Number, 100), [0x18, 0x64]);
        assert_eq!(head(Major::Number, 1000), [0x19, 0x03, 0xe8]);
        assert_eq!(head(Major::Number, 1_000_000), [0x1a, 0x00, 0x0f, 0x42, 0x40]);
        assert_eq!(head(Major::Number, 1_000_000_000_000), [0x1b, 0, 0, 0, 0xe8, 0xd4, 0xa5, 0x10, 0]);
        assert_eq!(head(Major::Bytes, 4), [0x44]);
        assert_eq!(head(Major::Text, 4), [0x64]);
        assert_eq!(head(Major::Array, 25), [0x98, 0x19]);
    }

    #[test]
    fn what_is_written_another_program_reads() {
        for value in
            [0, 23, 24, 255, 256, 65535, 65536, u64::from(u32::MAX), u64::from(u32::MAX) + 1, u64::MAX]
        {
            let mut out = Vec::new();
            put_head(&mut out, Major::Number, value);
            assert_eq!(Decoder::new(&out).u64().unwrap(), value);
            assert_eq!(minicbor::to_vec(value).unwrap(), out, "{value} has a shorter form");
        }
    }

    #[test]
    fn a_count_that_cannot_be_takes_no_memory() {
        let mut body = vec![0x82, 0x50];
        body.extend([0; 16]);
        body.extend([0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        assert_eq!(decode_body(&body), None);
    }
}
