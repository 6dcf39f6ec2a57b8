/** An on/off attribute (ECMA-376 17.17.4): absent means on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on';
}
