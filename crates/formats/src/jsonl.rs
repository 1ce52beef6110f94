//! JSON Lines: records read from a stream and written to one, a line each.
//!
//! Reading never stops at a bad line: each is refused with all that is wrong with it, and the next is read. Memory stays within one line.

use std::fmt::{self, Write as _};
use std::io::{self, BufRead, Write};
use std::iter::FusedIterator;

use ayni_domain::read::{Issue, Problem};
use ayni_domain::record::read_line;
use ayni_domain::{Body, RecordKey};

use crate::escape::write_row;

/// Longest line that is read, in bytes without its end.
pub const LONGEST_LINE: usize = 4 * 1024 * 1024;

/// Characters of a line that a refusal shows.
const SHOWN: usize = 60;

/// A line that holds a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Number of the line, from 1; blank lines count.
    pub number: u64,
    /// Kind and slug.
    pub key: RecordKey,
    /// Body.
    pub body: Body,
}

/// A line that holds no record, or the end of a reading that failed.
///
/// Its `Display` has one row an issue: ``file:line: field `x`, value y: problem``; control characters are escaped in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Number of the line, from 1.
    pub line: u64,
    /// All that is wrong with the line; empty when `failure` is set.
    pub issues: Vec<Issue>,
    /// Why the stream could not be read any further; nothing follows such a refusal.
    pub failure: Option<String>,
}

impl Refusal {
    /// Whether the reading ended here because the stream failed: lines that follow were not seen.
    #[must_use]
    pub const fn is_failure(&self) -> bool {
        self.failure.is_some()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failure = self.failure.iter().map(|failure| format!("cannot be read: {failure}"));
        for (at, row) in self.issues.iter().map(Issue::to_string).chain(failure).enumerate() {
            if at > 0 {
                f.write_char('\n')?;
            }
            write!(f, "{}:{}: ", self.file, self.line)?;
            write_row(f, &row)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

/// Reads records from lines as they are asked for; made by [`read`].
#[derive(Debug)]
pub struct Reader<R> {
    reader: R,
    file: String,
    number: u64,
    buffer: Vec<u8>,
    ended: bool,
}

enum Taken {
    Line,
    TooLong,
    End,
}

/// Reads records, a line each; `file` is the name that refusals show.
///
/// Blank lines are skipped, a byte order mark at the start is accepted, lines end with LF or CR LF. A line that is too long, not UTF-8, not JSON
/// or not a valid record is an `Err`, and reading goes on; after a [`Refusal::is_failure`] it ends.
pub fn read<R: BufRead>(reader: R, file: &str) -> Reader<R> {
    Reader { reader, file: file.to_owned(), number: 0, buffer: Vec::new(), ended: false }
}

impl<R: BufRead> Reader<R> {
    /// Takes the next line into the buffer, without its end; of a line that is too long nothing is kept.
    fn take_line(&mut self) -> io::Result<Taken> {
        self.buffer.clear();
        self.number += 1;
        let mut taken = Taken::End;
        loop {
            let chunk = match self.reader.fill_buf() {
                Ok([]) => return Ok(taken),
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = chunk.iter().position(|&byte| byte == b'\n');
            let part = &chunk[..end.unwrap_or(chunk.len())];
            if matches!(taken, Taken::TooLong) || self.buffer.len() + part.len() > LONGEST_LINE {
                taken = Taken::TooLong;
                self.buffer.clear();
            } else {
                taken = Taken::Line;
                self.buffer.extend_from_slice(part);
            }
            let used = end.map_or(chunk.len(), |at| at + 1);
            self.reader.consume(used);
            if end.is_some() {
                return Ok(taken);
            }
        }
    }

    /// The record on the line in the buffer; `None` for a blank line.
    fn judge(&self) -> Option<Result<Line, Refusal>> {
        let line = match self.buffer.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) if self.number == 1 => rest,
            _ => self.buffer.as_slice(),
        };
        if line.iter().all(u8::is_ascii_whitespace) {
            return None;
        }
        let read = match std::str::from_utf8(line) {
            Ok(text) => read_line(text),
            Err(_) => Err(vec![whole("is not UTF-8", line)]),
        };
        Some(match read {
            Ok((key, body)) => Ok(Line { number: self.number, key, body }),
            Err(issues) => Err(self.refusal(issues, None)),
        })
    }

    fn refusal(&self, issues: Vec<Issue>, failure: Option<String>) -> Refusal {
        Refusal { file: self.file.clone(), line: self.number, issues, failure }
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Line, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.take_line() {
                Ok(Taken::End) => self.ended = true,
                Ok(Taken::TooLong) => return Some(Err(self.refusal(vec![whole("is longer than 4 MiB", &[])], None))),
                Ok(Taken::Line) => {
                    if let Some(judged) = self.judge() {
                        return Some(judged);
                    }
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Err(self.refusal(Vec::new(), Some(error.to_string()))));
                }
            }
        }
        None
    }
}

