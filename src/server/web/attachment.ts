import { Readable } from 'node:stream';

/** A file that is too large to be held in memory for somebody on a slow network. */
interface FlowingFile {
  stream: Readable;
  /** Bytes. */
  size: number;
}

/** A file to be saved under its name: plain letters for old programs, the whole name for all others (RFC 6266). */
export function attachment(bytes: Uint8Array | FlowingFile, fileName: string, type: string): Response {
  const plainName = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\w.() -]/g, '_');
  const wholeName = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  const flows = !(bytes instanceof Uint8Array);
  return new Response(flows ? (Readable.toWeb(bytes.stream) as ReadableStream) : Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(flows ? bytes.size : bytes.byteLength),
      'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${wholeName}`,
      'cache-control': 'private, no-store',
    },
  });
}
