import { describe, expect, test } from 'vitest';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';

const settings = gateSettingsSchema.parse({});
const said = (paths: readonly string[], text = 'Hi {{name}}', own = settings) =>
  readParts(
    paths.map((path) => ({ path, text })),
    own,
  ).map(({ message, channel, name, locale }) => `${message} ${channel} ${name} ${locale}`.trim());

describe('the place of a file says what it is', () => {
  test.each<[string, string]>([
    ['emails/welcome/en/html.hbs', 'welcome email html en'],
    ['emails/welcome/en.html', 'welcome email html en'],
    ['emails/welcome/en.txt', 'welcome email text en'],
    ['welcome.en.html.erb', 'welcome unknown html en'],
    ['fr/sms/otp.txt', 'otp sms sms fr'],
    ['templates/otp_sms_ar.txt', 'otp sms sms ar'],
    ['app/views/user_mailer/reset.text.erb', 'user_mailer/reset email text'],
    ['app/views/user_mailer/_button.html.erb', 'user_mailer/button email partial'],
    ['app/views/layouts/mailer.html.erb', 'mailer email layout'],
    ['src/main/resources/templates/mail/activationEmail.html', 'activationEmail email html'],
    ['push/order_shipped/pt-BR.title.txt', 'order_shipped push title pt-BR'],
    ['letters/arrears.de.html', 'arrears post letter de'],
    ['emails/invoice/subject.txt', 'invoice email subject'],
    ['emails/confirm_email.html', 'confirm_email email html'],
    ['emails/sign_in.html', 'sign_in email html'],
    ['emails/free_as_in_beer.html', 'free_as_in_beer email html'],
    ['newsletter/welcome.mjml', 'welcome email html'],
    ['templates/emails/zh_Hant_TW/bill.liquid', 'bill email text zh-Hant-TW'],
    ['whatsapp/reminder.fa.txt', 'reminder whatsapp body fa'],
    ['agent-scripts/outage/en.md', 'outage phone script en'],
    ['emails/french/welcome.html', 'welcome email html fr'],
    ['EmailTemplates/Welcome.en-US.html', 'Welcome email html en-US'],
    ['src/transactional-emails/reset.html', 'reset email html'],
    ['resources/views/emails/bill.blade.php', 'bill email text'],
    ['templates/email/reset.html.tmpl', 'reset email html'],
  ])('%s', (path, expected) => {
    expect(said([path])).toEqual([expected]);
  });

  test.each([
    'README.md',
    'docs/CHANGELOG.md',
    'LICENSE.txt',
    'package.json',
    'requirements.txt',
    'notes.txt',
  ])('%s is no template', (path) => {
    expect(said([path], 'Words')).toEqual([]);
  });

  test('a word is a locale where others stand beside it', () => {
    expect(said(['emails/welcome/it.html', 'emails/welcome/fr.html'])).toEqual([
      'welcome email html it',
      'welcome email html fr',
    ]);
    expect(said(['mail/messages_al.html', 'mail/messages_de.html', 'mail/messages_fr.html'])[0]).toBe(
      'messages email html al',
    );
  });

  test('a name is taken apart where its sisters are', () => {
    const allauth = ['subject.txt', 'message.txt', 'message.html'].map(
      (end) => `templates/account/email/signup_${end}`,
    );
    expect(said(allauth)).toEqual(['signup email subject', 'signup email text', 'signup email html']);
    expect(said(['registration/reset_subject.txt', 'registration/reset_email.html'])).toEqual([
      'registration/reset email subject',
      'registration/reset email html',
    ]);
    expect(said(['mail/code_email.txt', 'mail/code_sms.txt'])).toEqual(['code email text', 'code sms sms']);
  });

  test('text beside HTML is the other part of a mail', () => {
    expect(said(['basic/receipt/content.html', 'basic/receipt/content.txt'])).toEqual([
      'basic/receipt email html',
      'basic/receipt email text',
    ]);
  });

  test('one name in two folders is two messages only where both have the same part', () => {
    expect(said(['crm/emails/bill.html', 'core/emails/bill.html', 'core/sms/bill.txt'])).toEqual([
      'crm/emails/bill email html',
      'core/emails/bill email html',
      'core/sms/bill sms sms',
    ]);
    expect(said(['crm/emails/bill.html', 'core/sms/bill.txt'])).toEqual(['bill email html', 'bill sms sms']);
  });

  test('settings come first, and the first place that fits counts', () => {
    const own = gateSettingsSchema.parse({
      templates: [
        { files: 'old/**', ignore: true },
        { files: '{channel}/{message}/v*/{locale}-{part}.tpl' },
        { files: 'odd/*.xyz', message: 'odd', channel: 'sms', locale: 'fa_IR' },
      ],
    });
    const paths = ['old/a.html', 'sms/cards/lost/v2/fa-text.tpl', 'odd/1.xyz'];
    expect(said(paths, 'Hi {{name}}', own)).toEqual(['cards/lost sms sms fa', 'odd sms sms fa-IR']);
  });

  test('pages of a program are not taken for mail', () => {
    expect(said(['web/views/login.html'], '<html><body><form></form></body></html>')).toEqual([
      'login unknown html',
    ]);
    expect(said(['web/views/row.html'], '<div>{{x}}</div>')).toEqual(['row unknown html']);
  });
});

