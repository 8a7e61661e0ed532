import { expect, test } from 'vitest';
import { fieldsOfHead } from '../../../src/gate/evidence/from-head.js';
import { dataOf, fieldsOfSample } from '../../../src/gate/evidence/from-sample.js';
import { fieldsOfSchema } from '../../../src/gate/evidence/from-schema.js';

const names = (fields: readonly { readonly name: string }[] | undefined) => fields?.map(({ name }) => name);

test.each([
  ['as it is', { name: 'Ada' }, ['name']],
  ['under its name', { welcome: { name: 'Ada' }, other: { x: 1 } }, ['name']],
  ['in envelopes', { dynamic_template_data: { data: { name: 'Ada' } } }, ['name']],
  [
    'nested, lists together',
    { o: { lines: [{ a: 1 }, { b: 2 }] } },
    ['o', 'o.lines', 'o.lines[].a', 'o.lines[].b'],
  ],
  ['nothing in it', [], []],
] as const)('a sample is read: %s', (_, value, expected) => {
  expect(names(fieldsOfSample(dataOf(value, 'welcome')))).toEqual(expected);
});

test('what is null in a sample may be missing', () => {
  expect(fieldsOfSample({ name: null, age: 3 })).toEqual([{ name: 'name', nullable: true }, { name: 'age' }]);
});

test('a sample without end is read to a depth', () => {
  let deep: Record<string, unknown> = {};
  for (let i = 0; i < 10_000; i++) deep = { a: deep };
  expect(fieldsOfSample(deep as never).length).toBeLessThan(20);
});

const document = {
  openapi: '3.1.0',
  components: {
    schemas: {
      Person: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', maxLength: 40 },
          boss: { $ref: '#/components/schemas/Person' },
        },
      },
      Order: {
        allOf: [{ $ref: '#/components/schemas/Base' }],
        required: ['total'],
        properties: {
          total: { type: ['string', 'null'] },
          due: { type: 'string', format: 'date' },
          lines: { type: 'array', items: { properties: { price: { type: 'number' } } } },
        },
      },
      Base: { properties: { id: { type: 'string' } }, required: ['id'] },
    },
    messages: { paid: { payload: { $ref: '#/components/schemas/Base' } } },
  },
};

test('a schema inside an OpenAPI document is followed, with what it is made of', () => {
  expect(fieldsOfSchema(document, '/components/schemas/Order')).toEqual([
    { name: 'id', type: 'string', nullable: false },
    { name: 'total', type: 'string', nullable: true },
    { name: 'due', type: 'date', nullable: true },
    { name: 'lines', type: 'array', nullable: true },
    { name: 'lines[].price', type: 'number', nullable: true },
  ]);
});

test('a message of AsyncAPI is its payload, and a pointer into nothing is no schema', () => {
  expect(names(fieldsOfSchema(document, '#/components/messages/paid'))).toEqual(['id']);
  expect(fieldsOfSchema(document, '/components/schemas/Nobody')).toBeUndefined();
  expect(fieldsOfSchema(document, '/__proto__')).toBeUndefined();
});

test('a schema that refers to itself ends', () => {
  const fields = fieldsOfSchema(document, '/components/schemas/Person')!;
  expect(fields[0]).toEqual({ name: 'name', type: 'string', nullable: false, maxLength: 40 });
  expect(fields.length).toBeLessThan(40);
});

test.each([
  ['a list', '---\nsubject: Hi\nvariables: [name, "{{ order.total }}"]\n---\nHi', ['name', 'order.total']],
  ['a mapping', '---\nparams:\n  name: who it is for\n---\n', ['name']],
  [
    'a list of entries',
    '---\nplaceholders:\n  - name: first_name\n    required: true\n---\n',
    ['first_name'],
  ],
  ['tags of a blog', '---\ntags: [news, bank]\n---\n', undefined],
  ['no head', 'Hi {{name}}', undefined],
  ['broken', '---\nvariables: [name\n---\nHi', undefined],
])('names declared above a text are read: %s', (_, text, expected) => {
  expect(names(fieldsOfHead(text))).toEqual(expected);
});
