import type { Place } from '#core/documents/block.ts';
import { squash } from '#core/kernel/text.ts';
import { knownOwner, ownerAt } from './owner-known.ts';
import type { PlanDocument, Section, TextLine } from './plan-document.ts';

/** Who has which duties in carrying out the plan, as the section "Tổ chức thực hiện" assigns them. */
export interface Assignment {
  /** As typed: "Hiệu trưởng", "Các tổ chuyên môn, các đoàn thể trong trường". */
  who: string;
  duties: string[];
  place: Place | null;
}

/** Verbs with which a duty begins behind its holder. */
const DUTY =
  /^\s*(?:sẽ\s+|có trách nhiệm\s+|chịu trách nhiệm\s+)?(?:phụ trách|thực hiện|cải tiến|triển khai|chỉ đạo|tìm|phối hợp|xây dựng|tổ chức|theo dõi|tham mưu|kiểm tra|giám sát|quản lý|phân công|hỗ trợ|tham gia|đảm bảo|bảo đảm|cập nhật|lập|báo cáo|chịu|có trách nhiệm|tổng hợp|tuyên truyền|vận động|căn cứ|là)(?!\p{L})/iu;

/** Duties from the organisation section, whether it has headings for people, "who: duty" lines, or sentences. */
export function assignmentsOf(plan: PlanDocument): Assignment[] {
  const found: Assignment[] = [];
  for (const section of organisationIn(plan.sections)) collect(section, null, found);
  return found.filter((assignment) => assignment.duties.length > 0);
}

function organisationIn(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) =>
    section.role === 'organisation' ? [section] : organisationIn(section.children),
  );
}

function collect(section: Section, holder: Assignment | null, found: Assignment[]): void {
  const own = headed(section.title, section.place) ?? sentence(section.title, section.place);
  if (own) found.push(own);
  let current = own ?? holder;
  for (const line of section.lines) current = take(line, current, found);
  for (const child of section.children) collect(child, own, found);
}

/** A line names a holder with or without the duty, or adds a duty to the holder above. */
function take(line: TextLine, current: Assignment | null, found: Assignment[]): Assignment | null {
  const named = labelled(line) ?? (sentence(line.text, line.place) || headed(line.text, line.place));
  if (named && !(current && isOwnDuty(named, current))) {
    found.push(named);
    // A sentence is complete in itself: what follows does not belong to it, unless it was a heading.
    return named.duties.length === 0 || labelled(line) ? named : current;
  }
  if (current) current.duties.push(squash(line.text));
  return current;
}

/** "Tổ Giám sát … thường xuyên theo dõi" under the heading of the same team. */
function isOwnDuty(named: Assignment, current: Assignment): boolean {
  const [a, b] = [knownOwner(named.who), knownOwner(current.who)];
  return a !== null && b !== null && a.key === b.key && named.duties.length > 0;
}

/** "Hiệu trưởng: Chỉ đạo chung, kiểm tra". */
function labelled(line: TextLine): Assignment | null {
  const match = /^[\s\-–+*•]*([^:.]{2,80}?)\s*:\s*(.*)$/su.exec(squash(line.text));
  const who = match?.[1] ?? '';
  if (!match || !holds(who)) return null;
  const duty = (match[2] ?? '').trim();
  return { who, duties: duty === '' ? [] : [duty], place: line.place };
}

/** A heading that is a name, "Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá", perhaps with a remark in brackets. */
function headed(title: string, place: Place | null): Assignment | null {
  const who = squash(title.replace(/\([^)]*\)\s*\.?\s*$/u, '')).replace(/[\s.:]+$/u, '');
  return who !== '' && who.length <= 90 && holds(who) ? { who, duties: [], place } : null;
}

/** "- Kế toán, văn thư thực hiện nội dung cải tiến …". */
function sentence(text: string, place: Place | null): Assignment | null {
  const typed = squash(text).replace(/^[\s\-–+*•]+/u, '');
  const end = namesEnd(typed);
  if (end === 0 || !DUTY.test(typed.slice(end))) return null;
  return { who: typed.slice(0, end), duties: [typed.slice(end).trim()], place };
}

function namesEnd(text: string): number {
  let end = 0;
  for (let at = 0; ;) {
    const mention = ownerAt(text, at);
    if (!mention) return end;
    end = mention.end;
    const joint = /^(?:\s*[,-]\s*|\s+và\s+|\s*\/\s*)/u.exec(text.slice(end));
    if (!joint) return end;
    at = end + joint[0].length;
  }
}

/** Known as a whole, or name by name. */
function holds(who: string): boolean {
  if (knownOwner(who)) return true;
  const names = who.split(/\s*[,;]\s*|\s+-\s+|\s+và\s+/u).filter((name) => name !== '');
  return names.length > 1 && names.every((name) => knownOwner(name) !== null);
}
