import { expect, test } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { POST } from './+server.ts';

test('a paste of too many or of strange rows is refused; it is not taken for the wish for one empty row', async () => {
  const row = { id: newId(), cells: { note: 'dán' } };
  const refused = [Array.from({ length: 10_000 }, () => ({ ...row, id: newId() })), [], [{ ...row, id: 'x' }], 'rows'];
  for (const rows of refused) {
    const body = JSON.stringify({ after: newId(), rows });
    const request = new Request('http://localhost', { method: 'POST', body });
    const event = { request, params: { plan: newId() }, locals: {} } as unknown as Parameters<typeof POST>[0];
    await expect(POST(event)).rejects.toMatchObject({ code: 'request.invalid' });
  }
});
