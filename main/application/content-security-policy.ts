/**
 * The page's Content-Security-Policy: its own files and nothing else.
 *
 * `connect` is `'self'` only in the browser shell, whose bridge is HTTP; over Electron's IPC the page
 * needs no connection at all.
 */
export function contentSecurityPolicy(connect: "'none'" | "'self'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Svelte's own, and the page's for reading what is pasted (renderer/writing/read-html.ts).
    'trusted-types svelte-trusted-html sengen-paste',
  ].join('; ');
}
