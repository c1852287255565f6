import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { referenceIn } from "../steps";

const phone = { width: 390, height: 844 };

const goOn = (page: Page) => page.getByRole("button", { name: "Fortsätt", exact: true }).click();

const choose = async (page: Page, name: string | RegExp) => {
  await page.getByRole("radio", { name }).check();
  await goOn(page);
};

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** From the front page to the last question, about an iPad of the municipality's that is known by its number. */
async function toTheFault(page: Page, topic: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Rapportera ett fel" }).click();
  await choose(page, topic);
  await expect(heading(page)).toHaveText("Vems är enheten?");
  await choose(page, "Kommunens");
  await expect(heading(page)).toHaveText("Vilken enhet gäller det?");
  await choose(page, "Jag vet inte, eller ingen särskild");
  await expect(heading(page)).toHaveText("Vad händer?");
}

async function describeIt(page: Page, text: string): Promise<void> {
  await page.getByLabel("Beskriv med egna ord").fill(text);
  await page.getByRole("radio", { name: "Bara jag" }).check();
  await page.getByRole("radio", { name: "Ja, men det är svårare" }).check();
  await goOn(page);
  await expect(heading(page)).toHaveText("Kontrollera dina uppgifter");
}

async function sendIt(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Skicka anmälan" }).click();
  await expect(page).toHaveURL(/\/tickets\/\d{3}-\d{4}\/confirmation(#|$)/);
  return referenceIn(page);
}

for (const javaScript of [true, false]) {
  test(`a fault is reported, followed and solved on a phone, script ${javaScript ? "on" : "off"}`, async ({
    portal,
  }) => {
    const page = await portal.signedInAs("staff", { javaScript });
    await page.setViewportSize(phone);

    await test.step("faults are told, and nothing that was answered is lost", async () => {
      await page.goto("/report");
      await goOn(page);
      const summary = page.getByRole("main").getByRole("alert");
      await expect(summary.getByRole("link")).toHaveText(["Välj vad det gäller"]);
      await expect(page).toHaveTitle(/^Fel: /);
      await toTheFault(page, "Utskrift");
      await page.getByLabel("Beskriv med egna ord").fill("Inget kommer ut ur skrivaren.");
      await goOn(page);
      await expect(summary.getByRole("link")).toHaveText(["Välj hur många det gäller", "Välj om du kan arbeta"]);
      await expect(page.getByLabel("Beskriv med egna ord")).toHaveValue("Inget kommer ut ur skrivaren.");
    });

    await test.step("so is nothing by another language in the middle", async () => {
      await page.getByRole("button", { name: "English" }).click();
      await expect(heading(page)).toHaveText("What happens?");
      await expect(page.getByLabel("Describe it in your own words")).toHaveValue("Inget kommer ut ur skrivaren.");
      await page.getByRole("button", { name: "Svenska" }).click();
      await expect(heading(page)).toHaveText("Vad händer?");
    });

    await describeIt(page, "Inget kommer ut ur skrivaren. Lampan blinkar.");
    await expect(page.getByRole("main")).toContainText("Lampan blinkar.");
    const reference = await sendIt(page);
    await expect(heading(page)).toHaveText("Din anmälan är skickad");
    await expect(page.getByRole("main")).toContainText(/Du får ett första svar senast \p{L}+ \d+ /u);
    await portal.letterTo("staff", `Vi har tagit emot ärende ${reference}`);

    await test.step("the way back and a second sending are the same ticket", async () => {
      await page.goBack();
      const send = page.getByRole("button", { name: "Skicka anmälan" });
      if (await send.isVisible()) await send.click();
      await expect(page).toHaveURL(new RegExp(`/tickets/${reference}/confirmation`));
    });

    await test.step("a second report of the same is asked about before it is written", async () => {
      await toTheFault(page, "Utskrift");
      const hint = page.getByRole("status").filter({ hasText: "Du har redan anmält något liknande" });
      await expect(hint).toContainText(reference);
    });

    await test.step("it is found among one's own, and something is added", async () => {
      await page.goto("/tickets");
      await page.getByLabel("Sök bland dina ärenden").fill(reference);
      await page.getByRole("button", { name: "Sök", exact: true }).click();
      await page.getByRole("link", { name: "Inget kommer ut ur skrivaren" }).click();
      await page.getByLabel("Skriv till oss").fill("Nu blinkar den rött.");
      await page.getByRole("button", { name: "Skicka meddelandet" }).click();
      await expect(page.getByRole("listitem").filter({ hasText: "Nu blinkar den rött." })).toContainText("Du");
    });

    await test.step("it solved itself, by one click", async () => {
      await page.getByLabel("Vad hjälpte?").fill("Jag bytte papper.");
      await page.getByRole("button", { name: "Det löste sig" }).click();
      await expect(page.getByText("Ärendet är avslutat.", { exact: true })).toBeVisible();
      await expect(page.getByText("Jag bytte papper.").first()).toBeVisible();
    });

    await test.step("what is written after that is a new ticket, linked to the old", async () => {
      await page.getByLabel("Skriv igen").fill("Felet är tillbaka i dag.");
      await page.getByRole("button", { name: "Skicka", exact: true }).click();
      await expect(page).not.toHaveURL(new RegExp(reference));
      await expect(page.getByRole("main")).toContainText("Felet är tillbaka i dag.");
      await expect(page.getByRole("link", { name: "Inget kommer ut ur skrivaren" })).toBeVisible();
    });
  });
}

test("what the desk does not help with is said before anything is written", async ({ portal }) => {
  const page = await portal.signedInAs("staff", { javaScript: false });
  await page.goto("/report");
  await expect(page.getByRole("main")).toContainText("Apple-konto, egna bilder, eget material");
  await choose(page, /^Apple-konto, egna bilder/);
  await expect(heading(page)).toHaveText("Det här sköter du själv");
  await page.getByRole("link", { name: "Fungerar inte iPaden alls? Då kan vi hjälpa till" }).click();
  await expect(page.getByRole("radio", { name: "iPad", exact: true })).toBeChecked();
  await page.goto("/report");
  await choose(page, "E-post och kalender");
  await choose(page, "Min egen mobil eller surfplatta");
  await expect(heading(page)).toHaveText("Privata enheter hjälper vi inte till med");
  await page.goto("/report");
  await choose(page, "Konto och lösenord");
  await choose(page, "Lösenordet till mitt konto");
  await expect(page.getByRole("main")).toContainText("kommer du hit med legitimation");
});

test("a question about meeting documents is told to be the secretaries'", async ({ portal }) => {
  const page = await portal.signedInAs("representative", { javaScript: false });
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Ställ en fråga" }).click();
  await choose(page, "Möteshandlingar");
  await expect(page.getByRole("main")).toContainText("inte till IT");
  await page.getByLabel("Skriv din fråga").fill("Var hittar jag gamla protokoll?");
  await goOn(page);
  await page.getByRole("button", { name: "Skicka frågan" }).click();
  await expect(heading(page)).toHaveText("Din fråga är skickad");
  await expect(page.getByRole("main")).toContainText("Nämndsekreterarna läser det du har skrivit.");
});

test("a colleague who knows the number sees nothing, and neither does an agent on this page", async ({ portal }) => {
  const staff = await portal.signedInAs("staff", { javaScript: false });
  await toTheFault(staff, "Wi-Fi och nät");
  await describeIt(staff, "Nätet faller i rum fyra.");
  const reference = await sendIt(staff);
  for (const who of ["staff2", "manager", "first"]) {
    const other = await portal.signedInAs(who);
    for (const page of ["", "/confirmation", "/cancel"]) {
      const answer = await other.goto(`/tickets/${reference}${page}`);
      expect(answer?.status(), `${who} ${page}`).toBe(404);
    }
    expect((await other.goto("/tickets/999-9999"))?.status()).toBe(404);
  }
});
