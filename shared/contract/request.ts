import type * as v from 'valibot';

/** One request of the contract: what goes in, what comes out. */
export function request<I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O) {
  return { input, output } as const;
}
