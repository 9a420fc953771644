import { z } from 'zod';

/**
 * Text from outside as the database can keep it: without NUL and halves of characters, which files
 * may hold or spell out. One character stands for one, for places in the text count them.
 */
export const keptTextSchema = z
  .string()
  .overwrite((text) => text.replaceAll('\0', ' ').toWellFormed());
