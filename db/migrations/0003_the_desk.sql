CREATE TABLE "attachment_contents" (
	"attachment_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"thumbnail" "bytea",
	"words" text
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"comment_id" uuid,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"is_internal" boolean NOT NULL,
	"has_thumbnail" boolean DEFAULT false NOT NULL,
	"uploader_id" uuid,
	"state" text NOT NULL,
	"finding" text,
	"next_inspection_at" timestamp (3) with time zone,
	"inspections" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"ticket_id" uuid,
	"reference" text NOT NULL,
	"version" integer,
	"input" jsonb,
	"state" text DEFAULT 'pending' NOT NULL,
	"why" jsonb,
	"undo" jsonb,
	"letters" jsonb,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_items_organisation_id_run_id_position_unique" UNIQUE("organisation_id","run_id","position"),
	CONSTRAINT "bulk_items_organisation_id_run_id_reference_unique" UNIQUE("organisation_id","run_id","reference")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"act" text NOT NULL,
	"input" jsonb NOT NULL,
	"status" text NOT NULL,
	"return_to" text NOT NULL,
	"undo_of" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_runs_organisation_id_undo_of_unique" UNIQUE("organisation_id","undo_of")
);
--> statement-breakpoint
CREATE TABLE "queue_columns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"columns" text[] NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "queue_columns_organisation_id_person_id_unique" UNIQUE("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_presence" (
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_writing" boolean NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_presence_ticket_id_person_id_pk" PRIMARY KEY("ticket_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"columns" text[] NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_views_organisation_id_person_id_name_unique" UNIQUE("organisation_id","person_id","name")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"booked_by_id" uuid NOT NULL,
	"arrived_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"identity_by" text,
	"identity_checked_by_id" uuid,
	"identity_checked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disruption_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"disruption_id" uuid NOT NULL,
	"key" text NOT NULL,
	"text" jsonb NOT NULL,
	"resolves_tickets" boolean NOT NULL,
	"by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "disruption_answers_organisation_id_disruption_id_key_unique" UNIQUE("organisation_id","disruption_id","key")
);
--> statement-breakpoint
CREATE TABLE "disruption_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"person_id" uuid,
	"ticket_id" uuid,
	"done_at" timestamp (3) with time zone,
	"skipped_because" text,
	CONSTRAINT "disruption_deliveries_organisation_id_answer_id_person_id_unique" UNIQUE("organisation_id","answer_id","person_id"),
	CONSTRAINT "disruption_deliveries_organisation_id_answer_id_ticket_id_unique" UNIQUE("organisation_id","answer_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "disruption_followers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"disruption_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "disruption_followers_organisation_id_disruption_id_person_id_unique" UNIQUE("organisation_id","disruption_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "disruption_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"disruption_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" jsonb NOT NULL,
	"by_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disruption_tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"disruption_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"linked_by_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "disruption_tickets_organisation_id_disruption_id_ticket_id_unique" UNIQUE("organisation_id","disruption_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "disruptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"affected" jsonb NOT NULL,
	"meanwhile" jsonb NOT NULL,
	"categories" text[] NOT NULL,
	"services" text[] NOT NULL,
	"from_ticket_id" uuid,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"declared_by_id" uuid NOT NULL,
	"next_update_at" timestamp (3) with time zone,
	"late_told_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"aware_at" timestamp (3) with time zone,
	"significant_at" timestamp (3) with time zone,
	"significant_by_id" uuid,
	"next_sweep_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "disruptions_organisation_id_from_ticket_id_unique" UNIQUE("organisation_id","from_ticket_id")
);
--> statement-breakpoint
CREATE TABLE "incident_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"disruption_id" uuid NOT NULL,
	"step" text NOT NULL,
	"warn_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"warned_at" timestamp (3) with time zone,
	"breach_told_at" timestamp (3) with time zone,
	"reported_at" timestamp (3) with time zone,
	"reported_by_id" uuid,
	"reported_to" text,
	"receipt" text,
	CONSTRAINT "incident_reports_organisation_id_disruption_id_step_unique" UNIQUE("organisation_id","disruption_id","step")
);
--> statement-breakpoint
CREATE TABLE "report_recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"contact" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_recipients_organisation_id_unique" UNIQUE("organisation_id")
);
--> statement-breakpoint
CREATE TABLE "guide_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"has_helped" boolean NOT NULL,
	"is_instead_of_ticket" boolean DEFAULT false NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guide_answers_organisation_id_guide_id_person_id_unique" UNIQUE("organisation_id","guide_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "guide_showings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"day" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "guide_showings_organisation_id_guide_id_day_unique" UNIQUE("organisation_id","guide_id","day")
);
--> statement-breakpoint
CREATE TABLE "guide_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"audience" text NOT NULL,
	"categories" text[] NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"review_on" text NOT NULL,
	"restored_from" integer,
	"written_by_id" uuid,
	"written_at" timestamp (3) with time zone NOT NULL,
	"published_by_id" uuid,
	"published_at" timestamp (3) with time zone,
	"search_sv" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('swedish', coalesce(title ->> 'sv', '')), 'A') || setweight(to_tsvector('swedish', coalesce(summary ->> 'sv', '')), 'B') || setweight(to_tsvector('swedish', coalesce(body ->> 'sv', '')), 'C')) STORED,
	"search_en" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', coalesce(title ->> 'en', '')), 'A') || setweight(to_tsvector('english', coalesce(summary ->> 'en', '')), 'B') || setweight(to_tsvector('english', coalesce(body ->> 'en', '')), 'C')) STORED,
	CONSTRAINT "guide_versions_organisation_id_guide_id_number_unique" UNIQUE("organisation_id","guide_id","number")
);
--> statement-breakpoint
CREATE TABLE "guides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"published_number" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guides_organisation_id_slug_unique" UNIQUE("organisation_id","slug")
);
--> statement-breakpoint
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
CREATE TABLE "scope_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"submission_key" text NOT NULL,
	"topic" text NOT NULL,
	"answer" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scope_answers_organisation_id_submission_key_topic_answer_unique" UNIQUE("organisation_id","submission_key","topic","answer")
);
--> statement-breakpoint
CREATE TABLE "ticket_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"resolved_at" timestamp (3) with time zone NOT NULL,
	"rating" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"rated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_ratings_organisation_id_ticket_id_resolved_at_unique" UNIQUE("organisation_id","ticket_id","resolved_at")
);
--> statement-breakpoint
CREATE TABLE "ticket_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"requester_id" uuid NOT NULL,
	"submission_key" text NOT NULL,
	"ticket_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"tried" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_reports_ticket_id_unique" UNIQUE("ticket_id"),
	CONSTRAINT "ticket_reports_organisation_id_requester_id_submission_key_unique" UNIQUE("organisation_id","requester_id","submission_key")
);
--> statement-breakpoint
CREATE TABLE "canned_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"owner_id" uuid,
	"name" text NOT NULL,
	"sv" text NOT NULL,
	"en" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "checklist_ticks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"checklist_id" uuid NOT NULL,
	"item" text NOT NULL,
	"words" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checklist_ticks_organisation_id_ticket_id_checklist_id_item_unique" UNIQUE("organisation_id","ticket_id","checklist_id","item")
);
--> statement-breakpoint
CREATE TABLE "checklists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"category" text,
	"items" jsonb NOT NULL,
	"holds_back" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "checklists_organisation_id_slug_unique" UNIQUE("organisation_id","slug")
);
--> statement-breakpoint
CREATE TABLE "time_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"spent_on" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ticket_search" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"identifiers" text[] NOT NULL,
	"names" text NOT NULL,
	"title_words" "tsvector" NOT NULL,
	"all_words" "tsvector" NOT NULL,
	"public_words" "tsvector"
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" integer,
	"ms" integer NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"event" text NOT NULL,
	"reference" text,
	"version" integer,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_by" text,
	"next_attempt_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"includes_confidential" boolean DEFAULT false NOT NULL,
	"sealed_secret" text NOT NULL,
	"previous_sealed_secret" text,
	"previous_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_id" uuid NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"pause_reason" text,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "tickets_organisation_id_due_at_id_index";--> statement-breakpoint
