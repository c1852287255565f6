import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type Source, sourcesIn, walk } from "@/lib/testing/sources";
import { actionsOpenTo, handlersOpenTo, pagesOpenTo, publicRest } from "@/lib/testing/who-may-open";
import { restCalls } from "./rest-calls";

const sources = sourcesIn("app");
const named = (name: string) => sources.filter(({ path }) => path.endsWith(`/${name}`) || path === `app/${name}`);

/** "app/(portal)/services/page.tsx" → "/services" */
const addressOf = ({ path }: Source) =>
  path.replace(/^app|\/(page\.tsx|route\.ts)$/g, "").replace(/\/\([^/]+\)/g, "") || "/";

const addressesOf = (name: string) => named(name).map(addressOf).sort();
const restAddresses = Object.keys(restCalls).map((path) => `/api/v1${path.replaceAll("{", "[").replaceAll("}", "]")}`);

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
type Handlers = Record<string, unknown>;
const handlersOf = async ({ path }: Source): Promise<Handlers> => import(pathToFileURL(join(process.cwd(), path)).href);

/** What a "use server" file exports: each is an address of its own. */
function exportsOf(source: Source): string[] {
  const names: string[] = [];
  walk(source, (node) => {
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return;
    if (ts.isFunctionDeclaration(node)) names.push(node.name?.text ?? "default");
    if (ts.isVariableStatement(node))
      names.push(...node.declarationList.declarations.map(({ name }) => name.getText()));
  });
  return names.sort();
}

describe("who may open what is written down for", () => {
  it("every page", () => {
    expect(addressesOf("page.tsx")).toEqual(Object.keys(pagesOpenTo).sort());
  });

  it("every route handler", () => {
    const written = [...Object.keys(handlersOpenTo), ...publicRest, ...restAddresses];
    expect(addressesOf("route.ts")).toEqual(written.sort());
  });

  it("every method of a route handler", async () => {
    for (const source of named("route.ts")) {
      const expected = handlersOpenTo[addressOf(source)];
      if (!expected) continue;
      const taken = Object.keys(await handlersOf(source)).filter((name) => methods.includes(name));
      expect(taken.sort(), source.path).toEqual(Object.keys(expected).sort());
    }
  });

  it("every server action", () => {
    const found = sources.filter(({ text }) => /^\s*["']use server["']/m.test(text));
    const exported = Object.fromEntries(found.map((source) => [source.path, exportsOf(source)]));
    const written = Object.entries(actionsOpenTo).map(([path, rows]) => [path, Object.keys(rows).sort()]);
    expect(exported).toEqual(Object.fromEntries(written));
  });
});

describe("REST", () => {
  it("serves at each address exactly its calls, each of which asks for a token", async () => {
    for (const [path, calls] of Object.entries(restCalls)) {
      const address = `/api/v1${path.replaceAll("{", "[").replaceAll("}", "]")}`;
      const source = named("route.ts").find((route) => addressOf(route) === address);
      const served = source ? await handlersOf(source) : {};
      for (const [method, call] of Object.entries(calls)) {
        expect(served[method], `${method} ${path}`).toBe(call);
        expect(call.operation.scope, `${method} ${path}`).toMatch(/^(read|write|mail)$/);
      }
      expect(["GET", "POST", "PUT", "DELETE"].filter((method) => method in calls)).toEqual(Object.keys(calls));
    }
  });

  it("changes nothing with a token that may only read", () => {
    const quotes = "/quotes";
    for (const [path, calls] of Object.entries(restCalls)) {
      for (const [method, { operation }] of Object.entries(calls)) {
        const isRead = method === "GET" || path === quotes;
        expect(operation.scope === "read", `${method} ${path}`).toBe(isRead);
      }
    }
  });
});

describe("signed in or not", () => {
  it("is asked by every page that is not open to anyone", () => {
    const asks = /\b(signedInContext|agentContext|orderForAgent|ticketForAgent|approverContext)\(/;
    const closed = named("page.tsx").filter((page) => !["anyone", "demo"].includes(pagesOpenTo[addressOf(page)] ?? ""));
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.filter(({ text }) => !asks.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
