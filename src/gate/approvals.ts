import type { ContractCommunication } from '../model/contract.js';
import type { Part } from '../model/template.js';
import { isSameFile } from './find-communication.js';
import type { Message } from './world.js';

export type Approval = ContractCommunication['templates'][number];

const language = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!;

const isFor = (row: Approval, part: Part): boolean =>
  row.channel === part.channel &&
  (part.locale === '' || language(row.locale) === language(part.locale)) &&
  row.part === part.name;

/** What the contract knows of the approval of a text: by its file, else by channel, locale and part. */
export function approvalOf({ communication }: Message, part: Part): Approval | undefined {
  const rows = communication?.templates ?? [];
  return (
    rows.find(({ file }) => isSameFile(part.file.path, file)) ??
    (part.key === '' ? rows.find((row) => isFor(row, part)) : undefined)
  );
}

/** The hash under which settings say a file was approved. */
export const settledHash = ({ settings }: Message, part: Part): string | undefined =>
  Object.entries(settings.approved_hash ?? {}).find(([file]) => isSameFile(part.file.path, file))?.[1];