impl<R: BufRead> FusedIterator for Reader<R> {}

/// An issue of a whole line, showing how it begins.
fn whole(problem: &'static str, line: &[u8]) -> Issue {
    let begin = String::from_utf8_lossy(&line[..line.len().min(4 * SHOWN)]);
    Issue { field: "record".into(), value: begin.chars().take(SHOWN).collect(), problem: Problem::Rule(problem) }
}

/// Writes a record as one line of compact JSON in the form of the corpus files; [`read`] gives the same record back.
///
/// # Errors
/// What the writer answers.
pub fn write(writer: &mut impl Write, key: &RecordKey, body: &Body) -> io::Result<()> {
    serde_json::to_writer(&mut *writer, &body.to_json(key))?;
    writer.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use proptest::prelude::*;
    use serde_json::{Value, json};
    use std::io::{BufReader, Read};

    const GOOD: &str =
        r#"{"kind":"course","slug":"c","title":{"en":"T"},"summary":{"en":"S."},"sources":[{"url":"https://example.org","title":"t"}]}"#;

    /// What reading gives: `number: key` or the rows of a refusal.
    fn outcome(bytes: &[u8]) -> Vec<String> {
        let shown = |read| match read {
            Ok(Line { number, key, .. }) => format!("{number}: {key}"),
            Err(refusal) => Refusal::to_string(&refusal),
        };
        read(BufReader::with_capacity(7, bytes), "f").map(shown).collect()
    }

    fn check(bytes: impl AsRef<[u8]>, expected: &[&str]) {
        assert_eq!(outcome(bytes.as_ref()), expected);
    }

    #[test]
    fn each_line_is_a_record_or_refused_and_reading_goes_on() {
        check("", &[]);
        check("\n \t\r\n\n", &[]);
        check(GOOD, &["1: course/c"]);
        check(format!("{GOOD}\r\n\n{GOOD}\n"), &["1: course/c", "3: course/c"]);
        check(format!("\u{feff}{GOOD}\n"), &["1: course/c"]);
        check("\u{feff}\n", &[]);
        check(format!("{GOOD}\n\u{feff}{{}}"), &["1: course/c", "f:2: field `record`, value \u{feff}{}: is not JSON"]);
        check(format!("oops\n{GOOD}"), &["f:1: field `record`, value oops: is not JSON", "2: course/c"]);
        check([b"\xffab\n", GOOD.as_bytes()].concat(), &["f:1: field `record`, value \u{fffd}ab: is not UTF-8", "2: course/c"]);
        check("[1]", &["f:1: field `record`, value [1]: is not an object"]);
        check(
            r#"{"kind":"course","slug":"c","title":{"en":"T"},"summary":{"en":"S."},"a\nb":1}"#,
            &["f:1: field `sources` is missing\nf:1: field `a\\nb`, value 1: is not a field of this kind of record"],
        );
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let spaces = |count: usize| io::repeat(b' ').take(count as u64);
        let bytes = |count| BufReader::new(spaces(count).chain(GOOD.as_bytes()).chain(&b"\n"[..]).chain(GOOD.as_bytes()));
        let fits = LONGEST_LINE - GOOD.len();
        assert_eq!(read(bytes(fits), "f").filter_map(Result::ok).count(), 2);
        let mut reader = read(bytes(fits + 1), "f");
        let refusal = reader.next().expect("an outcome").expect_err("too long");
        assert_eq!(refusal.to_string(), "f:1: field `record` is longer than 4 MiB");
        assert_eq!(reader.next().expect("an outcome").expect("a record").number, 2);
        let mut endless = read(BufReader::new(io::repeat(b'x').take(3 * LONGEST_LINE as u64)), "f");
        assert!(endless.next().is_some_and(|read| read.is_err()) && endless.next().is_none());
        assert!(endless.buffer.capacity() <= 2 * LONGEST_LINE);
    }

    #[test]
    fn a_failing_stream_ends_the_reading_and_says_so() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is gone"))
            }
        }
        let begin = format!("{GOOD}\n{{");
        let mut reader = read(BufReader::new(begin.as_bytes().chain(Broken)), "f");
        assert!(reader.next().is_some_and(|read| read.is_ok()));
        let refusal = reader.next().expect("an outcome").expect_err("the stream failed");
        assert!(refusal.is_failure());
        assert_eq!(refusal.to_string(), "f:2: cannot be read: the disk is gone");
        assert!(reader.next().is_none());
    }

    #[test]
    fn the_corpus_is_read_as_it_was_written() {
        let mut written = Vec::new();
        for record in samples::all() {
            write(&mut written, &record.envelope.key, &record.body).expect("memory takes everything");
        }
        let again: Vec<Line> = read(written.as_slice(), "f").collect::<Result<_, _>>().expect("every line is a record");
        assert!(again.into_iter().eq(samples::all().enumerate().map(|(at, record)| Line {
            number: at as u64 + 1,
            key: record.envelope.key,
            body: record.body
        })));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(lines in prop::collection::vec(prop_oneof![
            prop::collection::vec(any::<u8>(), 0..60),
            any::<String>().prop_map(String::into_bytes),
            "\\{\"(kind|slug|title|a\\\\n)\":(\"course\"|\"x\"|\\{\"en\":1\\}|\\[\\[)\\}".prop_map(String::into_bytes),
            Just(GOOD.as_bytes().to_vec()),
        ], 0..8)) {
            let bytes = lines.join(&b'\n');
            let most = bytes.split(|&byte| byte == b'\n').count() as u64;
            let mut last = 0;
            for outcome in read(BufReader::with_capacity(5, bytes.as_slice()), "f") {
                let number = match &outcome {
                    Ok(line) => line.number,
                    Err(refusal) => {
                        prop_assert_eq!(refusal.to_string().lines().count(), refusal.issues.len());
                        refusal.line
                    }
                };
                prop_assert!(last < number && number <= most);
                last = number;
            }
        }

        #[test]
        fn what_was_written_is_read_the_same(at in 0usize..200, title in "\\PC{1,40}", words in "[^.!?。！？؟\\p{Cc}]{1,60}") {
            prop_assume!(!title.trim().is_empty() && !words.trim().is_empty());
            let line = samples::CORPUS[at % 7].lines().nth(at / 7).unwrap_or(GOOD);
            let mut value: Value = serde_json::from_str(line).expect("JSON");
            value["title"] = json!({"tet": title, "en": format!("{words}\n\t{words}")});
            value["summary"] = json!({"ar": words, "en": words});
            let (key, body) = read_line(&value.to_string()).expect("a valid record");
            let mut written = Vec::new();
            write(&mut written, &key, &body).expect("memory takes everything");
            prop_assert_eq!(written.iter().filter(|&&byte| byte == b'\n').count(), 1);
            let again: Vec<_> = read(written.as_slice(), "f").collect();
            prop_assert_eq!(again, vec![Ok(Line { number: 1, key, body })]);
        }
    }
}
