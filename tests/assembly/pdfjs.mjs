// What pdf.js sees in PDF files: pages, bookmarks and links with the pages they lead to, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [library, ...files] = process.argv.slice(2);
const { getDocument, VerbosityLevel } = await import(
  createRequire(library).resolve("pdfjs-dist/legacy/build/pdf.mjs")
);

async function goal(pdf, dest) {
  const found = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
  if (!found) return null;
  return typeof found[0] === "number" ? found[0] : await pdf.getPageIndex(found[0]);
}

async function flat(pdf, items, level, rows) {
  for (const item of items ?? []) {
    rows.push([level, item.title, await goal(pdf, item.dest)]);
    await flat(pdf, item.items, level + 1, rows);
  }
  return rows;
}

const seen = [];
for (const file of files) {
  const data = new Uint8Array(readFileSync(file));
  const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const links = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const one of await page.getAnnotations()) {
      if (one.dest) links.push([number - 1, await goal(pdf, one.dest)]);
    }
  }
  const bookmarks = await flat(pdf, await pdf.getOutline(), 0, []);
  seen.push({ pages: pdf.numPages, bookmarks, links });
  await pdf.destroy();
}
console.log(JSON.stringify(seen));
