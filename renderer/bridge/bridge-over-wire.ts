import type { Bridge, FileOnPage, Wire } from '../../shared/contract/bridge.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { failed, type Result } from '../../shared/result.ts';

/** The typed bridge over a shell's untyped wire. The one place where values leave the page. */
export function bridgeOverWire(wire: Wire): Bridge {
  /** The library that this page shows: what it asks is about no other, whatever another window opens. */
  let library: string | null = null;
  return {
    async call<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestOutput<N>>> {
      // A proxy of $state would pass as JSON and fail over Electron's IPC: both get what JSON leaves of it.
      const plain: unknown = JSON.parse(JSON.stringify(input));
      let answer: unknown;
      try {
        answer = await wire.call(name, plain, library);
      } catch {
        return failed({ code: 'unreachable' });
      }
      if (!isEnvelope<RequestOutput<N>>(answer)) return unreadable(answer);
      if (answer.ok) library = libraryIn(name, answer.value, library);
      return answer;
    },
    async handOver(file: FileOnPage): Promise<Result<{ readonly token: string }>> {
      let answer: unknown;
      try {
        answer = await wire.handOver(file);
      } catch {
        return failed({ code: 'unreachable' });
      }
      return isEnvelope<{ readonly token: string }>(answer) ? answer : unreadable(answer);
    },
    on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
      return wire.on((sent, payload) => {
        if (sent === name) listener(payload as EventPayload<N>);
      });
    },
  };
}

type Library = RequestOutput<'library.open'>;
/** Requests whose answer is the library that is open from then on, and those whose answer has it beside something else. */
type Opening = { [N in RequestName]: RequestOutput<N> extends Library ? N : never }[RequestName];
type OpeningBeside = {
  [N in RequestName]: RequestOutput<N> extends { readonly library: Library } ? N : never;
}[RequestName];

/** Every one of them, or it does not compile: whatever opens a library shows it. */
const opening: Readonly<Record<Opening, true>> = {
  'backups.adopt': true,
  'backups.view': true,
  'library.copyHere': true,
  'library.create': true,
  'library.look': true,
  'library.open': true,
  'library.openRecent': true,
  'library.openRescued': true,
  'library.write': true,
};
const openingBeside: Readonly<Record<OpeningBeside, true>> = {
  'backups.restore': true,
  'library.rescue': true,
};

/** The library that the page shows once it has this answer: the one that it found at its start, or opened itself. */
function libraryIn(name: RequestName, value: unknown, shown: string | null): string | null {
  if (name === 'application.start') {
    return shown ?? (value as RequestOutput<'application.start'>).library?.id ?? null;
  }
  if (Object.hasOwn(opening, name)) return (value as Library).id;
  if (Object.hasOwn(openingBeside, name)) return (value as { readonly library: Library }).library.id;
  return shown;
}

function unreadable(answer: unknown): Result<never> {
  return failed({ code: 'answer-unreadable', answer: String(answer).slice(0, 40) });
}

/** What main answers was made by main: only its outer form is looked at. */
function isEnvelope<T>(answer: unknown): answer is Result<T> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
