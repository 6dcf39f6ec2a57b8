import * as v from 'valibot';
import type { PartRefusal } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { contentFailure, readJson } from '../read-json.ts';
import { manifestSchema, partContentSchema, partFormat, type Part } from './part-content.ts';

/** Reads a part from its two texts. `hash`: the SHA-256 of the content's bytes. */
export function readPartTexts(
  manifest: Uint8Array,
  content: Uint8Array,
  hash: string,
): Result<Part, { readonly why: PartRefusal; readonly detail: string }> {
  const head = checked(manifest, manifestSchema);
  if (!head.ok) return head;
  if (head.value.content !== hash) return failed({ why: 'tampered', detail: 'hash of content.json' });
  const body = checked(content, partContentSchema);
  if (!body.ok) return body;
  for (const rows of [body.value.rows, body.value.base ?? []]) {
    const ids = rows.map(({ id }) => id);
    const parts = rows.flatMap(({ targets, outcomes }) => [
      ...targets.map(({ id }) => `t${id}`),
      ...outcomes.map(({ id }) => `o${id}`),
    ]);
    const isWhole = rows.every(({ targets, outcomes }) =>
      outcomes.every((outcome) => outcome.targets.every((name) => targets.some(({ id }) => id === name))),
    );
    if (new Set(ids).size < ids.length || new Set(parts).size < parts.length || !isWhole)
      return failed({ why: 'broken', detail: 'identifiers' });
  }
  return success({ kind: head.value.kind, hash, content: body.value });
}

function checked<Schema extends v.GenericSchema>(
  bytes: Uint8Array,
  schema: Schema,
): Result<v.InferOutput<Schema>, { readonly why: PartRefusal; readonly detail: string }> {
  const read = readJson(bytes, '', partFormat);
  if (!read.ok) {
    const why = read.failure.code === 'format-from-the-future' ? 'future' : 'broken';
    return failed({ why, detail: JSON.stringify(read.failure) });
  }
  const parsed = v.safeParse(schema, read.value.value);
  if (parsed.success) return success(parsed.output);
  return failed({ why: 'broken', detail: JSON.stringify(contentFailure(parsed.issues, '')) });
}
