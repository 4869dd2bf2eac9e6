"""Writes the frozen examples of seal's formats, independently of the Rust code. See README.md."""

import hashlib
import hmac
import json
import pathlib
import struct

import cbor2
from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_chacha20poly1305_ietf_encrypt as seal_ietf
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as seal
from nacl.bindings import crypto_scalarmult, crypto_scalarmult_base

HERE = pathlib.Path(__file__).parent


def filler(name, length):
    """Bytes that look random and are the same in every run."""
    return hashlib.shake_256(name.encode()).digest(length)


def hkdf(secret, salt, purpose):
    key = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(key, purpose.encode() + b"\x01", "sha256")


def write(name, content):
    (HERE / name).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


VAULT = filler("vault id", 16)
VAULT_KEY = filler("vault key", 32)
PURPOSES = ["db", "head", "journal", "backup", "slots", "ident", "unsaved", "capture"]
KEYS = {purpose: hkdf(VAULT_KEY, b"", "inglenook/1/" + purpose) for purpose in PURPOSES}

write("keys.json", {"vault_key": VAULT_KEY.hex(), "derived": {purpose: key.hex() for purpose, key in KEYS.items()}})

# The recovery code: multiplication by table, solving for the checks by trying all pairs.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
POWERS = [1]
while len(POWERS) < 31:
    doubled = POWERS[-1] * 2
    POWERS.append(doubled ^ 0b100101 if doubled >= 32 else doubled)


def times(a, b):
    return POWERS[(POWERS.index(a) + POWERS.index(b)) % 31] if a and b else 0


def fits(row):
    plain = weighted = 0
    for place, symbol in enumerate(row):
        plain ^= symbol
        weighted ^= times(symbol, POWERS[place])
    return plain == weighted == 0


def groups(code):
    bits = int.from_bytes(code, "big")
    symbols = [bits >> (5 * place) & 31 for place in reversed(range(32))]
    checks = [
        next((a, b) for a in range(32) for b in range(32) if fits(symbols[row::2] + [a, b])) for row in (0, 1)
    ]
    symbols += [checks[0][0], checks[1][0], checks[0][1], checks[1][1]]
    text = "".join(ALPHABET[symbol] for symbol in symbols)
    return [text[at : at + 4] for at in range(0, 36, 4)]


CODES = [filler("recovery code", 20), bytes(20), b"\xff" * 20, filler("another code", 20)]
MISTYPED = "-".join(groups(CODES[0]))
MISTYPED = MISTYPED[:10] + ("Z" if MISTYPED[10] != "Z" else "Y") + MISTYPED[11:]
write(
    "recovery.json",
    {
        "codes": [{"bytes": code.hex(), "groups": groups(code)} for code in CODES],
        "mistyped": {"text": MISTYPED, "group": 3},
    },
)

# The slot file.
BANNER = b"INGLENOOK SLOTS 1\n"
PASSPHRASE = "Regen auf dem Blechdach, früh"
KEYCHAIN_SECRET = filler("keychain secret", 32)
COST = [65536, 3, 4]


def slot(kind, parameters, wrap_key):
    nonce = filler(f"nonce {kind}", 24)
    binding = BANNER + cbor2.dumps([VAULT, kind, parameters])
    return [kind, parameters, nonce, seal(VAULT_KEY, binding, nonce, wrap_key)]


def slot_file(slots, banner=BANNER):
    content = banner + cbor2.dumps([VAULT, slots])
    return content + hmac.digest(KEYS["slots"], content, "sha256")


PASSPHRASE_SALT, RECOVERY_SALT = filler("passphrase salt", 16), filler("recovery salt", 16)
PASSPHRASE_SLOT = slot(
    0,
    [*COST, PASSPHRASE_SALT],
    hash_secret_raw(PASSPHRASE.encode(), PASSPHRASE_SALT, COST[1], COST[0], COST[2], 32, Type.ID, 19),
)
RECOVERY_SLOT = slot(1, [RECOVERY_SALT], hkdf(CODES[0], RECOVERY_SALT, "inglenook/1/slot/recovery"))
KEYCHAIN_SLOT = slot(2, ["secret-service"], hkdf(KEYCHAIN_SECRET, b"", "inglenook/1/slot/keychain"))
SLOT_FILE = slot_file([PASSPHRASE_SLOT, RECOVERY_SLOT, KEYCHAIN_SLOT])


