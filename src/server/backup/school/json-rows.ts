/** Lines handed on at a time, and bytes after which fewer are. */
const MOST_LINES = 200;
const MOST_BYTES = 4 << 20;

/** Lines of a flow of bytes, a few at a time, so that a table of any length needs little memory. */
export async function* jsonRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let page: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      page.push(line);
      length += line.length;
      if (page.length < MOST_LINES && length < MOST_BYTES) continue;
      yield page;
      [page, length] = [[], 0];
    }
  }
  if (rest !== '') page.push(rest);
  if (page.length > 0) yield page;
}
