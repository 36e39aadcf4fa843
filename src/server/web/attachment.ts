/** A file to be saved under its name: plain letters for old programs, the whole name for all others (RFC 6266). */
export function attachment(bytes: Uint8Array, fileName: string, type: string): Response {
  const plainName = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\w.() -]/g, '_');
  const wholeName = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${wholeName}`,
      'cache-control': 'private, no-store',
    },
  });
}
