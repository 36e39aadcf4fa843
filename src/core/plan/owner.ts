import { fold, normalise, squash } from '#core/kernel/text.ts';
import { findTimes } from './find-times.ts';
import { knownOwner, ownerForm } from './owner-known.ts';

export { knownOwner } from './owner-known.ts';
export { ownersOfSentence } from './owner-sentence.ts';

export interface Owners {
  /** Names as typed, without dashes, wraps and trailing commas. */
  leads: string[];
  collaborators: string[];
}

/** What the column or line is about: "Chủ trì và phối hợp", "Người thực hiện", "Chủ trì", "Phối hợp". */
export type OwnerStyle = 'lead-and-collaborators' | 'all-lead' | 'leads' | 'collaborators';

const LABELS =
  /(?:^|[\s;.,\-(])((?:người|bộ phận|đơn vị|cá nhân)?\s*(?:chủ trì|phụ trách(?: chính)?|chịu trách nhiệm(?: chính)?|chỉ đạo|thực hiện(?: chính)?)|(?:người|bộ phận|đơn vị|cá nhân)?\s*(?:phối hợp(?: thực hiện)?|hỗ trợ|cùng thực hiện|tham gia))\s*:/giu;

/** Who leads and who helps, from an owner cell or line. Words that mark the role in the text ("chủ trì", "phối hợp") win. */
export function parseOwners(text: string | null, style: OwnerStyle): Owners {
  if (text === null || squash(text) === '') return { leads: [], collaborators: [] };
  const typed = normalise(text);
  const labelled = byLabels(typed);
  if (labelled) return labelled;
  const both = style === 'lead-and-collaborators' ? withHelpersInBrackets(typed) : null;
  if (both) return both;
  const names = namesIn(typed);
  const owners: Owners = { leads: [], collaborators: [] };
  let helps = style === 'collaborators';
  names.forEach((name, index) => {
    const marked = marks(name);
    if (marked.startsHelp) helps = true;
    const helping =
      marked.role === null
        ? helps || (style === 'lead-and-collaborators' && index > 0)
        : marked.role === 'collaborator';
    add(helping ? owners.collaborators : owners.leads, marked.name);
    if (marked.helper !== null) {
      for (const helper of namesIn(marked.helper)) add(owners.collaborators, helper);
      helps = true;
    }
  });
  return owners;
}

/** "Hiệu trưởng (Thư ký)" under "Chủ trì (Phối hợp)": two who are known. */
function withHelpersInBrackets(text: string): Owners | null {
  const [, lead, inside] = /^([^()]+?)\s*\(([^():]+)\)$/su.exec(text.trim()) ?? [];
  if (lead === undefined || inside === undefined) return null;
  const [leads, collaborators] = [namesIn(lead), namesIn(inside)];
  const known = [...leads, ...collaborators].every((name) => knownOwner(name) !== null && marks(name).role === null);
  return known && collaborators.length > 0 ? { leads, collaborators } : null;
}

/** "Chủ trì: BGH; Phối hợp: GV". Text before the first label is a lead. */
function byLabels(text: string): Owners | null {
  if (!text.includes(':')) return null;
  const found = [...text.matchAll(LABELS)];
  const [first] = found;
  if (!first) return null;
  const owners: Owners = { leads: [], collaborators: [] };
  for (const name of namesIn(text.slice(0, first.index))) add(owners.leads, name);
  found.forEach((label, index) => {
    const said = text.slice(label.index + label[0].length, found[index + 1]?.index ?? text.length);
    // "GVCN (phối hợp: cha mẹ học sinh)": the bracket belongs to the label.
    const piece = label[0].trimStart().startsWith('(') ? said.replace(/\)(?=[\s.;,]*$)/, '') : said;
    const helping = /phối hợp|hỗ trợ|cùng|tham gia/iu.test(label[1] ?? '');
    for (const name of namesIn(piece)) add(helping ? owners.collaborators : owners.leads, name);
  });
  return owners;
}

function add(list: string[], name: string): void {
  if (name !== '' && !list.includes(name)) list.push(name);
}

interface Marked {
  name: string;
  role: 'lead' | 'collaborator' | null;
  /** "phối hợp với GV" in front: this and all that follow help. */
  startsHelp: boolean;
  /** "BGH phối hợp với GV": the names behind. */
  helper: string | null;
}

