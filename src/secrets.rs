//! What must not be guessed: the instance's key, random tokens, and their hashes. The key row makes the links in
//! mail and the tokens in forms; tokens themselves are stored only as SHA-256.

use crate::db::schema::secret;
use crate::db::types::Moment;
use crate::db::{Conn, Db};
use crate::error::Result;
use diesel::prelude::*;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

const KEY_NAME: &str = "links";

/// The instance's key. Every replica reads the same row.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// The key, made at the first start.
    ///
    /// # Errors
    /// When the database fails, or the row holds no key.
    pub fn of(db: &Db, now: Moment) -> Result<Self> {
        let fresh = random_bytes();
        let text = db.write_now(|conn| find_or_make(conn, &fresh, now))?;
        let bytes = unhex(&text).ok_or_else(|| {
            anyhow::anyhow!("the row “{KEY_NAME}” of the table secret holds no key")
        })?;
        Ok(Self(bytes))
    }

    /// The keyed hash (HMAC-SHA-256, RFC 2104) of a text for one purpose, cut to 128 bits, as 32 hexadecimal digits.
    #[must_use]
    pub fn sign(&self, purpose: &str, text: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("any length of key will do");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        hex(&mac.finalize().into_bytes()[..16])
    }

    /// Whether `signature` is [`Key::sign`] of the same; takes the same time whatever it is.
    #[must_use]
    pub fn is_signed(&self, purpose: &str, text: &str, signature: &str) -> bool {
        let right = self.sign(purpose, text);
        let differences = right
            .bytes()
            .zip(signature.bytes())
            .fold(0, |sum, (a, b)| sum | (a ^ b));
        right.len() == signature.len() && differences == 0
    }
}

fn find_or_make(conn: &mut Conn, fresh: &[u8; 32], now: Moment) -> Result<String> {
    let found: Option<String> = secret::table
        .find(KEY_NAME)
        .select(secret::value)
        .first(conn)
        .optional()?;
    if let Some(found) = found {
        return Ok(found);
    }
    let value = hex(fresh);
    diesel::insert_into(secret::table)
        .values((
            secret::name.eq(KEY_NAME),
            secret::value.eq(&value),
            secret::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(value)
}

/// A new random token of 256 bits, as 64 hexadecimal digits.
#[must_use]
pub fn token() -> String {
    hex(&random_bytes())
}

/// What is stored of a token: its SHA-256, as hexadecimal digits.
#[must_use]
pub fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

fn random_bytes() -> [u8; 32] {
    rand::random()
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            for digit in [byte >> 4, byte & 15] {
                text.push(
                    char::from_digit(u32::from(digit), 16).expect("half a byte is one digit"),
                );
            }
            text
        })
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(bytes)
}
