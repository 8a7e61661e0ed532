import { fileURLToPath } from 'node:url';

/** What the second thread of the gate runs. */
export const helperScript = fileURLToPath(new URL('../../bin/gate-helper.js', import.meta.url));
