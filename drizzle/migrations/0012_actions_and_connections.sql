CREATE TABLE "connected_tools" (
	"id" text PRIMARY KEY NOT NULL,
	"connection_id" text NOT NULL,
	"operation_id" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"specialists" text[] NOT NULL,
	"operation_hash" text NOT NULL,
	"changed_by" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connected_tools_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"is_ours" boolean DEFAULT false NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"address" text,
	"command" text,
	"document" jsonb,
	"offered" jsonb,
	"identity" jsonb,
	"credential_kind" text DEFAULT 'none' NOT NULL,
	"credential" text,
	"fault_code" text,
	"fault_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "action_events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "action_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"action_id" text NOT NULL,
	"kind" text NOT NULL,
	"by_id" text,
	"detail" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "specialist" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "team_id" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "needs_operator" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "operator_id" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "operator_decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "operator_note" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "undoes" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "undo_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "process_key" integer;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "checks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "next_check_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connected_tools" ADD CONSTRAINT "connected_tools_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_events" ADD CONSTRAINT "action_events_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "connected_tools_operation" ON "connected_tools" USING btree ("connection_id","operation_id");--> statement-breakpoint
CREATE INDEX "connected_tools_connection" ON "connected_tools" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "action_events_action" ON "action_events" USING btree ("action_id","id");--> statement-breakpoint
CREATE INDEX "actions_waiting" ON "actions" USING btree ("team_id","created_at") WHERE state = 'awaiting-operator';--> statement-breakpoint
CREATE INDEX "actions_unsettled" ON "actions" USING btree ("state") WHERE state in ('approved', 'executing', 'unknown', 'awaiting-operator');--> statement-breakpoint
CREATE UNIQUE INDEX "actions_undone_once" ON "actions" USING btree ("undoes") WHERE state not in ('failed', 'declined', 'expired');