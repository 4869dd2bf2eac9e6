//! Messages of every kind: good ones, and bombs.

/// A good message, to stand before and after a bad one.
pub fn good(number: usize) -> Vec<u8> {
    format!(
        "From: Ana Quill <ana.quill@example.org>\nTo: rosa@example.org\nDate: Mon, 23 Nov 2026 09:15:00 +0100\n\
         Message-ID: <good-{number}@example.org>\nSubject: Drill {number}\n\nDeniz Kayalı led drill {number}.\n"
    )
    .into_bytes()
}

/// A mailbox of these messages.
pub fn mailbox(messages: &[Vec<u8>]) -> Vec<u8> {
    let mut all = Vec::new();
    for message in messages {
        all.extend(b"From ana.quill@example.org Mon Nov 23 09:15:00 2026\n");
        all.extend(message);
        all.extend(b"\n\n");
    }
    all
}

pub fn deep(head: impl Fn(usize) -> String, depth: usize) -> Vec<u8> {
    let mut message = b"Message-ID: <deep@example.org>\nSubject: deep\n".to_vec();
    (0..depth).for_each(|level| message.extend(head(level).bytes()));
    message.extend(b"\nend");
    message
}

pub fn with_part(head: &str, body: &[u8]) -> Vec<u8> {
    let mut message =
        b"Message-ID: <part@example.org>\nSubject: part\nContent-Type: multipart/mixed; boundary=cut\n\n\
        --cut\nContent-Type: text/plain\n\nwords\n--cut\n"
            .to_vec();
    message.extend(head.bytes());
    message.extend(b"\n\n");
    message.extend(body);
    message.extend(b"\n--cut--\n");
    message
}

/// A message that is bad: what it is, its bytes, and the rules it may be refused by.
pub type Bad = (&'static str, Vec<u8>, &'static [&'static str]);

/// Bad messages: what each is, its bytes, and the rules it may be refused by. None: it is read.
pub fn bad() -> Vec<Bad> {
    let attributes: String = (0..500_000).map(|n| format!(" a{n}")).collect();
    // A whole archive would be four gibibytes; its head says so, and nobody asks.
    let zip = [b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0".as_slice(), &[0xff; 12], b"\x04\0\0\0bomb", &[0; 2_000]]
        .concat();
    vec![
        (
            "multiparts 10,000 deep",
            deep(|n| format!("Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n"), 10_000),
            &["mail.too_deep"],
        ),
        (
            "messages 10,000 deep",
            deep(|_| "Content-Type: message/rfc822\n\n".to_owned(), 10_000),
            &["mail.too_deep"],
        ),
        (
            // The look at the shape does not see these parts; the reader does, and may break on them.
            "messages deep behind a boundary in pieces",
            deep(
                |n| match n {
                    0 => "Content-Type: multipart/mixed; boundary*0=c; boundary*1=ut\n\n--cut\n".to_owned(),
                    _ => "Content-Type: message/rfc822\n\n".to_owned(),
                },
                100_000,
            ),
            &["mail.broke", "mail.too_deep", "mail.too_many_parts"],
        ),
        (
            "a million parts",
            [
                b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n".as_slice(),
                &b"--b\n\nx\n".repeat(1_000_000),
            ]
            .concat(),
            &["mail.too_many_parts"],
        ),
        (
            "a head of ten megabytes",
            [b"Subject: ".as_slice(), &vec![b'x'; 10_000_000], b"\n\nx"].concat(),
            &["mail.long_head"],
        ),
        ("a million fields", [b"X: y\n".repeat(1_000_000).as_slice(), b"\nx"].concat(), &["mail.long_head"]),
        (
            "encoded words without end",
            [
                b"Subject: ".as_slice(),
                &b"=?utf-8?Q?=41?= ".repeat(10_000),
                b"\nMessage-ID: <w@example.org>\n\nx",
            ]
            .concat(),
            &[],
        ),
        (
            "thirty megabytes in one line",
            [b"Subject: x\n\n".as_slice(), &vec![b'x'; 30_000_000]].concat(),
            &["mail.too_large"],
        ),
        (
            "a tag of half a million attributes",
            format!("Message-ID: <tag@example.org>\nSubject: x\nContent-Type: text/html\n\n<p{attributes}>x")
                .into_bytes(),
            &["mail.too_slow"],
        ),
        (
            "base64 that is cut off",
            with_part("Content-Transfer-Encoding: base64\nContent-Type: a/b; name=x", b"AAAA/"),
            &[],
        ),
        (
            "an archive that claims four gibibytes",
            with_part("Content-Type: application/zip; name=bomb.zip", &zip),
            &[],
        ),
        (
            "a charset that lies",
            b"Message-ID: <lie@example.org>\nContent-Type: text/plain; charset=utf-16\n\nx\xff\xfe\xd8"
                .to_vec(),
            &[],
        ),
        (
            "a claim of four gibibytes",
            b"Message-ID: <claim@example.org>\nContent-Length: 4294967296\nSubject: x\n\nx".to_vec(),
            &[],
        ),
        ("nothing but zeros", vec![0; 100_000], &["mail.no_message"]),
    ]
}

/// Bytes as mail carries them.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let letter = LETTERS[(bits >> shift) as usize & 63];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
