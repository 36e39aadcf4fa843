import { isActionFailure } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { newId } from '#server/platform/ids.ts';
import { actions } from './+page.server.ts';

test.each(['fly', '', 'toString', 'issue,approve'])(
  'a step that there is not ("%s") is refused in words, and what was typed is kept',
  async (move) => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams({ move, remark: 'Lý do dài', version: '1' }),
    });
    const event = { request, params: { plan: newId() }, locals: { locale: 'vi' } };
    const answer = await actions['default']!(event as unknown as Parameters<(typeof actions)['default']>[0]);
    if (!isActionFailure(answer)) throw new Error('not refused');
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({
      move: null,
      remark: 'Lý do dài',
      sentence: errorSentence('vi', 'request.invalid'),
    });
  },
);
