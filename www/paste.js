// The sheet into which a response is pasted. Its content never leaves the page.

const field = (name) => document.getElementById("paste-" + name);

export class Paste {
  constructor(done) {
    this.sheet = document.getElementById("paste");
    this.sheet.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const entry = this.read();
      this.close();
      done(entry);
    });
    field("cancel").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return !this.sheet.hidden;
  }

  open() {
    this.before = document.activeElement;
    this.sheet.hidden = false;
    field("body").focus();
  }

  close() {
    this.sheet.hidden = true;
    if (this.before && this.before.isConnected) this.before.focus({ preventScroll: true });
  }

  read() {
    const status = Number(field("status").value);
    const provider = field("provider").value.trim();
    const context = { method: field("method").value.trim().toUpperCase() || "GET" };
    if (provider) context.provider = provider;
    return {
      id: "paste",
      name: "Pasted response",
      failure: {
        status: Number.isInteger(status) && status > 0 ? status : undefined,
        headers: field("headers").value.trim() || undefined,
        body: field("body").value,
      },
      context,
    };
  }
}
