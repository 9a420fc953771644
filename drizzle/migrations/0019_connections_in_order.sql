ALTER TABLE "connections" ALTER COLUMN "document" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "connections" ALTER COLUMN "offered" SET DATA TYPE json;