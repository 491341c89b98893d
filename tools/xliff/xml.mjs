// XML by a library: elements made, and files read without entities or a document type of their own.

import { DOMImplementation, DOMParser, Node, XMLSerializer } from "@xmldom/xmldom";

export const XLIFF = "urn:oasis:names:tc:xliff:document:2.0"; // of 2.0 and 2.1 alike
export const SIZE = "urn:oasis:names:tc:xliff:sizerestriction:2.0";
const XMLNS = "http://www.w3.org/2000/xmlns/";
const SPACES = { slr: SIZE, xml: "http://www.w3.org/XML/1998/namespace" };
const spaceOf = (name, fallback) => (name.includes(":") ? SPACES[name.split(":")[0]] : fallback);

/** A maker of the elements of one document; `undefined` attributes and children are left out. */
export function maker() {
  const document = new DOMImplementation().createDocument(null, "");
  const set = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttributeNS(spaceOf(name, null), name, value);
    }
    return element;
  };
  const make = (name, attributes, children) => {
    const element = set(document.createElementNS(spaceOf(name, XLIFF), name), attributes);
    for (const child of children) element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    return element;
  };
  return {
    /** An element of words: nothing is put between its children. */
    words: (name, attributes, ...children) => make(name, attributes, children),
    /** An element of elements, each on a line of its own when it is written. */
    block: (name, attributes, ...children) => make(name, attributes, children.flat().filter(Boolean)),
    /** The document's text. */
    write(root) {
      root.setAttributeNS(XMLNS, "xmlns:slr", SIZE);
      document.appendChild(root);
      indent(root, "\n");
      return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
    },
  };
}

/** Line breaks between elements that stand in no words. */
function indent(element, margin) {
  const children = [...element.childNodes];
  if (children.length === 0 || /^(note|source|target)$/.test(element.localName)) return;
  for (const child of children) {
    element.insertBefore(element.ownerDocument.createTextNode(margin + "  "), child);
    indent(child, margin + "  ");
  }
  element.appendChild(element.ownerDocument.createTextNode(margin));
}

/** A file's root, or an error that says why not. */
export function read(text) {
  let fault;
  const onError = (level, message) => { throw new SyntaxError(fault ??= message); };
  let document;
  try {
    document = new DOMParser({ onError }).parseFromString(text.replace(/^\ufeff/, ""), "application/xml");
  } catch (error) {
    throw new SyntaxError(fault ?? error.message);
  }
  if (document.doctype) throw new SyntaxError("a document type");
  return document.documentElement;
}

export const elements = (parent) => [...parent.childNodes].filter((node) => node.nodeType === Node.ELEMENT_NODE);
export const isText = (node) => node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE;
export const isElement = (node, name) => node.nodeType === Node.ELEMENT_NODE && node.namespaceURI === XLIFF && node.localName === name;
