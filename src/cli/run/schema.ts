import { findSchema, schemaNames } from '../../app/schemas.js';
import { UsageError } from '../../model/errors.js';
import { didYouMean } from '../../text/nearest.js';
import { writeOut } from '../output.js';

/** Prints one JSON Schema, or the names of all. */
export async function runSchema(name: string): Promise<void> {
  if (name === 'list') {
    await writeOut(`${schemaNames.join('\n')}\n`);
    return;
  }
  const schema = findSchema(name);
  if (!schema) {
    throw new UsageError({
      message: `unknown schema '${name}'`,
      expected: schemaNames.join(', '),
      tips: didYouMean(name, schemaNames),
    });
  }
  await writeOut(`${JSON.stringify(schema, null, 2)}\n`);
}
