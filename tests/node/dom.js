// As much of a DOM as a notice needs, in ES5, for contexts that have none: the global `document`, and `window`.

(function (window) {
  function Node(tag, data) {
    this.tagName = tag.toUpperCase();
    this.nodeType = tag === "#text" ? 3 : 1;
    this.data = data;
    this.childNodes = [];
    this.parentNode = null;
    this.attributes = {};
    this.listeners = {};
    this.offsetWidth = 100;
  }
  Node.prototype = {
    get firstChild() { return this.childNodes[0] || null; },
    get nextSibling() { return (this.parentNode && this.parentNode.childNodes[this.parentNode.childNodes.indexOf(this) + 1]) || null; },
    get textContent() { return this.nodeType === 3 ? this.data : this.childNodes.map(function (each) { return each.textContent; }).join(""); },
    set textContent(text) {
      while (this.firstChild) this.removeChild(this.firstChild);
      if (text) this.appendChild(document.createTextNode(text));
    },
    appendChild: function (child) { return this.insertBefore(child, null); },
    insertBefore: function (child, before) {
      if (!(child instanceof Node)) throw new TypeError("no node");
      if (child.parentNode) child.parentNode.removeChild(child);
      this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, child);
      child.parentNode = this;
      return child;
    },
    removeChild: function (child) {
      if (this.childNodes.indexOf(child) < 0) throw new Error("no child");
      if (child.contains(document.activeElement)) document.activeElement = document.body;
      this.childNodes.splice(this.childNodes.indexOf(child), 1);
      child.parentNode = null;
      return child;
    },
    contains: function (node) { return node === this || Boolean(node && node.parentNode && this.contains(node.parentNode)); },
    setAttribute: function (name, value) { this.attributes[name] = String(value); },
    getAttribute: function (name) { return name in this.attributes ? this.attributes[name] : null; },
    removeAttribute: function (name) { delete this.attributes[name]; },
    addEventListener: function (type, listener) { (this.listeners[type] = this.listeners[type] || []).push(listener); },
    removeEventListener: function (type, listener) { this.listeners[type].splice(this.listeners[type].indexOf(listener), 1); },
    get className() { return this.attributes["class"] || ""; },
    set className(name) { this.setAttribute("class", name); },
    get tabIndex() { return this.tagName === "BUTTON" ? 0 : -1; },
    // A class, or a list of tags and attributes.
    matches: function (selector) {
      var node = this;
      return selector.split(", ").some(function (each) {
        var parts = /^(\.?)([\w-]*)(?:\[(\w+)\])?$/.exec(each);
        if (parts[1]) return (" " + node.className + " ").indexOf(" " + parts[2] + " ") >= 0;
        return (!parts[2] || node.tagName === parts[2].toUpperCase()) && (!parts[3] || parts[3] in node.attributes);
      });
    },
    querySelectorAll: function (selector) {
      return this.childNodes.reduce(function (found, each) {
        return found.concat(each.matches(selector) ? each : [], each.querySelectorAll(selector));
      }, []);
    },
    querySelector: function (selector) { return this.querySelectorAll(selector)[0] || null; },
    getBoundingClientRect: function () {
      var at = this.parentNode ? this.parentNode.childNodes.indexOf(this) : 0;
      return { left: at * 100, right: at * 100 + 90, top: 0, bottom: 50, width: 90, height: 50 };
    },
    focus: function () { document.activeElement = this; },
    dispatch: function (event) { (this.listeners[event.type] || []).slice().forEach(function (each) { each(event); }); }
  };
  var document = new Node("#document");
  document.createElement = function (tag) { return new Node(tag); };
  document.createElementNS = function (space, tag) { return new Node(tag); };
  document.createTextNode = function (text) { return new Node("#text", text); };
  document.documentElement = document.appendChild(new Node("html"));
  document.body = document.documentElement.appendChild(new Node("body"));
  document.activeElement = document.body;
  var events = new Node("#window");
  window.document = document;
  window.window = window;
  window.navigator = { onLine: true };
  window.addEventListener = function (type, listener) { events.addEventListener(type, listener); };
  window.removeEventListener = function (type, listener) { events.removeEventListener(type, listener); };
  window.getComputedStyle = function (element) { return { direction: element.getAttribute("dir") }; };
  window.press = function (keyCode) {
    var event = { type: "keydown", keyCode: keyCode, target: document.activeElement, used: false };
    event.preventDefault = event.stopImmediatePropagation = function () { event.used = true; };
    events.dispatch(event);
    return event.used;
  };
})(this);
