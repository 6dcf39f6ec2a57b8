import type { Severity } from './finding.ts';

/** What an office wants of the checks. */
export interface CheckSettings {
  /** Rules that it turned off or weighs otherwise than they come, by identifier. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** ① and Ⅱ are read by every system of today: only an office whose systems change them asks. */
export const defaultCheckSettings: CheckSettings = { rules: { 'circled-number': 'off' } };
