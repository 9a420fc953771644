import { dropIndex } from '@/knowledge/store/build-index';
import type { Job } from './job';

/** Removes an index that another has taken the place of. */
export const dropIndexJob: Job<'drop-index'> = (dropped) => dropIndex(dropped);
