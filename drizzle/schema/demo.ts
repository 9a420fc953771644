import { pgSchema } from 'drizzle-orm/pg-core';

/** The demo company's own tables, apart from the desk's: they stand for somebody else's system. */
export const demo = pgSchema('demo');
