CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"mailbox" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"raw" "bytea" NOT NULL,
	"fault" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"step" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sender" text,
	"sender_name" text,
	"subject" text,
	"verdict" jsonb,
	"outcome" text,
	"reason" text,
	"because" text,
	"ticket_id" uuid,
	"suggested_id" uuid,
	"done_at" timestamp (3) with time zone,
	"decision" text,
	"decided_reason" text,
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "inbound_mails_organisation_id_mailbox_key_unique" UNIQUE("organisation_id","mailbox","key")
);
--> statement-breakpoint
CREATE TABLE "mail_canaries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"returned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mailed_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"comment_id" uuid,
	"sender" text NOT NULL,
	"sender_name" text NOT NULL,
	"is_proven" boolean NOT NULL,
	"supplier" text,
	"quoted" text NOT NULL,
	"html" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "muted_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"address" text NOT NULL,
	"status" text,
	"because" text NOT NULL,
	"letter_id" uuid,
	"muted_at" timestamp (3) with time zone NOT NULL,
	"unmuted_at" timestamp (3) with time zone,
	"unmuted_by_id" uuid
);
--> statement-breakpoint
CREATE TABLE "ticket_suppliers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"queue_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"supplier_reference" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_suppliers_organisation_id_ticket_id_address_unique" UNIQUE("organisation_id","ticket_id","address")
);
--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "origin" text DEFAULT 'notice' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "ticket_id" uuid;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "held_because" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "sent_with_id" uuid;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "bounced_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "bounce" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "is_contact" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "supplier_name" text;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "supplier_address" text;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_suggested_id_tickets_id_fk" FOREIGN KEY ("suggested_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_decided_by_id_persons_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_canaries" ADD CONSTRAINT "mail_canaries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_canaries" ADD CONSTRAINT "mail_canaries_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_texts" ADD CONSTRAINT "mailed_texts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_texts" ADD CONSTRAINT "mailed_texts_mail_id_inbound_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."inbound_mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_texts" ADD CONSTRAINT "mailed_texts_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_texts" ADD CONSTRAINT "mailed_texts_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_addresses" ADD CONSTRAINT "muted_addresses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_addresses" ADD CONSTRAINT "muted_addresses_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_addresses" ADD CONSTRAINT "muted_addresses_unmuted_by_id_persons_id_fk" FOREIGN KEY ("unmuted_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_suppliers" ADD CONSTRAINT "ticket_suppliers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_suppliers" ADD CONSTRAINT "ticket_suppliers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_suppliers" ADD CONSTRAINT "ticket_suppliers_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_step_received_at_index" ON "inbound_mails" USING btree ("organisation_id","step","received_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_outcome_received_at_index" ON "inbound_mails" USING btree ("organisation_id","outcome","received_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_sender_done_at_index" ON "inbound_mails" USING btree ("organisation_id","sender","done_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_ticket_id_index" ON "inbound_mails" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE INDEX "mail_canaries_organisation_id_created_at_index" ON "mail_canaries" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_canaries_organisation_id_letter_id_index" ON "mail_canaries" USING btree ("organisation_id","letter_id");--> statement-breakpoint
CREATE INDEX "mailed_texts_organisation_id_ticket_id_index" ON "mailed_texts" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE INDEX "mailed_texts_organisation_id_comment_id_index" ON "mailed_texts" USING btree ("organisation_id","comment_id");--> statement-breakpoint
CREATE INDEX "muted_addresses_organisation_id_address_index" ON "muted_addresses" USING btree ("organisation_id","address");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_created_at_id_index" ON "letters" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_to_address_sent_at_index" ON "letters" USING btree ("organisation_id","to_address","sent_at");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_ticket_id_sent_at_index" ON "letters" USING btree ("organisation_id","ticket_id","sent_at");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_origin_sent_at_index" ON "letters" USING btree ("organisation_id","origin","sent_at");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_message_id_index" ON "letters" USING btree ("organisation_id","message_id");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_sent_with_id_index" ON "letters" USING btree ("organisation_id","sent_with_id");--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "contacts_never_sign_in" CHECK (not "persons"."is_contact" or "persons"."disabled_at" is not null);