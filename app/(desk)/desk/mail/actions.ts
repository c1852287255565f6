"use server";

import { routes } from "@/lib/base/routes";
import { dismissMail } from "@/lib/intake/dismiss-mail";
import { releaseAsReply } from "@/lib/intake/release-as-reply";
import { releaseAsTicket } from "@/lib/intake/release-as-ticket";
import { DismissMail, ReleaseAsReply, ReleaseAsTicket, UnmuteAddress } from "@/lib/intake/schema";
import { unmuteAddress } from "@/lib/intake/unmute-address";
import { personAction } from "@/lib/web/action";

export const releaseAsTicketAction = personAction(ReleaseAsTicket, releaseAsTicket, {
  goTo: ({ reference }) => routes.deskMail({ done: "opened", reference }),
});

export const releaseAsReplyAction = personAction(ReleaseAsReply, releaseAsReply, {
  goTo: ({ reference }) => routes.deskMail({ done: "appended", reference }),
});

export const dismissMailAction = personAction(DismissMail, dismissMail, {
  goTo: () => routes.deskMail({ done: "dismissed" }),
});

export const unmuteAddressAction = personAction(UnmuteAddress, unmuteAddress, {
  goTo: () => routes.deskMail({ view: "muted", done: "unmuted" }),
});
