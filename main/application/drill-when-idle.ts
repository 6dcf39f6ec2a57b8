import type { Context } from './context.ts';

/** Milliseconds without a request before a drill: nobody is writing, and what was written is backed up. */
const quiet = 2 * 60 * 1_000;

/** Tries the backups out (main/backup/drill.ts) once a month, while nobody asks for anything. */
export interface IdleDrill {
  /** Called when no request is under way. */
  postpone(): void;
  stop(): void;
}

export function drillWhenIdle({ session }: Context): IdleDrill {
  let timer: NodeJS.Timeout | undefined;
  const postpone = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void session.backups.drillIfDue(), quiet);
    timer.unref();
  };
  return { postpone, stop: () => clearTimeout(timer) };
}
