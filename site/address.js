// Where one is: "#/catalog/stripe/card_declined?lang=ar".

const decode = (part) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // typed by hand
  }
};

/** `{ path, query }`: the parts of the path, and what follows it as `URLSearchParams`. */
export function read() {
  const [path, ...rest] = location.hash.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(rest.join("?")) };
}

/** An address of these pages. Members that say nothing are left out. */
export function link(path, members = {}) {
  const query = new URLSearchParams(Object.entries(members).filter(([, value]) => value !== undefined && value !== "").map(([name, value]) => [name, String(value)]));
  return `#/${path.map(encodeURIComponent).join("/")}${query.size > 0 ? `?${query}` : ""}`;
}
