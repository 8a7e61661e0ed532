import type { Part } from '../model/template.js';

/** Whether a text is one of a program's own, as far as anybody can tell: an entry of a catalogue that no message is made of. */
export const isInterface = ({ key, channel }: Part): boolean => key !== '' && channel === 'unknown';
