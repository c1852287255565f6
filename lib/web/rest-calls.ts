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
import { postComment, postPause, postResumption } from "./operations/ticket-acts";
import { getOneTicket, getTicketHistory, getTickets } from "./operations/tickets";
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
  "/tickets": { GET: getTickets },
  "/tickets/{reference}": { GET: getOneTicket },
  "/tickets/{reference}/history": { GET: getTicketHistory },
  "/tickets/{reference}/comments": { POST: postComment },
  "/tickets/{reference}/pauses": { POST: postPause },
  "/tickets/{reference}/resumptions": { POST: postResumption },
  "/inbound-mail": { POST: postInboundMail },
  "/connections/mdm": connection(mdmCalls),
  "/connections/mdm/test": { POST: mdmCalls.test },
  "/connections/directory": connection(directoryCalls),
  "/connections/directory/test": { POST: directoryCalls.test },
  "/connections/mail": connection(mailCalls),
  "/connections/mail/test": { POST: mailCalls.test },
  "/connections/sign-in": { GET: getSignIn, PUT: setSignIn },
  "/connections/sign-in/groups": { GET: getGroups, PUT: setGroups },
} as const satisfies Record<string, Calls>;
