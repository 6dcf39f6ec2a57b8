import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readBytes } from '../../main/browser/read-body.ts';

/** Sends a beginning to a server that reads at most ten bytes, and goes on for as long as it is connected. */
async function answerTo(beginning: string, more: string | null): Promise<string> {
  const server = createServer((request, response) => {
    void readBytes(request, 10, 300).then(
      (bytes) => response.end(bytes === null ? 'refused' : bytes.toString()),
      () => undefined,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${beginning}`);
  const going = more === null ? null : setInterval(() => socket.write(more), 20);
  while (!/refused|whole/.test(said)) await new Promise((next) => setTimeout(next, 10));
  if (going !== null) clearInterval(going);
  socket.destroy();
  server.closeAllConnections();
  server.close();
  return said;
}

test('a body that ends is read whole', async () => {
  expect(await answerTo('Content-Length: 5\r\n\r\nwhole', null)).toContain('whole');
});

test('a body that never comes to its end is answered all the same', async () => {
  expect(await answerTo('Content-Length: 9\r\n\r\nabc', null)).toContain('refused');
});

test('a body that goes on for ever is answered, while it goes on', async () => {
  const endless = 'Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n';
  expect(await answerTo(endless, '4\r\nabcd\r\n')).toContain('refused');
});
