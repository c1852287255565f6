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
ALTER TABLE "visits" ADD CONSTRAINT "visits_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_booked_by_id_persons_id_fk" FOREIGN KEY ("booked_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_identity_checked_by_id_persons_id_fk" FOREIGN KEY ("identity_checked_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visits_organisation_id_starts_at_index" ON "visits" USING btree ("organisation_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_organisation_id_ticket_id_index" ON "visits" USING btree ("organisation_id","ticket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_coming_visit_a_ticket" ON "visits" USING btree ("organisation_id","ticket_id") WHERE status in ('booked', 'arrived');