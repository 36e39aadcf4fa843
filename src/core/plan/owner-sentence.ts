import { fold, squash } from '#core/kernel/text.ts';
import { findTimes } from './find-times.ts';
import { knownOwner, ownerAt } from './owner-known.ts';
import type { OwnerMention } from './owner-known.ts';
import type { Owners } from './owner.ts';

/** Verbs that make the ones named behind them helpers: "chỉ đạo giáo viên", "phối hợp với kế toán", "phân công phó hiệu trưởng". */
const HELP =
  /(?:chỉ đạo|phân công|giao(?: cho| trách nhiệm cho| nhiệm vụ cho)?|yêu cầu|phối hợp|kết hợp|hướng dẫn|triển khai (?:đến|tới)|hỗ trợ|dự giờ cùng)(?:\s+(?:với|cùng|cho|tốt|chặt chẽ|thường xuyên|các|toàn thể))*\s+/giu;
/** "tham mưu với Z": Z decides or gives, it does not carry out. */
const ADVISES =
  /(?:tham mưu|đề xuất|đề nghị|kiến nghị|trình|xin ý kiến|báo cáo)(?:\s+(?:với|cho|cùng|đề xuất|đến|tới|lên))*\s*$/iu;
const FILLER =
  /^(?:[\s,.\-–+*•]|(?:vào|trong|thực hiện|ngay|tiếp tục|thời gian tới|các|toàn thể|trên cơ sở đó|đồng thời|ngoài ra|riêng|mỗi|từng)[\s,]+)+/iu;
const JOINT = /^(?:\s*,\s*(?:và\s+|các\s+)?|\s+(?:và|cùng|cùng với|cùng các)\s+(?:các\s+)?|\s*[/+&]\s*|\s+-\s+)/iu;
/** Directing somebody who directs again: who is named behind "dự giờ … cho" is served, not helping. */
const SERVED = /(?:hỗ trợ|giúp đỡ|bồi dưỡng|tạo điều kiện)\s*(?:cho\s*)?$/iu;
/** What may follow a subject: a verb, mostly behind a particle. A name followed by ":" is a heading, by "của" a possessor. */
const NO_SUBJECT = /^\s*(?:của|về|đối với|:\s*$)/iu;

/**
 * Who acts in a sentence or paragraph: the subject of each sentence leads, those whom it directs or works with help. Bodies that
 * are only asked ("tham mưu với Ủy ban nhân dân") are neither. Without a subject both are empty.
 */
export function ownersOfSentence(text: string): Owners {
  const owners: Owners = { leads: [], collaborators: [] };
  const seen = new Set<string>();
  for (const sentence of sentencesOf(text)) {
    const subjects = subjectsOf(sentence);
    for (const mention of subjects.names) addNew(owners.leads, seen, mention);
    if (owners.leads.length === 0) continue;
    for (const mention of helpersOf(sentence, subjects.end)) addNew(owners.collaborators, seen, mention);
  }
  return owners;
}

function addNew(list: string[], seen: Set<string>, mention: OwnerMention): void {
  if (seen.has(mention.owner.key)) return;
  seen.add(mention.owner.key);
  list.push(mention.name);
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => squash(line).split(/(?<=[^\d\s].)[.;:](?=\s|\p{Lu})|(?<=\s)[.;:]\s/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function subjectsOf(sentence: string): { names: OwnerMention[]; end: number } {
  const start = subjectStart(sentence);
  const list = listAt(sentence, start);
  const end = list.at(-1)?.end ?? 0;
  if (list.length === 0 || NO_SUBJECT.test(sentence.slice(end)) || isPassiveObject(list)) return { names: [], end: 0 };
  return { names: list, end };
}

/** Pupils and parents are not the ones who carry out a plan of the school. */
function isPassiveObject(list: readonly OwnerMention[]): boolean {
  return list.every((mention) => mention.owner.key === 'pupils' || mention.owner.key === 'parents');
}

/** A time that opens a sentence is over by then; the rest need not be searched. */
const HEAD = 160;

/** Behind the time, the dash and the particles that may open a sentence. */
function subjectStart(sentence: string): number {
  let at = 0;
  for (const time of findTimes(sentence.slice(0, HEAD), { schoolYear: { start: 2000 } })) {
    if (time.kind !== 'inner') at = time.index + time.text.length;
  }
  for (let round = 0; round < 3; round += 1) {
    if (ownerAt(sentence, at)) return at;
    at += FILLER.exec(sentence.slice(at))?.[0].length ?? 0;
  }
  return at;
}

function listAt(sentence: string, at: number): OwnerMention[] {
  const list: OwnerMention[] = [];
  let mention = ownerAt(sentence, at);
  while (mention) {
    list.push(mention);
    const joint = JOINT.exec(sentence.slice(mention.end));
    mention = joint ? ownerAt(sentence, mention.end + joint[0].length) : null;
  }
  return list;
}

function helpersOf(sentence: string, from: number): OwnerMention[] {
  return [...sentence.matchAll(HELP)].flatMap((match) => {
    if (match.index < from) return [];
    const at = match.index + match[0].length;
    if (ADVISES.test(sentence.slice(0, match.index)) || SERVED.test(match[0].trim())) return [];
    return listAt(sentence, at).filter((mention) => knownOwner(mention.name)?.key !== 'school' && !isPupil(mention));
  });
}

function isPupil(mention: OwnerMention): boolean {
  return mention.owner.key === 'pupils' || fold(mention.name) === 'tre';
}
