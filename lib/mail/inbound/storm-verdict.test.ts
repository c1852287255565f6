import { describe, expect, it } from "vitest";
import { classify } from "./classify";
import { readMessage } from "./read-message";
import { type RecentMail, stormLimits, stormVerdict } from "./storm-verdict";
import type { OwnMail } from "./verdict";

const quiet: RecentMail = {
  repliesToSenderPerDay: 0,
  lettersToSenderPerHour: 0,
  lettersOnTicketPerHour: 0,
  fromSenderPerHour: 0,
  repliesPerHour: 0,
};
const own: OwnMail = {
  addresses: ["servicedesk@aminne.example"],
  domains: ["aminne.example"],
  listIds: [],
  authenticationServer: null,
};

/** How many answers our side sends to a machine that answers each of them; at most 1,000 rounds. */
async function answersTo(other: { from: (round: number) => string; headers: string; own?: OwnMail }): Promise<number> {
  const repliedTo = new Map<string, number>();
  const came = new Map<string, number>();
  let sent = 0;
  for (let round = 0; round < 1000; round++) {
    const from = other.from(round);
    const raw = `From: ${from}\r\nMessage-ID: <${round}@annan.example>\r\nSubject: Mottaget\r\n${other.headers}\r\nVi har tagit emot ditt brev.\r\n`;
    const verdict = classify(await readMessage(Buffer.from(raw)), own);
    if (verdict.kind !== "person" || !verdict.mayBeAnswered) break;
    came.set(from, (came.get(from) ?? 0) + 1);
    const recent = {
      ...quiet,
      repliesToSenderPerDay: repliedTo.get(from) ?? 0,
      fromSenderPerHour: came.get(from) ?? 0,
      repliesPerHour: sent,
    };
    if (stormVerdict("reply", recent).verdict === "hold") break;
    repliedTo.set(from, (repliedTo.get(from) ?? 0) + 1);
    sent++;
  }
  return sent;
}

describe("two machines wired to each other", () => {
  it("end at once when the other says what it is", async () => {
    for (const headers of [
      "Auto-Submitted: auto-replied\r\n",
      "Precedence: bulk\r\n",
      "X-Autoreply: yes\r\n",
      "Return-Path: <>\r\n",
    ])
      expect(await answersTo({ from: () => "svar@annan.example", headers })).toBe(0);
  });
  it("end within two letters when it says nothing", async () => {
    expect(await answersTo({ from: () => "svar@annan.example", headers: "" })).toBe(1);
  });
  it("end at the organisation's limit when it also changes its address every time", async () => {
    expect(await answersTo({ from: (round) => `svar${round}@annan.example`, headers: "" })).toBe(
      stormLimits.repliesPerHour,
    );
  });
});

describe("each limit by itself", () => {
  it.each(Object.keys(stormLimits) as (keyof RecentMail)[])("%s holds a reply when reached, not before", (limit) => {
    const at = (count: number) => stormVerdict("reply", { ...quiet, [limit]: count });
    expect(at(stormLimits[limit] - 1)).toEqual({ verdict: "pass" });
    expect(at(stormLimits[limit])).toEqual({ verdict: "hold", limit });
  });
  it("a notice is held by what goes to one address or about one ticket alone", () => {
    const held = (Object.keys(stormLimits) as (keyof RecentMail)[]).filter(
      (limit) => stormVerdict("notice", { ...quiet, [limit]: 10_000 }).verdict === "hold",
    );
    expect(held).toEqual(["lettersToSenderPerHour", "lettersOnTicketPerHour"]);
  });
});
