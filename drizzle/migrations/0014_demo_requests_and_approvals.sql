ALTER TABLE "demo"."idempotency_keys" ADD COLUMN "operation_id" text;--> statement-breakpoint
ALTER TABLE "demo"."refunds" ADD COLUMN "approved_by" text;