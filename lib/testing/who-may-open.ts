/**
 * Who gets an answer. "anyone": no sign-in is asked for. "person": whoever is signed in; others are sent to sign in. "approver" and
 * "agent": by role; to other persons it is not there. "party": those bound to the one thing shown, by role over its unit or as its
 * requester or recipient. "token": a bearer token of the scope that `restCalls` states. "demo": anyone, but only with DEMO=1.
 * "loopback": the machine itself, or METRICS_TOKEN.
 */
export type Audience = "anyone" | "person" | "approver" | "agent" | "party" | "token" | "demo" | "loopback";

/** Every page by its folder in app/, the groups in brackets left out. */
export const pagesOpenTo: Record<string, Audience> = {
  "/": "anyone",
  "/accessibility": "anyone",
  "/account": "person",
  "/approvals": "person",
  "/approvals/[reference]": "party",
  "/approvals/substitutes": "approver",
  "/desk": "agent",
  "/desk/answers": "agent",
  "/desk/orders/[reference]": "agent",
  "/desk/orders/[reference]/hand-over": "agent",
  "/desk/orders/[reference]/serial-numbers": "agent",
  "/desk/tickets/[reference]": "agent",
  "/desk/tickets/[reference]/merge": "agent",
  "/desk/tickets/[reference]/split": "agent",
  "/desk/tickets/[reference]/transfer": "agent",
  "/desk/keys": "agent",
  "/desk/register": "agent",
  "/desk/visits": "agent",
  "/dev/mail": "demo",
  "/dev/mail/[number]": "demo",
  "/orders": "person",
  "/orders/[reference]": "party",
  "/orders/[reference]/cancel": "party",
  "/orders/[reference]/change": "party",
  "/orders/[reference]/confirmation": "party",
  "/report": "person",
  "/report/check": "person",
  "/report/device": "person",
  "/report/fault": "person",
  "/report/outside": "person",
  "/report/scope": "person",
  "/services": "anyone",
  "/services/[service]": "anyone",
  "/services/[service]/order": "anyone",
  "/services/[service]/order/check": "person",
  "/services/[service]/order/form": "person",
  "/services/[service]/which": "anyone",
  "/sign-in": "anyone",
  "/tickets": "person",
  "/tickets/[reference]": "party",
  "/tickets/[reference]/cancel": "party",
  "/tickets/[reference]/confirmation": "party",
};

/** Every route handler but the REST calls, each with the methods it takes. */
export const handlersOpenTo: Record<string, Record<string, Audience>> = {
  "/api/auth/[...nextauth]": { GET: "anyone" },
  "/api/desk/draft": { POST: "agent" },
  "/api/desk/palette": { GET: "agent" },
  "/api/desk/persons": { GET: "agent" },
  "/api/dev/clock": { POST: "token" },
  "/api/health/ready": { GET: "anyone" },
  "/api/live": { GET: "person" },
  "/api/live/presence": { POST: "agent" },
  "/api/metrics": { GET: "loopback" },
  "/orders/[reference]/delivery.ics": { GET: "party" },
  "/tickets/[reference]/attachments": { POST: "party" },
  "/tickets/[reference]/attachments/[id]": { GET: "party" },
  "/sign-in/[organisation]": { GET: "anyone" },
};

/** REST addresses that no call stands behind: what no route takes, and the description of those that are. */
export const publicRest = ["/api/v1/[[...path]]", "/api/v1/openapi.json"];

/** Every server action, by the file that exports it. Each may be called directly, whatever page it stands on. */
export const actionsOpenTo: Record<string, Record<string, Audience>> = {
  "app/(desk)/desk/answers/actions.ts": { removeAnswerAction: "agent", saveAnswerAction: "agent" },
  "app/(desk)/desk/keys/actions.ts": { switchKeysAction: "anyone" },
  "app/(desk)/desk/orders/[reference]/actions.ts": {
    cancelAction: "agent",
    completeByHandAction: "agent",
    pauseAction: "agent",
    preconfigureAction: "agent",
    resumeAction: "agent",
    retryTaskAction: "agent",
    saveNoteAction: "agent",
    sendMessageAction: "agent",
  },
  "app/(desk)/desk/orders/[reference]/hand-over/actions.ts": { handOverAction: "agent" },
  "app/(desk)/desk/orders/[reference]/serial-numbers/actions.ts": {
    previewSerialNumbersAction: "agent",
    registerSerialNumberAction: "agent",
    registerSerialNumbersAction: "agent",
  },
  "app/(desk)/desk/tickets/[reference]/actions.ts": {
    assignAction: "agent",
    cancelAction: "agent",
    classifyAction: "agent",
    pauseAction: "agent",
    reopenAction: "agent",
    resolveAction: "agent",
    resumeAction: "agent",
    transferAction: "agent",
    undoAction: "agent",
  },
  "app/(desk)/desk/tickets/[reference]/talk-actions.ts": {
    insertAnswerAction: "agent",
    saveNoteAction: "agent",
    sendReplyAction: "agent",
  },
  "app/(desk)/desk/tickets/[reference]/work-actions.ts": {
    linkAction: "agent",
    mergeAction: "agent",
    spendTimeAction: "agent",
    splitAction: "agent",
    takeBackTimeAction: "agent",
    tickAction: "agent",
    unlinkAction: "agent",
    unmergeAction: "agent",
  },
  "app/(desk)/desk/register/actions.ts": { registerContactAction: "agent" },
  "app/(desk)/desk/visits/actions.ts": { checkIdentityAction: "agent", moveVisitAction: "agent" },
  "app/(portal)/account/actions.ts": {
    endSessionAction: "person",
    makeTokenAction: "person",
    revokeTokenAction: "person",
    setLanguageAction: "person",
  },
  "app/(portal)/actions.ts": {
    chooseLanguageAction: "anyone",
    chooseMunicipalityAction: "anyone",
    signOutAction: "anyone",
  },
  "app/(portal)/approvals/actions.ts": {
    appointSubstituteAction: "approver",
    decideApprovalAction: "approver",
    endSubstituteAction: "approver",
  },
  "app/(portal)/orders/actions.ts": {
    acknowledgeReceiptAction: "party",
    cancelOrderAction: "party",
    changeOrderAction: "party",
    writeMessageAction: "party",
  },
  "app/(portal)/report/actions.ts": { reportAction: "person", sendReportAction: "person" },
  "app/(portal)/services/[service]/order/actions.ts": { orderFormAction: "person", placeOrderAction: "person" },
  "app/(portal)/tickets/actions.ts": {
    cancelTicketAction: "party",
    rateAction: "party",
    reopenAction: "party",
    replyAction: "party",
    solvedAction: "party",
  },
  "app/(portal)/visit-actions.ts": { bookVisitAction: "party", callOffVisitAction: "party" },
  "app/sign-in/actions.ts": { signInAsPersonaAction: "demo" },
};