describe('what stands above a text', () => {
  test('front matter gives subject, preheader and locale', () => {
    const text = '---\nsubject: "Your bill, {{name}}"\npreheader: Due soon\nlang: de\n---\n<p>Hi</p>\n';
    const parts = readParts([{ path: 'emails/bill.html', text }], settings);
    expect(parts.map((part) => [part.name, part.text, part.locale])).toEqual([
      ['subject', 'Your bill, {{name}}', 'de'],
      ['preheader', 'Due soon', 'de'],
      ['html', '<p>Hi</p>\n', 'de'],
    ]);
    for (const { text: own, toFile, file } of parts)
      expect(file.text.slice(toFile(0), toFile(own.length))).toBe(own);
  });

  test('headers of a mail end with an empty line', () => {
    const text = 'Subject: Hello {{name}}\nFrom: a@example.com\n\nBody\n';
    const parts = readParts([{ path: 'emails/hello.txt', text }], settings);
    expect(parts.map(({ name, text: own }) => [name, own])).toEqual([
      ['subject', 'Hello {{name}}'],
      ['text', 'Body\n'],
    ]);
  });
});

describe('what a text is put together with', () => {
  const files = [
    { path: 'emails/layouts/base.hbs', text: '<html><body>{{> footer}}{{{body}}}</body></html>' },
    { path: 'emails/partials/footer.hbs', text: '<p>Footer {{> legal}}</p>' },
    { path: 'emails/partials/legal.hbs', text: '<p>Legal {{> footer}}</p>' },
    { path: 'emails/welcome.hbs', text: '<p>Hi {{name}} {{> footer}}</p>' },
  ];
  test('MJML includes by path', () => {
    const mjml = [
      { path: 'emails/a.mjml', text: '<mjml><mj-body><mj-include path="./parts/head" /></mj-body></mjml>' },
      { path: 'emails/parts/head.mjml', text: '<mj-section><mj-text>Hi</mj-text></mj-section>' },
    ];
    const [one] = readParts(mjml, settings);
    expect(one!.included.map(({ file }) => file.path)).toEqual(['emails/parts/head.mjml']);
  });

  test('only what comes back to itself in any case is a problem', () => {
    const circling = readParts(
      [
        ...files,
        { path: 'emails/partials/thread.hbs', text: '{{#each replies}}{{> thread}}{{/each}}' },
        { path: 'emails/partials/self.hbs', text: 'a {{> self}}' },
      ],
      settings,
    );
    const problems = circling.flatMap(({ parsed }) => parsed.problems.map(({ message }) => message));
    expect(problems).toEqual([
      'emails/partials/footer.hbs includes itself by way of emails/partials/legal.hbs.',
      'emails/partials/legal.hbs includes itself by way of emails/partials/footer.hbs.',
      'emails/partials/self.hbs includes itself.',
    ]);
  });

  test('partials of partials and an only layout are taken in, each once, though they go in circles', () => {
    const welcome = readParts(files, settings).find(({ message }) => message === 'welcome')!;
    expect(welcome.included.map(({ file }) => file.path).sort()).toEqual(
      files.slice(0, 3).map(({ path }) => path),
    );
  });
});
