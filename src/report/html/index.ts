import { cleanDeep } from '../../text/escape.js';
import type { Reporter } from '../reporter.js';
import { createContext } from './context.js';
import { renderPage } from './page.js';

/** For everybody: one page that stands alone, offline, to read, search and print. */
export const html: Reporter = {
  title: 'HTML page',
  extension: 'html',
  render: (report) => renderPage(createContext(cleanDeep(report))),
};
