import { boolean, customType, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { attachmentStates } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons } from "./people";
import { comments, tickets } from "./tickets";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** What is known of a file; its content stands apart, so that no list can fetch it by mistake. */
export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    commentId: uuid("comment_id").references(() => comments.id),
    /** Made safe; its ending is the type's. */
    name: text("name").notNull(),
    /** By content. */
    type: text("type").notNull(),
    size: integer("size").notNull(),
    /** Of the content as it is kept. */
    sha256: text("sha256").notNull(),
    isInternal: boolean("is_internal").notNull(),
    hasThumbnail: boolean("has_thumbnail").notNull().default(false),
    /** Null: it came by the portal itself, with a letter say. */
    uploaderId: uuid("uploader_id").references(() => persons.id),
    state: text("state", { enum: attachmentStates }).notNull(),
    /** What the scanner found, in its own words. */
    finding: text("finding"),
    /** Set until scanner and reader are done with it; then, and after each failure, when to try again. */
    nextInspectionAt: instant("next_inspection_at"),
    inspections: integer("inspections").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.organisationId, t.ticketId, t.createdAt),
    index().on(t.organisationId, t.uploaderId, t.createdAt),
    index().on(t.organisationId, t.nextInspectionAt),
  ],
);

export const attachmentContents = pgTable("attachment_contents", {
  attachmentId: uuid("attachment_id")
    .primaryKey()
    .references(() => attachments.id),
  organisationId: organisationId(),
  content: bytes("content").notNull(),
  thumbnail: bytes("thumbnail"),
  /** What it says, for search. */
  words: text("words"),
});
