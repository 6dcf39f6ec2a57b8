import type { Wire } from '../../shared/contract/bridge.ts';
import type { TestApplication } from '../support/open-test-application.ts';

/** The real application at the other end of the wire, without a shell between. */
export function applicationWire(application: TestApplication): Wire {
  return {
    call: (name, input, library = null) =>
      application.dispatch(name, structuredClone(input), library ?? undefined),
    handOver: () => Promise.reject(new Error('no file is handed over here')),
    on: () => () => undefined,
  };
}
