import { cutLines } from './cut-lines.js';
import { eventItem, type Json } from './event-item.js';
import { type Item, unknownInput } from './types.js';

/** Whether a text begins as JSON does. */
export const isVendorLog = (look: string): boolean => /^\ufeff?\s*(?:\{\s*"|\[\s*\{)/.test(look);

/** A record for each recipient it speaks of: Amazon SES names several in one. */
function perRecipient(record: Json): Json[] {
  const { bounce, ...rest } = record as { bounce?: { bouncedRecipients?: unknown } };
  const recipients = bounce?.bouncedRecipients;
  if (!Array.isArray(recipients) || recipients.length < 2) return [record];
  return recipients.map((one: unknown) => ({ ...rest, bounce: { ...bounce, bouncedRecipients: [one] } }));
}

const isRecord = (value: Json): value is object => value !== null && typeof value === 'object';

/** Records of an envelope whose message is JSON in a string, and of lists; else the record itself. */
function unfold(value: Json): Json[] {
  if (Array.isArray(value)) return value.flatMap(unfold);
  if (!isRecord(value)) return [value];
  const { Message: message, results } = value as { Message?: unknown; results?: unknown };
  if (Array.isArray(results)) return unfold(results);
  const inner = typeof message === 'string' && isVendorLog(message) ? parseRecords(message) : undefined;
  return inner ?? perRecipient(value);
}

function parseRecords(text: string): Json[] | undefined {
  try {
    return unfold(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const itemsOfLine = (line: string): Item[] => {
  const records = parseRecords(line);
  if (records === undefined) return [{ input: line, of: { ...unknownInput, text: line } }];
  return records.map((record) => eventItem(record, line));
};

const itemsOfDocument = (text: string): Item[] =>
  parseRecords(text)?.map((record) => eventItem(record, JSON.stringify(record))) ??
  text.split('\n').flatMap(itemsOfLine);

/** A document over several lines is read whole up to this. */
const longestDocument = 64 << 20;

/** The records of JSON lines, or of one JSON document over several lines; a line that is none is a text. */
export async function* readVendorLog(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Item[]> {
  let document = '';
  let isLines: boolean | undefined;
  for await (const lines of cutLines(chunks)) {
    const [first = ''] = lines;
    isLines ??= first.length > 2 && parseRecords(first) !== undefined;
    if (isLines) yield lines.flatMap(itemsOfLine);
    else if (document.length < longestDocument) document += `${lines.join('\n')}\n`;
  }
  if (document !== '') yield itemsOfDocument(document.trim());
}
