import type { Check } from '../../check.js';

const encoder = new TextEncoder();

/** Lines longer than SMTP carries, in the source of an e-mail part. */
export const lineLength: Check = function* ({ parts }, { limit }) {
  const most = Number(limit);
  for (const part of parts) {
    if (part.channel !== 'email' || part.key !== '' || !['html', 'text'].includes(part.name)) continue;
    let start = 0;
    for (const line of part.text.split('\n')) {
      const octets = line.length * 3 <= most ? 0 : encoder.encode(line.replace(/\r$/, '')).length;
      if (octets > most) {
        const span = { start, end: start + line.length };
        yield { case: 'long', at: { part, span }, args: { octets, limit: most }, confidence: 'possible' };
      }
      start += line.length + 1;
    }
  }
};
