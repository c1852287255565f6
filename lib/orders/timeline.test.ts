import { describe, expect, it } from "vitest";
import type { TaskKind, TaskStatus } from "@/db/words";
import { changeInWords } from "./change-words";
import { orderTimeline, type Story } from "./timeline";
import { whoseTurn } from "./whose-turn";

const at = (day: number, hour = 9) => new Date(`2026-12-${day}T${String(hour).padStart(2, "0")}:00:00+01:00`);
const maja = { id: "maja", name: "Maja Ekdahl" };
const goran = { id: "goran", name: "Göran Äppelqvist" };
const swedish = { language: "sv", timeZone: "Europe/Stockholm", viewerId: "maja" } as const;

const task = (kind: TaskKind, status: TaskStatus, day = 14) => {
  return { kind, status, isAutomatic: kind !== "register_serial_number", at: at(day) };
};
type Line = Story["lines"][number];
const line = (change: Partial<Line> = {}): Line => {
  return { status: "submitted", recipient: maja, serialNumber: null, tasks: [], ...change };
};
const round = (change: Partial<Story["approvals"][number]> = {}): Story["approvals"][number] => ({
  ...{ round: 1, requestedAt: at(14), decision: null, decidedAt: null, decidedBy: null, reason: null, changes: [] },
  ...change,
});
const story = (change: Partial<Story> & { status?: Story["order"]["status"] } = {}): Story => ({
  order: { status: change.status ?? "awaiting_approval", deliverTo: "Expeditionen", receivedAt: at(14) },
  requester: maja,
  lines: [line()],
  approvals: [round()],
  pause: null,
  clock: { dueAt: new Date("2027-01-08T15:00:00Z") },
  acts: [],
  ...change,
});
const told = (given: Story, reading: Parameters<typeof orderTimeline>[1] = swedish) =>
  orderTimeline(given, reading).map(({ stage, what, who }) => [stage, what, ...(who ? [who] : [])].join(" | "));

describe("orderTimeline", () => {
  it("says of a new order who sent it, who must approve, and what then remains", () => {
    expect(told(story(), { ...swedish, approvers: ["Anders Wallmark", "Sonja Lidgren"] })).toEqual([
      "past | Beställningen skickades | Maja Ekdahl",
      "now | Anders Wallmark eller Sonja Lidgren ska godkänna",
      "ahead | Vi förbereder konto och enhet",
      "ahead | Lämnas ut, senast fre 8 jan 2027",
    ]);
  });

  it("tells what was changed between two rounds, and what the approver said", () => {
    const change = { field: "rentPerMonthOre", from: "24900", to: "38900" } as const;
    const items = orderTimeline(
      story({
        approvals: [
          round(),
          round({
            ...{ round: 2, requestedAt: at(15), changes: [change] },
            ...{ decision: "declined", decidedAt: at(16), decidedBy: "Anders Wallmark", reason: "För dyr" },
          }),
        ],
        acts: [{ at: at(15), by: "Maja Ekdahl", event: "orders.changed", detail: {} }],
        status: "declined",
      }),
      swedish,
    );
    expect(items.map(({ what, when }) => [what, when])).toEqual([
      ["Beställningen skickades", "mån 14 dec 2026 kl.\u00a009.00"],
      ["Beställningen ändrades", "tis 15 dec 2026 kl.\u00a009.00"],
      ["Nekad", "ons 16 dec 2026 kl.\u00a009.00"],
    ]);
    expect(items[1]?.details[0]).toBe("Hyra för varje: 249\u00a0kr/mån blev 389\u00a0kr/mån");
    expect(items[2]?.details).toEqual(["”För dyr”"]);
  });

  it("tells a step once, when it is done for the last line, in the order things happened", () => {
    const lines = [
      line({
        status: "preparing",
        tasks: [task("register_serial_number", "done", 15), task("find_in_mdm", "done", 16)],
      }),
      line({
        status: "preparing",
        tasks: [task("register_serial_number", "done", 17), task("find_in_mdm", "waiting")],
      }),
      line({ status: "cancelled", tasks: [task("register_serial_number", "skipped")] }),
    ];
    const past = told(story({ status: "preparing", approvals: [], lines })).filter((item) => item.startsWith("past"));
    expect(past).toEqual([
      "past | Beställningen skickades | Maja Ekdahl",
      "past | 2 iPads valdes ut ur lagret | Servicedesk",
    ]);
  });

  it("tells a pause with its reason and review day, and the end of it", () => {
    const detail = { waitingFor: "supplier", reason: "Slut i lager", reviewAt: "2026-12-21T07:00:00Z" };
    const acts = [
      { at: at(16), by: "Samir Haddadin", event: "tickets.paused", detail },
      { at: at(21), by: null, event: "tickets.resumed", detail: {} },
    ];
    const items = orderTimeline(story({ status: "preparing", approvals: [], acts }), swedish);
    expect(items[1]).toMatchObject({
      what: "Pausad: väntar på leverantören",
      who: "Samir Haddadin",
      details: ["”Slut i lager”", "Vi tar upp det igen senast mån 21 dec 2026."],
    });
    expect(items[2]).toMatchObject({ what: "Arbetet fortsatte", who: "Serviceportalen" });
  });

  it("has no turn and nothing ahead once everything is confirmed", () => {
    const acts = [{ at: at(18), by: "Maja Ekdahl", event: "orders.acknowledged", detail: {} }];
    const done = story({ status: "delivered", approvals: [], acts, lines: [line({ status: "acknowledged" })] });
    expect(told(done).at(-1)).toBe("past | Mottagandet bekräftades | Maja Ekdahl");
  });
});

