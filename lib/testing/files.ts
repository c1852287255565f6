import { crc32, deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** The test file that every scanner knows, in two halves: whole in a source it would be found there. */
export const eicar = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 90 } }, limitInputPixels: false });

export const pngOf = (width = 40, height = 30): Promise<Buffer> => plain(width, height).png().toBuffer();
export const webpOf = (): Promise<Buffer> => plain(40, 30).webp().toBuffer();

/** A small PNG that says it has these many pixels. */
export async function pngClaiming(width: number, height: number): Promise<Buffer> {
  const png = Buffer.from(await pngOf());
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** A photograph that says where and by what it was taken. */
export const photo = (): Promise<Buffer> =>
  plain(40, 30)
    .jpeg()
    .withExif({ IFD0: { Make: "Hemlig kamera" }, IFD3: { GPSLatitude: "59/1 51/1 0/1", GPSLatitudeRef: "N" } })
    .toBuffer();

/** A zip of these files; `claims` is what its table says each part unfolds to. */
export function zipOf(files: Record<string, string | Buffer>, claims?: number): Buffer {
  const [bodies, table]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(raw), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(name.startsWith("[") ? raw.length : (claims ?? raw.length), 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), about, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const entry = [Buffer.from("PK\x01\x02\x14\x00", "latin1"), about, tail, Buffer.from(name)];
    table.push(Buffer.concat(entry));
    bodies.push(head);
    at += head.length;
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(table.length, 8);
  end.writeUInt16LE(table.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, contents, end]);
}

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A Word document of one paragraph. */
export function docxOf(words: string, more: Record<string, string | Buffer> = {}, claims?: number): Buffer {
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`;
  const text = `<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;
  return zipOf({ "[Content_Types].xml": types, "word/document.xml": text, ...more }, claims);
}

/** A PDF of one line. */
export function pdfOf(words: string): Buffer {
  const drawn = `BT /F1 12 Tf 20 100 Td (${words}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF`, "latin1");
}
