import * as v from 'valibot';
import { LibraryDamaged } from '../data/sqlite-failure.ts';
import { requests, type RequestName } from '../../shared/contract/requests.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Context } from './context.ts';
import type { Handlers } from './handlers.ts';
import { newIdentifier } from './new-identifier.ts';

/** The answer to any request, as it crosses to the page. */
export type Envelope = Result<unknown>;

/**
 * The one gate: every request of every shell passes here.
 *
 * Input is checked against the contract before a handler sees it. A bug is caught, logged under a
 * reference, and answered with that reference alone. Never rejects.
 */
export async function dispatch(
  handlers: Handlers,
  context: Context,
  name: string,
  input: unknown,
): Promise<Envelope> {
  if (!isRequestName(name)) return failed({ code: 'request-unknown', request: name.slice(0, 80) });
  const checked = v.safeParse(requests[name].input as v.GenericSchema, input);
  if (!checked.success) {
    const issues = checked.issues
      .slice(0, 5)
      .map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 200));
    return failed({ code: 'request-invalid', request: name, issues });
  }
  try {
    // The table's types pair each name with its input; a union of them can't say so here.
    const handler = handlers[name] as (input: unknown, context: Context) => Envelope | Promise<Envelope>;
    return await handler(checked.output, context);
  } catch (error) {
    if (error instanceof LibraryDamaged) return failed(error.failure);
    const reference = newIdentifier().slice(0, 8);
    context.ports.log({ reference, request: name, error });
    return failed({ code: 'unexpected', reference });
  }
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}
