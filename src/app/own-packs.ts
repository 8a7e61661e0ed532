import { fileURLToPath } from 'node:url';

/** The packs that come with unsilo. */
export const ownPacks = fileURLToPath(new URL('../../rules', import.meta.url));
