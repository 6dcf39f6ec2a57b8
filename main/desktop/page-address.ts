/** Scheme and host under which the page lives; nothing else does. */
export const pageScheme = 'app';
export const pageOrigin = 'app://main';
export const pageAddress = 'app://main/';

/**
 * True for an address of the page itself.
 *
 * Parsed, because `app://main.example/` starts the same way. Node gives a scheme of our own no
 * origin (`'null'`), so its parts are compared.
 */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${pageScheme}:` &&
    url.host === 'main' &&
    url.username === '' &&
    url.password === ''
  );
}
