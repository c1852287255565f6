/** Bad input to a command: one sentence on stderr, exit code 2, nothing changed. */
export function failClearly(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