def changed(at):
    return SLOT_FILE[:at] + bytes([SLOT_FILE[at] ^ 1]) + SLOT_FILE[at + 1 :]


def at_cost(memory_kib):
    return slot_file([[0, [memory_kib, *COST[1:], PASSPHRASE_SALT], *PASSPHRASE_SLOT[2:]], RECOVERY_SLOT])


write(
    "slots.json",
    {
        "vault": VAULT.hex(),
        "vault_key": VAULT_KEY.hex(),
        "passphrase": PASSPHRASE,
        "recovery": "-".join(groups(CODES[0])),
        "keychain_secret": KEYCHAIN_SECRET.hex(),
        "keychain_store": "secret-service",
        "file": SLOT_FILE.hex(),
        "refused": [
            {"why": "a MAC that does not fit", "refusal": "WrongKey", "file": changed(len(SLOT_FILE) - 1).hex()},
            {"why": "a changed vault id", "refusal": "WrongKey", "file": changed(len(BANNER) + 2).hex()},
            {"why": "slots taken away", "refusal": "WrongKey", "file": slot_file([]).hex()},
            {"why": "half the memory", "refusal": "Weakened", "file": at_cost(32768).hex()},
            {"why": "more than the ceiling", "refusal": "Weakened", "file": at_cost(4194305).hex()},
            {"why": "a later version", "refusal": "FromTheFuture", "file": slot_file([], b"INGLENOOK SLOTS 2\n").hex()},
            {"why": "an unknown kind of slot", "refusal": "Unreadable", "file": slot_file([[3, [], b"", b""]]).hex()},
            {"why": "slots in another order", "refusal": "Unreadable", "file": slot_file([RECOVERY_SLOT, PASSPHRASE_SLOT]).hex()},
            {"why": "the same kind twice", "refusal": "Unreadable", "file": slot_file([RECOVERY_SLOT, RECOVERY_SLOT]).hex()},
            {"why": "a file that was cut", "refusal": "Unreadable", "file": SLOT_FILE[:-1].hex()},
        ],
    },
)

# The head file.
CHAIN = filler("chain", 32)


def mark(seq, journal_end):
    claim = struct.pack(">QQ", seq, journal_end) + CHAIN[:16]
    return claim + hmac.digest(KEYS["head"], claim, "sha256")[:16]


write(
    "head.json",
    {
        "vault_key": VAULT_KEY.hex(),
        "seq": 4711,
        "journal_end": 1234567,
        "chain": CHAIN.hex(),
        "mark": mark(4711, 1234567).hex(),
        "file": (mark(4711, 1234567) + mark(4710, 1230000)).hex(),
    },
)

# Words that no save took.
UNSAVED = b"INGLENOOK UNSAVED 1\n"
WORDS = "Half a sentence, and an umläut".encode()
NONCE = filler("unsaved", 24)
write(
    "unsaved.json",
    {
        "vault_key": VAULT_KEY.hex(),
        "words": WORDS.hex(),
        "sealed": (UNSAVED + NONCE + seal(WORDS, UNSAVED, NONCE, KEYS["unsaved"])).hex(),
    },
)

# Notes caught while the vault is locked: HPKE, written out as RFC 9180 has it.
def extract(suite, salt, label, secret):
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + secret, "sha256")


def expand(suite, key, label, info, length):
    info = struct.pack(">H", length) + b"HPKE-v1" + suite + label + info
    return hmac.digest(key, info + b"\x01", "sha256")[:length]


KEM, SUITE = b"KEM" + struct.pack(">H", 0x20), b"HPKE" + struct.pack(">HHH", 0x20, 1, 3)


def key_pair(strong):
    private = expand(KEM, extract(KEM, b"", b"dkp_prk", strong), b"sk", b"", 32)
    return private, crypto_scalarmult_base(private)


