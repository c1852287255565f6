import { expect, it } from "vitest";
import { secretOf } from "./secret-of";

it.each([
  ["ipad/passcode", "", "passcode"],
  ["", "Har glömt lösenkoden till min iPad", "passcode"],
  ["", "glömt PIN-koden", "passcode"],
  ["account", "", "password"],
  ["account/mfa", "", "password"],
  ["", "Kommer inte ihåg mitt lösenord", "password"],
  ["", "kan inte logga in i Teams", "password"],
  ["account", "lösenkoden på paddan", "passcode"],
  ["", "Den frågar efter mitt Apple-ID och lösenord", "apple_id"],
  ["ipad/passcode", "appleid", "apple_id"],
  ["ipad/sync", "Kalendern synkar inte", null],
  ["printing", "Spinkodad skrivare", null],
  ["", "", null],
])("%s, %j concerns %s", (category, said, secret) => {
  expect(secretOf(category, said)).toBe(secret);
});
