/** Request bodies by call, each under a name of its own; shown in the description, and parsed by its schema in the tests. */
export const bodyExamples: Record<string, Record<string, unknown>> = {
  "POST /quotes": { quote: { service: "ipad", receivedAt: "2026-12-14T09:00:00+01:00" } },
  "POST /orders": {
    personlig: {
      ...{ service: "ipad", variant: "personlig", hardware: "ipad-air-11", quantity: 1 },
      ...{ recipients: ["staff@aminne.example"], costCentre: "2110-10", deliverTo: "Receptionen", addOns: [] },
    },
    publik: {
      ...{ service: "ipad", variant: "publik", hardware: "ipad-11", quantity: 3, recipients: [] },
      ...{ unit: "bjorkskolan", costCentre: "2110-10", deliverTo: "Biblioteket", addOns: [] },
    },
  },
  "POST /orders/{reference}/approvals": {
    approved: { decision: "approved" },
    declined: { decision: "declined", reason: "Vi har en att låna ut." },
  },
  "POST /orders/{reference}/changes": {
    change: { hardware: "ipad-11", costCentre: "2110-20", deliverTo: "Expeditionen" },
  },
  "POST /orders/{reference}/cancellation": { cancel: { reason: "Behövs inte längre." } },
  "POST /orders/{reference}/lines/{line}/serial-number": { number: { serialNumber: "DMPXK2ABC1" } },
  "POST /orders/{reference}/lines/{line}/handover": { handOver: { receivedBy: "Maja Ekdahl" } },
  "POST /orders/{reference}/lines/{line}/acknowledgement": { acknowledge: {} },
  "POST /tickets/{reference}/comments": { reply: { body: "Den kommer på fredag.", visibility: "public" } },
  "POST /tickets/{reference}/attachments": { log: { file: "@loggen.txt", visibility: "internal" } },
  "POST /tickets/{reference}/pauses": {
    supplier: {
      ...{ reason: "Modellen är slut hos leverantören.", waitingFor: "supplier", supplier: "Leverantören" },
      reviewAt: "2026-12-21T08:00:00+01:00",
    },
  },
  "POST /tickets/{reference}/resumptions": { resume: {} },
  "POST /tickets": {
    fault: {
      ...{ type: "incident", title: "Kalendern synkar inte", description: "Sedan i går." },
      ...{ category: "ipad/sync", impact: 3, urgency: 3, device: "DMPXK2ABC1", ownership: "municipal" },
    },
  },
  "POST /tickets/{reference}/assignment": {
    someone: { assignee: "first@aminne.example" },
    nobody: { assignee: null },
  },
  "POST /tickets/{reference}/transfers": {
    asOneText: { line: 2, reason: "Hör till MDM", note: "Profilen saknas. Omstart hjälpte inte." },
    inParts: {
      ...{ line: 2, queue: "line-2", reason: "Hör till MDM" },
      note: { known: "Profilen saknas.", tried: "Omstart.", asked: "Lägg till profilen igen." },
    },
  },
  "POST /tickets/{reference}/resolution": { resolve: { resolution: "Profilen lades till igen.", code: "fixed" } },
  "POST /tickets/{reference}/reopenings": { reopen: { reason: "Felet kom tillbaka." } },
  "POST /tickets/{reference}/classification": { classify: { category: "ipad/management", impact: 2 } },
  "POST /tickets/{reference}/cancellation": { cancel: { reason: "Det behövs inte längre." } },
  "POST /tickets/{reference}/closing": { close: {} },
  "POST /tickets/{reference}/merges": { merge: { into: "100-0015" } },
  "POST /tickets/{reference}/duplicates": { duplicate: { into: "100-0015" } },
  "POST /tickets/{reference}/separations": { part: {} },
  "POST /inbound-mail": {
    mail: "From: Maja Ekdahl <maja@aminne.example>\r\nTo: servicedesk@aminne.example\r\nSubject: Plattan\r\n\r\nDen laddar inte.\r\n",
  },
  "POST /webhooks": {
    receiver: { url: "https://arenden.aminne.example/hook", events: ["tickets.opened", "tickets.resolved"] },
  },
  "POST /webhooks/{id}/secrets": { change: {} },
  "POST /webhooks/{id}/resume": { resume: {} },
  "POST /webhooks/{id}/test": { test: {} },
  "PUT /connections/mdm": {
    oauth: {
      ...{ provider: "workspace_one", url: "https://as570.mdm.example", organizationGroupId: 570 },
      auth: {
        ...{ kind: "oauth", tokenUrl: "https://mdm.example/connect/token" },
        ...{ clientId: "serviceportalen", clientSecret: "…" },
      },
    },
    simulator: { provider: "simulator" },
  },
  "PUT /connections/directory": {
    ldap: {
      ...{ provider: "ldap", url: "ldaps://ad.aminne.example", bindDn: "cn=portal,dc=aminne,dc=example" },
      ...{ password: "…", baseDn: "dc=aminne,dc=example" },
    },
  },
  "PUT /connections/mail": {
    mail: { smtpUrl: "smtp://mail.aminne.example:587", from: "Serviceportalen <serviceportalen@aminne.example>" },
  },
  "PUT /connections/sign-in": {
    oidc: {
      ...{ issuer: "https://login.aminne.example", clientId: "serviceportalen", clientSecret: "…" },
      displayName: "Åminne kommun",
    },
  },
  "PUT /connections/sign-in/groups": {
    groups: { groups: [{ group: "IT-Servicedesk", role: "first_line", unit: "aminne" }] },
  },
  "POST /connections/mdm/test": { test: {} },
  "POST /connections/directory/test": { test: {} },
  "POST /connections/mail/test": { test: {} },
};

