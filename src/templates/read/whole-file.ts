import type { GateSettings } from '../../model/gate-settings.js';
import type { TemplateFile } from '../../model/template.js';
import type { Draft } from './draft.js';
import type { PathRole } from './path.js';
import { channelOf, markupOf, partOf } from './template.js';

type Place = NonNullable<GateSettings['templates']>[number];

const engineTag = /\{\{|\{%|<%|%%\[|\$\{|%\{|<<\w/;

/** Whether a plain text is sent to anybody: its place says so, or an engine is to fill it. */
const isSent = ({ channel, part }: PathRole, text: string): boolean =>
  channel !== 'unknown' || part === 'subject' || engineTag.test(text.slice(0, 200_000));

/** A file that is one text. */
export function readWhole(file: TemplateFile, role: PathRole, place?: Place): Draft[] {
  const { text } = file;
  const markup = markupOf(text, role.endings);
  if (markup === 'text' && !place && !isSent(role, text)) return [];
  const channel = channelOf(role, text, markup);
  return [
    {
      file,
      key: '',
      message: role.message,
      channel,
      name: partOf(role.part, channel, markup),
      locale: role.locale,
      markup,
      text,
      toFile: (offset) => offset,
      ...(place?.syntax && { syntax: place.syntax }),
    },
  ];
}
