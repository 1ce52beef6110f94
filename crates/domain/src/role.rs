//! Roles: what an administrator entrusts to a person beyond being a member.

use std::fmt;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What somebody is trusted with on the whole instance; rights in one organization come from a [mandate](crate::mandate).
    Role, "role of a person" {
        Reviewer = "reviewer",
        Translator = "translator",
        Editor = "editor",
        Administrator = "administrator",
    }
}

/// A set of roles; cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Roles(u8);

impl Roles {
    /// No role: a member and nothing more.
    pub const NONE: Self = Self(0);

    const fn bit(role: Role) -> u8 {
        1 << role as u8
    }

    /// These roles and one more.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | Self::bit(role))
    }

    /// These roles without one.
    #[must_use]
    pub const fn without(self, role: Role) -> Self {
        Self(self.0 & !Self::bit(role))
    }

    /// Whether the role is among them.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        self.0 & Self::bit(role) != 0
    }

    /// Whether they make somebody one of the secretariat: editor or administrator.
    #[must_use]
    pub const fn is_secretariat(self) -> bool {
        self.has(Role::Editor) || self.has(Role::Administrator)
    }

    /// The roles, in the order of [`Role::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.has(*role))
    }

    /// Reads codes with spaces between them, as [`Roles`] are displayed; nothing is no role.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.split_whitespace().map(Role::parse).collect()
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::NONE, Self::with)
    }
}

impl fmt::Display for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, role) in self.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            f.write_str(role.code())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Roles({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_of_roles_is_read_back() {
        for bits in 0..16 {
            let roles: Roles = Role::ALL.iter().copied().filter(|role| bits & Roles::bit(*role) != 0).collect();
            assert_eq!(Roles::parse(&roles.to_string()), Some(roles));
            assert_eq!(roles.iter().count(), Role::ALL.iter().filter(|role| roles.has(**role)).count());
        }
        assert_eq!(Roles::parse("editor king"), None);
        assert_eq!(Roles::parse(" "), Some(Roles::NONE));
    }

    #[test]
    fn editors_and_administrators_are_the_secretariat() {
        for (roles, expected) in [("", false), ("reviewer translator", false), ("editor", true), ("administrator", true), ("reviewer editor", true)] {
            assert_eq!(Roles::parse(roles).expect("roles").is_secretariat(), expected, "{roles:?}");
        }
        assert!(!Roles::NONE.with(Role::Editor).without(Role::Editor).is_secretariat());
    }
}
