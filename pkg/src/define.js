// For editors and compilers, which check what is written in code more strictly than what is read from a file.

export const defineCatalog = (catalog) => catalog;
export const definePack = (pack) => pack;
export const defineAnnouncements = (announcements) => announcements;
