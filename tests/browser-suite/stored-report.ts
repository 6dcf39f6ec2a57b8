import type { Page } from 'playwright-core';
import type { Report } from '../../shared/model/report.ts';

/** What the program has stored of the newest report, asked through the page's own door. */
export async function storedReport(page: Page): Promise<Report> {
  return page.evaluate(async () => {
    const call = async (name: string, input: unknown): Promise<unknown> => {
      const wire = (window as { sengenWire?: { call(name: string, input: unknown): Promise<unknown> } })
        .sengenWire;
      if (wire !== undefined) return wire.call(name, input);
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ input }),
      });
      return response.json();
    };
    const list = (await call('reports.list', {})) as { value: { id: string }[] };
    const report = list.value[0]?.id;
    const read = (await call('reports.read', { report })) as { value: { report: unknown } };
    return read.value.report as Report;
  });
}
