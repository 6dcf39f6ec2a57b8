import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from '../application/content-security-policy.ts';
import { readStaticFiles, type StaticFiles } from '../files/static-files.ts';
import { isPageAddress, pageScheme } from './page-address.ts';

/** Makes `app:` a scheme with an origin of its own. Only possible before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built page as `app://main/`, and refuses every scheme that could reach past it. */
export function servePage(session: Session, pageFolder: string): void {
  const files = readStaticFiles(pageFolder);
  session.protocol.handle(pageScheme, (request) => answer(files, request));
  for (const scheme of ['http', 'https', 'file']) {
    session.protocol.handle(scheme, () => new Response(null, { status: 403 }));
  }
}

/**
 * One of the page's files, or 404.
 *
 * The path is a key into the list of files read at start, never a path on the disk; nothing in it
 * is decoded, so no spelling of `..` leads anywhere.
 */
function answer(files: StaticFiles, { url, method }: Request): Response {
  const file = isPageAddress(url) && method === 'GET' ? files.get(new URL(url).pathname) : undefined;
  if (file === undefined) return new Response(null, { status: 404, headers: commonHeaders });
  return new Response(file.bytes.slice(), {
    headers: { ...commonHeaders, 'content-type': file.type },
  });
}

const commonHeaders = {
  'content-security-policy': contentSecurityPolicy("'none'"),
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};
