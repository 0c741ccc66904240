//! From a file and a request to an answer.

use std::io::{self, SeekFrom};
use std::ops::{Bound, Range};

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use headers::{
    ContentLength, ContentRange, HeaderMap, HeaderMapExt, HeaderValue, IfMatch, IfModifiedSince,
    IfNoneMatch, IfRange, IfUnmodifiedSince, LastModified, Range as Ranges,
};
use hyper::{Method, StatusCode, header};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use super::folder::Folder;
use super::form::Form;

/// How many bytes of a file that is not held are read at once.
const CHUNK: usize = 256 * 1024;

/// What a request says of the file that it asks for.
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a Method,
    pub(crate) headers: &'a HeaderMap,
}

impl Asked<'_> {
    /// The answer that gives out a form of a file, which may be kept as `cache` says; the form
    /// varies where there are others.
    pub(crate) async fn answer(
        &self,
        folder: &Folder,
        (varies, form): (bool, &Form),
        cache: HeaderValue,
    ) -> io::Result<Response> {
        let mut answer = Response::new(Body::empty());
        let headers = answer.headers_mut();
        headers.insert(header::CACHE_CONTROL, cache);
        headers.typed_insert(form.tag.clone());
        if varies {
            headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        if let Some(status) = self.condition(form) {
            *answer.status_mut() = status;
            return Ok(answer);
        }
        headers.extend(form.said.clone());
        let (status, range) = self.range(form);
        *answer.status_mut() = status;
        let Some(range) = range else {
            headers_of_refused_range(answer.headers_mut(), form);
            return Ok(answer);
        };
        if status == StatusCode::PARTIAL_CONTENT
            && let Ok(told) = ContentRange::bytes(range.clone(), form.length)
        {
            answer.headers_mut().typed_insert(told);
        }
        answer.headers_mut().typed_insert(ContentLength(range.end - range.start));
        if self.method != Method::HEAD {
            *answer.body_mut() = body(folder, form, range).await?;
        }
        Ok(answer)
    }

    /// How the conditions of a request end it (RFC 9110, 13.2.2); nothing where it goes on.
    fn condition(&self, form: &Form) -> Option<StatusCode> {
        let (failed, known) = (StatusCode::PRECONDITION_FAILED, StatusCode::NOT_MODIFIED);
        if let Some(condition) = self.headers.typed_get::<IfMatch>() {
            if !condition.precondition_passes(&form.tag) {
                return Some(failed);
            }
        } else if let Some(condition) = self.headers.typed_get::<IfUnmodifiedSince>()
            && !condition.precondition_passes(form.modified)
        {
            return Some(failed);
        }
        if let Some(condition) = self.headers.typed_get::<IfNoneMatch>() {
            return (!condition.precondition_passes(&form.tag)).then_some(known);
        }
        let condition = self.headers.typed_get::<IfModifiedSince>();
        condition.filter(|it| !it.is_modified(form.modified)).map(|_| known)
    }

    /// The bytes that are asked for; none where there are no such. Several ranges are answered with
    /// the whole, as RFC 9110 lets a server.
    fn range(&self, form: &Form) -> (StatusCode, Option<Range<u64>>) {
        let whole = (StatusCode::OK, Some(0..form.length));
        let asked = self.headers.typed_get::<Ranges>().filter(|_| self.method == Method::GET);
        let Some(asked) = asked else { return whole };
        let modified = LastModified::from(form.modified);
        let other = self.headers.typed_get::<IfRange>();
        if other.is_some_and(|it| it.is_modified(Some(&form.tag), Some(&modified))) {
            return whole;
        }
        let mut ranges = asked.satisfiable_ranges(form.length);
        match (ranges.next(), ranges.next()) {
            (Some(one), None) => match within(one, form.length) {
                Some(range) => (StatusCode::PARTIAL_CONTENT, Some(range)),
                None => (StatusCode::RANGE_NOT_SATISFIABLE, None),
            },
            (None, _) => (StatusCode::RANGE_NOT_SATISFIABLE, None),
            (Some(_), Some(_)) => whole,
        }
    }
}

/// A range of a file that has `length` bytes; nothing where it is empty.
fn within((start, end): (Bound<u64>, Bound<u64>), length: u64) -> Option<Range<u64>> {
    let start = match start {
        Bound::Included(it) => it,
        Bound::Excluded(it) => it.checked_add(1)?,
        Bound::Unbounded => 0,
    };
    let end = match end {
        Bound::Included(it) => it.saturating_add(1).min(length),
        Bound::Excluded(it) => it.min(length),
        Bound::Unbounded => length,
    };
    (start < end).then_some(start..end)
}

fn headers_of_refused_range(headers: &mut HeaderMap, form: &Form) {
    headers.typed_insert(ContentRange::unsatisfied_bytes(form.length));
    for name in [header::CONTENT_TYPE, header::CONTENT_ENCODING] {
        headers.remove(name);
    }
}

/// The bytes of a form within a range.
async fn body(folder: &Folder, form: &Form, range: Range<u64>) -> io::Result<Body> {
    if let Some(bytes) = &form.held {
        return Ok(part(bytes, &range).into());
    }
    let (folder, name) = (folder.clone(), form.name.clone());
    let opened = tokio::task::spawn_blocking(move || folder.open(&name)).await;
    let opened = opened.map_err(io::Error::other)??;
    let same = opened.filter(|it| it.stamp.length == form.length);
    let opened = same.ok_or(io::ErrorKind::NotFound)?;
    let mut file = tokio::fs::File::from_std(opened.file);
    file.seek(SeekFrom::Start(range.start)).await?;
    let rest = file.take(range.end - range.start);
    Ok(Body::from_stream(ReaderStream::with_capacity(rest, CHUNK)))
}

fn part(bytes: &Bytes, range: &Range<u64>) -> Bytes {
    // What is held fits memory.
    let at = |it: u64| usize::try_from(it).unwrap_or(bytes.len()).min(bytes.len());
    bytes.slice(at(range.start)..at(range.end))
}
