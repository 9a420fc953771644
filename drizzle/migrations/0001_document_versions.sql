-- Documents get versions. What was read of them is dropped and read again: the files stay under their ids.
DROP TABLE "chunks";
--> statement-breakpoint
DROP TABLE "elements";
--> statement-breakpoint
CREATE TABLE "chunk_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"original_hash" text,
	"original_text" text NOT NULL,
	"text" text,
	"page" integer,
	"is_disabled" boolean DEFAULT false NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chunk_vectors" (
	"version_id" text NOT NULL,
	"chunk_id" text NOT NULL,
	"model" text NOT NULL,
	"vector" real[] NOT NULL,
	CONSTRAINT "chunk_vectors_version_id_chunk_id_model_pk" PRIMARY KEY("version_id","chunk_id","model")
);
--> statement-breakpoint
CREATE TABLE "chunks" (
	"id" text NOT NULL,
	"version_id" text NOT NULL,
	"document_id" text NOT NULL,
	"seq" integer NOT NULL,
	"text" text NOT NULL,
	"heading_path" text[] NOT NULL,
	"section" integer NOT NULL,
	"page" integer,
	"page_to" integer,
	"boxes" jsonb NOT NULL,
	"original_hash" text NOT NULL,
	"edit_id" text,
	"is_disabled" boolean DEFAULT false NOT NULL,
	"sparse_indices" jsonb NOT NULL,
	"sparse_values" jsonb NOT NULL,
	CONSTRAINT "chunks_version_id_id_pk" PRIMARY KEY("version_id","id")
);
--> statement-breakpoint
CREATE TABLE "deletions" (
	"document_id" text PRIMARY KEY NOT NULL,
	"visibility" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb,
	"deleted_by" text,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"number" integer NOT NULL,
	"filename" text NOT NULL,
	"format" text,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"status" text NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"pages" integer,
	"chunk_count" integer,
	"error_code" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"uploaded_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"heartbeat_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "elements" (
	"version_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"page" integer,
	"detail" jsonb NOT NULL,
	CONSTRAINT "elements_version_id_seq_pk" PRIMARY KEY("version_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ingestion_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ingestion_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"level" text NOT NULL,
	"code" text NOT NULL,
	"values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_indexes" (
	"id" text PRIMARY KEY NOT NULL,
	"store" text NOT NULL,
	"embeddings" text NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"config" jsonb NOT NULL,
	"visibility" text NOT NULL,
	"every_minutes" integer NOT NULL,
	"is_paused" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'idle' NOT NULL,
	"outcome" jsonb,
	"error_code" text,
	"error_detail" text,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"next_run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
INSERT INTO "document_versions" ("id", "document_id", "number", "filename", "format", "bytes", "sha256", "status", "uploaded_by", "created_at")
SELECT "id", "id", 1, "filename", "format", "bytes", "sha256", 'queued', "uploaded_by", "created_at" FROM "documents";
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "is_title_given" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "live_version_id" text;
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "latest_version_id" text;
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "source_id" text;
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "source_key" text;
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "last_hit_at" timestamp with time zone;
--> statement-breakpoint
UPDATE "documents" SET "latest_version_id" = "id", "is_title_given" = true;
--> statement-breakpoint
DROP INDEX "documents_created";
--> statement-breakpoint
DROP INDEX "documents_sha256";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "filename";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "format";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "bytes";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "sha256";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "status";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "progress";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "pages";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "chunk_count";
--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "error_code";
--> statement-breakpoint
ALTER TABLE "chunk_edits" ADD CONSTRAINT "chunk_edits_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "chunk_vectors" ADD CONSTRAINT "chunk_vectors_version_id_chunk_id_chunks_version_id_id_fk" FOREIGN KEY ("version_id","chunk_id") REFERENCES "public"."chunks"("version_id","id") ON DELETE cascade ON UPDATE cascade;
--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_edit_id_chunk_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."chunk_edits"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_live_version_id_document_versions_id_fk" FOREIGN KEY ("live_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_latest_version_id_document_versions_id_fk" FOREIGN KEY ("latest_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "elements" ADD CONSTRAINT "elements_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ingestion_log" ADD CONSTRAINT "ingestion_log_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "chunk_edits_original" ON "chunk_edits" USING btree ("document_id","original_hash");
--> statement-breakpoint
CREATE INDEX "chunks_order" ON "chunks" USING btree ("version_id","seq");
--> statement-breakpoint
CREATE INDEX "chunks_id" ON "chunks" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "chunks_document" ON "chunks" USING btree ("document_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_number" ON "document_versions" USING btree ("document_id","number");
--> statement-breakpoint
CREATE INDEX "document_versions_sha256" ON "document_versions" USING btree ("sha256");
--> statement-breakpoint
CREATE INDEX "document_versions_unfinished" ON "document_versions" USING btree ("status") WHERE status not in ('ready', 'failed');
--> statement-breakpoint
CREATE INDEX "document_versions_failed" ON "document_versions" USING btree ("ended_at") WHERE status = 'failed';
--> statement-breakpoint
CREATE INDEX "documents_created" ON "documents" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
--> statement-breakpoint
CREATE UNIQUE INDEX "documents_source" ON "documents" USING btree ("source_id","source_key");
--> statement-breakpoint
CREATE INDEX "documents_latest" ON "documents" USING btree ("latest_version_id");
--> statement-breakpoint
CREATE INDEX "elements_page" ON "elements" USING btree ("version_id","page");
--> statement-breakpoint
CREATE INDEX "ingestion_log_version" ON "ingestion_log" USING btree ("version_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "search_indexes_state" ON "search_indexes" USING btree ("state");
--> statement-breakpoint
CREATE INDEX "sources_due" ON "sources" USING btree ("next_run_at");
--> statement-breakpoint
CREATE TABLE "citations" (
	"document_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"message_id" text NOT NULL,
	CONSTRAINT "citations_document_id_conversation_id_message_id_pk" PRIMARY KEY("document_id","conversation_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_conversation_id_message_id_messages_conversation_id_id_fk" FOREIGN KEY ("conversation_id","message_id") REFERENCES "public"."messages"("conversation_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
INSERT INTO "citations" ("document_id", "conversation_id", "message_id")
SELECT DISTINCT item ->> 'documentId', m."conversation_id", m."id"
FROM "messages" m, jsonb_array_elements(m."parts") part, jsonb_array_elements(part -> 'data' -> 'items') item
WHERE part ->> 'type' = 'data-citations';
