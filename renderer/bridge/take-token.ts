/** Where the page looks for the token, and where it keeps it. */
export interface TokenPlace {
  readonly location: Pick<Location, 'href'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

const key = 'sengen.token';

/** The browser shell's token as the address gives it; null where the tab must remember it. */
export function givenToken({ location }: Pick<TokenPlace, 'location'>): string | null {
  return new URL(location.href).searchParams.get('token');
}

/** The token of an earlier address of this tab. */
export function keptToken({ sessionStorage }: Pick<TokenPlace, 'sessionStorage'>): string {
  return sessionStorage.getItem(key) ?? '';
}

/**
 * Takes the token out of the address bar, so that it does not end up in a history, a bookmark or a picture,
 * and remembers it for this tab.
 */
export function hideToken({ location, history, sessionStorage }: TokenPlace): void {
  const address = new URL(location.href);
  const given = givenToken({ location });
  if (given === null) return;
  keepToken({ sessionStorage }, given);
  address.searchParams.delete('token');
  history.replaceState(null, '', address.pathname + address.search + address.hash);
}

/** Remembers the token for this tab. */
export function keepToken({ sessionStorage }: Pick<TokenPlace, 'sessionStorage'>, token: string): void {
  sessionStorage.setItem(key, token);
}
