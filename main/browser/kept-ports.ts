import { truePath } from '../files/places.ts';
import { readSetting, writeSetting, type SettingsFile } from '../files/settings-file.ts';

/** As many libraries as are remembered, the latest last. */
const most = 20;

/**
 * The port on which a library was served last; 0, which takes any, when that is not known.
 *
 * A page left open over a restart then finds the program again, and what the browser keeps for the page stays its.
 */
export function portOf(file: SettingsFile, library: string): number {
  const place = truePath(library);
  return readSetting(file, asPorts)?.find(([path]) => path === place)?.[1] ?? 0;
}

/** Remembers the port for the next start. */
export async function keepPort(file: SettingsFile, library: string, port: number): Promise<void> {
  const place = truePath(library);
  const others = (readSetting(file, asPorts) ?? []).filter(([path]) => path !== place);
  await writeSetting(file, { ports: [...others, [place, port]].slice(-most) });
}

function asPorts({ ports }: Readonly<Record<string, unknown>>): [path: string, port: number][] | null {
  return Array.isArray(ports) && ports.every(isPort) ? ports : null;
}

function isPort(value: unknown): value is [string, number] {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    Number.isInteger(value[1]) &&
    value[1] > 0 &&
    value[1] <= 65_535
  );
}
