/** Every closed word list of the portal: database enums, zod enums and screen texts all come from here. */

export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

export const roles = [
  "staff",
  "orderer",
  "coordinator",
  "approver",
  "secretary",
  "representative",
  "first_line",
  "second_line",
  "third_line",
  "lead",
  "printer_verifier",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export const unitKinds = ["municipality", "sector", "unit"] as const;
export type UnitKind = (typeof unitKinds)[number];

export const variants = ["publik", "personlig"] as const;
export type Variant = (typeof variants)[number];

export const hardwareClasses = ["bas", "plus", "premium"] as const;
export type HardwareClass = (typeof hardwareClasses)[number];

/** The three steps of certification, in their order (C8): a step that fails stops the next. */
export const certificationSteps = ["general", "technical", "business"] as const;
export type CertificationStep = (typeof certificationSteps)[number];

export const orderStatuses = ["awaiting_approval", "declined", "preparing", "ready", "delivered", "cancelled"] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const lineStatuses = [
  "submitted",
  "approved",
  "preparing",
  "ready",
  "handed_over",
  "acknowledged",
  "declined",
  "cancelled",
] as const;
export type LineStatus = (typeof lineStatuses)[number];

export const taskStatuses = ["waiting", "running", "done", "failed", "skipped"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const taskKinds = [
  "add_to_groups",
  "register_serial_number",
  "create_dev_account",
  "find_in_mdm",
  "tag_in_mdm",
  "preconfigure",
  "hand_over",
  "remove_from_groups",
  "disable_dev_account",
] as const;
export type TaskKind = (typeof taskKinds)[number];

export const ticketTypes = ["incident", "service_request", "question", "change_request"] as const;
export type TicketType = (typeof ticketTypes)[number];

export const ticketStatuses = ["new", "in_progress", "paused", "resolved", "closed", "cancelled"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export const channels = ["portal", "email", "phone", "walk_in", "api", "import"] as const;
export type Channel = (typeof channels)[number];

export const waitingFor = ["requester", "supplier", "approval", "other"] as const;
export type WaitingFor = (typeof waitingFor)[number];

export const clockTargets = ["response", "update", "resolution", "delivery"] as const;
export type ClockTarget = (typeof clockTargets)[number];

/** What a service level promises: a first answer, news at intervals, a solution. An order has its delivery instead. */
export const levelTargets = ["response", "update", "resolution"] as const satisfies readonly ClockTarget[];
export type LevelTarget = (typeof levelTargets)[number];

/** How a ticket ended: cancelled, duplicate and merged are words of their own, though the status of all three is cancelled. */
export const ticketEndings = ["resolved", "cancelled", "duplicate", "merged"] as const;

export const resolutionCodes = [
  "fixed",
  "workaround",
  "replaced",
  "explained",
  "no_fault",
  "not_supported",
  "by_requester",
  "password_reset",
] as const;

/** A visit to the desk: dropped in during walk-in hours, or at a booked time. */
export const visitKinds = ["drop_in", "booked"] as const;
export type VisitKind = (typeof visitKinds)[number];

export const visitStatuses = ["booked", "arrived", "done", "no_show", "cancelled"] as const;
export type VisitStatus = (typeof visitStatuses)[number];

/** What was shown as proof of identity (B7); which one it was is never written down. */
export const identityDocuments = ["id_card", "passport", "driving_licence", "service_card", "known_to_agent"] as const;

/** follow_up, split: came of the other · part_of: its parent is the other · related: has to do with it, either way. */
export const ticketLinkKinds = ["follow_up", "duplicate", "merged", "related", "part_of", "split"] as const;
export type TicketLinkKind = (typeof ticketLinkKinds)[number];

/** Whose device it is about: the desk helps with the municipality's own alone (B2, B6). */
export const deviceOwnerships = ["municipal", "private_device", "private_computer"] as const;

/** What has been tried on a fault, as far as it says which line should go on with it (C1). */
export const triedSteps = [
  "restarted",
  "guide_followed",
  "synced_from_mdm",
  "reinstalled",
  "remote_session",
  "part_replaced",
  "logs_read",
  "same_fault_elsewhere",
] as const;
export type TriedStep = (typeof triedSteps)[number];

export const escalationSteps = ["warned", "breached"] as const;
export type EscalationStep = (typeof escalationSteps)[number];

export const clockStates = ["running", "paused", "met", "breached"] as const;
export type ClockState = (typeof clockStates)[number];

export const decisions = ["approved", "declined"] as const;
export type Decision = (typeof decisions)[number];

export const visibilities = ["public", "internal"] as const;
export type Visibility = (typeof visibilities)[number];

/** unscanned: no scanner is set up · held: waits for the scanner · infected: kept apart, never served. */
export const attachmentStates = ["unscanned", "held", "clean", "infected"] as const;
export type AttachmentState = (typeof attachmentStates)[number];

export const connectionKinds = ["mdm", "directory", "mail", "sign_in"] as const;

/** held: it never left, and `heldBecause` says why. */
export const letterStatuses = ["queued", "sent", "failed", "held"] as const;
export type LetterStatus = (typeof letterStatuses)[number];

/** person: somebody wrote it. notice: the portal tells of something. answer: the portal answers a mail that came in. */
export const letterOrigins = ["person", "notice", "answer"] as const;
export type LetterOrigin = (typeof letterOrigins)[number];

/** Why a letter was not sent, or not yet: the limits are lib/mail's. */
export const holdReasons = [
  "ownAct",
  "muted",
  "notAnswered",
  "repliesToSenderPerDay",
  "lettersToSenderPerHour",
  "lettersOnTicketPerHour",
  "fromSenderPerHour",
  "repliesPerHour",
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** What became of a mail that came in. */
export const mailOutcomes = ["opened", "appended", "ignored", "quarantined"] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

export const intakeSteps = ["stored", "judged", "done"] as const;

/** What an agent did with a mail in quarantine. */
export const intakeDecisions = ["opened", "appended", "dismissed"] as const;
export type IntakeDecision = (typeof intakeDecisions)[number];

export const tokenScopes = ["read", "write", "mail"] as const;
export type TokenScope = (typeof tokenScopes)[number];

export const guideAudiences = ["public", "internal"] as const;
export type GuideAudience = (typeof guideAudiences)[number];

export const disruptionMessageKinds = ["declared", "updated", "answered", "ended"] as const;
export type DisruptionMessageKind = (typeof disruptionMessageKinds)[number];

/** What the cyber security act asks for after a significant incident: within 24 hours, 72 hours and a month. */
export const incidentReportSteps = ["early_warning", "notification", "final_report"] as const;
export type IncidentReportStep = (typeof incidentReportSteps)[number];
/** What a person reports about, in their own terms; each leads to a category of the tree. */
export const reportTopics = [
  "ipad",
  "wifi",
  "mail",
  "printing",
  "account",
  "meeting_documents",
  "lost",
  "own_things",
  "other",
] as const;
export type ReportTopic = (typeof reportTopics)[number];

/** What the desk does not help with, each with its own answer (A12, B2, B6). */
export const scopeAnswers = ["own_things", "private_device", "private_computer"] as const;
export type ScopeAnswer = (typeof scopeAnswers)[number];

/** "Blev det bra?" */
export const ratings = ["yes", "partly", "no"] as const;
export type Rating = (typeof ratings)[number];
/** What another system can be told of, by webhook: the events of history that concern a ticket. */
export const webhookEvents = [
  "tickets.opened",
  "tickets.assigned",
  "tickets.commented",
  "tickets.transferred",
  "tickets.classified",
  "tickets.paused",
  "tickets.resumed",
  "tickets.resolved",
  "tickets.reopened",
  "tickets.closed",
  "tickets.cancelled",
  "tickets.merged",
  "tickets.duplicate",
  "tickets.unmerged",
  "tickets.followed",
  "tickets.warned",
  "tickets.breached",
] as const;

export const webhookDeliveryStatuses = ["queued", "delivered", "failed"] as const;

/** gone: the receiver answered 410; failing: it has not taken anything for a day. */
export const webhookPauseReasons = ["gone", "failing"] as const;
export type WebhookPauseReason = (typeof webhookPauseReasons)[number];
/** What can be done with many tickets at once. */
export const bulkActs = ["assign", "transfer", "pause", "reply", "classify", "resolve", "cancel"] as const;
export type BulkAct = (typeof bulkActs)[number];

/** prepared: looked at, not yet begun. */
export const bulkRunStates = ["prepared", "running", "done"] as const;

export const bulkItemStates = ["pending", "done", "skipped"] as const;
