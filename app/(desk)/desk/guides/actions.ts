"use server";

import { routes } from "@/lib/base/routes";
import { discardDraft } from "@/lib/guides/discard-draft";
import { publishGuide } from "@/lib/guides/publish-guide";
import { restoreGuide } from "@/lib/guides/restore-guide";
import { saveGuide } from "@/lib/guides/save-guide";
import { OnGuide, RestoreGuide, SaveGuide } from "@/lib/guides/schema";
import { personAction } from "@/lib/web/action";

export const saveGuideAction = personAction(SaveGuide, saveGuide, {
  goTo: ({ slug }) => `${routes.deskGuide(slug)}?done=saved`,
});

export const publishGuideAction = personAction(OnGuide, publishGuide, {
  goTo: ({ slug }) => `${routes.deskGuide(slug)}?done=published`,
});

export const restoreGuideAction = personAction(RestoreGuide, restoreGuide, {
  goTo: ({ slug }) => `${routes.deskGuide(slug)}?done=restored`,
});

export const discardDraftAction = personAction(OnGuide, discardDraft, {
  goTo: (_, { slug }) => `${routes.deskGuide(slug)}?done=discarded`,
});
