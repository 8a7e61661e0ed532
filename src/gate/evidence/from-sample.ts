import type { SuppliedField } from '../../model/supply.js';

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Envelopes in which services want the data of a message. */
const envelopes = [
  'dynamic_template_data',
  'TemplateModel',
  'TemplateData',
  'template_data',
  'substitutions',
  'variables',
  'model',
  'payload',
  'context',
  'data',
];

/** The data itself: what stands for a message by its id, without the envelopes around it. */
export function dataOf(value: Json, message: string): Json {
  let data = value;
  if (isObject(data) && isObject(data[message] ?? null)) data = data[message]!;
  for (let depth = 0; depth < envelopes.length; depth++) {
    const keys = isObject(data) ? Object.keys(data) : [];
    const [only] = keys;
    const inner = only !== undefined && keys.length === 1 ? (data as Record<string, Json>)[only]! : null;
    if (only === undefined || !envelopes.includes(only) || !isObject(inner)) return data;
    data = inner;
  }
  return data;
}

const deepest = 12;
const most = 5000;

/** Names a sample shows; what is null in it may be missing. Items of lists are put together. */
export function fieldsOfSample(data: Json): SuppliedField[] {
  const fields = new Map<string, SuppliedField>();
  const visit = (value: Json, path: string, depth: number): void => {
    if (fields.size >= most || depth > deepest) return;
    if (path !== '') {
      const before = fields.get(path);
      const isMissing = value === null || before?.nullable === true;
      fields.set(path, { name: path, ...(isMissing && { nullable: true }) });
    }
    if (Array.isArray(value)) for (const item of value) visitInside(item, `${path}[]`, depth + 1);
    else visitInside(value, path, depth + 1);
  };
  const visitInside = (value: Json, path: string, depth: number): void => {
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value))
      visit(inner, path === '' ? key : `${path}.${key}`, depth);
  };
  visitInside(data, '', 0);
  return [...fields.values()];
}
