import { decoded } from './decoded.ts';

/** The page of a web archive (.mht, RFC 2557): the first part that is HTML; null where there is none. */
export function htmlOfArchive(bytes: Uint8Array): string | null {
  const whole = Buffer.from(bytes).toString('latin1');
  const boundary = /boundary\s*=\s*"?([^"\r\n;]{1,200})"?/i.exec(whole.slice(0, 10_000))?.[1];
  const parts = boundary === undefined ? [whole] : whole.split(`--${boundary}`);
  for (const part of parts) {
    const end = /\r?\n\r?\n/.exec(part.slice(0, 10_000));
    if (end === null) continue;
    const head = part.slice(0, end.index);
    if (!/Content-Type:\s*(?:text\/html|application\/xhtml)/i.test(head)) continue;
    const body = part.slice(end.index + end[0].length);
    return decoded(unpacked(head, body), /charset\s*=\s*"?([\w-]+)/i.exec(head)?.[1]);
  }
  return null;
}

function unpacked(head: string, body: string): Uint8Array {
  if (/Content-Transfer-Encoding:\s*base64/i.test(head)) return Buffer.from(body, 'base64');
  if (!/Content-Transfer-Encoding:\s*quoted-printable/i.test(head)) return Buffer.from(body, 'latin1');
  const bytes = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1');
}
