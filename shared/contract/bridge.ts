import type { Result } from '../result.ts';
import type { EventName, EventPayload } from './events.ts';
import type { RequestInput, RequestName, RequestOutput } from './requests.ts';

/** The only door between the page and the rest, the same in every shell. */
export interface Bridge {
  /** Resolves to a value or an expected failure; never rejects. Inputs are plain values, not proxies. */
  call<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestOutput<N>>>;
  /** Gives a file that a person dropped on the page to main; the token stands for it in requests. */
  handOver(file: FileOnPage): Promise<Result<{ readonly token: string }>>;
  /** Returns the way to stop listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

/** The DOM's File, of which shared/ knows this much. Only the browser makes one that stands on the disk. */
export interface FileOnPage {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What a shell's own door looks like before it is typed: a channel in, one out, and a way for files. */
export interface Wire {
  /** `library`: the identifier of the one that the page shows; null or left out before it shows any. */
  call(name: string, input: unknown, library?: string | null): Promise<unknown>;
  handOver(file: FileOnPage): Promise<unknown>;
  on(listener: (name: string, payload: unknown) => void): () => void;
}
