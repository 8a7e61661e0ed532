import type { ContractCommunication } from '../model/contract.js';
import type { Part } from '../model/template.js';
import { isSameFile } from './find-communication.js';
import type { Message } from './world.js';

export type Approval = ContractCommunication['templates'][number];

const language = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!;

const isFor = (row: Approval, part: Part): boolean =>
  row.channel === part.channel && (part.locale === '' || language(row.locale) === language(part.locale));

/** What the contract knows of the approval of a file. */
export const approvalOfFile = ({ communication }: Message, { file }: Part): Approval | undefined =>
  communication?.templates.find((row) => isSameFile(file.path, row.file));

/** The same of a text, where its file is not known by channel and locale; an approval of the same part comes first. */
export function approvalOf(message: Message, part: Part): Approval | undefined {
  const alike = message.communication?.templates.filter((row) => isFor(row, part)) ?? [];
  return approvalOfFile(message, part) ?? alike.find((row) => row.part === part.name) ?? alike[0];
}

/** The hash under which settings say a file was approved. */
export const settledHash = ({ settings }: Message, part: Part): string | undefined =>
  Object.entries(settings.approved_hash ?? {}).find(([file]) => isSameFile(part.file.path, file))?.[1];
