import type { Advisory } from './advisories.ts';

/** What the registry answers for one package: https://github.com/npm/npm-audit-report and npm's `audit` itself ask so. */
interface Answered {
  readonly url: string;
  readonly title: string;
  readonly vulnerable_versions: string;
}

/** Asks as `npm audit` does. Rejects when the registry doesn't answer: an old list is kept rather than an empty one. */
export async function askRegistry(
  registry: string,
  packages: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Advisory[]> {
  const response = await fetch(new URL('-/npm/v1/security/advisories/bulk', registry), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      Object.fromEntries([...packages].map(([name, versions]) => [name, [...versions]])),
    ),
  });
  if (!response.ok) throw new Error(`the registry answered ${response.status}: the list stays as it was`);
  const answer = (await response.json()) as Record<string, readonly Answered[]>;
  return Object.entries(answer).flatMap(([name, known]) =>
    known.map(({ url, title, vulnerable_versions: vulnerable }) => ({
      id: url.split('/').at(-1) ?? url,
      package: name,
      vulnerable,
      title,
    })),
  );
}
