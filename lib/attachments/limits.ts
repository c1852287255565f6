/** How much may come: bytes, files, and a person's share of 24 hours. */
export const limits = {
  fileBytes: 10 * 1_048_576,
  filesAtOnce: 10,
  ticketFiles: 100,
  ticketBytes: 200 * 1_048_576,
  personFilesADay: 200,
  personBytesADay: 300 * 1_048_576,
  /** Checked before an image is decoded; a phone's largest pictures have 50 million. */
  imagePixels: 64_000_000,
  /** What an office document may unfold to. */
  unpackedBytes: 200 * 1_048_576,
  packedEntries: 5000,
} as const;
