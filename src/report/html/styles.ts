import { components } from './styles/components.js';
import { layout } from './styles/layout.js';
import { print } from './styles/print.js';
import { theme } from './styles/theme.js';

/** The whole style sheet of the page. */
export const styles = [theme, layout, components, print].join('\n');
