import { createHash } from 'node:crypto';
import { contentHash } from '../../../main/application/content-hash.ts';
import { interchangeOf } from '../../../main/exchange/write-report-json.ts';
import type { Report } from '../../../shared/model/report.ts';

/** SHA-256, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A report's whole content in few characters: the same for libraries of which each gave its report an identifier. */
export function contentMark(report: Report): string {
  return sha256(JSON.stringify({ ...interchangeOf(report), id: null })).slice(0, 12);
}

/** The same where rows may have come in, to which each run gives identifiers of its own. */
export function textMark(report: Report): string {
  const text = JSON.stringify(interchangeOf(report), (key, value: unknown) =>
    key === 'id' ? null : value,
  );
  return sha256(text).slice(0, 12);
}

/** The hash by which exports and signed revisions know a content, identifier and all. */
export function hashOf(report: Report): string {
  return contentHash(report);
}
