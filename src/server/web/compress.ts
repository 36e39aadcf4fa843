import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);
/** Below this a packet carries it anyway. */
const WORTH_BYTES = 1400;
const TEXT = /^(?:text\/html|application\/json)\b/;

/** A page or JSON answer gzipped for browsers that ask for it: a table of rows shrinks to a tenth on a slow network. */
export async function compress(response: Response, acceptEncoding: string | null): Promise<Response> {
  const { headers, status, statusText } = response;
  if (!response.body || !TEXT.test(headers.get('content-type') ?? '') || headers.has('content-encoding'))
    return response;
  headers.append('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(acceptEncoding ?? '')) return response;
  const body = new Uint8Array(await response.arrayBuffer());
  if (body.byteLength < WORTH_BYTES) return new Response(body, { headers, status, statusText });
  const small = await zip(body, { level: 4 });
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(small.byteLength));
  return new Response(new Uint8Array(small), { headers, status, statusText });
}
