/** A number before a title: `3 平和推進事業`, `３．…`, `No.3 …`, `(3) …`, `③…`. */
const opening =
  /^\s*((?:NO\.?|Ｎｏ．?|取組|事業|施策|目標)?\s*[0-9０-９]{1,3}(?=[.．、\s：:])|[[(（【［〔](?:取組|事業|施策|目標)?\s*[0-9０-９]{1,3}[)）】］\]〕]|(?:取組|事業|施策|目標)?[①-⑳])[.．、：:\s]*(?=\S)/i;

/** The number that opens `text`, as written and as counted, and what follows it; null for none. */
export function splitNumber(
  text: string,
): { readonly number: string; readonly value: number; readonly rest: string } | null {
  const found = opening.exec(text);
  const number = found?.[1];
  if (found === null || number === undefined) return null;
  const value = Number(number.normalize('NFKC').replace(/\D/g, ''));
  return { number, value, rest: text.slice(found[0].length) };
}
