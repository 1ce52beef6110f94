//! Second factor: time-based codes of an app (RFC 6238) and the recovery codes for who loses it.
//!
//! Six digits, 30 seconds, SHA-1: what every app understands, whatever the address says.

use std::fmt;

use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use qrcode::{Color, EcLevel, QrCode};
use ring::hmac;
use subtle::ConstantTimeEq;

use crate::secret::{NoRandomness, hex, random, sha256};

/// Length of a step, in seconds.
pub const STEP: i64 = 30;

/// How many recovery codes a person gets at a time.
pub const RECOVERY_CODES: usize = 10;

/// What an app and the instance share: 20 bytes, kept as text.
#[derive(Clone)]
pub struct TotpSecret([u8; 20]);

/// Why a code does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TotpError {
    /// It is not the code of now, of the step before or of the one after.
    #[error("the code is wrong")]
    Wrong,
    /// It is right and was used already, or a later one was; the next one counts.
    #[error("the code was used already")]
    Used,
}

impl TotpSecret {
    /// A fresh secret.
    ///
    /// # Errors
    /// `NoRandomness`.
    pub fn new() -> Result<Self, NoRandomness> {
        random().map(Self)
    }

    /// Reads what [`TotpSecret::reveal`] wrote; spaces and case make no difference.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = digits_of(text, BASE32, |c| c.to_ascii_uppercase(), 32)?;
        unpack(&digits).map(Self)
    }

    /// The secret in base 32 (RFC 4648, 32 characters), for the store and for typing it into an app.
    #[must_use]
    pub fn reveal(&self) -> String {
        pack(&self.0, BASE32)
    }

    /// Looks at a code that somebody typed at `now` and gives its step, to be kept as `last_used` of the next time.
    ///
    /// Steps up to `last_used` no longer count. Keep the new step only where the kept one is still `last_used`,
    /// so that two requests at once cannot both use it.
    ///
    /// # Errors
    /// `TotpError`.
    pub fn verify(&self, code: &str, now: Timestamp, last_used: Option<i64>) -> Result<i64, TotpError> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).map(ascii_digit).collect();
        let step = now.as_second().div_euclid(STEP);
        // All three are computed, so that time does not tell which one was close.
        let matching = [step, step - 1, step + 1].map(|step| (step, bool::from(self.code(step).as_bytes().ct_eq(code.as_bytes()))));
        let usable = |step: i64| last_used.is_none_or(|last| step > last);
        match matching.iter().filter(|(_, same)| *same).map(|(step, _)| *step).max_by_key(|step| usable(*step)) {
            None => Err(TotpError::Wrong),
            Some(step) if usable(step) => Ok(step),
            Some(_) => Err(TotpError::Used),
        }
    }

    /// The six digits of a step.
    #[must_use]
    pub fn code(&self, step: i64) -> String {
        format!("{:06}", truncated(&self.0, step) % 1_000_000)
    }

    /// The address an app reads (`otpauth://totp/…`), for a QR code or a link on the same phone.
    #[must_use]
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        let plain = |text: &str| utf8_percent_encode(&text.replace(':', " "), NON_ALPHANUMERIC).to_string(); // a colon would end the issuer
        let (issuer, account) = (plain(issuer), plain(account));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP}", self.reveal())
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(hidden)")
    }
}

/// A code that signs in once in place of the app: 80 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; 10]);

impl RecoveryCode {
    /// A fresh set; earlier ones should be forgotten when it is kept.
    ///
    /// # Errors
    /// `NoRandomness`.
    pub fn fresh() -> Result<Vec<Self>, NoRandomness> {
        (0..RECOVERY_CODES).map(|_| random().map(Self)).collect()
    }

    /// Reads a code as people copy it: spaces, hyphens and case make no difference, `o` is 0, `i` and `l` are 1.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |c: char| match ascii_digit(c).to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        };
        unpack(&digits_of(text, CROCKFORD, plain, 16)?).map(Self)
    }

    /// The code to write down: four groups of four of digits and letters.
    #[must_use]
    pub fn reveal(&self) -> String {
        let digits = pack(&self.0, CROCKFORD);
        let mut text = String::with_capacity(19);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(digit);
        }
        text
    }

    /// SHA-256 of the bytes as 64 lower-case hexadecimal digits, what the store keeps and is asked for.
    #[must_use]
    pub fn hash_text(&self) -> String {
        hex(&sha256(&self.0))
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(hidden)")
    }
}

