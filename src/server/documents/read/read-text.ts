import type { SourceBlocks } from '#core/documents/block.ts';
import { draftParagraph, numberBlocks, type Draft } from '#core/documents/blocks-draft.ts';
import { chatTalkOf, isRemark, type ChatTalk } from './chat-talk.ts';
import { readTextTable } from './text-table.ts';
import { decodeText } from './text-encoding.ts';
import { joinHardWrapped } from './text-wrapping.ts';

/**
 * A text file: each line is a paragraph, unless the whole file was wrapped at a fixed width, when its lines are joined again.
 * Lines with tabs or pipes in the same number form a table. A table laid out one cell a line stays paragraphs. Remarks of a copied chat are notes.
 * Errors: `document.legacy-encoding`.
 */
export function readText(bytes: Uint8Array): SourceBlocks {
  const text = decodeText(bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/[\f\v\u0085]/g, '\n\n');
  return { format: 'txt', blocks: numberBlocks(textDrafts(text)), pages: null, recognised: false };
}

export function textDrafts(text: string): Draft[] {
  const lines = text.split('\n');
  const talk = chatTalkOf(lines);
  const drafts: Draft[] = [];
  let pending: string[] = [];
  let columns = 0;
  const flush = () => {
    for (const line of joinHardWrapped(pending)) drafts.push(...lineDrafts(line, talk));
    pending = [];
  };
  for (let at = 0; at < lines.length;) {
    const table = readTextTable(lines, at, columns);
    if (!table) {
      pending.push(lines[at++] ?? '');
      continue;
    }
    flush();
    drafts.push(...table.drafts);
    columns = table.drafts.find((draft) => draft.kind === 'table')?.columns ?? 0;
    at = table.next;
  }
  flush();
  return drafts;
}

/** "[10:21, 12/9/2025] Cô Lan: KẾ HOẠCH": what a chat writes before a message, or on a line of its own. */
const CHAT_STAMP =
  /^\s*(\[\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?,?\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\]|\[\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?\])\s*([^:\n]{1,40}:)?\s*/u;
const CHAT_LINE = /^\s*(?:[^:,[\]\n]{1,40},?\s*)?\[?\d{1,2}:\d{2}(?:,?\s*\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)?\]?\s*$/u;

/** "## Nội dung", as notes and chat programs mark a heading. */
const MARKED_HEADING = /^\s*(#{1,6})\s+(?=\S)/;

function lineDrafts(line: string, talk: ChatTalk): Draft[] {
  if (talk.marks.has(line.trim())) return [draftParagraph(line, { furniture: 'chat-stamp' })];
  if (talk.remarks.has(line.trim())) return [draftParagraph(line, { note: true })];
  if (/^\s*[-=_*~\s]{3,}$/.test(line) && /[-=_*~]{3}/.test(line)) return [draftParagraph(line, { furniture: 'rule' })];
  const stamp = CHAT_STAMP.exec(line);
  if (stamp) {
    const rest = line.slice(stamp[0].length);
    return [
      draftParagraph(stamp[0], { furniture: 'chat-stamp' }),
      draftParagraph(rest, isRemark(rest.trim()) ? { note: true } : {}),
    ];
  }
  const heading = MARKED_HEADING.exec(line);
  if (heading) return [draftParagraph(line.slice(heading[0].length), { style: { heading: heading[1]!.length } })];
  if (CHAT_LINE.test(line) && /\d:\d/.test(line)) return [draftParagraph(line, { furniture: 'chat-stamp' })];
  return [draftParagraph(line)];
}
