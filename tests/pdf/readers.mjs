// readers.mjs - what pdf.js and PDFium read in a PDF, to look at by hand.
//
//     npm install --prefix /tmp/readers pdfjs-dist@4 @hyzyla/pdfium
//     cp tests/pdf/readers.mjs /tmp/readers && node /tmp/readers/readers.mjs a.pdf
//
// Not part of the suite, as it needs the network once.
import fs from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PDFiumLibrary } from "@hyzyla/pdfium";

const bytes = fs.readFileSync(process.argv[2]);

console.log("== pdf.js");
const doc = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  .promise;
for (let i = 1; i <= doc.numPages; i++) {
  const { items } = await (await doc.getPage(i)).getTextContent();
  console.log(items.map((t) => t.str + (t.hasEOL ? "\n" : "")).join(""));
}

console.log("== PDFium");
const library = await PDFiumLibrary.init();
const pdf = await library.loadDocument(bytes);
for (const page of pdf.pages()) console.log(page.getText());
pdf.destroy();
library.destroy();