/// A text as QR code: an SVG of one path on white, four modules of margin, hidden from screen readers.
///
/// The page must say the same in words beside it. `None` when the text is too long for a QR code (about 2,300 bytes).
#[must_use]
pub fn qr_svg(text: &str) -> Option<String> {
    const MARGIN: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let side = width + 2 * MARGIN;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let length = run.len();
                path.push_str(&format!("M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN));
            }
            x += run.len();
        }
    }
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{0}" height="{0}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>"##,
        side * 4
    ))
}

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const CROCKFORD: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// HOTP of RFC 4226, section 5.3, before it is cut to a number of digits.
fn truncated(secret: &[u8], step: i64) -> u32 {
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret), &step.to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes.last().copied().unwrap_or_default() & 15);
    bytes.iter().skip(offset).take(4).fold(0, |number, byte| number << 8 | u32::from(*byte)) & 0x7fff_ffff
}

/// The digits of the Arabic, Persian and full-width keyboards are digits too.
fn ascii_digit(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06f0}'..='\u{06f9}' => 0x06f0,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return c,
    };
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

/// The values of the digits of a text in base 32, without spaces and hyphens; `None` when they are not exactly `count`.
fn digits_of(text: &str, alphabet: &[u8; 32], plain: impl Fn(char) -> char, count: usize) -> Option<Vec<u8>> {
    let mut digits = Vec::with_capacity(count);
    for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
        if digits.len() == count {
            return None;
        }
        let c = plain(c);
        digits.push(u8::try_from(alphabet.iter().position(|digit| char::from(*digit) == c)?).ok()?);
    }
    (digits.len() == count).then_some(digits)
}

fn pack(bytes: &[u8], alphabet: &[u8; 32]) -> String {
    let eight = |five: &[u8]| five.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    bytes
        .chunks_exact(5)
        .flat_map(|five| {
            let bits = eight(five);
            (0..8).rev().map(move |at| char::from(alphabet[(bits >> (5 * at) & 31) as usize]))
        })
        .collect()
}

