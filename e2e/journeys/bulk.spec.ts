import { expect, type Portal, test } from "../fixtures";

async function reported(portal: Portal, title: string): Promise<string> {
  const fault = { type: "incident", title, description: "Sedan i morse.", category: "ipad/sync" };
  const answer = await portal.api("staff", "/v1/tickets", { method: "POST", body: JSON.stringify(fault) });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { reference: string }).reference;
}

test("five at once, of which two cannot: the result says why, and one letter tells of the three", async ({
  portal,
}) => {
  const references: string[] = [];
  for (const n of [1, 2, 3, 4, 5]) references.push(await reported(portal, `Samma fel, rum ${n}`));
  const agent = await portal.signedInAs("first");
  const rowOf = (reference: string) => agent.getByRole("row").filter({ hasText: reference });

  await test.step("chooses them in the queue, and what to do", async () => {
    await agent.goto("/desk?view=unassigned&sort=received");
    for (const reference of references) await rowOf(reference).getByRole("checkbox").check();
    await expect(agent.getByText("5 valda")).toBeVisible();
    await agent.getByLabel("Gör med de valda").selectOption("Lös");
    await agent.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await expect(agent.getByRole("heading", { level: 1 })).toHaveText("Lös: 5 ärenden");
  });

  await test.step("is told what is missing, and sees what will happen", async () => {
    await agent.getByRole("button", { name: "Förhandsgranska" }).click();
    await expect(agent.getByText("Skriv vad som gjordes").first()).toBeVisible();
    const [first = ""] = references;
    const gone = await portal.api("staff", `/v1/tickets/${first}/comments`, {
      method: "POST",
      body: JSON.stringify({ body: "Det händer fortfarande.", visibility: "public" }),
    });
    expect(gone.status).toBe(201);
    await agent.getByLabel("Vad gjordes?").fill("Servern startades om och allt synkar igen.");
    await agent.getByLabel("Hur löstes det?").selectOption("Felet är åtgärdat");
    await agent.getByRole("button", { name: "Förhandsgranska" }).click();
    await expect(agent.getByRole("heading", { level: 1 })).toHaveText("Stämmer det här?");
    await expect(rowOf(references[1] ?? "")).toContainText("Löst, Maja Ekdahl får veta vad som gjordes");
  });

  await test.step("two change meanwhile; the other three are done", async () => {
    for (const reference of references.slice(0, 2)) {
      const note = { body: "Jag tittar på den.", visibility: "internal" };
      await portal.api("lead", `/v1/tickets/${reference}/comments`, { method: "POST", body: JSON.stringify(note) });
    }
    await agent.getByRole("button", { name: "Lös: 5 ärenden" }).click();
    await expect(agent.getByText("3 ärenden ändrades, 2 hoppades över.")).toBeVisible();
    for (const reference of references.slice(0, 2)) {
      await expect(rowOf(reference)).toContainText("Ärendet har ändrats sedan du valde det");
    }
    for (const reference of references.slice(2)) await expect(rowOf(reference)).toContainText("Gjort");
  });

  const letter = await portal.letterTo("staff", "Nytt om 3 av dina ärenden");
  for (const reference of references.slice(2)) expect(letter.text).toContain(reference);
  expect(letter.text).not.toContain(references[0] ?? "");
});
