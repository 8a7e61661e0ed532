import type { Part } from '../../../model/template.js';
import type { World } from '../../world.js';

/** Texts that are sent, partials and layouts too; words of a screen are not. */
export const sentTexts = ({ parts }: World): Part[] =>
  parts.filter(({ channel, text }) => channel !== 'unknown' && text.trim() !== '');
