//! A store in a bucket of S3, or of what speaks like it.

use std::env;
use std::ffi::OsString;
use std::time::Duration;

use futures_util::TryStreamExt;
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::path::Path;
use object_store::{
    ClientOptions, Error as Cause, ObjectMeta, ObjectStore, ObjectStoreExt, PutMode, PutPayload,
    RetryConfig, UpdateVersion,
};
use tokio::runtime::{Builder, Runtime};

use crate::error::Error;
use crate::name::Name;
use crate::open::PATIENCE;
use crate::store::{Conditions, Entry, Object, Outcome, Store, Version};

/// A store whose objects are those of a bucket, below a prefix.
///
/// Credentials, region and endpoint come from the environment only (`AWS_ACCESS_KEY_ID`,
/// `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT_URL`, …) and are never part of a message.
pub struct Bucket {
    client: AmazonS3,
    prefix: String,
    runtime: Runtime,
}

impl Bucket {
    /// The store at `s3://bucket/prefix`; the prefix may be left out.
    pub fn open(address: &str) -> Result<Self, Error> {
        Self::open_within(address, PATIENCE)
    }

    /// The same, of which no request may take longer than `patience`, tried again and all.
    pub fn open_within(address: &str, patience: Duration) -> Result<Self, Error> {
        let text = |(key, value): (OsString, OsString)| {
            Some((key.into_string().ok()?, value.into_string().ok()?))
        };
        Self::build(address, env::vars_os().filter_map(text), patience)
    }

    /// The same with other variables than those of the environment.
    pub fn open_with(
        address: &str,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Error> {
        Self::build(address, variables, PATIENCE)
    }

    fn build(
        address: &str,
        variables: impl IntoIterator<Item = (String, String)>,
        patience: Duration,
    ) -> Result<Self, Error> {
        let fail = |why: String| Error::address(address, why);
        let (bucket, prefix) = address
            .strip_prefix("s3://")
            .map(|rest| rest.split_once('/').unwrap_or((rest, "")))
            .filter(|(bucket, _)| !bucket.is_empty() && !bucket.contains('@'))
            .ok_or_else(|| fail("it needs the form `s3://bucket/prefix`".to_owned()))?;
        let prefix = prefix.trim_matches('/').to_owned();
        if !prefix.is_empty() {
            Name::new(&prefix)?;
        }
        // Fails where a provider is there already, which then is the one to use.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = builder(variables, patience).with_bucket_name(bucket).build();
        let client = client.map_err(|error| fail(error.to_string()))?;
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| fail(error.to_string()))?;
        Ok(Self { client, prefix, runtime })
    }

    fn path(&self, name: &str) -> Result<Path, Error> {
        let full = [self.prefix.as_str(), name.trim_end_matches('/')];
        let full: Vec<&str> = full.into_iter().filter(|it| !it.is_empty()).collect();
        Path::parse(full.join("/")).map_err(|_| Error::Name(name.to_owned()))
    }

    fn write(&self, name: &Name, bytes: &[u8], mode: PutMode) -> Result<Outcome, Error> {
        let path = self.path(name.as_str())?;
        let payload = PutPayload::from(bytes.to_vec());
        match self.runtime.block_on(self.client.put_opts(&path, payload, mode.into())) {
            Ok(_) => Ok(Outcome::Written),
            Err(
                Cause::AlreadyExists { .. } | Cause::Precondition { .. } | Cause::NotFound { .. },
            ) => Ok(Outcome::Kept),
            Err(cause) => Err(failure("write", name.as_str(), &cause)),
        }
    }

    /// The entry of an object; nothing where its name is none that a store gives.
    fn entry(&self, found: &ObjectMeta) -> Option<Entry> {
        let path = found.location.as_ref();
        let name = path.strip_prefix(&self.prefix)?.trim_start_matches('/');
        let modified = found.last_modified.timestamp().try_into().unwrap_or_default();
        Some(Entry { name: Name::new(name).ok()?, length: found.size, modified })
    }
}

/// What is the same for all buckets, and what the variables say.
fn builder(
    variables: impl IntoIterator<Item = (String, String)>,
    patience: Duration,
) -> AmazonS3Builder {
    let mut builder = AmazonS3Builder::new();
    let mut options = ClientOptions::new().with_timeout(patience);
    for (key, value) in variables.into_iter().filter(|(key, _)| key.starts_with("AWS_")) {
        if key.starts_with("AWS_ENDPOINT_URL") && value.starts_with("http://") {
            options = options.with_allow_http(true);
        }
        if let Ok(key) = key.to_ascii_lowercase().parse::<AmazonS3ConfigKey>() {
            builder = builder.with_config(key, value);
        }
    }
    let retry = RetryConfig { max_retries: 3, retry_timeout: patience, ..Default::default() };
    builder.with_client_options(options).with_retry(retry)
}

impl Store for Bucket {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        let path = self.path(name.as_str())?;
        let fail = |cause| failure("read", name.as_str(), &cause);
        let read = async {
            let found = match self.client.get(&path).await {
                Err(Cause::NotFound { .. }) => return Ok(None),
                found => found.map_err(fail)?,
            };
            if found.meta.size > limit {
                return Err(Error::Long { name: name.to_string(), limit });
            }
            let version = Version(found.meta.e_tag.clone().unwrap_or_default());
            let bytes = found.bytes().await.map_err(fail)?.to_vec();
            Ok(Some(Object { bytes, version }))
        };
        self.runtime.block_on(read)
    }

    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        let path = self.path(name.as_str())?;
        match self.runtime.block_on(self.client.head(&path)) {
            Ok(found) => Ok(self.entry(&found)),
            Err(Cause::NotFound { .. }) => Ok(None),
            Err(cause) => Err(failure("read", name.as_str(), &cause)),
        }
    }

    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        match self.write(name, bytes, PutMode::Overwrite)? {
            Outcome::Written => Ok(()),
            Outcome::Kept => Err(Error::Refused {
                act: "write",
                name: name.to_string(),
                why: "there is no such bucket, or it did not take the object".to_owned(),
            }),
        }
    }

    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        self.write(name, bytes, PutMode::Create)
    }

    fn replace(&self, name: &Name, bytes: &[u8], read: &Version) -> Result<Outcome, Error> {
        let read = UpdateVersion { e_tag: Some(read.0.clone()), version: None };
        self.write(name, bytes, PutMode::Update(read))
    }

    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        let path = self.path(prefix)?;
        let all = self.client.list(Some(&path)).try_collect::<Vec<ObjectMeta>>();
        let all = self.runtime.block_on(all);
        let all = all.map_err(|cause| failure("list", prefix, &cause))?;
        let mut found: Vec<Entry> = all.iter().filter_map(|it| self.entry(it)).collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    fn remove(&self, name: &Name) -> Result<(), Error> {
        let path = self.path(name.as_str())?;
        match self.runtime.block_on(self.client.delete(&path)) {
            Ok(()) | Err(Cause::NotFound { .. }) => Ok(()),
            Err(cause) => Err(failure("remove", name.as_str(), &cause)),
        }
    }

    fn conditions(&self) -> Conditions {
        Conditions::Unknown
    }
}

/// What the client says; only what it cannot classify may pass, such as a lost connection.
fn failure(act: &'static str, name: &str, cause: &Cause) -> Error {
    let (name, why) = (name.to_owned(), cause.to_string());
    match cause {
        Cause::Generic { .. } => Error::Unanswered { act, name, why },
        _ => Error::Refused { act, name, why },
    }
}
