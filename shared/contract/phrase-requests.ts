import * as v from 'valibot';
import { isPlainLine } from '../model/plain-text.ts';
import { identifierSchema } from '../model/report.ts';
import { request } from './request.ts';

/** Longest phrase, in UTF-16 code units. */
export const longestPhrase = 2_000;

/** One or more plain lines, at least one of which says something. */
export const phraseTextSchema = v.pipe(
  v.string(),
  v.maxLength(longestPhrase),
  v.check(
    (text) => text.trim() !== '' && text.split('\n').every(isPlainLine),
    'plain lines that say something',
  ),
);

export const phraseSchema = v.object({ id: identifierSchema, text: phraseTextSchema });

/**
 * 定型文: phrases of one's own, kept in the library and put into any text. They belong to no report.
 *
 * Each change is told by `phrases.changed`.
 */
export const phraseRequests = {
  /** In the order that persons gave them. */
  'phrases.list': request('works', v.object({}), v.array(phraseSchema)),
  /** Changes the phrase of that identifier; adds it at the end where there is none. */
  'phrases.write': request('works', phraseSchema, v.object({})),
  /** A phrase that is gone already stays gone. */
  'phrases.remove': request('works', v.object({ phrase: identifierSchema }), v.object({})),
  /** Puts phrases in this order; those that it does not name come behind, as they stood. */
  'phrases.arrange': request('works', v.object({ phrases: v.array(identifierSchema) }), v.object({})),
} as const;

export type Phrase = Readonly<v.InferOutput<typeof phraseSchema>>;
