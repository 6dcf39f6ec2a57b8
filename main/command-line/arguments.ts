import { parseArgs } from 'node:util';
import { failed, success, type Result } from '../../shared/result.ts';

/** The words that a person typed after `sengen COMMAND`. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  /** Those of the shape's flags that were given. */
  readonly flags: ReadonlySet<string>;
  readonly json: boolean;
}

/** Why the words were not understood, as a Japanese sentence. */
export type Misuse = string;

export interface Shape {
  /** Names of the words in order, for the message; the last may be left out when `lastIsOptional`. */
  readonly words: readonly string[];
  readonly lastIsOptional?: boolean;
  /** The last may be given several times. */
  readonly lastRepeats?: boolean;
  /** Options that take a value. */
  readonly options?: readonly string[];
  readonly required?: readonly string[];
  /** Options that take none. */
  readonly flags?: readonly string[];
  readonly json?: boolean;
}

/** Reads the words by a command's shape. */
export function readArguments(argv: readonly string[], shape: Shape): Result<Arguments, Misuse> {
  let values: Record<string, unknown>;
  let words: string[];
  try {
    ({ values, positionals: words } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...Object.fromEntries((shape.options ?? []).map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries((shape.flags ?? []).map((name) => [name, { type: 'boolean' as const }])),
        ...(shape.json === true ? { json: { type: 'boolean' as const } } : {}),
      },
    }));
  } catch (error) {
    const option = /'(-[^' ]+)/.exec(String(error))?.[1] ?? '';
    return failed(`オプション「${option}」の使い方が違います。`);
  }
  const least = shape.words.length - (shape.lastIsOptional === true ? 1 : 0);
  if (words.length < least) return failed(`${shape.words[words.length] ?? ''} を指定してください。`);
  if (words.length > shape.words.length && shape.lastRepeats !== true) {
    return failed(`「${words[shape.words.length] ?? ''}」は余分です。`);
  }
  const options = Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const missing = (shape.required ?? []).find((name) => options[name] === undefined);
  if (missing !== undefined) return failed(`--${missing} を指定してください。`);
  const flags = new Set((shape.flags ?? []).filter((name) => values[name] === true));
  return success({ words, options, flags, json: values['json'] === true });
}
