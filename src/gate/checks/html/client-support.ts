import type { Element, Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { isInterface } from '../../is-interface.js';

/** Elements that mail clients take out or do not show, for what they can do to a reader or for want of an engine. */
const dropped = new Set(['script', 'iframe', 'object', 'embed', 'form', 'video', 'audio', 'applet']);

const isSheet = ({ name, attributes }: Element): boolean =>
  name === 'link' &&
  /\bstylesheet\b/i.test(attributes.get('rel')?.value ?? '') &&
  !/fonts?\./i.test(attributes.get('href')?.value ?? '');

/** Data for search engines and mail clients is no program. */
const isData = ({ name, attributes }: Element): boolean =>
  name === 'script' && /\+json$/i.test(attributes.get('type')?.value.trim() ?? '');

const isMail = ({ channel, name, markup }: Part): boolean =>
  channel === 'email' && name === 'html' && markup === 'html';

/** Elements of a mail that many of its readers never see, each kind once a text. */
export const clientSupport: Check = function* ({ parts }) {
  for (const part of parts.filter((one) => isMail(one) && !isInterface(one))) {
    const told = new Set<string>();
    for (const element of part.elements) {
      if (!(dropped.has(element.name) && !isData(element)) && !isSheet(element)) continue;
      if (told.has(element.name)) continue;
      told.add(element.name);
      yield {
        case: 'dropped',
        at: { part, span: element.open },
        about: element.name,
        args: { element: element.name },
      };
    }
  }
};
