// Prints a page, and looks in the PDF on which sheet of paper each row of a table begins and ends: links that stand at both ends
// tell, for a PDF has their places unpacked.

const MARK = "https://mark.invalid/";

const MARKS = `for (const [at, row] of [...document.querySelectorAll("#rows tbody tr")].entries()) {
    const cell = row.cells[0];
    cell.style.position = "relative";
    for (const end of ["top", "bottom"]) {
      const mark = document.createElement("a");
      mark.href = arguments[0] + at + "/" + end;
      mark.textContent = ".";
      Object.assign(mark.style, { position: "absolute", insetInlineStart: "0", lineHeight: "4px", fontSize: "4px", [end]: "0" });
      cell.append(mark);
    }
  }
  const head = document.createElement("a");
  head.href = arguments[0] + "head";
  head.textContent = ".";
  document.querySelector("#rows thead th").append(head);`;

/** By the number of a PDF's object: what stands in it. */
const objects = (pdf) => new Map([...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\s([^]*?)\nendobj/g)].map(([, number, content]) => [Number(number), content]));

/** `{ rows, cut, heads }`: how many rows there are, which stand on two sheets, and whether the columns are named on each. */
export async function cutRows(driver) {
  await driver.executeScript(MARKS, MARK);
  const { data } = await driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
  const all = objects(Buffer.from(data, "base64").toString("latin1"));
  const sheets = [...all.values()].filter((content) => /\/Type\s*\/Page\b/.test(content)).map((content) => {
    const [, list = ""] = /\/Annots\s*\[([^\]]*)\]/.exec(content) ?? [];
    return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => all.get(Number(number)) ?? "").join("\n");
  });
  const where = (name) => sheets.flatMap((content, at) => (content.includes(`${MARK}${name})`) ? [at] : []));
  let rows = 0;
  const cut = [];
  for (; where(`${rows}/top`).length > 0; rows += 1) {
    const [begins, ends] = ["top", "bottom"].map((end) => where(`${rows}/${end}`).join());
    if (begins !== ends) cut.push(`row ${rows}: from sheet ${begins} to ${ends}`);
  }
  return { rows, cut, heads: where("head").length === sheets.length && sheets.length > 0 ? "on every page" : `on ${where("head").length} of ${sheets.length}` };
}
