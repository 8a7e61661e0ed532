import { describe, expect, test } from 'vitest';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';

const settings = gateSettingsSchema.parse({});
const said = (path: string, value: unknown) =>
  readParts(
    [{ path, text: typeof value === 'string' ? value : JSON.stringify(value, null, 2) }],
    settings,
  ).map(
    ({ message, channel, name, locale, text }) =>
      `${[message, channel, name, locale].filter(Boolean).join(' ')}: ${text}`,
  );

describe('exports of those who send', () => {
  test.each<[string, string, unknown, string[]]>([
    [
      'Amazon SES',
      'ses/welcome.json',
      {
        Template: {
          TemplateName: 'Welcome',
          SubjectPart: 'Hi {{name}}',
          HtmlPart: '<p>Hi</p>',
          TextPart: 'Hi',
        },
      },
      ['welcome email subject: Hi {{name}}', 'welcome email html: <p>Hi</p>', 'welcome email text: Hi'],
    ],
    [
      'Amazon SES, version 2',
      'out.json',
      { TemplateName: 'Welcome', TemplateContent: { Subject: 'Hi', Html: '<p>Hi</p>' } },
      ['welcome email subject: Hi', 'welcome email html: <p>Hi</p>'],
    ],
    [
      'SendGrid',
      'sendgrid/d-1.json',
      {
        id: 'd-1',
        name: 'Order sent',
        versions: [{ name: 'v1', subject: 'S {{n}}', html_content: '<b>x</b>', plain_content: 'x' }],
      },
      ['order-sent email subject: S {{n}}', 'order-sent email html: <b>x</b>', 'order-sent email text: x'],
    ],
    [
      'Postmark',
      'templates.json',
      { Templates: [{ Alias: 'welcome', Subject: 'Hi', HtmlBody: '<p>{{x}}</p>', TextBody: 'x' }] },
      ['welcome email subject: Hi', 'welcome email html: <p>{{x}}</p>', 'welcome email text: x'],
    ],
    [
      'Salesforce Marketing Cloud',
      'assets/1.json',
      {
        name: 'Bill ready',
        views: {
          subjectline: { content: 'Bill %%no%%' },
          html: { content: '<p>%%name%%</p>' },
          text: { content: 'x' },
        },
      },
      [
        'bill-ready email subject: Bill %%no%%',
        'bill-ready email html: <p>%%name%%</p>',
        'bill-ready email text: x',
      ],
    ],
    [
      'Braze',
      'canvas.json',
      {
        name: 'Onboarding',
        messages: {
          a: { channel: 'email', subject: 'S', body: '<p>{{x}}</p>' },
          b: { channel: 'ios_push', title: 'T', alert: 'A' },
        },
      },
      ['a email subject: S', 'a email html: <p>{{x}}</p>', 'b push title: T', 'b push body: A'],
    ],
    [
      'a description beside the parts',
      'postmark/reset/meta.json',
      { Name: 'Reset', Subject: 'Set it again' },
      ['postmark/reset email subject: Set it again'],
    ],
    ['data of a program', 'src/fixtures/mail.sample.json', { subject: 'Hi {{x}}', body: 'b' }, []],
  ])('%s', (_title, path, value, expected) => {
    expect(said(path, value)).toEqual(expected);
  });

  test('a subject beside a body makes a mail of a catalogue’s entries', () => {
    expect(
      said('locales/de/notifications.json', { sent: { subject: 'S', body: 'B' }, other: { title: 'T' } }),
    ).toEqual(['sent email subject de: S', 'sent email text de: B', 'other.title unknown other de: T']);
  });
});
