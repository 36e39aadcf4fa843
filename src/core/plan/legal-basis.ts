import type { Place } from '#core/documents/block.ts';
import { squash } from '#core/kernel/text.ts';
import { citationsIn, parseCitation } from './parse-citation.ts';
import type { Citation } from './parse-citation.ts';
import type { PlanDocument, Section, TextLine } from './plan-document.ts';

export { citationsIn, parseCitation } from './parse-citation.ts';
export type { Citation } from './parse-citation.ts';

/** A citation that the plan is based on, and where it stands. */
export interface LegalBasis extends Citation {
  /** Labels of its section and the parents, "II.3"; null for the opening. */
  section: string | null;
  place: Place | null;
  /** Named only to say what another document is about: "sửa đổi, bổ sung một số điều của Thông tư số 17/2018/TT-BGDĐT". */
  mentioned: boolean;
}

const LEAD = /^[\s\-–+*•·]*(?:\d{1,2}[.)]\s*)?(?:căn cứ|thực hiện|theo|xét)\s/iu;
const NAMED =
  /^[\s\-–+*•·]*(?:thông tư|luật|nghị định|nghị quyết|quyết định|công văn|kế hoạch|hướng dẫn|chỉ thị|báo cáo|văn bản hợp nhất|kết luận|tiêu chuẩn)(?!\p{L})/iu;

/**
 * The bases of a plan: the lines of its `bases` section (sections of another role inside it left out), or else the "Căn cứ …"
 * lines of the opening. A basis without a number counts ("Căn cứ báo cáo tự đánh giá …").
 */
export function legalBases(plan: PlanDocument): LegalBasis[] {
  const sections = plan.sections.flatMap((section) => basesSections(section, []));
  const own = sections.flatMap(({ section, path }) => basesOf(section, path));
  const opening = plan.sections
    .filter((section) => section.role === 'opening')
    .flatMap((section) =>
      section.lines
        .filter((line) => LEAD.test(lineText(line)))
        .flatMap(beforeOpeningWords)
        .flatMap((line) => read(line, null)),
    );
  const found = [...opening, ...own, ...basesInTitle(plan)];
  if (found.length > 0) return found;
  const inText = plan.sections.flatMap(basesInText);
  return inText.length > 0
    ? inText
    : plan.sections.flatMap((section) => circularInText(section, plan.standardSet)).slice(0, 1);
}

