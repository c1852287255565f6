import { describe, expect, test } from "vitest";
import * as words from "@/db/words";
import { type MessageKey, translator } from "@/lib/base/language";
import { describeStatus } from "./describe-status";

const lists = {
  role: words.roles,
  unitKind: words.unitKinds,
  variant: words.variants,
  hardwareClass: words.hardwareClasses,
  certificationStep: words.certificationSteps,
  orderStatus: words.orderStatuses,
  lineStatus: words.lineStatuses,
  taskStatus: words.taskStatuses,
  taskKind: words.taskKinds,
  ticketType: words.ticketTypes,
  ticketStatus: words.ticketStatuses,
  channel: words.channels,
  waitingFor: words.waitingFor,
  waitsFor: words.waitingFor,
  clockTarget: words.clockTargets,
  clockState: words.clockStates,
  decision: words.decisions,
  visibility: words.visibilities,
  connectionKind: words.connectionKinds,
  letterStatus: words.letterStatuses,
  tokenScope: words.tokenScopes,
  language: words.languages,
};

describe.each(words.languages)("in %s", (language) => {
  test.each(Object.entries(lists))("every %s has its word, and no two share one", (kind, list) => {
    const said = list.map((each) => translator(language)(`words.${kind}.${each}` as MessageKey));
    for (const word of said) expect(word).not.toMatch(/^words\.|^$/);
    expect(new Set(said).size).toBe(list.length);
  });
});

test("a state is told by word, tone and icon", () => {
  expect(describeStatus("orderStatus", "delivered", "sv")).toEqual({
    tone: "kept",
    icon: "package-check",
    children: "Utlämnad",
  });
  expect(describeStatus("clockState", "soon", "en")).toEqual({ tone: "soon", children: "Soon due" });
});
