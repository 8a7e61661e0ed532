import { describe, expect, test } from 'vitest';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';
import { parsePhp } from '../../../src/templates/syntax/php.js';

const fields = (text: string): string[] =>
  parsePhp(text)
    .uses.filter(({ local }) => !local)
    .map(({ name, role }) => `${name} ${role}`);
const problems = (text: string): string[] => parsePhp(text).problems.map(({ message }) => message);

describe('values that a text asks for', () => {
  test.each([
    ['<?= $name ?>', ['name output']],
    ['<?php echo esc_html( $user->name ); ?>', ['user.name output']],
    ["<?= $order['total'] ?>", ['order.total output']],
    ['<?php if ($paid): ?><?= $sum ?><?php endif ?>', ['paid condition', 'sum output']],
    [
      '<?php foreach ($lines as $line): ?><?= $line->sum ?><?php endforeach; ?>',
      ['lines loop', 'lines[].sum output'],
    ],
    ['<?php foreach ($lines as $line) { ?><?= $line->sum ?><?php } ?>', ['lines loop', 'lines[].sum output']],
    ['<?php $a = 1; ?><?= $a ?>', []],
    ["<?= 'costs $5' // $no ?>", []],
    ['<?php /* $no */ echo $yes;', ['yes output']],
  ])('%s', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });
});

describe('blocks', () => {
  test.each([
    ['<?php if ($a) : ?>x<?php endif; ?>', []],
    ['<?php if ($a) { ?>x<?php } else { ?>y<?php } ?>', []],
    ['<?php if ($a): ?>x<?php elseif ($b): ?>y<?php else: ?>z<?php endif; ?>', []],
    ["<?php if ($a) echo '{'; ?>", []],
    ['<?php if ($a) : ?>x', ["The block 'if' is never closed."]],
    ['<?php if ($a) { ?>x', ["The block '{' is never closed."]],
    ['x<?php endif; ?>', ["'endif' closes what was never opened."]],
    ['<?= $a', ["'<?=' has no end."]],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

test('what is escaped is not raw', () => {
  const raw = (text: string): boolean[] => parsePhp(text).uses.map((use) => use.raw);
  expect([raw('<?= $a ?>'), raw('<?= htmlspecialchars($a) ?>')]).toEqual([[true], [false]]);
});

test('programs, catalogues and pages of PHP are no mails', () => {
  const files = {
    'emails/paid.php': '<p>Hi <?= $name ?></p>',
    'lang/en/mail.php': "<?php return ['paid' => ['subject' => 'Paid, :name']];",
    'src/Mailer.php': '<?php class Mailer { function send($to) { return $to; } }',
    'theme/index.php': '<html><body><nav></nav><?= $title ?></body></html>',
  };
  const parts = readParts(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    gateSettingsSchema.parse({}),
  );
  expect(parts.map(({ file, parsed }) => `${file.path} ${parsed.syntax}`)).toEqual([
    'emails/paid.php php',
    'lang/en/mail.php colon',
  ]);
});
