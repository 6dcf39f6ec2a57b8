import type { Result } from '../result.ts';
import type { EventName, EventPayload } from './events.ts';
import type { RequestInput, RequestName, RequestOutput } from './requests.ts';

/** The only door between the page and the rest, the same in every shell. */
export interface Bridge {
  /** Resolves to a value or an expected failure; never rejects. Inputs are plain values, not proxies. */
  call<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestOutput<N>>>;
  /** Returns the way to stop listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

/** What a shell's own door looks like before it is typed: one channel in, one out. */
export interface Wire {
  call(name: string, input: unknown): Promise<unknown>;
  on(listener: (name: string, payload: unknown) => void): () => void;
}