def hpke(public, info, belongs_to, plaintext, drawn):
    private, share = key_pair(drawn)
    agreed = extract(KEM, b"", b"eae_prk", crypto_scalarmult(private, public))
    agreed = expand(KEM, agreed, b"shared_secret", share + public, 32)
    context = b"\x00" + extract(SUITE, b"", b"psk_id_hash", b"") + extract(SUITE, b"", b"info_hash", info)
    secret = extract(SUITE, agreed, b"secret", b"")
    key, nonce = (expand(SUITE, secret, label, context, length) for label, length in ((b"key", 32), (b"base_nonce", 12)))
    return share + seal_ietf(plaintext, belongs_to, nonce, key)


CAPTURE = b"INGLENOOK CAPTURE 1\n"
CAPTURE_PUBLIC = key_pair(KEYS["capture"])[1]
CAPTURE_KEY = b"INGLENOOK CAPTURE KEY 1\n" + VAULT + CAPTURE_PUBLIC


def padded(words, length=None):
    text = struct.pack(">I", len(words) if length is None else length) + words
    return text + bytes(-len(text) % 256)


def capture(name, plaintext, banner=CAPTURE, public=CAPTURE_PUBLIC):
    sealed = banner + hpke(public, banner, filler(name, 16), plaintext, filler(name + " drawn", 32))
    return {"name": filler(name, 16).hex(), "drawn": filler(name + " drawn", 32).hex(), "sealed": sealed.hex()}


ANOTHERS = key_pair(filler("another vault", 32))[1]
write(
    "capture.json",
    {
        "vault": VAULT.hex(),
        "vault_key": VAULT_KEY.hex(),
        "public": (CAPTURE_KEY + hashlib.sha256(CAPTURE_KEY).digest()).hex(),
        "captures": [
            {"words": words.hex(), **capture(f"capture {place}", padded(words))}
            for place, words in enumerate([WORDS, b"", filler("long", 253)])
        ],
        "refused": [
            {"why": "sealed for another vault", **capture("refused 0", padded(WORDS), public=ANOTHERS)},
            {"why": "a later version", **capture("refused 1", padded(WORDS), banner=b"INGLENOOK CAPTURE 2\n")},
            {"why": "more words than there are", **capture("refused 2", padded(WORDS, 253))},
            {"why": "something behind the words", **capture("refused 3", padded(WORDS, len(WORDS) - 1))},
            {"why": "no padding", **capture("refused 4", padded(WORDS)[: 4 + len(WORDS)])},
            {"why": "a step too many", **capture("refused 5", padded(WORDS) + bytes(256))},
            {"why": "another name", **capture("refused 6", padded(WORDS)), "name": filler("refused 5", 16).hex()},
        ],
    },
)

# The journal: three frames.
def frame(seq, plaintext):
    head = struct.pack(">IQ", len(plaintext), seq)
    nonce = filler(f"frame {seq}", 24)
    return head + nonce + seal(plaintext, b"INGLENOOK JOURNAL 1\n" + head[4:] + head[:4], nonce, KEYS["journal"])


DEEDS = [(1, b"the first deed"), (2, b""), (1 << 40, filler("deed", 300))]
write(
    "frame.json",
    {
        "vault_key": VAULT_KEY.hex(),
        "deeds": [{"seq": seq, "plaintext": plaintext.hex()} for seq, plaintext in DEEDS],
        "journal": b"".join(frame(seq, plaintext) for seq, plaintext in DEEDS).hex(),
    },
)

# The one-file backup.
DATABASE = filler("database", 200)
BACKUP = b"INGLENOOK BACKUP 1\n" + struct.pack(">I", len(SLOT_FILE)) + SLOT_FILE + struct.pack(">Q", 200) + DATABASE
write(
    "backup.json",
    {
        "passphrase": PASSPHRASE,
        "database": DATABASE.hex(),
        "file": (BACKUP + hmac.digest(KEYS["backup"], BACKUP, "sha256")).hex(),
    },
)
