//! Closed vocabularies: an enum whose values have the codes of the field.

/// Defines an enum with one code a value; hyphen and underscore mean the same when reading.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($(#[$value_meta:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(
                $(#[$value_meta])*
                #[doc = concat!("`", $code, "`")]
                $value,
            )+
        }

        impl $name {
            /// Every value, in the order of the field's documents.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// What a value of this vocabulary is called in an error.
            pub const WHAT: &'static str = $what;

            /// The code in files, addresses and the API.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }

            /// The value with this code, if there is one.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                let same = |own: &str| {
                    own.len() == code.len()
                        && own.bytes().zip(code.bytes()).all(|(a, b)| a == b || (matches!(a, b'-' | b'_') && matches!(b, b'-' | b'_')))
                };
                Self::ALL.iter().copied().find(|value| same(value.code()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::read::code(deserializer)
            }
        }

        impl $crate::read::Code for $name {
            const WHAT: &'static str = $what;
            fn from_code(code: &str) -> Option<Self> {
                Self::parse(code)
            }
        }
    };
}
pub(crate) use vocabulary;
