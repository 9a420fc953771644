ALTER TABLE "demo"."appointments" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "demo"."calendars" ADD COLUMN "place_en" text;--> statement-breakpoint
ALTER TABLE "demo"."calendars" ADD COLUMN "place_zh" text;--> statement-breakpoint
ALTER TABLE "demo"."appointments" ADD CONSTRAINT "demo_appointments_last" CHECK (ends_at > starts_at);--> statement-breakpoint
-- Comes with PostgreSQL, and any owner of a database may have it made: it lets the constraint below compare texts.
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
ALTER TABLE "demo"."appointments" ADD CONSTRAINT "demo_appointments_no_overlap"
	EXCLUDE USING gist (calendar_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status = 'booked');
