/** One file inside a zip, as its table of contents tells of it. */
export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; at: number };

const [entryMark, entryBytes, endBytes] = [0x02014b50, 46, 22];

/** The table of contents of a zip; null when none can be read whole (zip64 neither: no document of 10 MB needs it). */
export function zipEntries(content: Buffer, most: number): ZipEntry[] | null {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endBytes > content.length) return null;
  const count = content.readUInt16LE(end + 10);
  if (count > most) return null;
  const entries: ZipEntry[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + entryBytes > content.length || content.readUInt32LE(at) !== entryMark) return null;
    const nameBytes = content.readUInt16LE(at + 28);
    entries.push({
      name: content.toString("utf8", at + entryBytes, at + entryBytes + nameBytes),
      method: content.readUInt16LE(at + 10),
      packed: content.readUInt32LE(at + 20),
      unpacked: content.readUInt32LE(at + 24),
      at: content.readUInt32LE(at + 42),
    });
    at += entryBytes + nameBytes + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return entries;
}
