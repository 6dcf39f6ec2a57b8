/** What the browser asks of a page under Trusted Types (W3C Trusted Types, 2.3); absent in other engines. */
interface TypesFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): string };
}

let policy: { createHTML(text: string): string } | null = null;

/**
 * A pasted page as a document of its own, to be read and never to be shown.
 *
 * Such a document runs no script and loads nothing. It is the one place where the page makes nodes of
 * foreign text, and the one use of the policy that main/application/content-security-policy.ts allows.
 */
export function readHtml(html: string): Document {
  const types = (globalThis as { readonly trustedTypes?: TypesFactory }).trustedTypes;
  policy ??= types?.createPolicy('sengen-paste', { createHTML: (text) => text }) ?? null;
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
}
