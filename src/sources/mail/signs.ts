import { isDaemon } from './addresses.js';
import type { MailParts } from './parts.js';

/** Words of subjects by which programs say that they could not deliver, in the languages they say it in. */
const failedSubject = new RegExp(
  [
    'loop (?:alert|detect)|mail loop|undeliver|not (?:be )?deliver|unable to deliver|deliver(?:y|ies|ed)?[ -](?:status|report|fail|problem|delay|error|notif|warning|incomplete|unsuccess|suspend|not)',
    'fail(?:ure|ed)?[ -](?:notice|delivery|to deliver)|returned (?:mail|e-?mail|message)|return(?:ed|ing)? to sender',
    "(?:e-?mail|message|mail)[ -](?:deliver|fail|error|system error|not sent|returned|rejected|bounce|delayed|could not)|non-?deliver|bounce[ds]?\\b|nondeliv|can(?:no|')t deliver",
    'unzustellbar|nicht zugestellt|zustell(?:ung|fehler)|unzustell',
    'non remis|non distribu|[ée]chec de (?:la )?(?:remise|distribution|livraison)|retour [àa] l.exp[ée]diteur',
    'no se (?:puede|pudo|ha podido) entregar|no entregad|error de entrega|devuelto|n[ãa]o (?:foi )?entregue|falha na entrega',
    'mancat[ao] (?:consegna|recapito)|non recapitabil|onbestelbaar|niet bezorgd|niedostarcz|teslim edilemedi|kunde inte levereras|kunne ikke leveres',
    'не (?:может быть )?доставлен|недоставл|ошибка доставки|не удалось доставить|не может быть доставлено',
    '配信(?:でき|不能|エラー|失敗)|送信(?:でき|エラー|失敗)|配達(?:でき|不能)|未配[信達]|届けられ|届きま|退信|无法投递|投递失败|無法投遞|無法傳遞|반송|전송 ?실패|배달',
    'تعذر (?:ال)?تسليم|تحویل نشد',
  ].join('|'),
  'iu',
);

/** What programs say to people when a message did not arrive. */
const failedText = new RegExp(
  [
    '(?:could|can|was|were|will)(?: ?not|n.t)(?: yet| possibly)?(?: be(?:en)?)? (?:sent|delivered|reach)|unable to (?:deliver|send|relay|find)|wasn.t able to deliver|did not reach|failed to (?:deliver|reach)|fail(?:ed|ure) .{0,40}(?:recipient|address|deliver)',
    'undeliver|not delivered|delivery (?:to the following|has failed|failed|error)|delivery errors|was (?:rejected|returned|refused|blocked|delayed)|were rejected|permanent (?:fatal )?error|returned to (?:you|sender)|had (?:permanent|transient|delivery)|has been (?:rejected|delayed|returned)|bounced',
    'user unknown|unknown user|mailbox (?:is )?full|over quota|no such user|does not (?:exist|like)|(?:^|\\s)[45]\\d\\d[ -][45]\\.\\d',
    'nicht zugestellt|unzustellbar|n.a pas pu [êe]tre|no se (?:puede|pudo)|n[ãa]o (?:foi|p[ôo]de)|не (?:может|удалось|доставлен)|できません|でした|無法|无法|退信',
  ].join('|'),
  'iu',
);

const awaySubject =
  /^(?:re: *)?(?:auto(?:matic|mated)?[ -]?(?:reply|response|antwort)|out[ -]of[ -](?:the[ -])?office|away|vacation|on (?:leave|holiday)|abwesen|automatische antwort|r[ée]ponse automatique|respuesta autom|resposta autom|risposta automatica|автоответ|自動(?:返信|応答|回复|回覆)|自动(?:回复|答复)|부재중|رد تلقائي|پاسخ خودکار)|out of office|\bautoreply\b|\bauto-reply\b/iu;

const delayedSubject =
  /warning|delay|still (?:being )?(?:re)?tr(?:y|ied)|deferred|not yet|verz[öo]ger|retard[ée]/i;
const delayedText =
  /will (?:be retried|keep trying|try again|continue to)|not (?:yet )?been delivered|still trying|do not need to resend|no action is required|warning message only|delivery attempts will continue|remains? (?:in|on) the (?:mail )?queue|will be retried/i;

/** How a mail looks: who wrote it, and what its subject and text say. */
export interface Signs {
  /** Written by a program that delivers mail, or with an empty return path. */
  readonly fromProgram: boolean;
  readonly failed: boolean;
  readonly away: boolean;
  readonly delayed: boolean;
}

/** RFC 3834 5: `auto-replied` is what delivery programs say of bounces, too. */
const isAuto = (header: MailParts['header']): boolean =>
  /^auto-(?:replied|notified)/i.test(header.get('auto-submitted') ?? '') ||
  /auto_?reply/i.test(header.get('precedence') ?? '') ||
  ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => header.has(name));

/** Reads the signs of a mail, where no part of it is made for programs. */
export function signsOf({ header }: MailParts, notice: string, returned: boolean): Signs {
  const from = header.get('from') ?? '';
  const subject = header.get('subject') ?? '';
  const returnPath = header.get('return-path');
  const fromProgram =
    isDaemon(from) ||
    /^\s*<\s*>\s*$/.test(returnPath ?? '') ||
    isDaemon(returnPath ?? '') ||
    header.has('x-failed-recipients');
  const spoken = failedText.test(notice);
  const called = failedSubject.test(subject);
  const away = awaySubject.test(subject) || (isAuto(header) && !called && !returned);
  const failed =
    header.has('x-failed-recipients') ||
    (called && (spoken || fromProgram || returned)) ||
    (fromProgram && spoken);
  const delayed = delayedSubject.test(subject) || delayedText.test(notice);
  return { fromProgram, failed: failed && !(awaySubject.test(subject) && !called), away, delayed };
}
