-- What means nothing beside a risk was cleared by the form alone; a program may have stored it.
UPDATE "connected_tools" SET "settings" = ("settings"::jsonb || '{"undo": null, "check": null, "approveAbove": null}')::json WHERE "settings"->>'risk' = 'read';--> statement-breakpoint
UPDATE "connected_tools" SET "settings" = ("settings"::jsonb || '{"approveAbove": null}')::json WHERE "settings"->>'risk' = 'approve';--> statement-breakpoint
ALTER TABLE "connected_tools" DROP COLUMN "specialists";
