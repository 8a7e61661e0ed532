import type { MessageChannel, PartName } from '../../model/template.js';

type Words<T> = ReadonlyMap<string, T>;

const table = <T>(rows: readonly (readonly [T, string])[]): Words<T> =>
  new Map(rows.flatMap(([value, words]) => words.split(' ').map((word): [string, T] => [word, value])));

/** Words of folders and of names of files, keys and settings that say how a text is sent. */
export const channelWords: Words<MessageChannel> = table<MessageChannel>([
  [
    'email',
    'email emails e-mail e-mails mail mails mailer mailers mailing mailings newsletter newsletters mjml',
  ],
  ['sms', 'sms smses text-message text-messages text_message text_messages textmessage'],
  ['mms', 'mms'],
  ['rcs', 'rcs'],
  ['whatsapp', 'whatsapp whats-app whats_app'],
  ['push', 'push pushes push-notification push-notifications push_notification push_notifications apns fcm'],
  ['web_push', 'webpush web-push web_push'],
  ['in_app', 'in-app in_app inapp inbox'],
  ['post', 'letter letters postal print paper'],
  ['ivr', 'ivr'],
  ['phone', 'call-script call-scripts call_script agent-script agent-scripts agent_scripts agent_script'],
]);

/** Of these, words that say in the name of a file what the text is about rather than how it goes. */
export const aboutChannels = new Set(
  'letters letter print paper postal inbox newsletter newsletters mailing mailings'.split(' '),
);

/** Folders that say how a text is sent, where the same word in a name would say what it is about. */
export const channelFolders: Words<MessageChannel> = table<MessageChannel>([
  ['post', 'post'],
  ['phone', 'phone agent agents scripts'],
  ['chat', 'chat'],
  ['branch', 'branch'],
]);

/** Words that say which part of a message a text is. */
export const partWords: Words<PartName> = table<PartName>([
  ['subject', 'subject subjects subj subject-line subject_line'],
  ['preheader', 'preheader preheaders pre-header preview preview-text preview_text'],
  ['html', 'html html-body html_body htmlbody htm'],
  ['text', 'text txt plain plaintext plain-text plain_text text-body text_body textbody'],
  ['title', 'title'],
  ['body', 'body content message'],
  ['letter', 'letter'],
  ['script', 'script'],
  ['layout', 'layout layouts base master wrapper skeleton'],
  [
    'partial',
    'partial partials macro macros include includes component components snippet snippets fragment fragments',
  ],
]);

/** Folders that only say what is below them. */
export const containers = new Set(
  'app apps src main resources views view template templates assets static public lib server backend config content contents locales locale lang langs language languages i18n l10n translations translation messages message notifications notification communications comms java python webapp'.split(
    ' ',
  ),
);

/** Names of files that say nothing about the message. */
export const plainNames = new Set(
  'index content contents template message body main default meta metadata'.split(' '),
);

/** Files that stand in every project and are sent to nobody. */
export const noTemplates =
  /^(?:readme|license|licence|notice|changelog|changes|contributing|copying|authors|requirements.*|robots|humans|cmakelists|security|todo|code_of_conduct|manifest|package(?:-lock)?|tsconfig.*|composer|version|constraints.*)$/i;

/** Ends of names of files that templates have. */
export const templateEndings = new Set(
  'hbs handlebars mustache liquid j2 jinja jinja2 njk nunjucks twig tmpl tpl gotmpl gohtml gotxt ftl ftlh vm vtl erb ejs eml mjml html htm xhtml txt text md markdown amp ampscript blade cshtml razor'.split(
    ' ',
  ),
);

/** Ends of names of files that hold many texts by key. */
export const catalogueEndings = new Set(
  'json json5 arb yml yaml properties po pot php xlf xliff strings xml resx'.split(' '),
);
