import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/sources/mail/read-mail.js';
import { mailOf, original, parted, reported, spoken } from './mails.js';

const ann = ['Final-Recipient: rfc822; ann@example.org', 'Action: failed', 'Status: 5.1.1'];

describe('a report by RFC 3464', () => {
  it('names recipients, codes, words and host, and the message by its header', async () => {
    const diagnostic =
      'Diagnostic-Code: smtp; 550 5.1.1 <ann@example.org>: Recipient address\r\n    rejected: User unknown';
    const notice = [
      '<ann@example.org>: host mx.example.org[192.0.2.4] said: 550 5.1.1 no',
      '    such user (in reply to RCPT TO command)',
    ];
    expect(await readMail(reported(notice, [...ann, 'Remote-MTA: dns; mx.example.org', diagnostic]))).toEqual(
      {
        kind: 'bounce',
        recipients: [
          {
            address: 'ann@example.org',
            action: 'failed',
            enhancedCode: '5.1.1',
            replyCode: '550',
            diagnostic: '550 5.1.1 <ann@example.org>: Recipient address rejected: User unknown',
            notice:
              '<ann@example.org>: host mx.example.org[192.0.2.4] said: 550 5.1.1 no such user (in reply to RCPT TO command)',
            remote: 'mx.example.org',
            stage: 'rcpt',
          },
        ],
        messageId: 'm1@bank.example',
        subject: 'Undelivered Mail Returned to Sender',
        date: '2026-01-22T19:50:02.000Z',
        notes: [],
      },
    );
  });

  it.each([
    ['delayed', ['Action: delayed', 'Status: 4.4.1'], 'bounce', 'delayed', '4.4.1'],
    ['relayed', ['Action: relayed', 'Status: 2.0.0'], 'delivered', 'relayed', '2.0.0'],
    ['only tried', ['Action: deliverable', 'Status: 2.1.5'], 'delivered', 'delivered', '2.1.5'],
    ['without an action', ['Status: 5.2.2 (mailbox full)'], 'bounce', '', '5.2.2'],
  ])('says of a message %s what became of it', async (_, fields, kind, action, enhancedCode) => {
    const mail = await readMail(
      reported(['Report.'], ['Final-Recipient: rfc822; ann@example.org', ...fields]),
    );
    expect(mail).toMatchObject({ kind, recipients: [{ action, enhancedCode }] });
  });

  it('is believed in what the refusing side said more than in the status somebody made of it', async () => {
    const group = [
      'Final-Recipient: rfc822; ann@example.org',
      'Action: failed',
      'Status: 5.0.0',
      'Diagnostic-Code: smtp; 550 5.7.26 not signed',
    ];
    expect((await readMail(reported(['x'], group))).recipients[0]).toMatchObject({
      enhancedCode: '5.7.26',
      replyCode: '550',
    });
  });

  it('keeps both addresses where mail was forwarded, and tells recipients apart', async () => {
    const ben = [
      'Original-Recipient: rfc822; ben@example.com',
      'Final-Recipient: rfc822; ben@example.net',
      'Action: failed',
      'Status: 5.2.2',
    ];
    const notice = ['<ann@example.org>: no such user', '', '<ben@example.net>: mailbox is full'];
    expect((await readMail(reported(notice, ann, ben))).recipients).toMatchObject([
      { address: 'ann@example.org', diagnostic: 'no such user' },
      { address: 'ben@example.net', originalAddress: 'ben@example.com', diagnostic: 'mailbox is full' },
    ]);
  });

  it('is completed from the transcript where it has the first line of a reply only', async () => {
    const notice = [
      '   ----- Transcript of session follows -----',
      '... while talking to mx.example.org.:',
      '>>> DATA',
      '<<< 550-5.7.26 This mail is',
      '<<< 550 5.7.26 unauthenticated.',
    ];
    const [one] = (
      await readMail(reported(notice, [...ann, 'Diagnostic-Code: smtp; 550-5.7.26 This mail is']))
    ).recipients;
    expect(one).toMatchObject({
      diagnostic: '550-5.7.26 This mail is 550 5.7.26 unauthenticated.',
      stage: 'data',
    });
  });

  it('is found in a mail that somebody forwarded as text', async () => {
    const lines = [
      'See below.',
      '',
      ...['Final-Recipient: rfc822; ann@example.org', 'Action: failed', 'Status: 5.1.1'].map(
        (line) => `> ${line}`,
      ),
    ];
    const mail = await readMail(
      mailOf('From: ben@bank.example', 'Subject: Fwd: Returned mail', '', ...lines),
    );
    expect(mail).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'ann@example.org', enhancedCode: '5.1.1' }],
    });
  });
});