const dueAt = "2027-01-08T16:00:00+01:00";
const receivedAt = "2026-12-14T09:00:00+01:00";
const clock = { target: "delivery", dueAt, state: "running", elapsedMinutes: 510 };
const running = { ...clock, remainingMinutes: 7650, pausedMinutes: 90 };
const ledger = [
  { date: "2026-12-14", counted: false, reason: "dag 0: beställningen kom in", code: "received" },
  { date: "2026-12-15", counted: true, number: 1, reason: "arbetsdag", code: "working_day" },
];

/** Answers by the name of their schema. */
export const answerExamples: Record<string, Record<string, unknown>> = {
  SignInConnection: {
    ...{ issuer: "https://login.aminne.example", clientId: "serviceportalen" },
    ...{ groupsClaim: "groups", displayName: "Åminne kommun" },
  },
  GroupMappings: { groups: [{ group: "IT-Servicedesk", role: "first_line", unit: "aminne" }] },
  Me: {
    ...{ email: "staff@aminne.example", name: "Maja Ekdahl", organisation: "aminne" },
    roles: [{ role: "staff", unit: "bjorkskolan" }],
    units: [{ slug: "bjorkskolan", name: "Björkskolan", costCentres: ["2110-10", "2110-20"] }],
  },
  MailAnswer: { outcome: "opened", reference: "100-0003", reason: "newUnconfirmed" },
  Quote: { service: "ipad", receivedAt, workingDays: 14, dueAt, ledger },
  Order: {
    ...{ reference: "100-0003", status: "preparing", service: "ipad", variant: "personlig", hardware: "ipad-air-11" },
    ...{ rentPerMonth: 249, requester: "staff@aminne.example", unit: "bjorkskolan", costCentre: "2110-10" },
    ...{ deliverTo: "Receptionen", note: null, receivedAt, deliveredAt: null, cancelledReason: null },
    lines: [
      {
        ...{ id: "0e9f6c1e-7a1e-4c9e-9b54-3f0f5a1f7c11", variant: "personlig", recipient: "staff@aminne.example" },
        ...{ serialNumber: "DMPXK2ABC1", status: "preparing", handedOverAt: null, receivedBy: null },
        ...{ acknowledgedAt: null, tasks: [] },
      },
    ],
    approvals: [],
    promise: { dueAt, ledger },
    clock: running,
    waiting: null,
    version: 4,
  },
  Ticket: {
    ...{ reference: "100-0003", type: "service_request", title: "Personlig: 1 × iPad Air 11 tum", description: "" },
    ...{ category: "service/ipad", channel: "api", impact: 3, urgency: 3, priority: 3, status: "in_progress" },
    ...{ line: 1, queue: "line-1", assignee: null, requester: "staff@aminne.example", unit: "bjorkskolan" },
    ...{ receivedAt, firstResponseAt: null, resolvedAt: null, closedAt: null, resolution: null },
    ...{ clocks: [running], waiting: null, version: 3 },
  },
  TicketLink: {
    ...{ kind: "follow_up", direction: "to", reference: "100-0015", title: "Kalendern synkar inte" },
    status: "closed",
  },
  Attachment: {
    ...{ id: "5b0f8a54-8b0e-4a57-9a2f-6f0f0c1d2e3f", name: "skärmbild.png", type: "image/png", size: 48_213 },
    ...{ sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", visibility: "public" },
    ...{ state: "clean", uploader: "Maja Ekdahl", createdAt: receivedAt },
    url: "/api/v1/tickets/100-0003/attachments/5b0f8a54-8b0e-4a57-9a2f-6f0f0c1d2e3f",
  },
  TicketAct: {
    ...{ at: receivedAt, actor: "Samir Haddadin", event: "tickets.commented" },
    detail: { visibility: "public", body: "Den kommer på fredag." },
  },
  Webhook: {
    ...{ id: "0e9f6c1e-7a1e-4c9e-9b54-3f0f5a1f7c11", url: "https://arenden.aminne.example/hook" },
    ...{ events: ["tickets.opened", "tickets.resolved"], includesConfidential: false, createdAt: receivedAt },
    ...{ failures: 0, pausedAt: null, pauseReason: null },
  },
  WebhookDelivery: {
    ...{ id: "5b1d2f60-0c43-4f0e-8f43-2a8c7b7d9e02", event: "tickets.opened", reference: "100-0015", version: 1 },
    ...{ at: receivedAt, status: "delivered", nextAttemptAt: null },
    attempts: [{ at: receivedAt, status: 204, ms: 38, error: null }],
  },
  Problem: {
    ...{ type: "about:blank", title: "Det finns ett problem med det du fyllde i.", status: 400 },
    ...{
      code: "errors.invalid",
      request: "5a0f0d2e",
      errors: [{ path: "costCentre", message: "Fyll i det här fältet." }],
    },
  },
};
