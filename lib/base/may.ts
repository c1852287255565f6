import type { Role } from "@/db/words";
import type { Actor, Context, Grant, Person } from "./context";
import { NotAllowed } from "./errors";

type Rule = {
  /** These roles, where the object lies in the role's subtree. */
  roles?: readonly Role[];
  /** Everyone of the organisation who is signed in. */
  everyone?: true;
  /** People bound to the object itself. */
  own?: readonly ("requester" | "recipient")[];
  /** Never these, whatever their roles: four eyes. */
  never?: "requester";
  /** By a role of one's own alone: what is lent is not lent on. */
  inPerson?: true;
  /** The portal's own worker. */
  portal?: true;
};

const agents = ["first_line", "second_line", "third_line", "lead"] as const;

/** Who may do what. One line an act; what does not stand here is denied. */
const rules = {
  "order:place": { everyone: true },
  "order:placeForOthers": { roles: ["orderer", "coordinator", "approver", "secretary"] },
  "order:placePublik": { roles: ["orderer", "coordinator"] },
  "order:read": { own: ["requester", "recipient"], roles: [...agents, "approver", "administrator"], portal: true },
  "order:approve": { roles: ["approver"], never: "requester" },
  "order:cancel": { own: ["requester"], roles: agents },
  "order:change": { own: ["requester"] },
  "order:work": { roles: agents, portal: true },
  "order:acknowledge": { own: ["recipient", "requester"] },
  "ticket:read": { own: ["requester"], roles: [...agents, "administrator"], portal: true },
  "ticket:comment": { own: ["requester"], roles: agents },
  "ticket:work": { roles: agents, portal: true },
  "ticket:open": { everyone: true, portal: true },
  "ticket:openForOthers": { roles: agents, portal: true },
  "ticket:reopen": { own: ["requester"], roles: agents, portal: true },
  "ticket:close": { own: ["requester"], portal: true },
  "ticket:cancel": { own: ["requester"], roles: agents },
  "guide:readInternal": { roles: [...agents, "administrator"], portal: true },
  "guide:write": { roles: [...agents, "administrator"] },
  "guide:publish": { roles: ["lead", "administrator"], portal: true },
  "guide:answer": { everyone: true },
  "disruption:read": { roles: [...agents, "administrator"], portal: true },
  "disruption:work": { roles: agents },
  "disruption:follow": { everyone: true },
  /** Significant by the cyber security act: starts the three clocks. */
  "disruption:mark": { roles: ["lead", "administrator"] },
  /** A mail is filed by the portal: whoever it says it is from has proven nothing. */
  "ticket:receive": { portal: true },
  "mail:receive": { roles: ["administrator"], portal: true },
  "mail:work": { roles: agents, portal: true },
  "ticket:rate": { own: ["requester"] },
  /** A canned answer of one's own; everyone's takes "desk:edit". */
  "answer:save": { roles: agents },
  "desk:edit": { roles: ["administrator", "lead"] },
  "catalogue:edit": { roles: ["administrator"] },
  "calendar:edit": { roles: ["administrator"] },
  "connection:edit": { roles: ["administrator"] },
  "webhook:edit": { roles: ["administrator"] },
  "person:edit": { roles: ["administrator"] },
  /** A substitute for oneself; for others it takes "person:edit". */
  "substitute:appoint": { roles: ["approver"], inPerson: true },
  "token:make": { everyone: true },
  "clock:move": { roles: ["administrator"] },
} as const satisfies Record<string, Rule>;

export type Act = keyof typeof rules;

/** What an act is about: where it lies in the unit tree, and whose it is. Without a unit path: the whole organisation. */
export type Subject = { unitPath?: string; requesterId?: string; recipientIds?: readonly (string | null)[] };

export function may(actor: Actor, act: Act, subject: Subject = {}): boolean {
  const rule: Rule = rules[act];
  if (actor.kind === "anonymous") return false;
  if (actor.kind === "portal") return rule.portal === true;
  if (rule.never === "requester" && subject.requesterId === actor.personId) return false;
  if (rule.everyone) return true;
  if (isOwn(actor, rule, subject)) return true;
  return grantsFor(actor, act).some((grant) => liesUnder(grant, subject.unitPath) && isUsable(grant, rule, subject));
}

/** Who stands in for the requester may do no more with the order than the requester: never, where the requester never may. */
function isUsable({ lentBy }: Grant, rule: Rule, { requesterId }: Subject): boolean {
  return !(rule.never === "requester" && lentBy !== undefined && lentBy === requesterId);
}

/** Does the person hold the role over this unit? Without a unit: anywhere. */
export function holdsRole(actor: Actor, role: Role, unitPath?: string): boolean {
  if (actor.kind !== "person") return false;
  return actor.grants.some((grant) => grant.role === role && liesUnder(grant, unitPath));
}

const liesUnder = (grant: Grant, unitPath: string | undefined) => !unitPath || unitPath.startsWith(grant.unitPath);

/** The unit paths under which the person may do this by a role; for lists, as a filter. */
export function unitPathsFor(actor: Actor, act: Act): string[] {
  return grantsFor(actor, act).map((grant) => grant.unitPath);
}

/** The grants by which the person may do this: for lists where it matters whose role it is. */
export function grantsFor(actor: Actor, act: Act): Grant[] {
  const rule: Rule = rules[act];
  if (actor.kind !== "person") return [];
  return actor.grants.filter(({ role, lentBy }) => rule.roles?.includes(role) && !(rule.inPerson && lentBy));
}

export function requireMay(ctx: Context, act: Act, subject: Subject = {}): void {
  if (!may(ctx.actor, act, subject)) throw new NotAllowed();
}

/** The signed-in person, or NotAllowed: for acts that only a person can do. */
export function personOf(ctx: Context): Person {
  if (ctx.actor.kind !== "person") throw new NotAllowed();
  return ctx.actor;
}

function isOwn(person: Person, rule: Rule, subject: Subject): boolean {
  if (rule.own?.includes("requester") && subject.requesterId === person.personId) return true;
  return rule.own?.includes("recipient") === true && (subject.recipientIds ?? []).includes(person.personId);
}
