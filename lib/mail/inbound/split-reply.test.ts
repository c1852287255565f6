import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitReply } from "./split-reply";

const fresh = (text: string) => splitReply(text).fresh.trim();

const pieces = fc.constantFrom(
  "Hej!",
  "Skärmen är svart.",
  "",
  "> citat",
  ">> äldre",
  "-- ",
  "--",
  "Åsa Lind",
  "Den tis 12 nov. 2026 kl 10:32 skrev Åsa <asa@aminne.example>:",
  "On Tue, Nov 12, 2026 at 10:32 AM Åsa Lind",
  "<asa@aminne.example> wrote:",
  "-----Ursprungligt meddelande-----",
  "---------- Forwarded message ---------",
  "Från: Åsa Lind",
  "Skickat: den 12 november 2026 10:32",
  "Till: Servicedesk",
  "Ämne: Skärm",
  "Skickat från min iPhone",
  "________________________________",
  "?",
);

describe("nothing is dropped", () => {
  const whole = (text: string) => {
    const { parts, fresh, quoted } = splitReply(text);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(fresh.length + quoted.length).toBe(text.length);
    expect(
      parts
        .filter(({ kind }) => kind === "fresh")
        .map((part) => part.text)
        .join(""),
    ).toBe(fresh);
  };
  it("of 2,000 answers put together from what mail programs write", () => {
    const text = fc
      .array(pieces, { maxLength: 30 })
      .chain((lines) => fc.constantFrom("\n", "\r\n", "\n\n").map((end) => lines.join(end)));
    fc.assert(fc.property(text, whole), { numRuns: 2000 });
  });
  it("of 2,000 texts of any letters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), whole), { numRuns: 2000 });
  });
  it("and a line marked as history is never fresh, an unmarked answer right below marks always is", () => {
    const answer = fc.array(fc.constantFrom("Ja, det stämmer.", "Kl. 8 passar bra.", "Nej."), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 5 }), (answers) => {
        const text = answers.map((lines, at) => `> fråga ${at}\n${lines.join("\n")}\n`).join("");
        expect(splitReply(text).fresh).toBe(answers.map((lines) => `${lines.join("\n")}\n`).join(""));
      }),
    );
  });
  it("and 100,000 lines are parted in a second", () => {
    const start = performance.now();
    splitReply("-- \n".repeat(20_000) + "Den 12 nov skrev\n".repeat(40_000) + "Från: x\n".repeat(40_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("dividers", () => {
  it.each([
    ["Den tis 12 nov. 2026 kl 10:32 skrev Åsa Lind <asa@aminne.example>:"],
    ["12 nov. 2026 kl. 10:32 skrev Åsa Lind <asa@aminne.example>:"],
    ["On Tue, Nov 12, 2026 at 10:32 AM Åsa Lind <asa@aminne.example> wrote:"],
    ["Den tirs. 12. nov. 2026 kl. 10.32 skrev Bo Friis <bo@aminne.example>:"],
    ["ons. 12. nov. 2026 kl. 10:32 skrev Kari Nes <kari@aminne.example>:"],
    ["ke 12. marrask. 2026 klo 10.32 Aino Laine (aino@aminne.example) kirjoitti:"],
    ["Aino Laine <aino@aminne.example> kirjoitti 12.11.2026 kello 10.32:"],
    ["-----Ursprungligt meddelande-----"],
    ["-----Original Message-----"],
    ["-----Oprindelig meddelelse-----"],
    ["-----Opprinnelig melding-----"],
    ["-----Alkuperäinen viesti-----"],
    ["Från: Åsa\nSkickat: den 12 november 2026\nTill: Desk\nÄmne: Skärm"],
    ["Från: Åsa\nDatum: tisdag 12 november 2026\nTill: Desk\nÄmne: Skärm"],
    ["*Från:* Åsa\n*Skickat:* den 12 november 2026\n*Till:* Desk\n*Ämne:* Skärm"],
    ["From: Åsa\nSent: Tuesday\nTo: Desk\nSubject: Skärm"],
    ["Fra: Bo\nSendt: 12. november 2026\nTil: Desk\nEmne: Skærm"],
    ["Lähettäjä: Aino\nLähetetty: tiistai\nVastaanottaja: Desk\nAihe: Näyttö"],
    ["________________________________\nFrån: Åsa\nSkickat: den 12 november 2026\nTill: Desk\nÄmne: Skärm"],
  ])("%s", (divider) => {
    for (const body of ["gammal text\nmer", "> gammal text\n> mer"]) {
      const { fresh, quoted } = splitReply(`Nytt svar.\n\n${divider}\n\n${body}\n`);
      expect(fresh.trim()).toBe("Nytt svar.");
      expect(quoted).toContain("gammal text");
    }
  });
  it("broken over two lines", () => {
    expect(fresh("Ja.\n\nOn Tue, Nov 12, 2026 at 10:32 AM Åsa Lind\n<asa@aminne.example> wrote:\n> hej\n")).toBe("Ja.");
  });
  it.each([
    "Chefen skrev så här till mig:\nköp en ny platta",
    "Från: jag vill byta från Publik till Personlig",
    "Läraren skrev: hej",
    "Tre saker:\n--\nEn fråga kvar, vem hämtar den?",
  ])("not a sentence of one's own: %s", (text) => expect(fresh(text)).toBe(text));
});

describe("what stays fresh", () => {
  it("an answer below, and one between", () => {
    expect(
      fresh("Den 12 nov. 2026 kl 10:32 skrev Bo <bo@a.example>:\n> Vilken färg?\nBlå.\n> Vilken dag?\n\nTisdag.\n"),
    ).toBe("Blå.\n\nTisdag.");
  });
  it("what is passed on", () => {
    const text =
      "Kan ni hjälpa henne?\n\n---------- Forwarded message ---------\nFrån: Åsa\nDate: tis\nTo: Bo\n\nDen är trasig\n> x\n";
    expect(splitReply(text)).toMatchObject({ fresh: text, quoted: "" });
  });
  it("and not a signature, nor the telephone's line", () => {
    const { parts } = splitReply("Ja tack.\nSkickat från min iPhone\n-- \nÅsa Lind\nRektor\n");
    expect(parts).toEqual([
      { kind: "fresh", text: "Ja tack.\n" },
      { kind: "signature", text: "Skickat från min iPhone\n-- \nÅsa Lind\nRektor\n" },
    ]);
  });
});
