/** Where pages of one program tell each other the token. */
const channelName = 'sengen.token';

/**
 * The browser shell's token, which changes when the program is started again.
 *
 * A page that was left open over a restart knows only the old one, and would never save again. The
 * page that the restarted program opens tells the new one to all others of the same address.
 */
export class SharedToken {
  current: string;
  readonly #changed = new Set<() => void>();

  constructor(token: string, channel: BroadcastChannel | null, remember: (token: string) => void) {
    this.current = token;
    channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string' || data === '' || data === this.current) return;
      this.current = data;
      remember(data);
      for (const listener of this.#changed) listener();
    });
  }

  /** Returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#changed.add(listener);
    return () => this.#changed.delete(listener);
  }
}

/** The channel between the pages of this address; tells them `token` where it has just been given. */
export function tokenChannel(token: string, isNew: boolean): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel(channelName);
  if (isNew) channel.postMessage(token);
  return channel;
}
