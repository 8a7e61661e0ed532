import { type Doctor, doctorSchema } from '../../model/advice.js';
import { toJsonText } from '../json.js';
import { renderDoctorTerminal } from './terminal.js';

export const doctorFormats = ['terminal', 'json'] as const;
export type DoctorFormat = (typeof doctorFormats)[number];

interface DoctorOptions {
  readonly color: boolean;
  readonly width: number;
}

/** The doctor's advice in a format: pure, the same advice gives the same bytes. */
export const renderDoctor = (said: Doctor, format: DoctorFormat, options: DoctorOptions): string =>
  format === 'json' ? toJsonText(doctorSchema.parse(said)) : renderDoctorTerminal(said, options);
