import * as v from 'valibot';
import { isPlainLine } from './plain-text.ts';

/** Longest comment, in UTF-16 code units. */
export const longestComment = 10_000;

/**
 * What a person says about a field: one or several lines, parted by `\n`.
 *
 * Other line breaks become `\n`; empty lines and spaces at either end are dropped; something must be left.
 */
export const commentTextSchema = v.pipe(
  v.string(),
  v.maxLength(longestComment),
  v.transform((text) => text.replaceAll(/\r\n?/g, '\n').trim()),
  v.nonEmpty(),
  v.check((text) => text.split('\n').every(isPlainLine), 'lines without control characters'),
);