describe("whoseTurn", () => {
  const cases: [string, Partial<Story> & { status: Story["order"]["status"] }, string | undefined, boolean?][] = [
    ["no name to tell", { status: "awaiting_approval" }, "Chefen ska godkänna"],
    ["serials to find", { status: "preparing", lines: [line(), line()] }, "Servicedesk tar fram 2 iPads"],
    [
      "a step that stopped",
      { status: "preparing", lines: [line({ tasks: [task("add_to_groups", "failed")] })] },
      "Servicedesk hjälper ett steg vidare",
    ],
    [
      "only machines left",
      { status: "preparing", lines: [line({ serialNumber: "DMPX" })] },
      "Portalen förbereder konto och enhet",
    ],
    ["ready", { status: "ready" }, "Servicedesk lämnar ut: Expeditionen"],
    [
      "my receipt",
      { status: "delivered", lines: [line({ status: "handed_over" })] },
      "Din tur: bekräfta att du har fått den",
      true,
    ],
    [
      "another's receipt",
      { status: "delivered", lines: [line({ status: "handed_over", recipient: goran })] },
      "Göran Äppelqvist ska bekräfta att den har kommit fram",
    ],
    [
      "a place's receipt is the requester's",
      { status: "delivered", lines: [line({ status: "handed_over", recipient: null })] },
      "Din tur: bekräfta att du har fått den",
      true,
    ],
    [
      "my answer",
      { status: "preparing", pause: { waitingFor: "requester", reason: null, reviewAt: null } },
      "Din tur: vi väntar på svar från dig",
      true,
    ],
    ["ended", { status: "cancelled" }, undefined],
  ];

  it.each(cases)("%s", (_, change, words, isMine = false) => {
    const turn = whoseTurn(story(change), swedish);
    expect(turn?.words).toBe(words);
    expect(turn?.isMine ?? false).toBe(isMine);
  });
});

describe("changeInWords", () => {
  it("names models and writes recipients as a list", () => {
    const hardware = { field: "hardware", from: "ipad-11", to: "ipad-pro-11" } as const;
    expect(changeInWords(hardware, "sv", { "ipad-11": "iPad 11 tum" })).toEqual({
      ...{ field: "Modell", from: "iPad 11 tum", to: "ipad-pro-11" },
    });
    expect(changeInWords({ field: "recipients", from: "a@x,b@x", to: "a@x" }, "en").from).toBe("a@x, b@x");
  });
});
