import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import postgres from "postgres";
import { describe, expect, it } from "vitest";

const commands: [name: string, args: string[], input: string][] = [
  ["token", ["--as", "staff@aminne.example"], ""],
  [
    "sla",
    [],
    '{ "calendar": "aminne/delivery", "cases": [{ "start": "2026-12-14T09:00:00+01:00", "workingDays": 14 }] }',
  ],
  ["organisation", ["--slug", "x-by", "--name", "X-by", "--admin", "a@x.example", "--admin-name", "Ada Ek"], ""],
];

async function run(name: string, args: string[], input: string, url: string) {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const env = { ...process.env, DATABASE_URL: url };
  const running = promisify(execFile)(process.execPath, ["--import", "tsx", file, ...args], { env });
  running.child.stdin?.end(input);
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

const own = () => new URL(process.env.DATABASE_URL ?? "");

describe("a command whose database cannot serve says so in one sentence, with code 1", () => {
  it.each(commands)("%s: nobody answers there", async (name, args, input) => {
    const { stderr, ...rest } = await run(name, args, input, "postgres://nobody@127.0.0.1:1/none");
    expect(rest).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("The database cannot be reached: check DATABASE_URL, and that PostgreSQL is running there.\n");
  });

  it.each(commands)("%s: there is no such database", async (name, args, input) => {
    const url = own();
    url.pathname = "/nowhere";
    const { stderr, ...rest } = await run(name, args, input, url.href);
    expect(rest).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("There is no database of that name: check DATABASE_URL.\n");
  });

  it.each(commands.slice(0, 2))("%s: nothing is in it yet", async (name, args, input) => {
    const url = own();
    const empty = `empty_${randomBytes(4).toString("hex")}`;
    const owner = postgres(url.href, { max: 1, onnotice: () => {} });
    await owner.unsafe(`create database ${empty}`);
    url.pathname = `/${empty}`;
    const { stderr, ...rest } = await run(name, args, input, url.href);
    await owner.unsafe(`drop database ${empty} with (force)`);
    await owner.end();
    expect(rest).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^The database is not prepared [^\n]*npm start\.\n$/);
  });

  it("token: an address that is no address is bad input", async () => {
    const [, args, input] = commands[0] ?? ["", [], ""];
    const { code, stderr } = await run("token", args, input, "mysql://x");
    expect({ code, stderr }).toEqual({ code: 2, stderr: "DATABASE_URL should be a postgres:// address\n" });
  });
});
