//! Works with a vault as the window does, locks it, and counts what is left of it in its own memory.
//!
//! `lookback FOLDER` reads from standard input what it needs, every secret with each of its bytes changed by
//! [`MASK`]: unmasked, the question itself would be found. It answers with three counts for each needle: with a copy
//! laid out on purpose (a look that cannot find is worth nothing), after work on the open vault, and after the lock.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod memory;
mod work;

use std::collections::BTreeMap;
use std::path::PathBuf;

use app::Desk;
use app::clock::Clock;
use serde_json::{Value, json};
use zeroizing_alloc::ZeroAlloc;

use memory::Memory;

/// As in the window and in `nook`: whatever is freed is wiped first.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// What every byte of a needle is changed by while nobody needs it.
const MASK: u8 = 0xa5;

/// The word of the canary, as a needle.
const CANARY: &str = "canary";
/// The passphrase, as a needle.
const PASSPHRASE: &str = "passphrase";

fn main() {
    let memory = Memory::of_this_process();
    app::harden::harden().expect("the system lets us");
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("the folder of a vault"));
    let needles = read_needles();
    let desk = Desk::for_a_test(folder, Clock::of_this_machine(), |_| {});

    let laid_out: Vec<Vec<u8>> = needles.values().map(|masked| unmasked(masked)).collect();
    let planted = memory.count(&needles, MASK);
    drop(laid_out);

    work::open(&desk, &text_of(&needles[PASSPHRASE]));
    work::read_and_write_everything(&desk, &text_of(&needles[CANARY]));
    let open = memory.count(&needles, MASK);

    desk.call("vault.lock", json!({}), None).expect("locked");
    let locked = memory.count(&needles, MASK);

    let counts = json!({ "planted": planted, "open": open, "locked": locked });
    std::io::Write::write_all(&mut std::io::stdout(), counts.to_string().as_bytes())
        .expect("somebody listens");
}

/// The needles as they came: masked, in hexadecimal.
fn read_needles() -> BTreeMap<String, Vec<u8>> {
    let read: Value = serde_json::from_reader(std::io::stdin()).expect("JSON");
    let needles = read.as_object().expect("an object").iter();
    needles.map(|(name, hex)| (name.clone(), from_hex(hex.as_str().expect("a text")))).collect()
}

fn from_hex(hex: &str) -> Vec<u8> {
    let digit = |digit: u8| {
        char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).expect("hexadecimal")
    };
    hex.as_bytes().chunks_exact(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

fn unmasked(masked: &[u8]) -> Vec<u8> {
    masked.iter().map(|byte| byte ^ MASK).collect()
}

fn text_of(masked: &[u8]) -> String {
    String::from_utf8(unmasked(masked)).expect("a text")
}
