CREATE SEQUENCE "demo"."dispute_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 60001 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "demo"."expense_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 50001 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "demo"."refund_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 80001 CACHE 1;--> statement-breakpoint
CREATE TABLE "demo"."disputes" (
	"id" text PRIMARY KEY DEFAULT 'DP-' || nextval('demo.dispute_numbers') NOT NULL,
	"invoice_id" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo"."expense_claims" (
	"id" text PRIMARY KEY DEFAULT 'EX-' || nextval('demo.expense_numbers') NOT NULL,
	"employee_id" text NOT NULL,
	"spent_on" date NOT NULL,
	"category" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"has_receipt" boolean NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo"."refunds" (
	"id" text PRIMARY KEY DEFAULT 'RF-' || nextval('demo.refund_numbers') NOT NULL,
	"order_id" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "demo"."customers" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "demo"."orders" ADD COLUMN "delivery_address" text;--> statement-breakpoint
ALTER TABLE "demo"."disputes" ADD CONSTRAINT "disputes_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "demo"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "demo"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "demo_disputes_open" ON "demo"."disputes" USING btree ("invoice_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "demo_disputes_invoice" ON "demo"."disputes" USING btree ("invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "demo_expense_claims_once" ON "demo"."expense_claims" USING btree ("employee_id","spent_on","category","amount_cents");--> statement-breakpoint
CREATE INDEX "demo_refunds_order" ON "demo"."refunds" USING btree ("order_id");