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
DROP INDEX "tickets_organisation_id_due_at_id_index";--> statement-breakpoint
DROP INDEX "tickets_organisation_id_queue_id_due_at_index";--> statement-breakpoint
DROP INDEX "tickets_organisation_id_assignee_id_due_at_index";--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_columns" ADD CONSTRAINT "queue_columns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_columns" ADD CONSTRAINT "queue_columns_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_views" ADD CONSTRAINT "ticket_views_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_views" ADD CONSTRAINT "ticket_views_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_runs_organisation_id_person_id_created_at_index" ON "bulk_runs" USING btree ("organisation_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "tickets_organisation_id_queue_id_received_at_index" ON "tickets" USING btree ("organisation_id","queue_id","received_at");--> statement-breakpoint
CREATE INDEX "tickets_organisation_id_assignee_id_received_at_index" ON "tickets" USING btree ("organisation_id","assignee_id","received_at");