/** "(Thực hiện Thông tư số …)" below the name of a plan; "(Kèm theo Quyết định số …)" is no basis. */
function basesInTitle({ title }: PlanDocument): LegalBasis[] {
  const lines = title.filter(
    (text) => /^\(\s*(?:căn cứ|thực hiện|theo)\s/iu.test(text) && citationsIn(text).length > 0,
  );
  return lines.flatMap((text) => read({ label: null, text: text.replace(/^\(\s*|\s*\)\s*$/g, ''), place: null }, null));
}

/** A report that gives no bases still says by which circular it judges. */
function circularInText(section: Section, standardSet: string | null): LegalBasis[] {
  const own = section.lines.flatMap((line) =>
    citationsIn(line.text).flatMap((citation) =>
      citation.number !== null && citation.number === standardSet
        ? { ...citation, section: section.label, place: line.place, mentioned: true }
        : [],
    ),
  );
  return [...own, ...section.children.flatMap((child) => circularInText(child, standardSet))];
}

/** A report names its bases where it needs them: its lines that begin with "Căn cứ". */
function basesInText(section: Section): LegalBasis[] {
  const lines = section.lines.filter((line) => /^[\s\-–+*•·]*căn cứ\s/iu.test(lineText(line)));
  const own = lines.flatMap(beforeOpeningWords).flatMap((line) => read(line, section.label));
  return [...own, ...section.children.flatMap(basesInText)];
}

const OPENING_WORDS =
  /[;,.]\s+(?:nay\s+)?(?:(?:nhà )?trường|trung tâm|hội đồng|ban|đơn vị|sở|phòng|đoàn|giám đốc|chủ tịch|ủy ban|ubnd)(?!\p{L})[^;]*:\s*$/iu;

/** "Thực hiện Thông tư số …; Trường A xây dựng kế hoạch như sau:": the basis stands in front of the words that open the plan. */
function beforeOpeningWords(line: TextLine): TextLine[] {
  if (!/:\s*$/.test(line.text)) return [line];
  const text = line.text.replace(OPENING_WORDS, '');
  return text !== line.text && citationsIn(text).length > 0 ? [{ ...line, text }] : [];
}

function basesSections(section: Section, parents: string[]): { section: Section; path: string[] }[] {
  const path = section.label === null ? parents : [...parents, section.label];
  if (section.role === 'bases') return [{ section, path }];
  return section.children.flatMap((child) => basesSections(child, path));
}

function basesOf(section: Section, path: string[]): LegalBasis[] {
  const label = path.length === 0 ? null : path.join('.');
  const split = section.children.length > 0;
  const own = section.lines.filter((line) => isBasis(line, split)).flatMap((line) => read(line, label));
  const children = section.children.filter((child) => child.role === null || child.role === 'bases');
  return [...own, ...children.flatMap((child) => childBases(child, path))];
}

/** A numbered heading without lines is itself a basis ("1. Báo cáo tự đánh giá"). */
function childBases(child: Section, parents: string[]): LegalBasis[] {
  const path = child.label === null ? parents : [...parents, child.label];
  const label = path.join('.');
  const title = { label: child.label, text: child.title, place: child.place };
  const heading =
    NAMED.test(child.title) || LEAD.test(child.title) ? (/:\s*$/.test(child.title) ? [] : read(title, label)) : [];
  const lines = child.lines.filter((line) => isBasis(line, true)).flatMap((line) => read(line, label));
  return [
    ...heading,
    ...lines,
    ...child.children.flatMap((each) => (each.role === null ? childBases(each, path) : [])),
  ];
}

/**
 * Whether a line of a section for bases is one. In a section that holds more than bases (`strict`), a line must say that it is. Lines
 * that introduce a list are none.
 */
export function isBasis(line: TextLine, strict: boolean): boolean {
  const text = squash(lineText(line));
  if (text === '' || /:\s*$/.test(text)) return false;
  return (
    LEAD.test(text) ||
    NAMED.test(text) ||
    citationsIn(text).length > 0 ||
    (!strict && !/như sau|xây dựng kế hoạch\s*[.:]?$/iu.test(text) && !isClaim(text))
  );
}

/** Counts and results are not bases, wherever they stand. */
function isClaim(text: string): boolean {
  return /\d\s*%|số lượng|tỷ lệ|tỉ lệ|chủ trương|định hướng|giải pháp/iu.test(text);
}

function lineText(line: TextLine): string {
  return line.text;
}

function read(line: TextLine, section: string | null): LegalBasis[] {
  const cited = citationsIn(line.text);
  const found = cited.length > 1 ? cited : [parseCitation(line.text)];
  const text = squash(line.text);
  let from = 0;
  let mentioned = REPORT_BY.test(text);
  return found.map((citation, index) => {
    const at = Math.max(from, text.indexOf(citation.text, from));
    const before = text.slice(0, at);
    if (index > 0) mentioned = ABOUT_ANOTHER.test(before) || (mentioned && IN_LIST.test(before));
    from = at + 1;
    return { ...citation, section, place: line.place, mentioned };
  });
}

/** A report or a result is the basis; the circular that it was made by is not. */
const REPORT_BY =
  /^[\s\-–+*•·]*(?:\d{1,2}[.)]\s*)?(?:căn cứ\s+(?:vào\s+)?)?(?:báo cáo|kết quả|hồ sơ|biên bản|giấy chứng nhận)(?!\p{L})[^;]*\s(?:theo|quy định tại)\s+(?:\p{L}+\s+){1,3}(?:số\s*:?\s*)?\d/iu;
/** What stands in front of a document that another one is about, or that it is called by. */
const ABOUT_ANOTHER =
  /\s(?:của|theo|thi hành|thực hiện|thay thế|thay cho|bãi bỏ|hợp nhất|sửa đổi|bổ sung|hướng dẫn|bởi|tại|gọi (?:tắt )?(?:là|chung là))(?:\s+các)?\s*:?\s*[“"]?$/iu;
const IN_LIST = /(?:,|\svà)\s*$/iu;
