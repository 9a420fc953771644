CREATE TABLE "connection_trials" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connection_trials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"connection_id" text NOT NULL,
	"operation_id" text NOT NULL,
	"by_id" text NOT NULL,
	"called_as" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "connection_trials_connection" ON "connection_trials" USING btree ("connection_id","id");