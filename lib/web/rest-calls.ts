import { getAttachments, getOneAttachment, postAttachment } from "./operations/attachments";
import { getOneService, getServices, postQuote } from "./operations/catalogue";
import { directoryCalls, mailCalls, mdmCalls } from "./operations/connections";
import { postInboundMail } from "./operations/inbound-mail";
import { getMe } from "./operations/me";
import {
  postAcknowledgement,
  postApproval,
  postCancellation,
  postChange,
  postHandover,
  postSerialNumber,
} from "./operations/order-acts";
import { getOneOrder, getOrders, postOrder } from "./operations/orders";
import { getGroups, getSignIn, setGroups, setSignIn } from "./operations/sign-in";
import {
  postAssignment,
  postClassification,
  postClosing,
  postComment,
  postDuplicate,
  postMerge,
  postPause,
  postReopening,
  postResolution,
  postResumption,
  postSeparation,
  postTicketCancellation,
  postTransfer,
} from "./operations/ticket-acts";
import { getOneTicket, getTicketHistory, getTicketLinks, getTickets, postTicket } from "./operations/tickets";
import {
  deleteWebhook,
  getDeliveries,
  getWebhooks,
  postWebhook,
  postWebhookResumption,
  postWebhookSecret,
  postWebhookTest,
} from "./operations/webhooks";
import type { Calls } from "./rest-route";

const connection = ({ get, put }: typeof mdmCalls): Calls => ({ GET: get, PUT: put });

/** Every call of the interface, by its address under /api/v1. The routes serve exactly these (a test compares the two). */
export const restCalls = {
  "/me": { GET: getMe },
  "/services": { GET: getServices },
  "/services/{service}": { GET: getOneService },
  "/quotes": { POST: postQuote },
  "/orders": { GET: getOrders, POST: postOrder },
  "/orders/{reference}": { GET: getOneOrder },
  "/orders/{reference}/approvals": { POST: postApproval },
  "/orders/{reference}/changes": { POST: postChange },
  "/orders/{reference}/cancellation": { POST: postCancellation },
  "/orders/{reference}/lines/{line}/serial-number": { POST: postSerialNumber },
  "/orders/{reference}/lines/{line}/handover": { POST: postHandover },
  "/orders/{reference}/lines/{line}/acknowledgement": { POST: postAcknowledgement },
  "/tickets": { GET: getTickets, POST: postTicket },
  "/tickets/{reference}": { GET: getOneTicket },
  "/tickets/{reference}/history": { GET: getTicketHistory },
  "/tickets/{reference}/comments": { POST: postComment },
  "/tickets/{reference}/assignment": { POST: postAssignment },
  "/tickets/{reference}/transfers": { POST: postTransfer },
  "/tickets/{reference}/attachments": { GET: getAttachments, POST: postAttachment },
  "/tickets/{reference}/attachments/{id}": { GET: getOneAttachment },
  "/tickets/{reference}/pauses": { POST: postPause },
  "/tickets/{reference}/resumptions": { POST: postResumption },
  "/tickets/{reference}/resolution": { POST: postResolution },
  "/tickets/{reference}/reopenings": { POST: postReopening },
  "/tickets/{reference}/classification": { POST: postClassification },
  "/tickets/{reference}/cancellation": { POST: postTicketCancellation },
  "/tickets/{reference}/closing": { POST: postClosing },
  "/tickets/{reference}/merges": { POST: postMerge },
  "/tickets/{reference}/duplicates": { POST: postDuplicate },
  "/tickets/{reference}/separations": { POST: postSeparation },
  "/tickets/{reference}/links": { GET: getTicketLinks },
  "/inbound-mail": { POST: postInboundMail },
  "/webhooks": { GET: getWebhooks, POST: postWebhook },
  "/webhooks/{id}": { DELETE: deleteWebhook },
  "/webhooks/{id}/deliveries": { GET: getDeliveries },
  "/webhooks/{id}/secrets": { POST: postWebhookSecret },
  "/webhooks/{id}/resume": { POST: postWebhookResumption },
  "/webhooks/{id}/test": { POST: postWebhookTest },
  "/connections/mdm": connection(mdmCalls),
  "/connections/mdm/test": { POST: mdmCalls.test },
  "/connections/directory": connection(directoryCalls),
  "/connections/directory/test": { POST: directoryCalls.test },
  "/connections/mail": connection(mailCalls),
  "/connections/mail/test": { POST: mailCalls.test },
  "/connections/sign-in": { GET: getSignIn, PUT: setSignIn },
  "/connections/sign-in/groups": { GET: getGroups, PUT: setGroups },
} as const satisfies Record<string, Calls>;
