import { expect, test } from "vitest";
import type { Operation } from "./api";
import { describedCalls, getOpenApi, openApi } from "./openapi";
import { answerExamples, bodyExamples } from "./rest-examples";
import type { Calls } from "./rest-route";

type Part = Record<string, unknown>;
type Described = {
  operationId: string;
  parameters: { name: string; in: string }[];
  responses: Part;
  requestBody?: Part;
};

const document = openApi("en") as {
  paths: Record<string, Record<string, Described>>;
  components: Record<string, Part>;
};
const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, call]) => ({ path, method, call })),
);

test("the description is public, says which version of OpenAPI it is, and is the same for all", async () => {
  const response = await getOpenApi(new Request("http://portal.example/api/v1/openapi.json"), {
    params: Promise.resolve({}),
  });
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(openApi("sv"))));
  expect(document).toMatchObject({
    openapi: "3.1.1",
    components: { securitySchemes: { token: { scheme: "bearer" } } },
  });
});

test("every call stands in it once, under a name of its own", () => {
  const calls = Object.entries(describedCalls).flatMap(([path, of]) => Object.keys(of).map((m) => `${m} ${path}`));
  expect(described.map(({ path, method }) => `${method.toUpperCase()} ${path}`)).toEqual(calls);
  expect(new Set(described.map(({ call }) => call.operationId)).size).toBe(calls.length);
});

test("every reference leads to something, and what is named is used", () => {
  const text = JSON.stringify(document);
  const used = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind}/${name}`);
  for (const each of used) {
    const [kind = "", name = ""] = each.split("/");
    expect([each, name in (document.components[kind] ?? {})]).toEqual([each, true]);
  }
  const named = Object.keys(document.components.schemas ?? {}).map((name) => `schemas/${name}`);
  expect(named.filter((name) => !used.includes(name))).toEqual([]);
  expect(text).not.toContain("$defs");
});

test("addresses name their parameters, and each call the refusals it can give", () => {
  for (const { path, call } of described) {
    const inPath = call.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(call.responses).toHaveProperty("429");
    if (path !== "/openapi.json") expect(Object.keys(call.responses)).toEqual(expect.arrayContaining(["401", "403"]));
    if (path.includes("{")) expect(call.responses).toHaveProperty("404");
    if (call.requestBody) expect(Object.keys(call.responses)).toEqual(expect.arrayContaining(["400", "413"]));
  }
});

test("what creates takes Idempotency-Key, what changes an order or a ticket If-Match", () => {
  const taking = (header: string) =>
    described.filter(({ call }) => call.parameters.some(({ name }) => name === header)).map(({ path }) => path);
  const acts = Object.keys(describedCalls).filter((path) =>
    /\{reference\}\/(?!history|links|attachments\/)/.test(path),
  );
  expect(taking("If-Match")).toEqual(acts);
  expect(taking("Idempotency-Key")).toEqual([
    "/orders",
    ...acts.filter((path) => path.startsWith("/orders")),
    "/tickets",
    ...acts.filter((path) => path.startsWith("/tickets")),
    ...["/webhooks", "/webhooks/{id}/secrets"],
  ]);
});

test("every body has an example, and every example is what its schema takes", () => {
  const calls = Object.entries(describedCalls) as [string, Calls][];
  const withBody = calls.flatMap(([path, of]) =>
    (Object.entries(of) as [string, { operation: Operation }][]).flatMap(([method, { operation }]) =>
      operation.body ? [{ name: `${method} ${path}`, body: operation.body }] : [],
    ),
  );
  expect(Object.keys(bodyExamples).sort()).toEqual(withBody.map(({ name }) => name).sort());
  for (const { name, body } of withBody) {
    for (const example of Object.values(bodyExamples[name] ?? {}))
      expect([name, body.safeParse(example).success]).toEqual([name, true]);
  }
});

test("every example of an answer is what its schema gives, whole", () => {
  const schemas = Object.values(describedCalls).flatMap((of) =>
    Object.values(of).flatMap(({ operation }) => operation.answer ?? []),
  );
  for (const [id, example] of Object.entries(answerExamples)) {
    if (id === "Problem") continue;
    const one = schemas.map(itemOf).find((schema) => schema.meta()?.id === id);
    expect([id, one?.parse(example)]).toEqual([id, example]);
  }
});

type Schema = NonNullable<Operation["answer"]>;

function itemOf(schema: Schema): Schema {
  const { items } = ("shape" in schema ? schema.shape : {}) as { items?: { element: Schema } };
  return items ? items.element : schema;
}

test("both languages say the same of the same", () => {
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.keys(value).map((key) => [key, shape((value as Part)[key])])
      : typeof value;
  expect(shape(openApi("sv"))).toEqual(shape(openApi("en")));
  expect(JSON.stringify(openApi("sv"))).toContain("Beställ");
});
