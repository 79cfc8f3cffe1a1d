//! The bucket that files may be kept in, and how requests to it are signed.

use crate::config::S3;
use anyhow::Context;
use hmac::{Hmac, KeyInit, Mac};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::client::{
    CryptoProvider, DigestAlgorithm, DigestContext, HmacContext, Signer, SigningAlgorithm,
};
use object_store::{ClientOptions, Result, RetryConfig};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::time::Duration;

/// A server that does not answer is away after this long; whoever waits for a page is told.
const TO_CONNECT: Duration = Duration::from_secs(5);
/// Between two pieces of an answer. There is no limit on the whole: someone may fetch 100 MB over a slow line.
const TO_GO_ON: Duration = Duration::from_secs(20);
/// How often and for how long a request is tried again.
const TRIES: usize = 3;
const TO_TRY: Duration = Duration::from_secs(10);

pub(super) fn open(bucket: &S3) -> anyhow::Result<AmazonS3> {
    let client = ClientOptions::new()
        .with_allow_http(bucket.is_plain())
        .with_connect_timeout(TO_CONNECT)
        .with_read_timeout(TO_GO_ON)
        .with_timeout_disabled();
    let retry = RetryConfig {
        max_retries: TRIES,
        retry_timeout: TO_TRY,
        ..RetryConfig::default()
    };
    AmazonS3Builder::new()
        .with_client_options(client)
        .with_retry(retry)
        .with_crypto_provider(Arc::new(OurOwn))
        .with_endpoint(&bucket.endpoint)
        .with_region(&bucket.region)
        .with_bucket_name(&bucket.bucket)
        .with_access_key_id(&bucket.key)
        .with_secret_access_key(&bucket.secret)
        .build()
        .context("reading the address of the bucket")
}

/// Signs with the SHA-256 that the product has anyway, so that no second library of cryptography is built.
#[derive(Debug)]
struct OurOwn;

impl CryptoProvider for OurOwn {
    fn digest(&self, algorithm: DigestAlgorithm) -> Result<Box<dyn DigestContext>> {
        match algorithm {
            DigestAlgorithm::Sha256 => Ok(Box::new(Summed {
                of: Sha256::new(),
                sum: Vec::new(),
            })),
            _ => Err(object_store::Error::NotImplemented {
                operation: format!("{algorithm:?}"),
                implementer: "styringsrad".to_owned(),
            }),
        }
    }

    fn hmac(&self, algorithm: DigestAlgorithm, secret: &[u8]) -> Result<Box<dyn HmacContext>> {
        match algorithm {
            DigestAlgorithm::Sha256 => Ok(Box::new(Signed {
                of: Hmac::new_from_slice(secret).expect("any length of key will do"),
                sum: Vec::new(),
            })),
            _ => Err(object_store::Error::NotImplemented {
                operation: format!("HMAC with {algorithm:?}"),
                implementer: "styringsrad".to_owned(),
            }),
        }
    }

    /// S3 signs with HMAC alone; this is for other stores.
    fn sign(&self, algorithm: SigningAlgorithm, _key: &[u8]) -> Result<Box<dyn Signer>> {
        Err(object_store::Error::NotImplemented {
            operation: format!("{algorithm:?}"),
            implementer: "styringsrad".to_owned(),
        })
    }
}

struct Summed {
    of: Sha256,
    sum: Vec<u8>,
}

impl DigestContext for Summed {
    fn update(&mut self, data: &[u8]) {
        self.of.update(data);
    }

    fn finish(&mut self) -> Result<&[u8]> {
        self.sum = self.of.finalize_reset().to_vec();
        Ok(&self.sum)
    }
}

struct Signed {
    of: Hmac<Sha256>,
    sum: Vec<u8>,
}

impl HmacContext for Signed {
    fn update(&mut self, data: &[u8]) {
        self.of.update(data);
    }

    fn finish(&mut self) -> Result<&[u8]> {
        self.sum = self.of.clone().finalize().into_bytes().to_vec();
        Ok(&self.sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hexadecimal(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// FIPS 180-4's example, and RFC 4231's second.
    #[test]
    fn signatures_are_made_as_the_standards_say() {
        let mut sum = OurOwn.digest(DigestAlgorithm::Sha256).unwrap();
        sum.update(b"a");
        sum.update(b"bc");
        assert_eq!(
            hexadecimal(sum.finish().unwrap()),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        let mut sum = OurOwn.hmac(DigestAlgorithm::Sha256, b"Jefe").unwrap();
        sum.update(b"what do ya want ");
        sum.update(b"for nothing?");
        assert_eq!(
            hexadecimal(sum.finish().unwrap()),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
