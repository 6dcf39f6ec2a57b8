import type { Wire } from '../../shared/contract/bridge.ts';
import { largestReportFile } from '../../shared/contract/largest-report-file.ts';
import { onlyReads } from './only-reading.ts';
import { post } from './post.ts';

/** How long to wait before asking for events again, when the server turned them down. */
const reopenAfter = 3_000;

/**
 * The browser shell's wire: one POST per request, events as server-sent events. What lets the page in is a cookie,
 * which the browser adds by itself and no script sees.
 */
export function httpWire(): Wire {
  return {
    call(name, input, library = null) {
      const body = new TextEncoder().encode(JSON.stringify({ input }));
      return post(`/call/${encodeURIComponent(name)}`, {
        type: 'application/json',
        body,
        size: body.length,
        // It takes the browser longer to send, and to hand over the answer.
        outlives: !onlyReads(name),
        library,
      });
    },
    handOver(file: File) {
      // A copy of a library is never opened: its beginning says what it is.
      const part = isLibrary(file.name) ? file.slice(0, headerOfLibrary) : file;
      const name = encodeURIComponent(file.name);
      return post(`/dropped?name=${name}&size=${part.size}`, {
        type: 'application/octet-stream',
        body: part.size > largestReportFile ? null : part,
        size: part.size,
        // A file is read while it is sent, which a page that is gone can't do: the browser refuses it whole.
        outlives: false,
      });
    },
    on: sharedEvents(listen),
  };
}
/** Bytes of a library file that say what it is (SQLite's file format, 1.3). */
const headerOfLibrary = 100;

function isLibrary(name: string): boolean {
  return name.toLowerCase().endsWith('.sengen');
}

type Listener = (name: string, payload: unknown) => void;

/** One connection for all who listen: a browser allows only six to one host. */
function sharedEvents(open: (listener: Listener) => () => void): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  let close: (() => void) | null = null;
  return (listener) => {
    listeners.add(listener);
    close ??= open((name, payload) => {
      for (const each of [...listeners]) each(name, payload);
    });
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      close?.();
      close = null;
    };
  };
}

function listen(listener: Listener): () => void {
  let source: EventSource;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let interrupted = false;
  const open = (): void => {
    source = new EventSource('/events');
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { name, payload } = JSON.parse(data) as { readonly name: string; readonly payload: unknown };
      listener(name, payload);
    });
    source.addEventListener('open', () => {
      // Whatever was sent in between is lost: everything on show is to be read again.
      if (interrupted) listener('library.changed', {});
      interrupted = false;
      listener('application.found', {});
    });
    source.addEventListener('error', () => {
      interrupted = true;
      // The browser tries again by itself after a lost connection, not after a refusal.
      const isRefused = source.readyState === EventSource.CLOSED;
      listener('application.lost', { why: isRefused ? 'refused' : 'silent' });
      if (isRefused) reopening = setTimeout(open, reopenAfter);
    });
  };
  open();
  return () => {
    clearTimeout(reopening);
    source.close();
  };
}
