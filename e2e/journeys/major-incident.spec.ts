import { expect, test } from "../fixtures";

test("a disruption: declared, seen on the front page, followed instead of reported, answered, ended", async ({
  portal,
}) => {
  const title = "Utskrifter kommer inte fram";
  const agent = await portal.signedInAs("first");
  await agent.goto("/desk/disruptions/new");
  await agent.getByRole("button", { name: "Visa för alla" }).click();
  await expect(agent.getByRole("main").getByRole("alert")).toContainText("Skriv i några ord vad som inte fungerar");
  await agent.getByLabel("Vad är det som inte fungerar?", { exact: true }).fill(title);
  await agent.getByLabel("Vem berörs, och hur?", { exact: true }).fill("Alla som skriver ut i stadshuset.");
  await agent.getByLabel("Vad kan de göra så länge?", { exact: true }).fill("Skriv ut på biblioteket.");
  await agent.getByRole("checkbox", { name: "iPad", exact: true }).last().check();
  await agent.getByRole("button", { name: "Visa för alla" }).click();
  await expect(agent.getByText("Driftstörningen syns nu för alla.")).toBeVisible();
  const desk = agent.url().replace(/\?.*/, "");

  // Without script, where it is shown and where it concerns; one press instead of one more ticket.
  const staff = await portal.signedInAs("staff", { javaScript: false });
  await staff.goto("/services/ipad/order");
  await expect(staff.getByRole("heading", { name: `Driftstörning: ${title}` })).toBeVisible();
  await staff.goto("/");
  await staff.getByRole("button", { name: new RegExp(`^Jag har också det här ?: ${title}$`) }).click();
  await expect(staff.getByText("Du följer det här.")).toBeVisible();
  await expect(staff.getByText("1 person har det här").first()).toBeVisible();

  await agent.goto(desk);
  await expect(agent.getByText("Maja Ekdahl").last()).toBeVisible();
  await agent.getByText("Svara alla på en gång").click();
  await agent.getByLabel("Ditt svar till alla", { exact: true }).fill("Skrivarna svarar igen. Prova nu.");
  await agent.getByRole("button", { name: "Skicka till alla" }).click();
  await expect(agent.getByText(/^Svaret är på väg till alla/)).toBeVisible();
  const letter = await portal.letterTo("staff", `Om driftstörningen: ${title}`);
  expect(letter.text).toContain("Skrivarna svarar igen. Prova nu.");

  await agent.goto(desk);
  await agent.getByText("Det fungerar igen", { exact: true }).first().click();
  await agent.getByLabel("Vad var det, och vad är gjort?", { exact: true }).fill("Utskriftsservern startades om.");
  await agent.getByRole("checkbox", { name: "Ja, skicka texten till dem" }).uncheck();
  await agent.getByRole("button", { name: "Avsluta driftstörningen" }).click();
  await expect(agent.getByText("Driftstörningen är avslutad.")).toBeVisible();

  await staff.goto("/");
  await expect(staff.getByRole("heading", { name: `Det fungerar igen: ${title}` })).toBeVisible();
  await expect(staff.getByText("Utskriftsservern startades om.")).toBeVisible();
  await portal.clock.advance("PT13H");
  await staff.goto("/");
  await expect(staff.getByText(title)).toHaveCount(0);
  expect((await portal.lettersTo("staff")).filter(({ subject }) => subject.endsWith(title))).toHaveLength(1);
});

test("a significant one: three clocks by the calendar, warned of, overdue, and made", async ({ portal }) => {
  const lead = await portal.signedInAs("lead");
  await lead.goto("/desk/disruptions/new");
  await lead.getByLabel("Vad är det som inte fungerar?", { exact: true }).fill("Inloggningen ligger nere");
  await lead.getByLabel("Vem berörs, och hur?", { exact: true }).fill("Alla i kommunen.");
  await lead.getByLabel("Vad kan de göra så länge?", { exact: true }).fill("Arbeta utan dator.");
  await lead.getByRole("button", { name: "Visa för alla" }).click();
  await expect(lead.getByText("Driftstörningen syns nu för alla.")).toBeVisible();
  const desk = lead.url().replace(/\?.*/, "");
  await lead.getByText("Markera som betydande", { exact: true }).click();
  await lead.getByRole("button", { name: "Markera och starta klockorna" }).click();
  await expect(lead.getByText("Markerad som betydande. De tre klockorna går.")).toBeVisible();
  await portal.clock.advance("PT19H");
  await portal.letterTo("lead", /^Tidig varning ska skickas senast/);
  await portal.clock.advance("PT6H");
  await portal.letterTo("lead", "Tidig varning är försenad");
  await lead.goto(desk);
  await expect(lead.getByRole("alert").filter({ hasText: "Tidig varning" })).toContainText("för sent");
  await lead.getByText("Anteckna att den är skickad").first().click();
  await lead.getByLabel("Till vem skickades den?").first().fill("CSIRT-enheten");
  await lead.getByRole("button", { name: /^Anteckna att den är skickad ?: Tidig varning$/ }).click();
  await expect(lead.getByText("Skickad för sent")).toBeVisible();
  await lead.getByText("Det fungerar igen", { exact: true }).first().click();
  await lead.getByLabel("Vad var det, och vad är gjort?", { exact: true }).fill("Ett certifikat hade gått ut.");
  await lead.getByRole("button", { name: "Avsluta driftstörningen" }).click();
  await expect(lead.getByText("Driftstörningen är avslutad.")).toBeVisible();
  // Half a day after the end no page shows it any more.
  await portal.clock.advance("PT13H");
});
