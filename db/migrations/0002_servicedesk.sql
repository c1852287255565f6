CREATE TABLE "service_levels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"promises" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "service_levels_organisation_id_slug_version_unique" UNIQUE("organisation_id","slug","version")
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"target" text NOT NULL,
	"step" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"told_to" uuid[]
);
--> statement-breakpoint
CREATE TABLE "priority_matrices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "priority_matrices_organisation_id_version_unique" UNIQUE("organisation_id","version")
);
--> statement-breakpoint
CREATE TABLE "queue_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"queue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "queue_members_organisation_id_queue_id_person_id_unique" UNIQUE("organisation_id","queue_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"path" text NOT NULL,
	"name" text NOT NULL,
	"is_confidential" boolean DEFAULT false NOT NULL,
	"line" integer DEFAULT 1 NOT NULL,
	"queue_id" uuid,
	"service_level" text DEFAULT 'standard' NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "ticket_categories_organisation_id_path_unique" UNIQUE("organisation_id","path")
);
--> statement-breakpoint
CREATE TABLE "ticket_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"by_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ticket_transfers" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"from_queue_id" uuid NOT NULL,
	"to_queue_id" uuid NOT NULL,
	"from_line" integer NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"known" text NOT NULL,
	"tried" text NOT NULL,
	"asked" text NOT NULL,
	"by_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD COLUMN "clocks" jsonb;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD COLUMN "target" text;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD COLUMN "supplier_reference" text;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD COLUMN "promised_on" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "is_confidential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "printer" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "ownership" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "resolution_code" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "ended_as" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "service_level_id" uuid;--> statement-breakpoint
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_matrices" ADD CONSTRAINT "priority_matrices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_members" ADD CONSTRAINT "queue_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_members" ADD CONSTRAINT "queue_members_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_members" ADD CONSTRAINT "queue_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_categories" ADD CONSTRAINT "ticket_categories_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_categories" ADD CONSTRAINT "ticket_categories_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_from_id_tickets_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_to_id_tickets_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_transfers" ADD CONSTRAINT "ticket_transfers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_transfers" ADD CONSTRAINT "ticket_transfers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_transfers" ADD CONSTRAINT "ticket_transfers_from_queue_id_queues_id_fk" FOREIGN KEY ("from_queue_id") REFERENCES "public"."queues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_transfers" ADD CONSTRAINT "ticket_transfers_to_queue_id_queues_id_fk" FOREIGN KEY ("to_queue_id") REFERENCES "public"."queues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "escalations_organisation_id_ticket_id_index" ON "escalations" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE INDEX "queue_members_organisation_id_person_id_index" ON "queue_members" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "ticket_links_organisation_id_from_id_index" ON "ticket_links" USING btree ("organisation_id","from_id");--> statement-breakpoint
CREATE INDEX "ticket_links_organisation_id_to_id_index" ON "ticket_links" USING btree ("organisation_id","to_id");--> statement-breakpoint
CREATE INDEX "ticket_transfers_organisation_id_ticket_id_id_index" ON "ticket_transfers" USING btree ("organisation_id","ticket_id","id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_service_level_id_service_levels_id_fk" FOREIGN KEY ("service_level_id") REFERENCES "public"."service_levels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_organisation_id_queue_id_due_at_index" ON "tickets" USING btree ("organisation_id","queue_id","due_at");--> statement-breakpoint
CREATE INDEX "tickets_organisation_id_assignee_id_due_at_index" ON "tickets" USING btree ("organisation_id","assignee_id","due_at");