fn unpack<const N: usize>(digits: &[u8]) -> Option<[u8; N]> {
    let bytes: Vec<u8> = digits
        .chunks_exact(8)
        .flat_map(|eight| {
            let bits = eight.iter().fold(0u64, |number, digit| number << 5 | u64::from(*digit));
            (0..5).rev().map(move |at| (bits >> (8 * at) & 255) as u8)
        })
        .collect();
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RFC: TotpSecret = TotpSecret(*b"12345678901234567890");

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        for (second, expected) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(format!("{:08}", truncated(&RFC.0, second / STEP) % 100_000_000), expected);
            assert_eq!(RFC.code(second / STEP), expected[2..]);
        }
    }

    #[test]
    fn a_code_counts_one_step_early_or_late_and_once() {
        let code = RFC.code(100);
        let check = |second: i64, last_used: Option<i64>, expected: Result<i64, TotpError>| {
            assert_eq!(RFC.verify(&code, at(second), last_used), expected, "{second} {last_used:?}");
        };
        check(3000, None, Ok(100));
        check(2970, None, Ok(100));
        check(3059, None, Ok(100));
        check(2969, None, Err(TotpError::Wrong));
        check(3060, None, Err(TotpError::Wrong));
        check(3000, Some(99), Ok(100));
        check(3001, Some(100), Err(TotpError::Used));
        check(3001, Some(101), Err(TotpError::Used));
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let check = |code: &str, right: bool| assert_eq!(RFC.verify(code, at(59), None).is_ok(), right, "{code:?}");
        check("287082", true);
        check(" 287 082\n", true);
        check("٢٨٧٠٨٢", true);
        check("۲۸۷۰۸۲", true);
        check("２８７０８２", true);
        for wrong in ["", "28708", "2870820", "94287082", "+28708", "287083", "٢٨٧"] {
            check(wrong, false);
        }
    }

    #[test]
    fn a_secret_is_kept_and_typed_as_base_32() {
        assert_eq!(RFC.reveal(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(TotpSecret::parse("gezd gnbv gy3t qojq gezd gnbv gy3t qojq").map(|s| s.0), Some(RFC.0));
        for wrong in ["", "GEZDGNBV", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQG"] {
            assert!(TotpSecret::parse(wrong).is_none(), "{wrong}");
        }
        assert_eq!(format!("{RFC:?}"), "TotpSecret(hidden)");
    }

    #[test]
    fn an_app_gets_issuer_account_and_secret() {
        assert_eq!(
            RFC.uri("Ayni: São", "ana@example.org"),
            "otpauth://totp/Ayni%20%20S%C3%A3o:ana%40example%2Eorg\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ayni%20%20S%C3%A3o&algorithm=SHA1&digits=6&period=30"
        );
    }

    #[test]
    fn a_qr_code_draws_exactly_its_dark_modules() {
        let svg = qr_svg("otpauth://totp/Ayni:ana").expect("short enough");
        let code = QrCode::with_error_correction_level("otpauth://totp/Ayni:ana", EcLevel::M).expect("a code");
        let mut drawn = vec![Color::Light; code.width() * code.width()];
        let path = svg.split("fill=\"#000\" d=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a path");
        for run in path.split_terminator('z') {
            let (start, rest) = run.strip_prefix('M').and_then(|run| run.split_once('h')).expect("a run");
            let (x, y) = start.split_once(' ').expect("a point");
            let (x, y): (usize, usize) = (x.parse().expect("x"), y.parse().expect("y"));
            let length: usize = rest.split('v').next().and_then(|n| n.parse().ok()).expect("a length");
            let from = (y - 4) * code.width() + x - 4;
            drawn[from..from + length].fill(Color::Dark);
        }
        assert_eq!(drawn, code.to_colors());
        assert_eq!(qr_svg(&"a".repeat(3000)), None);
    }

    #[test]
    fn recovery_codes_are_ten_different_readable_ones() {
        let codes = RecoveryCode::fresh().expect("randomness");
        let mut texts: Vec<String> = codes.iter().map(RecoveryCode::reveal).collect();
        assert!(texts.iter().all(|text| text.len() == 19 && text.split('-').all(|group| group.len() == 4)));
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), RECOVERY_CODES);
        assert_eq!(format!("{:?}", codes[0]), "RecoveryCode(hidden)");
        assert_ne!(codes[0].hash_text(), codes[1].hash_text());
    }

    #[test]
    fn a_recovery_code_is_read_as_people_copy_it() {
        let code = RecoveryCode([0, 68, 50, 20, 199, 66, 84, 182, 53, 207]);
        assert_eq!(code.reveal(), "0123-4567-89ab-cdef");
        for text in ["0123-4567-89ab-cdef", "O l23 4567 89AB cdef", "oi2345678 9abcdef", "٠123456789abcdef"] {
            assert_eq!(RecoveryCode::parse(text).as_ref(), Some(&code), "{text}");
        }
        for wrong in ["", "0123-4567-89ab-cde", "0123-4567-89ab-cdef-0", "0123-4567-89ab-cdeu"] {
            assert_eq!(RecoveryCode::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn codes_and_secrets_are_read_back(recovery: [u8; 10], low: [u8; 20]) {
            prop_assert_eq!(RecoveryCode::parse(&RecoveryCode(recovery).reveal()), Some(RecoveryCode(recovery)));
            prop_assert_eq!(TotpSecret::parse(&TotpSecret(low).reveal()).map(|s| s.0), Some(low));
        }

        #[test]
        fn any_text_is_looked_at_without_panic(text in "\\PC{0,40}") {
            let _ = (RecoveryCode::parse(&text), TotpSecret::parse(&text), RFC.verify(&text, at(59), None));
        }
    }
}
