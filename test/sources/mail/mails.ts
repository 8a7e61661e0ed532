/** Lines of a mail as they travel. */
export const mailOf = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);

const head = (from: string, subject: string): string[] => [
  'Return-Path: <>',
  `From: ${from}`,
  'To: statements@bank.example',
  `Subject: ${subject}`,
  'Date: Thu, 22 Jan 2026 20:50:02 +0100',
];

/** The header a report returns of the message. */
export const original = [
  'Return-Path: <statements@bank.example>',
  'Received: from core.bank.example by mx1.bank.example; Thu, 22 Jan 2026 20:49:00 +0100',
  'Message-ID: <m1@bank.example>',
  'From: statements@bank.example',
  'To: ann@example.org',
  'Subject: Your statement',
];

/** A report in words alone, with the message below it. */
export const spoken = (subject: string, ...lines: readonly string[]): Buffer =>
  mailOf(...head('Mail Delivery System <MAILER-DAEMON@mx.example.com>', subject), '', ...lines);

/** A mail of several parts, each with its type. */
export const parted = (
  subject: string,
  parts: readonly (readonly [type: string, ...lines: string[]])[],
): Buffer =>
  mailOf(
    ...head('MAILER-DAEMON@mx.example.com', subject),
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; boundary="edge"',
    '',
    ...parts.flatMap(([type, ...lines]) => ['--edge', `Content-Type: ${type}`, '', ...lines]),
    '--edge--',
  );

/** A report by RFC 3464 on recipients, each with the fields of its group. */
export const reported = (notice: readonly string[], ...groups: readonly (readonly string[])[]): Buffer =>
  parted('Undelivered Mail Returned to Sender', [
    ['text/plain; charset=utf-8', ...notice],
    [
      'message/delivery-status',
      'Reporting-MTA: dns; mx1.bank.example',
      ...groups.flatMap((group) => ['', ...group]),
    ],
    ['message/rfc822', ...original, '', 'Dear Ann,'],
  ]);
