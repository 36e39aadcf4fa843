import { request } from 'node:http';

/** `fetch` writes Host itself. */
export function rawRequest(url: string, path: string, headers: Record<string, string>, body = '', method = 'POST') {
  return new Promise<{ status: number; cookies: string[]; location: string; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          cookies: answer.headers['set-cookie'] ?? [],
          location: answer.headers.location ?? '',
          text,
        }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
