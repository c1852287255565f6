import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { lineOf, namesIn, type Source, sourcesIn, walk } from "./testing/sources";

const sources = sourcesIn("app", "lib", "db", "e2e");
const own = sources.filter((source) => !source.isTest);

/** The offenders of a rule, each as "path:line what"; the rule holds when there are none. */
function offenders(
  among: Source[],
  found: (source: Source, tell: (line: number, what: string) => void) => void,
): string[] {
  const all: string[] = [];
  for (const source of among) found(source, (line, what) => all.push(`${source.path}:${line} ${what}`));
  return all;
}

describe("size", () => {
  it.each([
    ["a file at most 250 lines", /./, 250],
    ["actions.ts at most 60", /\/actions\.ts$/, 60],
    ["a page at most 120", /\/page\.tsx$/, 120],
  ])("%s", (_, which, most) => {
    expect(
      sources.filter((source) => which.test(source.path) && source.lines > most).map((s) => `${s.path} ${s.lines}`),
    ).toEqual([]);
  });
});

describe("names", () => {
  const banned = /(^|[/.-])(utils?|helpers?|common|misc|manager|handler|data)([/.-]|$)/;
  it("none that explains nothing", () => {
    expect(["app", "lib", "db", "e2e"].flatMap(namesIn).filter((path) => banned.test(path))).toEqual([]);
  });
  it("no I or T before a type's name", () => {
    const found = offenders(own, (source, tell) =>
      walk(source, (node, file) => {
        if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return;
        if (/^[IT][A-Z][a-z]/.test(node.name.text)) tell(lineOf(node, file), node.name.text);
      }),
    );
    expect(found).toEqual([]);
  });
  it("files in kebab case", () => {
    const odd = own.filter(
      (s) => !/^(\[{1,2}(\.\.\.)?[a-zA-Z-]+\]{1,2}|[a-z0-9-]+)(\.[a-z0-9-]+)*$/.test(basename(s.path)),
    );
    expect(odd.map((s) => s.path)).toEqual([]);
  });
  it("no barrel but a port's index.ts, the tables' and the messages'", () => {
    const allowed = /^(lib\/(mdm|directory|mail)|db\/schema|lib\/base\/messages\/(sv|en))\/index\.ts$/;
    expect(own.filter((s) => basename(s.path) === "index.ts" && !allowed.test(s.path)).map((s) => s.path)).toEqual([]);
  });
  it("a test stands beside what it tests, in lib, db or app/_ui", () => {
    expect(
      sources.filter((s) => /\.test\.tsx?$/.test(s.path) && !/^(lib|db|app)\//.test(s.path)).map((s) => s.path),
    ).toEqual([]);
  });
});

describe("time", () => {
  it("is read in base/clock.ts alone", () => {
    const found = offenders(
      own.filter((s) => s.path !== "lib/base/clock.ts"),
      (source, tell) =>
        walk(source, (node, file) => {
          const isNewDate =
            ts.isNewExpression(node) && node.expression.getText(file) === "Date" && !node.arguments?.length;
          const isDateNow = ts.isCallExpression(node) && node.expression.getText(file) === "Date.now";
          if (isNewDate || isDateNow) tell(lineOf(node, file), node.getText(file));
        }),
    );
    expect(found).toEqual([]);
  });
  it("is not computed with Date's own setters", () => {
    const found = offenders(
      own.filter((s) => !s.path.includes("/simulator/")),
      (source, tell) =>
        walk(source, (node, file) => {
          if (
            ts.isPropertyAccessExpression(node) &&
            /^set(UTC)?(Date|Month|FullYear|Hours|Minutes)$/.test(node.name.text)
          ) {
            tell(lineOf(node, file), node.name.text);
          }
        }),
    );
    expect(found).toEqual([]);
  });
});

describe("errors", () => {
  it("are caught at the edges and in adapters only", () => {
    const edges = /^(app\/|lib\/(web|commands|jobs|mdm|directory|mail|base)\/|db\/)/;
    // Intl and Temporal say "not one of mine" by throwing; a task's and a receiver's failure is their answer, a mail's bad file is left; the calculator's file is an edge.
    const allowed = new Set([
      "lib/orders/run-task.ts",
      "lib/intake/keep-attachments.ts",
      "lib/webhooks/attempt.ts",
      "lib/sla/schema.ts",
      "lib/sla/answer-file.ts",
      "lib/demo-clock/schema.ts",
    ]);
    const found = offenders(
      own.filter((s) => !edges.test(s.path) && !allowed.has(s.path)),
      (source, tell) => walk(source, (node, file) => ts.isCatchClause(node) && tell(lineOf(node, file), "catch")),
    );
    expect(found).toEqual([]);
  });
  it("are the six of base/errors.ts", () => {
    const allowed = /^(lib\/(base|web)\/|db\/)/;
    const found = offenders(
      own.filter((s) => !allowed.test(s.path)),
      (source, tell) =>
        walk(
          source,
          (node, file) => ts.isClassDeclaration(node) && tell(lineOf(node, file), node.name?.text ?? "class"),
        ),
    );
    expect(found).toEqual([]);
  });
});

describe("the browser's share", () => {
  it('a "use client" file imports parts, schemas, states, routes and types alone', () => {
    const may =
      /^(react|react-dom|react-hook-form|@hookform\/resolvers.*|zod.*|next\/.*|\.\.?\/.*|@\/app\/.*|@\/db\/words|@\/lib\/base\/routes|@\/lib\/[^/]+\/(schema|status))$/;
    const clients = own.filter((s) => /^["']use client["']/.test(s.text));
    expect(clients.length).toBeGreaterThan(0);
    const found = offenders(clients, (source, tell) =>
      walk(source, (node, file) => {
        if (!ts.isImportDeclaration(node) || node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
        const from = (node.moduleSpecifier as ts.StringLiteral).text;
        if (!may.test(from)) tell(lineOf(node, file), from);
      }),
    );
    expect(found).toEqual([]);
  });
  it('a "use server" file exports actions made by the edge\'s own makers, nothing else', () => {
    const servers = own.filter((s) => /^["']use server["']/m.test(s.text.slice(0, 400)));
    const found = offenders(servers, (source, tell) =>
      walk(source, (node, file) => {
        const isExported = (ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined)?.some(
          (m) => m.kind === ts.SyntaxKind.ExportKeyword,
        );
        if (!isExported || ts.isTypeAliasDeclaration(node)) return;
        if (!isMade(node, file) && !isWritten(node, file))
          tell(lineOf(node, file), node.getText(file).split("\n", 1)[0] ?? "");
      }),
    );
    expect(found).toEqual([]);
  });
});

/** `export const xAction = personAction(…)`. */
function isMade(node: ts.Node, file: ts.SourceFile): boolean {
  if (!ts.isVariableStatement(node)) return false;
  return node.declarationList.declarations.every(
    ({ name, initializer }) =>
      name.getText(file).endsWith("Action") &&
      initializer !== undefined &&
      ts.isCallExpression(initializer) &&
      initializer.expression.getText(file) === "personAction",
  );
}

/** Where there is no person yet, or more than one form in one: a short function that a form calls and that answers a form. */
function isWritten(node: ts.Node, file: ts.SourceFile): boolean {
  if (!ts.isFunctionDeclaration(node) || !node.name?.text.endsWith("Action")) return false;
  const isShort = node.getText(file).split("\n").length <= 15;
  return isShort && /^Promise<(void|ActionState)>$/.test(node.type?.getText(file) ?? "");
}

describe("pages", () => {
  const pages = own.filter((s) => s.path.startsWith("app/") && s.path.endsWith(".tsx"));
  it("hold no sentence of their own", () => {
    const found = offenders(
      pages.filter((s) => s.path !== "app/global-error.tsx"),
      (source, tell) =>
        walk(source, (node, file) => {
          if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text))
            tell(lineOf(node, file), node.text.trim().slice(0, 40));
        }),
    );
    expect(found).toEqual([]);
  });
  it("link through routes only", () => {
    const found = offenders(pages, (source, tell) =>
      walk(source, (node, file) => {
        if (!ts.isJsxAttribute(node) || !["href", "action", "formAction"].includes(node.name.getText(file))) return;
        const text = node.initializer?.getText(file) ?? "";
        if (/^["'`{]*\/[a-z]/.test(text)) tell(lineOf(node, file), text);
      }),
    );
    expect(found).toEqual([]);
  });
});
