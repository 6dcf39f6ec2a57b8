import type { XmlAttributes } from './read-xml.ts';

/**
 * When something was done, as ISO 8601 in UTC: `2026-05-01T00:00:00Z`; null where it is not said.
 *
 * `w:date` is the time on the author's clock, though Word ends it with a `Z` as if it were UTC ([MS-OI29500]
 * 2.1.533). The true time stands in `w16du:dateUtc`, which Word writes since 2023. Without it the author's clock is
 * taken for that of this computer. A text that is no time is passed on as it is.
 */
export function timeOf(attributes: XmlAttributes): string | null {
  const utc = attributes['w16du:dateUtc'];
  return (utc === undefined ? null : utcTime(utc)) ?? localTime(attributes['w:date']);
}

/** A time of the world; null for a text that is none. */
export function utcTime(text: string): string | null {
  const time = new Date(/(?:Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(time.getTime()) ? null : inSeconds(time);
}

/** The same moment as `w:date` says it: on this computer's clock, with the `Z` that Word puts there. */
export function clockTime(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  return `${day}T${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':')}Z`;
}

function localTime(text: string | undefined): string | null {
  if (text === undefined) return null;
  // Without a zone a date with a time is local to JavaScript (ECMA-262 21.4.1.32).
  const time = new Date(text.replace(/Z$/i, ''));
  return Number.isNaN(time.getTime()) ? text : inSeconds(time);
}

export function inSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
