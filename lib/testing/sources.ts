import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Source = { path: string; text: string; lines: number; isTest: boolean };

/** Every TypeScript file of these top folders, read once. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => {
        const path = join(folder, name);
        const text = readFileSync(join(root, path), "utf8");
        const isTest = /\.(test|spec)\.tsx?$/.test(path) || path.startsWith("lib/testing/") || path.startsWith("e2e/");
        return { path, text, lines: text.split("\n").length - 1, isTest };
      }),
  );
}

export function namesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
}

/** Parses a file and calls `seen` for each node. */
export function walk(source: Source, seen: (node: ts.Node, file: ts.SourceFile) => void): void {
  const kind = source.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
  const visit = (node: ts.Node) => {
    seen(node, file);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

export const lineOf = (node: ts.Node, file: ts.SourceFile) =>
  file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
