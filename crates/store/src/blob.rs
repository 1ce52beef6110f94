//! Files by the hash of their content, in a folder or in S3-compatible storage.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use futures::stream::{BoxStream, StreamExt};
use object_store::aws::{AmazonS3Builder, S3ConditionalPut};
use object_store::local::LocalFileSystem;
use object_store::path::Path as ObjectPath;
use object_store::prefix::PrefixStore;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt, PutMode, PutOptions};
use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::record::hex;

/// Where file contents are kept; cheap to clone.
#[derive(Clone)]
pub struct Blobs(Arc<dyn ObjectStore>);

/// SHA-256 of a content, 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BlobHash(String);

impl BlobHash {
    /// Computes the hash of a content.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        Self(hex(&Sha256::digest(content)))
    }

    /// Reads a hash; only the form of [`BlobHash::as_str`] is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))).then(|| Self(text.to_owned()))
    }

    /// The hash as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn path(&self) -> ObjectPath {
        ObjectPath::from(format!("{}/{}", &self.0[..2], self.0))
    }
}

impl Blobs {
    /// Keeps files in a folder, which is made when it is not there.
    ///
    /// # Errors
    /// `Io` or `Files` when the folder cannot be made or used.
    pub fn folder(path: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(path).map_err(StoreError::io(path))?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(path)?)))
    }

    /// Keeps files in S3-compatible storage: `s3://bucket/prefix`; keys, region and endpoint come from the `AWS_*` environment.
    ///
    /// # Errors
    /// `Settings` when the address is not of this form, `Files` when the environment does not make sense.
    pub fn s3(address: &str) -> Result<Self, StoreError> {
        let rest = address.strip_prefix("s3://").ok_or_else(|| StoreError::Settings(format!("`{address}` is not of the form s3://bucket/prefix")))?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        // The one cryptography that is compiled in; a second call finds it set already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let s3 = AmazonS3Builder::from_env().with_bucket_name(bucket).with_conditional_put(S3ConditionalPut::ETagMatch).build()?;
        Ok(Self::over(s3, prefix))
    }

    fn over(store: impl ObjectStore, prefix: &str) -> Self {
        let prefix = prefix.trim_matches('/');
        if prefix.is_empty() { Self(Arc::new(store)) } else { Self(Arc::new(PrefixStore::new(store, prefix))) }
    }

    /// Keeps a content and returns its hash; what is there already is not written again, unless it has been damaged.
    ///
    /// # Errors
    /// `Files`.
    pub async fn put(&self, content: Bytes) -> Result<BlobHash, StoreError> {
        let hash = BlobHash::of(&content);
        let create = PutOptions { mode: PutMode::Create, ..Default::default() };
        match self.0.put_opts(&hash.path(), content.clone().into(), create).await {
            Ok(_) => return Ok(hash),
            Err(object_store::Error::AlreadyExists { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        match self.get(&hash).await {
            Ok(Some(_)) => {}
            Ok(None) | Err(StoreError::Corrupt { .. }) => drop(self.0.put(&hash.path(), content.into()).await?),
            Err(error) => return Err(error),
        }
        Ok(hash)
    }

    /// A content by its hash, or `None`. The caller gets only bytes that have this hash.
    ///
    /// # Errors
    /// `Corrupt` when the bytes have another hash, `Files`.
    pub async fn get(&self, hash: &BlobHash) -> Result<Option<Bytes>, StoreError> {
        let content = match self.0.get(&hash.path()).await {
            Ok(found) => found.bytes().await?,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if BlobHash::of(&content) == *hash {
            Ok(Some(content))
        } else {
            Err(StoreError::corrupt("file", "hash", hash.as_str(), "the content has changed"))
        }
    }

    /// A part of a content piece by piece, so that a large one is never in memory whole; `None` when it is not there.
    ///
    /// The bytes are not compared with the hash: that is what [`crate::Store::verify_files`] is for.
    ///
    /// # Errors
    /// `Files`, now or while it is read.
    pub async fn stream(&self, hash: &BlobHash, part: Range<u64>) -> Result<Option<BoxStream<'static, Result<Bytes, StoreError>>>, StoreError> {
        match self.0.get_opts(&hash.path(), GetOptions::new().with_range(Some(part))).await {
            Ok(found) => Ok(Some(found.into_stream().map(|piece| piece.map_err(StoreError::from)).boxed())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Size of a content in bytes; `None` when it is not there.
    ///
    /// # Errors
    /// `Files`.
    pub async fn size(&self, hash: &BlobHash) -> Result<Option<u64>, StoreError> {
        match self.0.head(&hash.path()).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Forgets a content; one that is not there is forgotten already.
    ///
    /// # Errors
    /// `Files`.
    pub(crate) async fn remove(&self, hash: &BlobHash) -> Result<(), StoreError> {
        match self.0.delete(&hash.path()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use object_store::ClientOptions;

    async fn check(blobs: &Blobs) {
        let content = Bytes::from_static(b"Ficha de pr\xc3\xa1tica");
        let hash = blobs.put(content.clone()).await.expect("put");
        assert_eq!(blobs.put(content.clone()).await.expect("put again"), hash);
        assert_eq!(blobs.get(&hash).await.expect("get"), Some(content.clone()));
        assert_eq!(blobs.size(&hash).await.expect("size"), Some(content.len() as u64));
        let pieces: Vec<_> = blobs.stream(&hash, 6..10).await.expect("stream").expect("there").collect().await;
        assert_eq!(pieces.into_iter().map(|piece| piece.expect("a piece")).collect::<Vec<_>>().concat(), content[6..10]);
        assert!(blobs.stream(&BlobHash::of(b"other"), 0..1).await.expect("stream").is_none());
        assert_eq!(blobs.size(&BlobHash::of(b"other")).await.expect("size"), None);
        assert_eq!(blobs.get(&BlobHash::of(b"other")).await.expect("get"), None);
        for _ in 0..2 {
            blobs.remove(&hash).await.expect("remove");
            assert_eq!(blobs.get(&hash).await.expect("get"), None);
        }
    }

    #[tokio::test]
    async fn a_folder_keeps_files_and_notices_changed_ones() {
        let folder = tempfile::tempdir().expect("a folder");
        let blobs = Blobs::folder(folder.path()).expect("blobs");
        check(&blobs).await;
        let hash = blobs.put(Bytes::from_static(b"true")).await.expect("put");
        std::fs::write(folder.path().join(&hash.as_str()[..2]).join(hash.as_str()), b"false").expect("write");
        assert!(matches!(blobs.get(&hash).await, Err(StoreError::Corrupt { .. })));
        blobs.put(Bytes::from_static(b"true")).await.expect("put again");
        assert_eq!(blobs.get(&hash).await.expect("get"), Some(Bytes::from_static(b"true")), "who has the content can mend it");
    }

    #[tokio::test]
    async fn s3_compatible_storage_keeps_files() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("bucket")).expect("a bucket");
        let address = s3_server(folder.path()).await;
        let _ = rustls::crypto::ring::default_provider().install_default();
        let s3 = AmazonS3Builder::new()
            .with_endpoint(address)
            .with_client_options(ClientOptions::new().with_allow_http(true))
            .with_region("eu-west-1")
            .with_bucket_name("bucket")
            .with_access_key_id("key")
            .with_secret_access_key("secret")
            .with_conditional_put(S3ConditionalPut::ETagMatch)
            .build()
            .expect("a client");
        check(&Blobs::over(s3, "/ayni/")).await;
    }

    /// An S3 server inside the test process, on a free port.
    async fn s3_server(folder: &Path) -> String {
        let files = s3s_fs::FileSystem::new(folder).expect("a file system");
        let mut service = s3s::service::S3ServiceBuilder::new(files);
        service.set_auth(s3s::auth::SimpleAuth::from_single("key", "secret"));
        let service = service.build();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let connection = hyper_util::rt::TokioIo::new(socket);
                    let _ = hyper_util::server::conn::auto::Builder::new(hyper_util::rt::TokioExecutor::new())
                        .serve_connection(connection, service)
                        .await;
                });
            }
        });
        address
    }

    #[test]
    fn only_hashes_are_hashes() {
        assert!(BlobHash::parse(BlobHash::of(b"").as_str()).is_some());
        for text in ["", "..", "../../etc/passwd", &"A".repeat(64), &"é".repeat(32)] {
            assert_eq!(BlobHash::parse(text), None);
        }
    }
}