describe('a report in words', () => {
  it.each<[string, string[], object]>([
    [
      'address at the beginning of a line',
      [
        'Hi. This is the mail program.',
        'I could not deliver your message.',
        '',
        '<ann@example.org>:',
        '192.0.2.4 does not like recipient.',
        'Remote host said: 550 5.1.1 No such user',
        'Giving up.',
      ],
      { address: 'ann@example.org', replyCode: '550', enhancedCode: '5.1.1' },
    ],
    [
      'indented address',
      [
        'A message that you sent could not be delivered:',
        '',
        '  ann@example.org',
        '    SMTP error from remote mail server after RCPT TO:<ann@example.org>:',
        '    host mx.example.org [192.0.2.4]: 550 unknown user',
      ],
      { address: 'ann@example.org', replyCode: '550', remote: 'mx.example.org', stage: 'rcpt' },
    ],
    [
      'reason in brackets',
      ['The following addresses had delivery errors', '', 'ann@example.org [User unknown]'],
      { address: 'ann@example.org', diagnostic: 'User unknown]' },
    ],
    [
      'reason before the address',
      [
        'Your message was not delivered because of',
        '',
        '550 5.7.1 Message blocked',
        '',
        'The following recipients were affected:',
        '    ann@example.org',
      ],
      { address: 'ann@example.org', replyCode: '550', enhancedCode: '5.7.1' },
    ],
    [
      'words around the address',
      ['Could not be delivered: user (ann@example.org) is not listed in the directory.'],
      { address: 'ann@example.org' },
    ],
    [
      'fields',
      [
        'Your mail could not be delivered.',
        'Failed Recipient: ann@example.org',
        'Reason: 452 4.2.2 mailbox full',
      ],
      { address: 'ann@example.org', replyCode: '452', enhancedCode: '4.2.2' },
    ],
    [
      'German',
      [
        'Ihre Nachricht konnte nicht zugestellt werden:',
        '',
        'ann@example.org:',
        'SMTP error: 550 Unbekannter Empfänger',
      ],
      { address: 'ann@example.org', replyCode: '550' },
    ],
  ])('tells the recipient and what was said by %s', async (_, lines, recipient) => {
    const mail = await readMail(
      spoken(
        'Delivery failure',
        ...lines,
        '',
        '--- Below this line is a copy of the message.',
        '',
        ...original,
      ),
    );
    expect(mail).toMatchObject({
      kind: 'bounce',
      messageId: 'm1@bank.example',
      recipients: [{ ...recipient, action: 'failed' }],
    });
    expect(mail.recipients).toHaveLength(1);
  });

  it('is about those the header names', async () => {
    const mail = mailOf(
      'From: mailer@example.com',
      'X-Failed-Recipients: ann@example.org, ben@example.net',
      'Subject: x',
      '',
      'Sorry. ben@example.net: quota exceeded',
    );
    expect((await readMail(mail)).recipients.map(({ address }) => address)).toEqual([
      'ann@example.org',
      'ben@example.net',
    ]);
  });

  it('is about the recipient of the message where it names none', async () => {
    const mail = await readMail(
      spoken('Returned mail: User unknown', 'Your message could not be delivered.', '', ...original),
    );
    expect(mail.recipients).toMatchObject([{ address: 'ann@example.org' }]);
  });

  it('of a delay is no failure yet', async () => {
    const mail = await readMail(
      spoken(
        'Warning: message delayed',
        'Your message has not been delivered. No action is required.',
        '',
        '  ann@example.org',
        '  connection timed out',
      ),
    );
    expect(mail.recipients).toMatchObject([{ action: 'delayed' }]);
  });

  it('is read from a page where it has no text', async () => {
    const page =
      '<style>p { color: red }</style><p>Delivery has failed to these recipients:</p><p>ann@example.org<br>#550 5.1.1 not found &amp; gone</p>';
    const mail = mailOf(
      'From: postmaster@example.com',
      'Subject: Undeliverable: x',
      'Content-Type: text/html',
      '',
      page,
    );
    expect((await readMail(mail)).recipients).toMatchObject([
      { address: 'ann@example.org', diagnostic: '#550 5.1.1 not found & gone' },
    ]);
  });
});

describe('other mails', () => {
  it('that report abuse are complaints', async () => {
    const fields = [
      'Feedback-Type: Abuse',
      'Source-IP: 192.0.2.9',
      'Original-Rcpt-To: ann@example.org',
      'Arrival-Date: Thu, 22 Jan 2026 10:00:00 +0000',
    ];
    expect(
      await readMail(
        parted('FW: Your statement', [
          ['text/plain', 'An abuse report.'],
          ['message/feedback-report', ...fields],
          ['message/rfc822', ...original],
        ]),
      ),
    ).toMatchObject({
      kind: 'complaint',
      feedbackType: 'abuse',
      sourceIp: '192.0.2.9',
      messageId: 'm1@bank.example',
      date: '2026-01-22T10:00:00.000Z',
      recipients: [{ address: 'ann@example.org' }],
    });
  });

  it.each([
    [
      'an absence',
      'autoreply',
      [
        'From: ann@example.org',
        'Subject: Out of office',
        'Auto-Submitted: auto-replied',
        'In-Reply-To: <m1@bank.example>',
        '',
        'I am away.',
      ],
    ],
    [
      'an absence in German',
      'autoreply',
      ['From: ann@example.org', 'Subject: Automatische Antwort: Ihr Auszug', '', 'Ich bin nicht da.'],
    ],
    [
      'an answer',
      'not_a_bounce',
      [
        'From: ann@example.org',
        'Subject: Re: Your statement',
        '',
        'Why did my payment fail? It was returned to sender, they say.',
      ],
    ],
    [
      'a newsletter',
      'not_a_bounce',
      [
        'From: news@shop.example',
        'Subject: Failed delivery? Never again',
        'Auto-Submitted: auto-generated',
        '',
        'Buy our boxes.',
      ],
    ],
    [
      'a receipt of reading',
      'not_a_bounce',
      [
        'From: ann@example.org',
        'Content-Type: multipart/report; boundary=b',
        '',
        '--b',
        'Content-Type: message/disposition-notification',
        '',
        'Final-Recipient: rfc822; ann@example.org',
        'Disposition: manual-action/MDN-sent-manually; displayed',
        '',
        '--b--',
      ],
    ],
  ])('of %s are no bounces', async (_, kind, lines) => {
    expect((await readMail(mailOf(...lines))).kind).toBe(kind);
  });
});

