import type { Imported } from '../../shared/contract/import-requests.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/result.ts';

/** Whatever answers requests with types. */
interface Caller {
  call<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestOutput<N>>>;
}

type Wish = Omit<RequestInput<'imports.store'>, 'reading'> & Pick<RequestInput<'imports.read'>, 'dropped'>;

/** Takes the file in that the next question is answered with, or that was dropped. */
export async function takeIn({ call }: Caller, { dropped, ...wish }: Wish = {}): Promise<Result<Imported>> {
  const read = await call('imports.read', dropped === undefined ? {} : { dropped });
  return read.ok ? call('imports.store', { reading: read.value.id, ...wish }) : read;
}
