import type { GateSettings } from '../../model/gate-settings.js';
import type { Part, TemplateFile } from '../../model/template.js';
import { parseTemplate, recogniseSyntax } from '../syntax/index.js';

/** Every text of the files that a reader may get, or that others are made of, in order of file and place. */
export function readParts(files: readonly TemplateFile[], _settings: GateSettings): Part[] {
  return files.map((file): Part => {
    const markup = /<\w/.test(file.text) ? 'html' : 'text';
    const [, locale = '', name = ''] = /(?:^|[./_-])([a-z]{2})?(?:[./_-](\w+))?\.\w+$/.exec(file.path) ?? [];
    return {
      file,
      key: '',
      message: file.path.split('/').at(-2) ?? name,
      channel: 'email',
      name: markup,
      locale,
      markup,
      text: file.text,
      toFile: (offset) => offset,
      parsed: parseTemplate(file.text, recogniseSyntax(file.path, file.text)),
      prose: { text: file.text, toText: (offset) => offset },
      links: [],
      elements: [],
      included: [],
    };
  });
}
