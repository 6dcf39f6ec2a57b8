import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { storedReport } from '../browser-suite/stored-report.ts';

/**
 * Records that a file was signed, as another window does, while this one keeps the focus. The file lies where
 * files are asked for.
 */
export async function signElsewhere(page: Page, file: string): Promise<void> {
  const { id } = await storedReport(page);
  const answered = await page.evaluate(
    async ([report, name]) => {
      const call = async (request: string, input: unknown): Promise<{ ok: boolean }> => {
        const response = await fetch(`/call/${request}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ input }),
        });
        return (await response.json()) as { ok: boolean };
      };
      const events = new EventSource('/events');
      await new Promise((open) => events.addEventListener('open', open));
      const wanted = new Promise<string>((ask) => {
        events.addEventListener('message', ({ data }: MessageEvent<string>) => {
          const { name: event, payload } = JSON.parse(data) as {
            name: string;
            payload: { question: string };
          };
          if (event === 'files.wanted') ask(payload.question);
        });
      });
      const recorded = call('signOffs.record', {
        report,
        signedBy: '副市長 大野 さくら',
        signedAt: '2026-05-01',
        note: '',
      });
      await call('files.chosen', { question: await wanted, names: [name] });
      events.close();
      return recorded;
    },
    [id, basename(file)] as const,
  );
  if (!answered.ok) throw new Error('the other window’s sign-off was refused');
}
