import { expect, type Letter, type Portal, test } from "../fixtures";
import { ticketNow } from "../tickets";

const staff = "staff@aminne.example";
const servicedesk = "servicedesk@aminne.example";
const answerPlace = /^[a-z]+\+[a-z0-9]{32}@aminne\.example$/;

type Mail = { to?: string; subject: string; answers?: Letter; body: string[] };

let serial = 0;

/** As a mail program writes it; an answer with what it answers below, behind the usual line. */
function written({ to = servicedesk, subject, answers, body }: Mail): string {
  serial += 1;
  const quoted = answers
    ? ["", `Den 7 december 2026 skrev Servicedesk <${servicedesk}>:`, ...answers.text.split("\n").map((l) => `> ${l}`)]
    : [];
  const head = [
    ...[`From: Maja Ekdahl <${staff}>`, `To: ${to}`, `Subject: ${subject}`],
    ...["Date: Mon, 07 Dec 2026 09:00:00 +0100", `Message-ID: <letter-${serial}.${Date.now()}@aminne.example>`],
    ...(answers ? [`In-Reply-To: ${answers.messageId}`, `References: ${answers.messageId}`] : []),
    ...["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"],
  ];
  return `${[...head, "", ...body, ...quoted].join("\r\n")}\r\n`;
}

/** Into the portal as the mail server hands it over. */
async function arrives(portal: Portal, mail: Mail): Promise<{ outcome: string; reference?: string }> {
  const headers = { "content-type": "message/rfc822" };
  const answer = await portal.api("admin", "/v1/inbound-mail", { method: "POST", headers, body: written(mail) });
  const said = await answer.text();
  expect(answer.status, said).toBe(202);
  return JSON.parse(said);
}

test("a letter opens a ticket, is answered on the desk, and what is answered by letter finds its way back", async ({
  portal,
}) => {
  const opened = await arrives(portal, {
    subject: "Plattan laddar inte",
    body: ["Hej!", "", "Min platta laddar inte sedan i går. Jag har bytt sladd."],
  });
  expect(opened.outcome).toBe("opened");
  const reference = opened.reference ?? "";
  const statusNow = async () => (await ticketNow(portal, reference)).status;

  const agent = await portal.signedInAs("first");
  const talk = agent.getByRole("list", { name: "Samtal och händelser" });
  await test.step("the agent reads it and answers on the desk", async () => {
    await agent.goto(`/desk/tickets/${reference}`);
    await expect(agent.getByRole("heading", { level: 1 })).toHaveText("Plattan laddar inte");
    await expect(talk).toContainText("Jag har bytt sladd.");
    await agent.getByRole("button", { name: "Ta ärendet" }).click();
    await expect(agent.getByText("Ärendet har bytt handläggare.")).toBeVisible();
    await agent.getByLabel("Ditt svar").fill("Prova ett annat uttag. Hjälper det?");
    await agent.getByRole("button", { name: "Skicka svaret" }).click();
    await expect(agent.getByText("Svaret är skickat.")).toBeVisible();
  });

  const answer = await letterWith(portal, "Prova ett annat uttag.");
  expect(answer.replyTo).toMatch(answerPlace);

  await test.step("the answer by letter stands in the conversation, what it quotes folded away", async () => {
    await arrivesAsAnswer(["Nej, det hjälper inte.", "Lampan lyser inte heller."]);
    await expect(talk).toContainText("Lampan lyser inte heller.");
    const said = talk.getByRole("listitem").filter({ hasText: "Lampan lyser inte heller." });
    await expect(said.getByText("Hjälper det?")).toBeHidden();
  });

  await test.step("the same token in other hands adds nothing to the ticket", async () => {
    const headers = { "content-type": "message/rfc822" };
    const body = written({ to: answer.replyTo, subject: "Sv", body: ["Jag är någon annan."] }).replace(
      /From: .*/,
      "From: Okänd <okand@annanstans.example>",
    );
    await portal.api("admin", "/v1/inbound-mail", { method: "POST", headers, body });
    await agent.reload();
    await expect(talk).toContainText("Lampan lyser inte heller.");
    await expect(talk).not.toContainText("Jag är någon annan.");
  });

  await test.step("resolved, thanked for, and still resolved", async () => {
    await agent.getByText("Lös ärendet").first().click();
    await agent.getByLabel("Vad gjordes?").fill("Du har fått en ny laddare.");
    await agent.getByRole("radio", { name: "Utrustningen är utbytt" }).check();
    await agent.getByRole("button", { name: "Lös ärendet" }).click();
    await expect(agent.getByText("Ärendet är löst. Beställaren får ett brev.")).toBeVisible();
    await arrivesAsAnswer(["tack!"]);
    expect(await statusNow()).toBe("resolved");
  });

  await test.step("what is no thanks opens it again", async () => {
    await arrivesAsAnswer(["Tack, men den nya laddaren fungerar inte heller."]);
    expect(await statusNow()).toBe("in_progress");
    await agent.goto(`/desk/tickets/${reference}`);
    await expect(talk).toContainText("Öppnat igen");
    await expect(talk).toContainText("den nya laddaren fungerar inte heller");
  });

  async function arrivesAsAnswer(body: string[]): Promise<void> {
    const came = await arrives(portal, { to: answer.replyTo, subject: `SV: ${answer.subject}`, answers: answer, body });
    expect(came).toMatchObject({ outcome: "appended", reference });
  }
});

async function letterWith(portal: Portal, words: string): Promise<Letter> {
  const find = async () => (await portal.lettersTo("staff")).find(({ text }) => text.includes(words));
  await expect.poll(find, { message: `a letter that says ${words}` }).toBeTruthy();
  return (await find()) as Letter;
}
