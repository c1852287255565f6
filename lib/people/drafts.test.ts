import { beforeAll, describe, expect, it } from "vitest";
import { NotFound } from "@/lib/base/errors";
import { makeTown, type Town } from "@/lib/testing/town";
import { claimDraft, deleteDraft, findDraft, getDraft, saveDraft } from "./drafts";

let town: Town;
let other: Town;
const form = "/services/ipad/order/form";
const content = { note: ["Till matsalen – ö"] };

beforeAll(async () => {
  town = await makeTown("staff", "first_line", "administrator");
  other = await makeTown("staff");
});

describe("a draft", () => {
  it("is kept for its author, written over, found again and thrown away", async () => {
    const ctx = town.as("staff");
    const { id } = await saveDraft(ctx, { form, content });
    expect(await saveDraft(ctx, { form, content: { note: ["ny"] }, id })).toEqual({ id, version: 2 });
    expect(await getDraft(ctx, id)).toMatchObject({ form, content: { note: ["ny"] }, version: 2 });
    expect((await findDraft(ctx, form))?.id).toBe(id);
    await deleteDraft(ctx, id);
    await expect(getDraft(ctx, id)).rejects.toThrow(NotFound);
  });

  it("is nobody else's: not the administrator's, not another organisation's, not a visitor's", async () => {
    const { id } = await saveDraft(town.as("staff"), { form, content });
    for (const ctx of [town.as("first_line"), town.as("administrator"), other.as("staff")]) {
      await expect(getDraft(ctx, id)).rejects.toThrow(NotFound);
      await deleteDraft(ctx, id);
      expect((await saveDraft(ctx, { form, content: {}, id })).id).not.toBe(id);
    }
    await expect(getDraft(town.as("anonymous"), id)).rejects.toThrow("errors.notAllowed");
    expect(await getDraft(town.as("staff"), id)).toMatchObject({ content });
  });

  it("written without a session is claimed once, by its secret alone", async () => {
    const { id } = await saveDraft(town.as("anonymous"), { form, content, claim: "hemlig" });
    const ctx = town.as("staff");
    await expect(getDraft(ctx, id)).rejects.toThrow(NotFound);
    await expect(claimDraft(ctx, { id, claim: "gissad" })).rejects.toThrow(NotFound);
    await expect(claimDraft(other.as("staff"), { id, claim: "hemlig" })).rejects.toThrow(NotFound);
    expect(await claimDraft(ctx, { id, claim: "hemlig" })).toMatchObject({ content });
    expect(await getDraft(ctx, id)).toMatchObject({ content });
    await expect(claimDraft(town.as("first_line"), { id, claim: "hemlig" })).rejects.toThrow(NotFound);
  });

  it("is not kept without an author or a claim, nor when it is too large", async () => {
    await expect(saveDraft(town.as("anonymous"), { form, content })).rejects.toThrow(NotFound);
    const huge = { form, content: { note: ["x".repeat(100_001)] } };
    await expect(saveDraft(town.as("staff"), huge)).rejects.toThrow("people.draftTooLarge");
  });
});
