//! The macro behind every closed list of names.

/// An enum whose members have names, written once.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$vdoc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $type { $($(#[$vdoc])* $variant,)* }

        #[allow(dead_code)] // not every list is told, read and walked through
        impl $type {
            /// Every member, in the order of the table.
            pub const ALL: &'static [$type] = &[$($type::$variant,)*];

            /// Its name in the API.
            pub fn name(self) -> &'static str {
                $crate::text::nth(Self::NAMES, self as usize)
            }

            // One text weighs less than a list of texts.
            pub(crate) const NAMES: &'static str = concat!($($name, " ",)*);

            /// The member of that name.
            pub fn from_name(name: &str) -> Option<$type> {
                let at = $crate::text::place(Self::NAMES, name)?;
                Self::ALL.get(at).copied()
            }
        }

        #[cfg(feature = "builtin")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use named;