function marks(name: string): Marked {
  const together = /^(.+?)\s+phối hợp\s+(?:với|cùng|với các)?\s*(.+)$/iu.exec(name);
  if (together) return { name: tidy(together[1] ?? ''), role: 'lead', startsHelp: false, helper: together[2] ?? '' };
  const ahead = /^(?:phối hợp|cùng|hỗ trợ)(?:\s+(?:với|cùng))?\s+(.+)$/iu.exec(name);
  if (ahead) return { name: tidy(ahead[1] ?? ''), role: 'collaborator', startsHelp: true, helper: null };
  const led = /^chủ trì\s+(.+)$/iu.exec(name);
  if (led) return { name: tidy(led[1] ?? ''), role: 'lead', startsHelp: false, helper: null };
  const behind =
    // Without a bracket or dash "chính" is part of a name: "Phòng Hành chính".
    /^(.+?)\s*[([-]?\s*(chủ trì|phụ trách chính|(?<=[([-]\s*)(?:chính|phụ trách|chịu trách nhiệm|thực hiện)|CT|phối hợp(?: thực hiện)?|hỗ trợ|PH)\s*[)\]]?$/u.exec(
      name.replace(/Chủ trì|Phối hợp|Hỗ trợ/g, (word) => word.toLowerCase()),
    );
  if (!behind) return { name, role: null, startsHelp: false, helper: null };
  const helps = /^(?:phối|hỗ|PH)/.test(behind[2] ?? '');
  return { name: tidy(behind[1] ?? ''), role: helps ? 'collaborator' : 'lead', startsHelp: false, helper: null };
}

/** One name each; commas, semicolons, slashes, "+" and "và" separate, but not inside a name that is known as a whole. */
function namesIn(text: string): string[] {
  return text
    .split(/\n\s*[-+*•·–]\s*|;/)
    .flatMap((piece) => separate(piece))
    .flatMap((piece) => unwrapped(piece))
    .flatMap((piece) => apart(piece))
    .map(tidy)
    .filter((name) => name !== '');
}

function separate(piece: string): string[] {
  const name = tidy(piece);
  if (name === '' || (knownOwner(name) && !/\n/.test(piece) && isCollective(name))) return [piece];
  const parts = piece
    .replace(/(c[áa]n bộ|cb)\s*[,/]\s*(gi[áa]o viên|gv)\s*(?:[,/]|v[àa])\s*(nh[âa]n viên|nv)/giu, (all) =>
      all.replace(/,/g, '\u0001').replace(/\//g, '\u0002').replace(/ và /giu, ' v\u0003 '),
    )
    .replace(/(Giáo dục|GD|Văn hóa|Tài chính)\s+và\s+/giu, (all) => all.replace(/và/iu, 'v\u0003'))
    .replace(/đ\/c/giu, (all) => all.replace('/', '\u0002'))
    // "Tổ khối 4, 5" is one team.
    .replace(/(?<=\d)\s*,\s*(?=\d{1,2}(?![\p{L}\d]))/gu, '\u0001 ')
    .replace(/(?<=\d) và (?=\d{1,2}(?![\p{L}\d]))/giu, ' v\u0003 ')
    .replace(/(?<=\d)\+(?=\d{1,2}(?![\p{L}\d]))/gu, '\u0004')
    .split(/[,+]|\s*\/\s*|\s+&\s+|\s+(?:và|cùng với|cùng)\s+/iu);
  return parts.map((part) =>
    part.replaceAll('\u0001', ',').replaceAll('\u0002', '/').replaceAll('v\u0003', 'và').replaceAll('\u0004', '+'),
  );
}

/** A list that has a name of its own, "Cán bộ, giáo viên, nhân viên", "Kế toán, văn thư" not: two people. */
function isCollective(name: string): boolean {
  return !/[,+;/]|\svà\s/iu.test(name) || knownOwner(name)?.key === 'everybody';
}

/** Lines of a cell: one name wrapped ("Hiệu ⏎ trưởng"), or names on lines of their own ("BGH ⏎ GV"). */
function unwrapped(piece: string): string[] {
  if (!piece.includes('\n')) return [piece];
  const lines = piece
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '');
  if (lines.length < 2) return [piece];
  const names: string[] = [];
  for (let from = 0; from < lines.length;) {
    let to = lines.length;
    while (to > from + 1 && !isOneName(lines.slice(from, to))) to -= 1;
    const name = lines.slice(from, to).join(' ');
    if (!knownOwner(name)) return [...names, ...namesByStart(lines.slice(from))];
    names.push(name);
    from = to;
  }
  return names;
}

const STARTS_NAME =
  /^(?:Tổ|Phòng|Ban|Nhóm|Bộ phận|Hội|Đoàn|Khối|Trạm|Công an|Trung tâm|Giáo viên|Nhân viên|GV|NV|GVCN|CB)(?!\p{L})/u;

/** "Giáo viên chủ nhiệm ⏎ Tổ giáo vụ": names that nobody knows begin where a line does, with a word that names begin with. */
function namesByStart(lines: readonly string[]): string[] {
  return lines.reduce<string[]>((names, line) => {
    const last = names.at(-1);
    if (last === undefined || (STARTS_NAME.test(line) && last.includes(' '))) return [...names, line];
    return [...names.slice(0, -1), `${last} ${line}`];
  }, []);
}

/** A post of one person, and behind it one that can be no part of its name: a cell of two lines that were joined. */
const TWO_NAMES =
  /^((?:phó )?hiệu trưởng|p\.? ?hiệu trưởng|pht|ht|bgh|ban giám hiệu|(?:phó )?giám đốc|kế toán|văn thư)\s+((?:tổ|gv|gvcn|giáo viên|công đoàn|chi đoàn|đoàn thanh niên|nhân viên|y tế|bảo vệ|thư viện|tổng phụ trách|tpt|ttcm|bgh|ban giám hiệu|hiệu trưởng|phó hiệu trưởng|kế toán|trưởng ban|phó ban|chủ tịch|bí thư)(?!\p{L}).*)$/iu;

/** "Trưởng ban đại diện", "Chủ tịch Hội khuyến học": an office of somebody, known or not. */
const OFFICE = /^(?:trưởng ban|phó ban|chủ tịch|bí thư)\s/iu;

function apart(piece: string): string[] {
  const [, first, second] = TWO_NAMES.exec(squash(piece)) ?? [];
  if (first === undefined || second === undefined || !/^\p{Lu}/u.test(second)) return [piece];
  return knownOwner(second) !== null || OFFICE.test(second) ? [first, second] : [piece];
}

/** Known as a whole, and not two known names one behind the other ("GV ⏎ Tổ CM"). */
function isOneName(lines: readonly string[]): boolean {
  if (!knownOwner(lines.join(' '))) return false;
  return !lines.some(
    (_, index) => index > 0 && knownOwner(lines.slice(0, index).join(' ')) && knownOwner(lines.slice(index).join(' ')),
  );
}

function tidy(text: string): string {
  return squash(text)
    .replace(/^[\s\-–+*•·,.;:…_]+|[\s\-–+,.;:…_]+$/g, '')
    .replace(/^(?:và|cùng)\s+/iu, '')
    .trim();
}

/** A line in which the owner and the time of two narrow columns were joined: "BGH Tháng" / "9/2024". Null parts are absent. */
export function splitOwnerAndTime(text: string): { owner: string | null; time: string | null } {
  const typed = normalise(text).trim();
  const word =
    /(?:^|[\s,])((?:từ|đến|tháng|cả năm|năm học|năm|học kỳ|học kì|hk|quý|đầu|cuối|trong|thường xuyên|hàng|hằng|theo đợt|t?\d{1,2}\s*[/-])(?![\p{L}]).*|T\d.*)$/isu.exec(
      typed,
    );
  if (!word)
    return knownNames(typed)
      ? { owner: typed, time: null }
      : { owner: null, time: startsWithTime(typed) ? typed : null };
  const time = word[1] ?? '';
  const owner = typed.slice(0, typed.length - time.length).trim();
  if (owner === '') return { owner: null, time };
  return knownNames(owner) ? { owner, time } : { owner: null, time: null };
}

function knownNames(text: string): boolean {
  const names = namesIn(text);
  return names.length > 0 && names.every((name) => knownOwner(marks(name).name) !== null);
}

function startsWithTime(text: string): boolean {
  return findTimes(text, { schoolYear: null }).length > 0 || /^\d{1,2}\s*\/\s*\d{4}/.test(fold(text));
}

/** Whether two typed names mean the same post or group. */
export function sameOwner(a: string, b: string): boolean {
  const [first, second] = [knownOwner(a), knownOwner(b)];
  if (first && second && first.kind !== 'person') return first.key === second.key;
  return ownerForm(a) === ownerForm(b);
}
