import { fold } from '#core/kernel/text.ts';
import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import type { Passage } from './passage.ts';
import { quoted } from './quoted.ts';
import {
  bareSchoolName,
  mayNameSchool,
  officeMentions,
  schoolMentions,
  stagesNamed,
  type Mention,
} from './school-mention.ts';

/** Where another school has its right: one visits, learns from, or works with it, or somebody comes from it. */
const COMPANY =
  /(?:cựu (?:học sinh|giáo viên|sinh viên)|nguyên hiệu trưởng|chuyên gia|báo cáo viên|theo gương|với|cùng|bạn|đến|từ|sang|như|giữa|tại|ở|vào|và|các|cụm|lên|về|khu|điểm|học hỏi|giao lưu|liên kết|mời|trước đây là|tách ra từ|sáp nhập|tiền thân là|nhận)\s+(?:(?:các|với|từ|của|những|một số)\s+)*$|[,;]\s*$/u;

/** "Chất lượng giáo dục tại Trường …": what a plan says of its own school, where nobody goes anywhere. */
const OWN_MATTERS =
  /(?:tình hình|thực trạng|hiện trạng|chất lượng|kiểm định|tự đánh giá|đánh giá ngoài|cải tiến|kế hoạch này|hội đồng trường|chỉ đạo|điều hành|quy chế)(?:\s+[\p{L}&-]+){0,5}\s+(?:tại|ở)\s+$/u;
const GOING =
  /tham (?:quan|dự|khảo|gia)|học (?:tập|hỏi|kinh)|kinh nghiệm|giao lưu|trao đổi|dự giờ|tập huấn|bồi dưỡng|hội (?:thi|thảo|nghị)|chuyên đề|thăm|khảo sát|thực tập|biệt phái|cụm|liên (?:kết|trường)|dạy|đến|chuyển|trước đây|sáp nhập|mô hình/u;

/** "Mượn sân của Trường …", "học tập kinh nghiệm của Trường …": what one takes from a school is another's. */
const TAKEN =
  /(?<!\p{L})(?:mượn|thuê|nhờ|tham khảo|(?<!kết quả )học tập|học hỏi|áp dụng (?:mô hình|cách)|tiếp nhận)(?!\p{L})[^.;]*\s(?:của|từ)\s+$/u;

function isOwnMatter({ before }: Mention): boolean {
  return OWN_MATTERS.test(before) && !GOING.test(before);
}

export const schoolNameForeign: CheckRule = {
  id: 'school-name-foreign',
  severity: 'error',
  title: { vi: 'Tên trường hoặc địa phương khác', en: 'Another school’s or place’s name' },
  explanation: {
    vi: 'Trong lời văn có tên một trường khác như thể là trường mình, hoặc UBND, Phòng Giáo dục của nơi khác cùng cấp với cơ quan chủ quản: dấu hiệu chép kế hoạch mà quên sửa. Trường khác cấp học, trường được nhắc như nơi giao lưu, phối hợp, học tập thì không bị báo.',
    en: 'The text names another school of the same stage as if it were this one, or the office of another place of the governing body’s own level.',
  },
  example: 'Mức đánh giá của Trường Mầm non Sao Khuê (trong kế hoạch của Trường Mầm non Nắng Sớm)',
  check: (document) => [...foreignSchools(document), ...foreignOffices(document)],
};

function foreignSchools({ plan, school, passages }: CheckedDocument): Fault[] {
  const own = [plan.letterhead.schoolName, plan.schoolName, school?.name ?? null].flatMap(
    (name) => bareSchoolName(name ?? '') ?? [],
  );
  if (own.length === 0) return [];
  const stages = stagesNamed(plan.letterhead.schoolName ?? plan.schoolName ?? '');
  const ownName = asInText(plan.schoolName, passages);
  return passages
    .filter(({ part, lower }) => (part === 'title' || part === 'section' || part === 'item') && mayNameSchool(lower))
    .flatMap((passage) =>
      schoolMentions(passage.text)
        .filter((mention) => !(COMPANY.test(mention.before) || TAKEN.test(mention.before)) || isOwnMatter(mention))
        .filter(({ name }) => !own.some((each) => isSame(each, name)))
        .filter(({ quote }) => mayBeMistaken(stages, stagesNamed(quote)))
        .map(({ quote }) => ({
          where: passage.at(quote),
          message: `Văn bản nhắc ${quoted(quote)}, không phải tên trường của kế hoạch này.`,
          suggestion: ownName,
        })),
    );
}

/** One copies from a school of one's own stage; pupils come from and go on to those of others. */
function mayBeMistaken(own: readonly string[], named: readonly string[]): boolean {
  return own.length === 0 || named.length === 0 || named.some((stage) => own.includes(stage));
}

function foreignOffices({ plan, passages }: CheckedDocument): Fault[] {
  const own = ownOffice(plan.letterhead.governingBody);
  if (own === null) return [];
  return passages
    .filter(({ part, lower }) => (part === 'section' || part === 'item') && /ubnd|[uủ][yỷ] ban|phòng g/.test(lower))
    .flatMap((passage) =>
      officeMentions(passage.text)
        .filter(({ level, name }) => level === own.level && !isSame(own.name, name))
        .map(({ quote }) => ({
          where: passage.at(quote),
          message: `Văn bản nhắc ${quoted(quote)}, khác với cơ quan chủ quản ${quoted(plan.letterhead.governingBody ?? '')}.`,
        })),
    );
}

function ownOffice(governingBody: string | null): Pick<Mention, 'level' | 'name'> | null {
  const match = /\b(huyen|quan|thi xa|xa|phuong|thi tran)\s+(.+)$/.exec(fold(governingBody ?? ''));
  return match ? { level: match[1] ?? '', name: match[2] ?? '' } : null;
}

/** One begins with the other: a sentence may go on in capitals, a letterhead may add its province. */
function isSame(own: string, name: string): boolean {
  return own === name || own.startsWith(`${name} `) || name.startsWith(`${own} `);
}

/** The letterhead has the name in capitals; in a sentence it stands as the document writes it elsewhere. */
function asInText(name: string | null, passages: readonly Passage[]): string | null {
  if (name === null || name !== name.toUpperCase()) return name;
  const lower = name.toLowerCase();
  for (const passage of passages) {
    const at = passage.part === 'section' ? passage.lower.indexOf(lower) : -1;
    const found = at < 0 ? name : passage.text.slice(at, at + name.length);
    if (found !== found.toUpperCase()) return found;
  }
  return name;
}
