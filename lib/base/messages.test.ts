import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { sourcesIn } from "@/lib/testing/sources";
import { en } from "./messages/en";
import { sv } from "./messages/sv";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, at = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = at ? `${at}.${key}` : key;
    if (typeof value === "string") all.set(path, value);
    else for (const [inner, text] of flat(value, path)) all.set(inner, text);
  }
  return all;
}

const swedish = flat(sv);
const english = flat(en);

/** The names a message takes, from its parsed form. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  const visit = (elements: ReturnType<typeof parse>) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type !== TYPE.tag) names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return [...names].sort();
}

describe("messages", () => {
  it("exist in both languages", () => {
    expect([...swedish.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !swedish.has(key))).toEqual([]);
  });

  it("take the same values in both languages", () => {
    const differing = [...swedish].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("are all used", () => {
    const text = sourcesIn("app", "lib", "e2e")
      .filter((source) => !source.path.startsWith("lib/base/messages/"))
      .map((source) => source.text)
      .join("\n");
    const literals = new Set([...text.matchAll(/["'`]([a-zA-Z]+(?:\.[\w-]+)+)["'`]/g)].map((match) => match[1] ?? ""));
    const prefixes = [...text.matchAll(/`([a-zA-Z]+(?:\.[\w-]+)*\.)\$\{/g)].map((match) => match[1] ?? "");
    const suffixed = [...text.matchAll(/`([a-zA-Z]+(?:\.[\w-]+)*\.[\w-]*)\$\{/g)].map((match) => match[1] ?? "");
    const unused = [...swedish.keys()].filter(
      (key) => !literals.has(key) && ![...prefixes, ...suffixed].some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it("use plain words in Swedish", () => {
    const banned =
      /(?<!\p{L})(ogiltig\p{L}*|vänligen|erforderlig\p{L}*|avseende|ej|samt|erhåll\p{L}*|inkomma|tickets?|submit|ett fel uppstod|klicka här)(?!\p{L})/iu;
    expect([...swedish].filter(([, text]) => banned.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it("never shout", () => {
    const shouting = /(?<!\p{L})\p{Lu}{2,}(?: \p{Lu}{2,}){2,}/u;
    expect([...swedish, ...english].filter(([, text]) => shouting.test(text)).map(([key]) => key)).toEqual([]);
  });
});