describe('a notification of Amazon SES sent by mail', () => {
  const bounced = { emailAddress: 'ann@example.org', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 no' };
  const told = JSON.stringify({
    notificationType: 'Bounce',
    bounce: { bouncedRecipients: [bounced] },
    mail: { messageId: 'm1', headers: [{ name: 'X-Note', value: 'long, long line' }] },
  });

  it.each([
    ['as it is', told],
    ['within the envelope of its topic', JSON.stringify({ Type: 'Notification', Message: told })],
    ['broken by Sendmail where a line was too long', told.replace('long, long', 'long, lo!\r\n ng')],
  ])('is read %s', async (_, text) => {
    const mail = await readMail(spoken('AWS Notification Message', text, '', '--', 'To stop, click here.'));
    expect(mail).toMatchObject({
      kind: 'bounce',
      messageId: 'm1',
      recipients: [{ address: 'ann@example.org', enhancedCode: '5.1.1', diagnostic: '550 5.1.1 no' }],
    });
  });

  it('is none where its envelope holds something else', async () => {
    const text = JSON.stringify({ Type: 'Notification', Message: 'You are subscribed.' });
    expect((await readMail(spoken('AWS Notification Message', text))).kind).toBe('not_a_bounce');
  });
});

it('a header without blanks behind its colons is not what a report says', async () => {
  const mail = await readMail(
    spoken(
      'Mail Delivery Status Notification (Delay)',
      'THIS IS A WARNING MESSAGE ONLY.',
      '[Status: Error, Address: <ann@example.org>, ResponseCode 421, Host not reachable.]',
      '',
      ...original.map((line) => line.replace(': ', ':')),
    ),
  );
  expect(mail.recipients).toMatchObject([{ address: 'ann@example.org', action: 'delayed' }]);
  expect(mail.recipients[0]?.notice).not.toContain('Your statement');
});

describe('hostile mails', () => {
  const nested = (depth: number): Buffer =>
    mailOf(
      'From: MAILER-DAEMON@example.com',
      ...Array.from({ length: depth }, (_, i) => [
        `Content-Type: multipart/mixed; boundary="b${i}"`,
        '',
        `--b${i}`,
      ]).flat(),
      '',
      '<ann@example.org>: 550 unknown',
    );
  const whole = reported(
    ['<ann@example.org>: gone'],
    [...ann, 'Diagnostic-Code: smtp; 550 5.1.1 \u001b[2Jno such recipient\u0000\u202e'],
  );

  it('nested a thousand deep are read as plain text, which is said', async () => {
    expect((await readMail(nested(1000))).notes).toEqual([expect.stringContaining('nesting depth')]);
  });

  it('have no control characters or marks of direction in what is kept of them', async () => {
    const { recipients } = await readMail(whole);
    expect(recipients[0]!.diagnostic).toBe('550 5.1.1 [2Jno such recipient');
  });

  it('are read to a megabyte and a thousand recipients', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => [
      `Final-Recipient: rfc822; u${i}@example.org`,
      'Action: failed',
      'Status: 5.1.1',
    ]);
    expect((await readMail(reported(['x'], ...many))).recipients).toHaveLength(1000);
    const long = Buffer.concat([
      spoken('Delivery failure', '<ann@example.org>: 550 unknown', ''),
      Buffer.alloc(2 ** 20, 'x'),
    ]);
    expect(await readMail(long)).toMatchObject({
      notes: ['only the first MB was read'],
      recipients: [{ address: 'ann@example.org' }],
    });
  });

  it('cut anywhere, with bytes changed or made up, never fail', async () => {
    const property = fc.asyncProperty(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
      async (end, changes) => {
        const bytes = Buffer.from(whole.subarray(0, end));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const { recipients } = await readMail(bytes);
        for (const one of recipients) expect(`${one.diagnostic}${one.notice ?? ''}`).not.toMatch(/\p{Cc}/u);
      },
    );
    await fc.assert(property, { numRuns: 150, seed: 7 });
  });
});