DROP INDEX "tickets_organisation_id_queue_id_due_at_index";--> statement-breakpoint
DROP INDEX "tickets_organisation_id_assignee_id_due_at_index";--> statement-breakpoint
ALTER TABLE "ticket_links" ADD COLUMN "status_before" text;--> statement-breakpoint
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
ALTER TABLE "tickets" ADD COLUMN "opened_in" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "changed_in" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment_contents" ADD CONSTRAINT "attachment_contents_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_contents" ADD CONSTRAINT "attachment_contents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploader_id_persons_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_columns" ADD CONSTRAINT "queue_columns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_columns" ADD CONSTRAINT "queue_columns_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_presence" ADD CONSTRAINT "ticket_presence_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_presence" ADD CONSTRAINT "ticket_presence_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_presence" ADD CONSTRAINT "ticket_presence_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_views" ADD CONSTRAINT "ticket_views_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_views" ADD CONSTRAINT "ticket_views_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_booked_by_id_persons_id_fk" FOREIGN KEY ("booked_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_identity_checked_by_id_persons_id_fk" FOREIGN KEY ("identity_checked_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_answers" ADD CONSTRAINT "disruption_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_answers" ADD CONSTRAINT "disruption_answers_disruption_id_disruptions_id_fk" FOREIGN KEY ("disruption_id") REFERENCES "public"."disruptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_answers" ADD CONSTRAINT "disruption_answers_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_deliveries" ADD CONSTRAINT "disruption_deliveries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_deliveries" ADD CONSTRAINT "disruption_deliveries_answer_id_disruption_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."disruption_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_deliveries" ADD CONSTRAINT "disruption_deliveries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_deliveries" ADD CONSTRAINT "disruption_deliveries_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_followers" ADD CONSTRAINT "disruption_followers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_followers" ADD CONSTRAINT "disruption_followers_disruption_id_disruptions_id_fk" FOREIGN KEY ("disruption_id") REFERENCES "public"."disruptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_followers" ADD CONSTRAINT "disruption_followers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_messages" ADD CONSTRAINT "disruption_messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_messages" ADD CONSTRAINT "disruption_messages_disruption_id_disruptions_id_fk" FOREIGN KEY ("disruption_id") REFERENCES "public"."disruptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_tickets" ADD CONSTRAINT "disruption_tickets_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_tickets" ADD CONSTRAINT "disruption_tickets_disruption_id_disruptions_id_fk" FOREIGN KEY ("disruption_id") REFERENCES "public"."disruptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruption_tickets" ADD CONSTRAINT "disruption_tickets_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruptions" ADD CONSTRAINT "disruptions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disruptions" ADD CONSTRAINT "disruptions_from_ticket_id_tickets_id_fk" FOREIGN KEY ("from_ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_reports" ADD CONSTRAINT "incident_reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_reports" ADD CONSTRAINT "incident_reports_disruption_id_disruptions_id_fk" FOREIGN KEY ("disruption_id") REFERENCES "public"."disruptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_recipients" ADD CONSTRAINT "report_recipients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_answers" ADD CONSTRAINT "guide_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_answers" ADD CONSTRAINT "guide_answers_guide_id_guides_id_fk" FOREIGN KEY ("guide_id") REFERENCES "public"."guides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_answers" ADD CONSTRAINT "guide_answers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_showings" ADD CONSTRAINT "guide_showings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_showings" ADD CONSTRAINT "guide_showings_guide_id_guides_id_fk" FOREIGN KEY ("guide_id") REFERENCES "public"."guides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_guide_id_guides_id_fk" FOREIGN KEY ("guide_id") REFERENCES "public"."guides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_written_by_id_persons_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_published_by_id_persons_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guides" ADD CONSTRAINT "guides_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "scope_answers" ADD CONSTRAINT "scope_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_ratings" ADD CONSTRAINT "ticket_ratings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_ratings" ADD CONSTRAINT "ticket_ratings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_reports" ADD CONSTRAINT "ticket_reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_reports" ADD CONSTRAINT "ticket_reports_requester_id_persons_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_reports" ADD CONSTRAINT "ticket_reports_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_answers" ADD CONSTRAINT "canned_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_answers" ADD CONSTRAINT "canned_answers_owner_id_persons_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_checklist_id_checklists_id_fk" FOREIGN KEY ("checklist_id") REFERENCES "public"."checklists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklists" ADD CONSTRAINT "checklists_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_search" ADD CONSTRAINT "ticket_search_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_search" ADD CONSTRAINT "ticket_search_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_organisation_id_ticket_id_created_at_index" ON "attachments" USING btree ("organisation_id","ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "attachments_organisation_id_uploader_id_created_at_index" ON "attachments" USING btree ("organisation_id","uploader_id","created_at");--> statement-breakpoint
CREATE INDEX "attachments_organisation_id_next_inspection_at_index" ON "attachments" USING btree ("organisation_id","next_inspection_at");--> statement-breakpoint
CREATE INDEX "bulk_runs_organisation_id_person_id_created_at_index" ON "bulk_runs" USING btree ("organisation_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "ticket_presence_organisation_id_seen_at_index" ON "ticket_presence" USING btree ("organisation_id","seen_at");--> statement-breakpoint
CREATE INDEX "visits_organisation_id_starts_at_index" ON "visits" USING btree ("organisation_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_organisation_id_ticket_id_index" ON "visits" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_coming_visit_a_ticket" ON "visits" USING btree ("organisation_id","ticket_id") WHERE status in ('booked', 'arrived');--> statement-breakpoint
CREATE INDEX "disruption_deliveries_organisation_id_answer_id_done_at_index" ON "disruption_deliveries" USING btree ("organisation_id","answer_id","done_at");--> statement-breakpoint
CREATE INDEX "disruption_messages_organisation_id_disruption_id_at_index" ON "disruption_messages" USING btree ("organisation_id","disruption_id","at");--> statement-breakpoint
CREATE INDEX "disruption_tickets_organisation_id_ticket_id_index" ON "disruption_tickets" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE INDEX "disruptions_organisation_id_ended_at_index" ON "disruptions" USING btree ("organisation_id","ended_at");--> statement-breakpoint
CREATE INDEX "disruptions_organisation_id_next_sweep_at_index" ON "disruptions" USING btree ("organisation_id","next_sweep_at");--> statement-breakpoint
CREATE INDEX "guide_answers_organisation_id_guide_id_at_index" ON "guide_answers" USING btree ("organisation_id","guide_id","at");--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_step_received_at_index" ON "inbound_mails" USING btree ("organisation_id","step","received_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_outcome_received_at_index" ON "inbound_mails" USING btree ("organisation_id","outcome","received_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_sender_done_at_index" ON "inbound_mails" USING btree ("organisation_id","sender","done_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_organisation_id_ticket_id_index" ON "inbound_mails" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE INDEX "mail_canaries_organisation_id_created_at_index" ON "mail_canaries" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_canaries_organisation_id_letter_id_index" ON "mail_canaries" USING btree ("organisation_id","letter_id");--> statement-breakpoint
CREATE INDEX "mailed_texts_organisation_id_ticket_id_index" ON "mailed_texts" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE INDEX "mailed_texts_organisation_id_comment_id_index" ON "mailed_texts" USING btree ("organisation_id","comment_id");--> statement-breakpoint
CREATE INDEX "muted_addresses_organisation_id_address_index" ON "muted_addresses" USING btree ("organisation_id","address");--> statement-breakpoint
CREATE INDEX "scope_answers_organisation_id_created_at_index" ON "scope_answers" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "canned_answers_organisation_id_name_index" ON "canned_answers" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "time_entries_organisation_id_ticket_id_index" ON "time_entries" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_organisation_id_delivery_id_id_index" ON "webhook_attempts" USING btree ("organisation_id","delivery_id","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_organisation_id_webhook_id_at_id_index" ON "webhook_deliveries" USING btree ("organisation_id","webhook_id","at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_organisation_id_status_next_attempt_at_index" ON "webhook_deliveries" USING btree ("organisation_id","status","next_attempt_at");--> statement-breakpoint
CREATE INDEX "webhooks_organisation_id_created_at_index" ON "webhooks" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_created_at_id_index" ON "letters" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_to_address_sent_at_index" ON "letters" USING btree ("organisation_id","to_address","sent_at");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_ticket_id_sent_at_index" ON "letters" USING btree ("organisation_id","ticket_id","sent_at");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_origin_sent_at_index" ON "letters" USING btree ("organisation_id","origin","sent_at");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_message_id_index" ON "letters" USING btree ("organisation_id","message_id");--> statement-breakpoint
CREATE INDEX "letters_organisation_id_sent_with_id_index" ON "letters" USING btree ("organisation_id","sent_with_id");--> statement-breakpoint
CREATE INDEX "tickets_organisation_id_changed_in_index" ON "tickets" USING btree ("organisation_id","changed_in");--> statement-breakpoint
CREATE INDEX "tickets_organisation_id_queue_id_received_at_index" ON "tickets" USING btree ("organisation_id","queue_id","received_at");--> statement-breakpoint
CREATE INDEX "tickets_organisation_id_assignee_id_received_at_index" ON "tickets" USING btree ("organisation_id","assignee_id","received_at");--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "contacts_never_sign_in" CHECK (not "persons"."is_contact" or "persons"."disabled_at" is not null);