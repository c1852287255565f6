import { formatDay } from "@/lib/base/format";
import { expect, test } from "../fixtures";
import { orderNow, serialNumberFor, untilReady } from "../given";
import { answer, approve, goOnToCheck, handOver, registerSerialNumbers, sendOrder } from "../steps";

const zoned = { language: "sv", timeZone: "Europe/Stockholm" } as const;

test("an iPad is ordered, approved, prepared and handed over within its promise", async ({ portal }) => {
  const staff = await portal.signedInAs("staff");
  const main = staff.getByRole("main");
  let reference = "";
  let day = "";

  await test.step("staff reads what it is and by which day it comes", async () => {
    await staff.goto("/services/ipad");
    await staff.getByRole("link", { name: "Beställ iPad" }).first().click();
    const promise = staff.getByRole("heading", { name: /^Beställer du nu lämnas den senast / });
    day = (await promise.innerText()).replace("Beställer du nu lämnas den senast ", "");
    const strip = staff.getByRole("list", { name: `Dag för dag till ${day}` });
    await expect(strip.getByText(/: dag \d+, arbetsdag/)).toHaveCount(14);
    await expect(strip.getByText(/: dag 14, .*Senast den här dagen/)).toHaveCount(1);
    await expect(strip.getByText(/räknas inte, (lördag|söndag)/).first()).toBeAttached();
  });

  await test.step("orders it, and checks what was answered", async () => {
    await staff.getByRole("link", { name: "Börja beställa" }).click();
    await answer(staff, { deliverTo: "Rum 12, Björkskolan" });
    await goOnToCheck(staff);
    await expect(main).toContainText("169 kr/mån");
    await expect(main).toContainText(`Skickar du nu lämnas den senast ${day}.`);
    await staff.getByRole("link", { name: "Ändra lämnas" }).click();
    await staff.getByLabel("Var ska vi lämna den?").fill("Rum 14, Björkskolan");
    await goOnToCheck(staff);
    await expect(main).toContainText("Rum 14, Björkskolan");
    reference = await sendOrder(staff);
    await expect(staff.getByRole("heading", { level: 1 })).toHaveText("Beställningen är skickad");
    await expect(main).toContainText(reference);
    await expect(main).toContainText(`Den lämnas senast ${day}.`);
    await expect(staff.getByRole("list", { name: `Dag för dag till ${day}` })).toBeVisible();
  });

  await test.step("page, letter, calendar file and REST name one and the same day", async () => {
    const { promise } = await orderNow(portal, reference);
    expect(formatDay(new Date(promise.dueAt), zoned)).toBe(day);
    const letter = await portal.letterTo("staff", `Beställning ${reference}: klar senast ${day}`);
    expect(letter.text).toContain(`Den lämnas ut senast ${day}.`);
    const date = promise.dueAt.slice(0, 10).replaceAll("-", "");
    const [attached] = letter.attachments;
    expect(attached?.filename).toBe(`${reference}.ics`);
    expect(attached?.text).toContain(`DTSTART;VALUE=DATE:${date}`);
    const download = staff.waitForEvent("download");
    await staff.getByRole("link", { name: "Lägg dagen i din kalender (.ics)" }).click();
    expect((await download).suggestedFilename()).toBe(`${reference}.ics`);
  });

  await test.step("the manager signs in by the letter's link and approves", async () => {
    const asked = await portal.letterTo("manager", `Godkänn beställning ${reference}`);
    const manager = await portal.signedInAs("manager", { opening: asked.links[0] ?? "" });
    await expect(manager).toHaveURL(new RegExp(`/approvals/${reference}$`));
    await expect(manager.getByRole("main")).toContainText("2 028 kr");
    await approve(manager);
  });

  const agent = await portal.signedInAs("first");
  const steps = agent.getByRole("list", { name: "Steg för Maja Ekdahl" });

  await test.step("the agent registers the number; the portal does the rest by itself", async () => {
    await agent.goto("/desk?view=preparing");
    await expect(agent.getByRole("row").filter({ hasText: reference })).toContainText("Förbereds");
    const serialNumber = serialNumberFor(reference);
    await registerSerialNumbers(agent, reference, [serialNumber]);
    await untilReady(portal, reference);
    await agent.goto(`/desk/orders/${reference}`);
    const task = (name: string) => steps.getByRole("listitem").filter({ hasText: name });
    await expect(task("Ge kontot tillgång till nät och tjänst")).toContainText("user-iPad-wlan-adm-new");
    await expect(task("Ge kontot tillgång till nät och tjänst")).toContainText("user-iPad-service-personlig");
    await expect(task("Hitta enheten i MDM")).toContainText(`MDM svarar att ${serialNumber} är inskriven`);
    await expect(task("Märk enheten i MDM")).toContainText("MDM svarar att enheten är märkt ipad-personlig.");
    await expect(steps.getByText("Klart", { exact: true })).toHaveCount(4);
    await portal.letterTo("staff", `Beställning ${reference} är klar`);
  });

  await test.step("hands it over, the checklist ticked", async () => {
    await handOver(agent, reference, "Maja Ekdahl", ["Laddad och testad", "Aktiverad", "Skärmskydd"]);
    await expect(steps.getByText(/^Laddad och testad.*skärmskydd\.$/)).toBeVisible();
    await expect(agent.getByText("Mottagaren har inte kvitterat än.")).toBeVisible();
    await expect(agent.getByText("Klar i tid").first()).toBeVisible();
  });

  await test.step("the recipient confirms, and the promise is kept", async () => {
    const receipt = await portal.letterTo("staff", `Kvittens för ${reference}`);
    await staff.goto(receipt.links[0] ?? "");
    await staff.getByRole("button", { name: "Jag har fått den" }).click();
    await expect(staff.getByText("Tack! Du har bekräftat att du har fått den.")).toBeVisible();
    const strip = staff.getByRole("list", { name: `Dag för dag till ${day}` });
    await expect(strip.getByText(/Senast den här dagen\. Löftet hölls/)).toBeAttached();
    const order = await orderNow(portal, reference);
    expect([order.status, order.clock.state, order.lines[0]?.status]).toEqual(["delivered", "met", "acknowledged"]);
    await agent.reload();
    await expect(agent.getByText(/^Kvitterat i portalen/)).toBeVisible();
  });
});
