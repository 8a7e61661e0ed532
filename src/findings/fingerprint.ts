import { createHash } from 'node:crypto';

/** Identity of a finding from run to run: rule and subject, nothing measured; 16 hex digits of SHA-256. */
export const fingerprintOf = (rule: string, subject: string): string =>
  createHash('sha256').update(`${rule}\n${subject}`).digest('hex').slice(0, 16);
