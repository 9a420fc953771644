-- Numbers become their own bytes, the lowest first, as drizzle/schema/vector-columns.ts reads them.
-- PostgreSQL sends the highest byte first.
ALTER TABLE "chunk_vectors" ADD COLUMN "packed" bytea;--> statement-breakpoint
UPDATE "chunk_vectors" SET "packed" = (
  SELECT string_agg(
    substr(sent, 4, 1) || substr(sent, 3, 1) || substr(sent, 2, 1) || substr(sent, 1, 1), ''::bytea
    ORDER BY place)
  FROM unnest("vector") WITH ORDINALITY AS numbers(number, place), float4send(number) AS sent);--> statement-breakpoint
ALTER TABLE "chunk_vectors" DROP COLUMN "vector";--> statement-breakpoint
ALTER TABLE "chunk_vectors" RENAME COLUMN "packed" TO "vector";--> statement-breakpoint
ALTER TABLE "chunk_vectors" ALTER COLUMN "vector" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "sparse" bytea;--> statement-breakpoint
UPDATE "chunks" SET "sparse" =
  coalesce((
    SELECT string_agg(
      substr(sent, 8, 1) || substr(sent, 7, 1) || substr(sent, 6, 1) || substr(sent, 5, 1), ''::bytea
      ORDER BY place)
    FROM jsonb_array_elements_text("sparse_indices") WITH ORDINALITY AS terms(term, place),
      int8send(term::bigint) AS sent), '')
  || coalesce((
    SELECT string_agg(
      substr(sent, 4, 1) || substr(sent, 3, 1) || substr(sent, 2, 1) || substr(sent, 1, 1), ''::bytea
      ORDER BY place)
    FROM jsonb_array_elements_text("sparse_values") WITH ORDINALITY AS weights(weight, place),
      float4send(weight::real) AS sent), '');--> statement-breakpoint
ALTER TABLE "chunks" ALTER COLUMN "sparse" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "chunks" DROP COLUMN "sparse_indices";--> statement-breakpoint
ALTER TABLE "chunks" DROP COLUMN "sparse_values";
