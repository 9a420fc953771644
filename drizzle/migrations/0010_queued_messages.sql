ALTER TABLE "conversations" ADD COLUMN "queued_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "is_queued" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_queued" ON "messages" USING btree ("conversation_id") WHERE is_queued;