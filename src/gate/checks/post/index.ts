import type { Check } from '../../check.js';
import { addressBlock } from './address-block.js';

export const postChecks: Readonly<Record<string, Check>> = { 'post/address-block': addressBlock };
