import { remember } from '#core/kernel/remember.ts';
import { fold, squash } from '#core/kernel/text.ts';
import { OWNERS } from './owner-table.ts';
import type { OwnerEntry, OwnerKind } from './owner-table.ts';

export interface KnownOwner {
  readonly key: string;
  readonly label: string;
  readonly kind: OwnerKind;
}

const BY_ALIAS = new Map<string, OwnerEntry>(
  OWNERS.flatMap((owner) =>
    [owner.label, ...owner.aliases].map((alias): [string, OwnerEntry] => [ownerForm(alias), owner]),
  ),
);
const LONGEST = Math.max(...[...BY_ALIAS.keys()].map((alias) => alias.split(' ').length));

/** Words that may stand behind a known name: "giáo viên khối 5", "Tổ CM 1", "tổ trưởng tổ Lá", "Hiệu trưởng trường". */
const QUALIFIER =
  /^(?:\d|cm$|vp$|cac |khoi|lop|nhom|to |mon |nha truong|toan truong|cua |trong |phu trach|day |duoc |la |kiem |truong|cap |xa|phuong|huyen|quan |tinh|thanh pho|thi tran|chuyen mon|van phong|[a-z]$|lien quan|truc|ban tru|noi tru|hop dong|co (?:ten|lien quan) |tai |moi|tre|gioi|cot can|nong cot|o |to chuc|nu cong|(?:khu|diem) )/;
const PERSON_TITLE = /^(?:(?:d\/c|dc|dong chi|co giao|thay giao|co|thay|ong|ba|anh|chi|ms|mr)\.?:? )/;

/** Without tones and case; hyphens, dots, slashes, "&" and commas as blanks. */
export function ownerForm(name: string): string {
  return fold(name)
    .replace(/[-–./&,+%()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The post, group or body that a typed name means, whatever its case, tones or abbreviation; a named person as such
 * ("Cô Nguyễn Thị A", "Nguyễn Văn B"); null for what schools do not call anybody.
 */
export const knownOwner = remember((name: string): KnownOwner | null => {
  const form = ownerForm(name);
  if (form === '') return null;
  const exact = BY_ALIAS.get(form);
  if (exact) return plainEntry(exact);
  if (isPerson(name)) return { key: 'person', label: squash(name), kind: 'person' };
  const titled = ownerForm(fold(name).replace(PERSON_TITLE, ''));
  const titledExact = BY_ALIAS.get(titled);
  if (titledExact) return plainEntry(titledExact);
  return qualified(titled);
});

function qualified(form: string): KnownOwner | null {
  const words = form.split(' ');
  for (let count = Math.min(words.length - 1, LONGEST); count > 0; count -= 1) {
    const owner = BY_ALIAS.get(words.slice(0, count).join(' '));
    if (!owner) continue;
    const rest = words.slice(count).join(' ');
    if (owner.key === 'school') return null;
    if (QUALIFIER.test(rest) || BY_ALIAS.get(rest)?.kind === 'post') return plainEntry(owner);
  }
  return null;
}

function plainEntry({ key, label, kind }: OwnerEntry): KnownOwner {
  return { key, label, kind };
}

/** Two to six words, each with a capital, perhaps behind a form of address. */
function isPerson(name: string): boolean {
  const typed = squash(name);
  const title = PERSON_TITLE.exec(`${fold(typed)} `)?.[0].length ?? 0;
  const words = typed
    .slice(title)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 6 || (title === 0 && words.length < 2)) return false;
  if (!words.every((word) => /^\p{Lu}[\p{Ll}]*\.?$/u.test(word))) return false;
  return title > 0 || SURNAMES.test(fold(words[0] ?? ''));
}

const SURNAMES =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dao|doan|truong|dinh|lam|mai|trinh|luong|ha|cao|chau|thai|ta|to|luu|quach|phung|tong|nong|la|tang|kieu|lo|ma|vi|quang|vang|giang|luc|be|dam|hua|la|au|thach|son|kim|danh)$/;

export interface OwnerMention {
  name: string;
  owner: KnownOwner;
  end: number;
}

/** The longest known name that begins at `at` of a normalised text without line breaks; null when none does. */
export function ownerAt(text: string, at: number): OwnerMention | null {
  const words = [...text.slice(at, at + 120).matchAll(/[\p{L}\p{N}&-]+/gu)];
  if (words[0]?.index !== 0) return null;
  for (let count = Math.min(words.length, LONGEST); count > 0; count -= 1) {
    const last = words[count - 1];
    if (!last) continue;
    const name = text.slice(at, at + last.index + last[0].length);
    // A list is read name by name, unless the whole of it is one name.
    if (/[.;:()]/.test(name)) continue;
    const owner = BY_ALIAS.get(ownerForm(name));
    if (owner && isWrittenWhole(name)) return { name, owner: plainEntry(owner), end: at + name.length };
  }
  return null;
}

/** In a sentence, one-word abbreviations count only in capitals and one-word names only as whole names ("đội" is not "đổi"). */
function isWrittenWhole(name: string): boolean {
  const form = ownerForm(name);
  if (form.length <= 3) return name === name.toUpperCase() || /^(?:y tế|trẻ)$/iu.test(name);
  return !AMBIGUOUS.has(form) || TONED.has(name.toLowerCase());
}

const TONED = new Set([
  'trường',
  'nhà trường',
  'giáo viên',
  'đoàn thể',
  'học sinh',
  'phụ huynh',
  'kế toán',
  'văn thư',
  'y tế',
  'bảo vệ',
  'cha mẹ',
  'thư viện',
]);
const AMBIGUOUS = new Set([
  'truong',
  'bao ve',
  'phuc vu',
  'thiet bi',
  'thu vien',
  'van phong',
  'doan',
  'chuyen mon',
  'don vi',
  'doi ngu',
  'lanh dao',
  'cap tren',
  'dia phuong',
  'cac nhom',
  'gia dinh',
  'thu ky',
  'cha me',
  'vien chuc',
]);
