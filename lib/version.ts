import manifest from '@/package.json';

/** The version of this desk, as other programs are told. */
export const { version } = manifest;
