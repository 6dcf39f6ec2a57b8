/** A list's level, from 0 to 8. */
export function levelOf(value: string): number {
  const level = Number.parseInt(value, 10);
  return level >= 0 && level <= 8 ? level : 0;
}
