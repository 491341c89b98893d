//! The macro behind every closed list of names.

/// An enum whose members have names, written once.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$vdoc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $type { $($(#[$vdoc])* $variant,)* }

        #[allow(dead_code)] // not every list is read and walked through
        impl $type {
            /// Every member, in the order of the table.
            pub const ALL: &'static [$type] = &[$($type::$variant,)*];

            /// Their names, in the same order.
            pub(crate) const NAMES: &'static [&'static str] = &[$($name,)*];

            /// Its name in the API.
            pub fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The member of that name.
            pub fn from_name(name: &str) -> Option<$type> {
                let at = Self::NAMES.iter().position(|known| *known == name)?;
                Some(Self::ALL[at])
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use named;
