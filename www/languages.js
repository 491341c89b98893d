// The languages on offer, each under its own name. A new pack needs one more row.

export const languages = [
  { tag: "en", name: "English" },
  { tag: "de", name: "Deutsch" },
  { tag: "ja", name: "日本語" },
  { tag: "ar", name: "العربية", direction: "rtl" },
];

export const codeStyles = [
  { id: "prefix", name: "Code first" },
  { id: "suffix", name: "Code last" },
  { id: "none", name: "Code apart" },
];
