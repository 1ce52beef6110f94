//! Paths: where in a record something stands, as `partners[2].role` or `title.es`.

use std::fmt;

/// Longest path that is read, in bytes.
const LONGEST: usize = 200;

/// One part of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A field of an object.
    Field(String),
    /// An element of a list, from 0.
    Index(usize),
}

/// A place in a JSON object; empty for the object itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<Segment>);

impl Path {
    /// Reads a path to a field; names have no space, dot or bracket. `None` for the empty text, which names no field.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut path = Vec::new();
        for part in text.split('.') {
            let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if name.is_empty() || name.chars().any(|c| c.is_whitespace() || c.is_control() || c == ']') {
                return None;
            }
            path.push(Segment::Field(name.to_owned()));
            while !rest.is_empty() {
                let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
                let written_as_numbers_are = index == "0" || (!index.starts_with('0') && index.bytes().all(|b| b.is_ascii_digit()));
                path.push(Segment::Index(index.parse().ok().filter(|_| written_as_numbers_are)?));
                rest = after;
            }
        }
        Some(Self(path))
    }

    /// The parts from the outside in.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The field of the record that the path leads into.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self.0.first()? {
            Segment::Field(name) => Some(name),
            Segment::Index(_) => None,
        }
    }

    pub(crate) fn then_field(&self, name: &str) -> Self {
        self.then(Segment::Field(name.to_owned()))
    }

    pub(crate) fn then_index(&self, index: usize) -> Self {
        self.then(Segment::Index(index))
    }

    fn then(&self, segment: Segment) -> Self {
        Self(self.0.iter().cloned().chain([segment]).collect())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Field(name) if at == 0 => f.write_str(name)?,
                Segment::Field(name) => write!(f, ".{name}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl serde::Serialize for Path {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, field: Option<&str>) {
        assert_eq!(Path::parse(text).as_ref().and_then(Path::field), field, "{text:?}");
    }

    #[test]
    fn paths_have_names_and_numbers() {
        check("title", Some("title"));
        check("title.pt-BR", Some("title"));
        check("partners[2].role", Some("partners"));
        check("a[0][10].b", Some("a"));
        for text in ["", ".", "a.", "[0]", "a[", "a[]", "a[-1]", "a[+1]", "a[01]", "a[1]b", "a b", "a]", "a[99999999999999999999999]"] {
            check(text, None);
        }
        check(&"a".repeat(LONGEST + 1), None);
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_writing_gives_the_same(text in "\\PC{0,12}|[a-c.\\[\\]0-2]{0,12}") {
            if let Some(path) = Path::parse(&text) {
                prop_assert_eq!(path.to_string(), text);
            }
        }
    }
}
