import { afterAll, beforeAll, expect, it } from "vitest";
import { env } from "@/lib/base/env";
import { Invalid } from "@/lib/base/errors";
import { startWebhookReceiver, type WebhookReceiver } from "@/lib/testing/webhook-receiver";
import { makeWorld, type World } from "@/lib/testing/world";
import { addWebhook } from "./add-webhook";
import { testWebhook } from "./test-webhook";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";
process.env.ALLOW_ADDRESSES = "127.0.0.0/8";

let world: World;
let receiver: WebhookReceiver;
beforeAll(async () => {
  world = await makeWorld();
  receiver = await startWebhookReceiver();
});
afterAll(() => receiver.close());

it("inside the network are refused unless they are listed, when they are added and each time they are called", async () => {
  const admin = await world.as("admin");
  const add = (url: string) => addWebhook(admin, { url, events: ["tickets.opened"], includesConfidential: false });
  const { id } = await add(receiver.url);
  env().ALLOW_ADDRESSES = [];
  const inner = [
    "https://127.0.0.1/x",
    "https://10.0.0.1/x",
    "https://localhost/x",
    "https://[::1]/x",
    "https://169.254.169.254/",
  ];
  for (const url of [receiver.url, ...inner, "http://9.9.9.9/x", "https://u:p@9.9.9.9/x", "ftp://9.9.9.9/x"])
    await expect(add(url)).rejects.toBeInstanceOf(Invalid);
  const trial = await testWebhook(admin, { id });
  expect([trial.ok, trial.error]).toEqual([false, expect.stringContaining("unlisted")]);
  expect(receiver.heard).toEqual([]);
});
