import type { RequestArguments, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/result.ts';
import type { Context } from './context.ts';

type Answer<N extends RequestName> = Result<RequestOutput<N>>;

/** One function per request. A request without one does not compile (see start-application.ts). */
export type Handlers = {
  readonly [N in RequestName]: (
    input: RequestArguments<N>,
    context: Context,
  ) => Answer<N> | Promise<Answer<N>>;
};

/** The handlers of some requests; each file of requests holds a few. */
export type HandlersOf<N extends RequestName> = Pick<Handlers, N>;
