import PostalMime, { type Attachment, decodeWords, type Email } from 'postal-mime';
import { type Fields, readFields } from './fields.js';
import { htmlText } from './html-text.js';
import { mostBytes } from './most-bytes.js';

/** The parts of a mail that tell what became of another one. */
export interface MailParts {
  readonly header: Fields;
  /** What it says to people. */
  readonly text: string;
  /** Groups of fields for programs: RFC 3464. */
  readonly status: string;
  /** RFC 5965. */
  readonly feedback: string;
  /** RFC 8098: the message was opened or thrown away, so it did arrive. */
  readonly disposition: string;
  /** Header of the message reported about, and what follows. */
  readonly original: string;
  readonly notes: readonly string[];
}

const mostText = 2 ** 18;

const kinds = {
  status: ['message/delivery-status', 'message/global-delivery-status'],
  feedback: ['message/feedback-report'],
  disposition: ['message/disposition-notification', 'message/global-disposition-notification'],
  original: [
    'message/rfc822',
    'text/rfc822-headers',
    'message/rfc822-headers',
    'message/global',
    'message/global-headers',
  ],
} as const;

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, mostText));

const contentOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content.slice(0, mostText) : decode(new Uint8Array(content));

const partsOf = ({ attachments }: Email, kind: keyof typeof kinds): string =>
  attachments
    .filter(({ mimeType }) => kinds[kind].some((one) => one === mimeType))
    .map(contentOf)
    .join('\n\n');

const headerOf = ({ headers }: Email): Fields => {
  const fields = new Map<string, string>();
  for (const { key, value } of headers) if (!fields.has(key)) fields.set(key, decodeWords(value));
  return fields;
};

/** The mail as text alone, for what no parser takes. */
function plainParts(bytes: Uint8Array, notes: readonly string[]): MailParts {
  const [head = '', ...body] = decode(bytes).split(/\r?\n\r?\n/);
  const header = readFields(head.split(/\r?\n/));
  return { header, text: body.join('\n\n'), status: '', feedback: '', disposition: '', original: '', notes };
}

/** Texts whose type is written in a way that no parser takes for text. */
const oddTexts = ({ attachments }: Email): string =>
  attachments
    .filter(
      ({ mimeType, disposition }) => /^text\/plain.|^text$/.test(mimeType) && disposition !== 'attachment',
    )
    .map((one) => `${contentOf(one)}\n\n`)
    .join('');

const textOf = (mail: Email): string =>
  `${oddTexts(mail)}${mail.text?.trim() ? mail.text : htmlText(mail.html ?? '')}`.slice(0, mostText);

/** A mail without any part that could be read: its parts are cut off, or declared wrongly. */
const isBare = ({ text, html, attachments }: Email): boolean =>
  !text?.trim() && !html && attachments.length === 0;

/** Any mail has one of these; other texts that look like fields have none. */
const isHeaded = ({ headers }: Email): boolean =>
  headers.some(({ key }) =>
    /^(?:from|to|date|subject|received|return-path|message-id|content-type)$/.test(key),
  );

/** Takes a mail apart. Never fails: what is no mail has no parts, or only text. */
export async function readParts(whole: Uint8Array): Promise<MailParts> {
  const bytes = whole.subarray(0, mostBytes);
  const cut = bytes.length < whole.length ? ['only the first MB was read'] : [];
  const options = { forceRfc822Attachments: true, maxHeadersSize: mostBytes } as const;
  const mail = await PostalMime.parse(bytes, options).catch((error: Error) => error);
  if (!(mail instanceof Error) && !isHeaded(mail)) return plainParts(bytes, [...cut, 'it has no header']);
  if (mail instanceof Error) return plainParts(bytes, [...cut, `read as plain text: ${mail.message}`]);
  if (isBare(mail)) return plainParts(bytes, cut);
  return {
    header: headerOf(mail),
    text: textOf(mail),
    status: partsOf(mail, 'status'),
    feedback: partsOf(mail, 'feedback'),
    disposition: partsOf(mail, 'disposition'),
    original: partsOf(mail, 'original'),
    notes: cut,
  };
}
