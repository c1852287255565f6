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
  "/desk/bulk": "agent",
  "/desk/bulk/[run]": "agent",
  "/desk/orders/[reference]": "agent",
  "/desk/orders/[reference]/hand-over": "agent",
  "/desk/orders/[reference]/serial-numbers": "agent",
  "/desk/views": "agent",
  "/dev/mail": "demo",
  "/dev/mail/[number]": "demo",
  "/orders": "person",
  "/orders/[reference]": "party",
  "/orders/[reference]/cancel": "party",
  "/orders/[reference]/change": "party",
  "/orders/[reference]/confirmation": "party",
  "/services": "anyone",
  "/services/[service]": "anyone",
  "/services/[service]/order": "anyone",
  "/services/[service]/order/check": "person",
  "/services/[service]/order/form": "person",
  "/services/[service]/which": "anyone",
  "/sign-in": "anyone",
};

/** Every route handler but the REST calls, each with the methods it takes. */
export const handlersOpenTo: Record<string, Record<string, Audience>> = {
  "/api/auth/[...nextauth]": { GET: "anyone" },
  "/api/dev/clock": { POST: "token" },
  "/api/health/ready": { GET: "anyone" },
  "/api/metrics": { GET: "loopback" },
  "/orders/[reference]/delivery.ics": { GET: "party" },
  "/sign-in/[organisation]": { GET: "anyone" },
};

/** REST addresses that no call stands behind: what no route takes, and the description of those that are. */
export const publicRest = ["/api/v1/[[...path]]", "/api/v1/openapi.json"];

/** Every server action, by the file that exports it. Each may be called directly, whatever page it stands on. */
export const actionsOpenTo: Record<string, Record<string, Audience>> = {
  "app/(desk)/desk/actions.ts": { takeAction: "agent" },
  "app/(desk)/desk/bulk/actions.ts": { prepareBulkAction: "agent", runBulkAction: "agent", undoBulkAction: "agent" },
  "app/(desk)/desk/views/actions.ts": {
    chooseColumnsAction: "agent",
    deleteViewAction: "agent",
    moveViewAction: "agent",
    renameViewAction: "agent",
    saveViewAction: "agent",
  },
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
  "app/(portal)/services/[service]/order/actions.ts": { orderFormAction: "person", placeOrderAction: "person" },
  "app/sign-in/actions.ts": { signInAsPersonaAction: "demo" },
};
