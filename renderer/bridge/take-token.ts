/** Where the page looks for the token, and where it keeps it. */
export interface TokenPlace {
  readonly location: Pick<Location, 'href'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

const key = 'sengen.token';

/**
 * The browser shell's token: from the address the first time, later from the tab's own memory.
 *
 * It is taken out of the address bar, so that it does not end up in a history, a bookmark or a picture.
 */
export function takeToken({ location, history, sessionStorage }: TokenPlace): string {
  const address = new URL(location.href);
  const given = address.searchParams.get('token');
  if (given === null) return sessionStorage.getItem(key) ?? '';
  keepToken({ sessionStorage }, given);
  address.searchParams.delete('token');
  history.replaceState(null, '', address.pathname + address.search + address.hash);
  return given;
}

/** Remembers the token for this tab. */
export function keepToken({ sessionStorage }: Pick<TokenPlace, 'sessionStorage'>, token: string): void {
  sessionStorage.setItem(key, token);
}
