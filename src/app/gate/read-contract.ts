import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Contract, contractSchema } from '../../model/contract.js';
import { SourceError, UsageError } from '../../model/errors.js';
import type { ContractEntry } from '../../model/gate-report.js';

export interface ReadContract {
  readonly contract: Contract;
  readonly entry: ContractEntry;
}

function parse(file: string, text: string): Contract {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new SourceError([{ place: { file }, message: 'is not JSON' }]);
  }
  const result = contractSchema.safeParse(raw);
  if (result.success) return result.data;
  throw new SourceError(
    result.error.issues
      .slice(0, 5)
      .map(({ path, message }) => ({ place: { file, column: path.join('.') }, message })),
  );
}

/** The contract beside the settings; undefined where there is none and nobody asked for it by name. */
export async function readContract(
  root: string,
  file: string,
  isNamed: boolean,
): Promise<ReadContract | undefined> {
  const path = isNamed ? file : resolve(root, file);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (!isNamed) return undefined;
    throw new UsageError({
      message: `--contract ${file} cannot be read`,
      tips: ['unsilo contract export writes one'],
    });
  }
  const contract = parse(file, text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { as_of, valid_until } = contract;
  return { contract, entry: { file, sha256, as_of, valid_until } };
}
