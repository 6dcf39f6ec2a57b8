/** Identifiers that are different every time and the same in every run: id0000001, id0000002, … */
export function countingIdentifiers(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id${String(count).padStart(7, '0')}`;
  };
}
