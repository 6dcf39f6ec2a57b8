import { request } from 'node:http';

/** Comes in by an address that the program printed, as a browser does; the cookie that it shows from then on. */
export function comeIn(address: string): Promise<string> {
  return new Promise((found, refused) => {
    const asked = request(address, (reply) => {
      reply.resume();
      const [cookie = ''] = reply.headers['set-cookie'] ?? [];
      if (cookie === '') refused(new Error(`the program let nobody in: ${reply.statusCode}`));
      else found(cookie.slice(0, cookie.indexOf(';')));
    });
    asked.on('error', refused);
    asked.end();
  });
}
