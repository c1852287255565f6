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
ALTER TABLE "scope_answers" ADD CONSTRAINT "scope_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_ratings" ADD CONSTRAINT "ticket_ratings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_ratings" ADD CONSTRAINT "ticket_ratings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_reports" ADD CONSTRAINT "ticket_reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_reports" ADD CONSTRAINT "ticket_reports_requester_id_persons_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_reports" ADD CONSTRAINT "ticket_reports_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scope_answers_organisation_id_created_at_index" ON "scope_answers" USING btree ("organisation_id","created_at");