import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { reportSchema } from '../../src/model/report.js';
import { json } from '../../src/report/json.js';
import { cleanReport, finding, richReport } from './fixtures.js';

const options = { color: false, width: 80, show: 'info' } as const;
const render = (report: typeof cleanReport): string => String(json.render(report, options));

test('the snapshot keeps everything', () => {
  expect(JSON.parse(render(richReport))).toEqual(richReport);
});

test.each([
  ['clean', cleanReport],
  ['rich', richReport],
])('the %s snapshot satisfies the published schema', (_, report) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile(z.toJSONSchema(reportSchema));
  validate(JSON.parse(render(report)));
  expect(validate.errors).toBeNull();
});

test('keys stand in the order of the schema, free ones sorted, whatever order they came in', () => {
  const turned = Object.fromEntries(Object.entries(richReport).reverse()) as typeof richReport;
  const args = { receiver: 'mortgage', giver: 'cards' };
  expect(render(turned)).toBe(render(richReport));
  expect(render({ ...cleanReport, findings: [finding({ args })] })).toContain(
    '"giver": "cards",\n        "receiver"',
  );
  expect(Object.keys(JSON.parse(render(turned)))).toEqual(Object.keys(reportSchema.shape));
});

test('characters a terminal would obey stand as escapes and read back the same', () => {
  const message = 'a\u001b[31mb\u202ec\u009bd\u2028e\u{e0041}f\ufeff';
  const text = render({ ...cleanReport, findings: [finding({ message })] });
  expect(text).toContain(String.raw`"a\u001b[31mb\u202ec\u009bd\u2028e\udb40\udc41f\ufeff"`);
  expect(JSON.parse(text).findings[0].message).toBe(message);
});

test('two spaces indent, a newline ends', () => {
  expect(render(cleanReport)).toMatch(/^\{\n {2}"\$schema"[\s\S]*\n\}\n$/);
});
