import { describe, expect, it } from "vitest";
import { languages, taskKinds, taskStatuses } from "@/db/words";
import { taskFault, taskInWords } from "./task-words";

const [wifi, service] = ["user-iPad-wlan-adm-new", "user-iPad-service-personlig"];

describe("taskInWords", () => {
  it("names both groups in every state and language", () => {
    for (const language of languages)
      for (const status of taskStatuses) {
        const { detail } = taskInWords({ kind: "add_to_groups", status, detail: {} }, language);
        expect(detail).toContain(wifi);
        expect(detail).toContain(service);
      }
  });

  it("says whose account it was and who answered", () => {
    const task = { kind: "add_to_groups", status: "done", detail: { account: "maja.lind" } } as const;
    expect(taskInWords(task, "sv").detail).toBe(
      "Katalogen svarar att maja.lind är med i grupperna user-iPad-wlan-adm-new och user-iPad-service-personlig.",
    );
    expect(taskInWords(task, "en").detail).toContain("user-iPad-wlan-adm-new and user-iPad-service-personlig");
  });

  it("names the DEV account from the serial number before it exists, and from the answer afterwards", () => {
    const line = { serialNumber: "DMPXK1TR2Q" };
    const waiting = { kind: "create_dev_account", status: "waiting", detail: {} } as const;
    expect(taskInWords({ ...waiting, line }, "sv").detail).toContain("DEV-DMPXK1TR2Q");
    expect(taskInWords({ ...waiting, line: { serialNumber: null } }, "sv").detail).toContain("när serienumret");
    const done = { kind: "create_dev_account", status: "done", detail: { account: "DEV-OTHER123" } } as const;
    expect(taskInWords({ ...done, line }, "sv").detail).toBe("Katalogen svarar att kontot DEV-OTHER123 finns.");
  });

  it("says what the MDM answered, the checklist and who received", () => {
    const line = { serialNumber: "DMPXK1TR2Q" };
    const found = { kind: "find_in_mdm", status: "done", detail: { model: "iPad 10,9" }, line } as const;
    expect(taskInWords(found, "sv").detail).toBe("MDM svarar att DMPXK1TR2Q är inskriven: iPad 10,9.");
    const tagged = { kind: "tag_in_mdm", status: "done", detail: { tag: "ipad-publik" } } as const;
    expect(taskInWords(tagged, "sv").detail).toBe("MDM svarar att enheten är märkt ipad-publik.");
    const ticked = { kind: "preconfigure", status: "done", detail: { checklist: ["manual", "charged"] } } as const;
    expect(taskInWords(ticked, "sv").detail).toBe("Laddad och testad och manual bifogad.");
    const three = { ...ticked, detail: { checklist: ["screen_protector", "activated", "charged"] } };
    expect(taskInWords(three, "sv").detail).toBe("Laddad och testad, aktiverad och skärmskydd.");
    expect(taskInWords(three, "en").detail).toBe("Charged and tested, activated, and screen protector.");
    const handed = { kind: "hand_over", status: "done", detail: { answer: "Maja Lind" } } as const;
    expect(taskInWords(handed, "sv").detail).toBe("Lämnad till Maja Lind.");
  });

  it("tells a checklist that the hand-over left unticked from one that a cancelled order needs no more", () => {
    const skipped = { kind: "preconfigure", status: "skipped" } as const;
    const unticked = { ...skipped, detail: { checklist: [] } };
    expect(taskInWords(unticked, "sv").detail).toBe("Checklistan bockades inte av vid utlämningen.");
    expect(taskInWords(unticked, "en").detail).toBe("The checklist was not ticked at the hand-over.");
    expect(taskInWords({ ...skipped, detail: {} }, "sv").detail).toContain("Behövs inte längre.");
  });

  it("tells a step done by hand from one the portal did", () => {
    const detail = { error: "no group x", errorKey: "directory.groupMissing", byHand: "Lade till i konsolen" };
    const words = taskInWords({ kind: "add_to_groups", status: "done", detail }, "sv").detail;
    expect(words).toContain("Gjort för hand: Lade till i konsolen");
    expect(words).not.toContain("svarar");
    expect(words).not.toContain("saknar gruppen");
  });

  it("has words for every kind in every state, with nothing left to fill in", () => {
    for (const language of languages)
      for (const kind of taskKinds)
        for (const status of taskStatuses) {
          const { label, detail } = taskInWords({ kind, status, detail: {} }, language);
          expect(`${label} ${detail}`).not.toMatch(/[{}]|desk\.|undefined/);
          expect(label.length).toBeGreaterThan(3);
        }
  });
});

describe("taskFault", () => {
  const failed = { kind: "find_in_mdm", status: "failed" } as const;

  it("puts the portal's own faults in words and keeps the technical text apart", () => {
    const detail = { error: "DMPXK1TR2Q is not enrolled in the MDM (yet)", errorKey: "errors.unavailable" };
    const fault = taskFault({ ...failed, detail }, "sv");
    expect(fault?.words).toContain("DMPXK1TR2Q är inte inskriven i MDM än.");
    expect(fault?.technical).toContain("not enrolled");
    expect(taskInWords({ ...failed, detail }, "sv").detail).not.toContain("not enrolled");
  });

  it("takes the connection's own sentence, and has one for what nobody foresaw", () => {
    const told = taskFault({ ...failed, detail: { error: "401", errorKey: "mdm.signInRefused" } }, "sv");
    expect(told?.words).toContain("godtar inte inloggningen");
    expect(taskFault({ ...failed, detail: { error: "?!" } }, "sv")?.words).toContain("Försök igen");
  });

  it("is null when nothing is wrong", () => {
    expect(taskFault({ ...failed, status: "waiting", detail: {} }, "sv")).toBeNull();
    expect(taskFault({ ...failed, status: "done", detail: { error: "x" } }, "sv")).toBeNull();
  });
});
