import type { Severity } from '../../model/enums.js';
import { type Html, html } from './tag.js';

/** A shape for each severity, so that colour is never alone. */
const shapes: Readonly<Record<Severity, Html>> = {
  critical: html`<rect x="1" y="1" width="10" height="10"/>`,
  high: html`<path d="M6 0.5 11.5 11H0.5Z"/>`,
  medium: html`<path d="M6 0 12 6 6 12 0 6Z"/>`,
  low: html`<circle cx="6" cy="6" r="5"/>`,
  info: html`<circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2"/>`,
};

export const renderMark = (severity: Severity): Html =>
  html`<svg class="mark" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">${shapes[severity]}</svg>`;

export const renderBadge = (severity: Severity): Html =>
  html`<span class="badge ${severity}">${renderMark(severity)}${severity}</span>`;
