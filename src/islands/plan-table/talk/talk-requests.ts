import type { MentionTarget } from '#core/plan/life/mentions.ts';
import type { ThreadView } from '#lib/plan/comment-view.ts';
import { talkWord } from '../../talk-words.ts';

/** What was said about a row. */
export interface RowTalk {
  threads: ThreadView[];
  total: number;
  mayComment: boolean;
}

export type TalkAnswer = { kind: 'talk'; talk: RowTalk } | { kind: 'refused'; sentence: string };

export async function readTalk(planId: string, itemId: string): Promise<RowTalk | null> {
  const answer = await fetch(addressOf(planId, itemId), { headers: { accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as RowTalk) : null;
}

/** Sends something; what is refused comes back as a sentence, and nothing that was typed is touched. */
export async function sendTalk(planId: string, itemId: string, under: string, body: object): Promise<TalkAnswer> {
  try {
    const answer = await fetch(addressOf(planId, itemId) + under, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) return { kind: 'talk', talk: (await answer.json()) as RowTalk };
    if (answer.status === 401) return { kind: 'refused', sentence: talkWord('talk.signedOut') };
    const text = await answer.text();
    return { kind: 'refused', sentence: messageIn(text) ?? talkWord('talk.failed') };
  } catch {
    return { kind: 'refused', sentence: talkWord('talk.failed') };
  }
}

/** Refused before a route was reached, an answer is plain text; after it, JSON. */
function messageIn(text: string): string | null {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? null;
  } catch {
    return text !== '' && text.length < 400 && !text.startsWith('<') ? text : null;
  }
}

function addressOf(planId: string, itemId: string): string {
  return `/plans/${planId}/items/${itemId}/comments`;
}

/** How many threads wait at each row; null when they cannot be asked for. */
export async function readTalkCounts(planId: string): Promise<Record<string, number> | null> {
  try {
    const answer = await fetch(`/plans/${planId}/comments/open`, { headers: { accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as { items: Record<string, number> }).items : null;
  } catch {
    return null;
  }
}

const targets = new Map<string, Promise<MentionTarget[]>>();

/** Whom a comment can name; asked for once, when the first "@" is typed. */
export function readTargets(planId: string): Promise<MentionTarget[]> {
  const known = targets.get(planId);
  if (known) return known;
  const asked = fetch(`/plans/${planId}/comments/targets`, { headers: { accept: 'application/json' } }).then(
    async (answer) => (answer.ok ? ((await answer.json()) as { targets: MentionTarget[] }).targets : []),
  );
  targets.set(planId, asked);
  // Without a line it is asked again at the next "@".
  asked.catch(() => targets.delete(planId));
  return asked;
}
