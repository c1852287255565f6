"use server";
import { routes } from "@/lib/base/routes";
import { addMember } from "@/lib/tickets/add-member";
import { addQueue } from "@/lib/tickets/add-queue";
import { changeQueue } from "@/lib/tickets/change-queue";
import { removeMember } from "@/lib/tickets/remove-member";
import { AddQueue, ChangeQueue, QueueMember } from "@/lib/tickets/schema";
import { personAction } from "@/lib/web/action";
import { doneAt } from "../done-at";

const on = ChangeQueue.pick({ queue: true });
const Named = on.extend({ name: AddQueue.shape.name });
const Supplied = on.extend({ supplier: ChangeQueue.shape.supplier.unwrap().unwrap() });

export const addQueueAction = personAction(AddQueue, addQueue, {
  goTo: ({ slug }) => doneAt(routes.deskQueue(slug), "added"),
});

export const nameQueueAction = personAction(Named, changeQueue, {
  goTo: (_, { queue }) => doneAt(routes.deskQueue(queue), "saved"),
});

export const supplyQueueAction = personAction(Supplied, changeQueue, {
  goTo: (_, { queue }) => doneAt(routes.deskQueue(queue), "saved"),
});

export const removeSupplierAction = personAction(on, (ctx, { queue }) => changeQueue(ctx, { queue, supplier: null }), {
  goTo: (_, { queue }) => doneAt(routes.deskQueue(queue), "removed"),
});

export const closeQueueAction = personAction(on, (ctx, { queue }) => changeQueue(ctx, { queue, isClosed: true }), {
  goTo: (_, { queue }) => doneAt(routes.deskQueue(queue), "closed"),
});

export const openQueueAction = personAction(on, (ctx, { queue }) => changeQueue(ctx, { queue, isClosed: false }), {
  goTo: (_, { queue }) => doneAt(routes.deskQueue(queue), "opened"),
});

export const addMemberAction = personAction(QueueMember, addMember, {
  goTo: (_, { queue }) => doneAt(routes.deskQueue(queue), "saved"),
});

export const removeMemberAction = personAction(QueueMember, removeMember, {
  goTo: (_, { queue }) => doneAt(routes.deskQueue(queue), "removed"),
});
