import { remember } from '#core/kernel/remember.ts';
import { fold } from '#core/kernel/text.ts';
import type { ItemField } from '#core/plan/plan-document.ts';

/** What a column of a plan table holds. */
export type ColumnField =
  | 'number'
  | 'standard'
  | 'criterion'
  | 'level'
  | 'levelMark'
  | 'need'
  | 'currentState'
  | 'cause'
  | 'expectedResult'
  | 'resultIndicator'
  | 'action'
  | 'owners'
  | 'leads'
  | 'collaborators'
  | 'time'
  | 'timeStart'
  | 'timeEnd'
  | 'month'
  | 'mixed'
  | 'budget'
  | 'resources'
  | 'support'
  | 'expectedEvidence'
  | 'progress'
  | 'note';

/**
 * Header words, without tones, most telling first: the first pattern that fits names the column. Collected from plans of schools
 * under the circulars of 2018 and Biểu 2 of 57/2026/TT-BGDĐT.
 */
const HEADER_WORDS: [ColumnField, RegExp][] = [
  ['number', /^(s ?)?t ?t$|^(so t ?t|so thu tu|thu tu|#|no\.?|buoc( so)?|lan)$/],
  ['note', /ghi chu|^(can )?luu y$/],
  ['criterion', /^(ma )?(tieu chi|t\.?c\.?i?|t\/chi|chi bao)(, chi (so|bao))?$/],
  ['resultIndicator', /chi so( danh gia)?|tieu chi danh gia ket qua|thuoc do/],
  [
    'progress',
    /muc do (thuc hien|hoan thanh)|^(%|phan tram|ty le) ?(da )?hoan thanh|tinh trang|tinh hinh thuc hien|trang thai|ket qua thuc hien|danh gia thuc hien/,
  ],
  [
    'owners',
    /(chu tri|phu trach|chiu trach nhiem|thuc hien chinh|(nguoi|don vi|bo phan|ca nhan) thuc hien\b).*(phoi hop|thuc hien)/,
  ],
  ['collaborators', /phoi hop|ho tro thuc hien|^(nguoi|ai|don vi) (cung|giup) (lam|thuc hien)$/],
  // "Biện pháp và thời gian thực hiện": dates stand in the sentences. "Thời gian, người thực hiện": facts one below the other.
  ['action', /^(cac |nhung )?(noi dung|bien phap|giai phap|hoat dong|cong viec|viec lam|nhiem vu).*\bthoi (gian|diem)/],
  ['mixed', /(?=.*(thoi (gian|diem|han)|tien do))(?=.*(nguoi|phan cong|phu trach|chu tri|bo phan|luc luong))/],
  ['expectedEvidence', /minh chung|bang chung|san pham|ho so luu|thong tin can co/],
  [
    'budget',
    /kinh phi|du toan|chi phi|nguon von|tai chinh|^thanh tien\b|^nguon( tien| kp)?$|^(so )?tien( du kien)?( \(.*\))?$|bao nhieu tien|^kp\b/,
  ],
  ['resources', /nguon luc/],
  ['support', /dieu kien|ho tro|phuong tien|^can gi$/],
  ['timeStart', /^(thoi gian|thoi diem|ngay|thang)?[ :-]*(bat dau|khoi dau|tu ngay|tu thang|tu)$/],
  [
    'timeEnd',
    /^(thoi gian|thoi diem|thoi han|ngay|thang)?[ :-]*((ket thuc|hoan thanh|xong)( truoc)?( ngay)?|den ngay|den thang|den)$/,
  ],
  [
    'time',
    /thoi gian|t\/ ?gian|^tg\b|thoi diem|thoi han|tien do|^nam thuc hien|lo trinh|han hoan thanh|bao gio|khi nao|deadline|^(cac )?moc\b|^han( chot| cuoi( cung)?)?$|^thang( thuc hien| hoan thanh)?$/,
  ],
  ['criterion', /tieu chi/],
  ['standard', /^tieu chuan/],
  ['cause', /nguyen nhan|ly do/],
  ['action', /^ke hoach (cai tien|khac phuc|hanh dong|thuc hien)|huong (khac phuc|cai tien|giai quyet)/],
  ['need', /^(cac |nhung )?(cong )?(viec|van de|diem|mat|muc)? ?(con )?(can|phai) (cai tien|cai thien|khac phuc)/],
  [
    'action',
    /^(cac |nhung )?(bien phap|giai phap|hoat dong|hanh dong|cong viec|dau viec|ten (?:cong )?viec|viec|nhiem vu|cach)\b/,
  ],
  [
    'expectedResult',
    /ket qua|muc tieu|^(cai )?dich\b|^(muc )?can dat( duoc)?$|chi tieu|yeu cau can dat|dau ra|muc phan dau/,
  ],
  ['action', /(bang|lam) cach nao|lam gi|(lam|thuc hien) (nhu )?the nao/],
  [
    'need',
    /diem yeu|han che|ton tai|bat cap|^(nhung )?(dieu|cho|mat|viec) (con )?(yeu|kem|thieu|chua (tot|lam duoc))|can (khac phuc|cai thien)|chua dat|(kien|khuyen) nghi/,
  ],
  ['currentState', /hien trang|thuc trang|diem manh|uu diem|^muc( do)? hien tai$/],
  ['need', /cai tien|diem yeu|han che|ton tai|van de|nhu cau|bat cap|can khac phuc/],
  [
    'action',
    /cong viec|giai phap|bien phap|hoat dong|viec lam|viec can|nhiem vu|cach lam|cach thuc|cac buoc|noi dung|^(ten )?(cac )?hang muc\b(?!.*(kinh phi|chi phi))/,
  ],
  [
    'leads',
    /chu tri|phu trach|nguoi|luc luong|don vi|can bo|nhan su|thanh phan|ca nhan|bo phan|trach nhiem|phan cong|to chuc thuc hien|^ai( (lam|lo|thuc hien|phu trach).*)?$|dau moi|^thuc hien$/,
  ],
  ['level', /^muc( do)?( dat)?( duoc)?$|^muc (can dat|phan dau)$/],
];

/** The number of the column under its name, as forms print it: "TT (1)". */
const COLUMN_NUMBER = /\s*[([]\s*\d{1,2}\s*[)\]]\s*$/;

/** Longest header cell that is taken for one, in characters. */
const LONGEST_HEADER = 90;

/** Who watches over the work is neither who does it nor who helps. */
const WATCHES = /^(nguoi|bo phan|don vi|ca nhan)? ?(giam sat|kiem tra|theo doi)\b(?!.*(thuc hien|phu trach))/;

/** The field that a header text names; null when it names none. */
export const fieldOfHeader = remember((header: string): ColumnField | null => {
  const words = fold(header)
    .replace(COLUMN_NUMBER, '')
    .replace(/[.:?]+$/, '')
    .trim();
  if (words === '' || words.length > LONGEST_HEADER || WATCHES.test(words)) return null;
  return HEADER_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
});

/** A header like "Nội dung", which is the action unless another column says so more clearly. */
export function isWeakAction(header: string): boolean {
  return /^(noi dung|noi dung thuc hien|noi dung cong viec)$/.test(fold(header));
}

/** A header that can only mean what is wrong, never what is done about it. */
export function isWeakness(header: string): boolean {
  return /diem yeu|han che|ton tai|bat cap|chua dat|(kien|khuyen) nghi/.test(fold(header));
}

const ITEM_FIELDS: Record<ColumnField, ItemField[]> = {
  number: [],
  standard: ['criterion'],
  criterion: ['criterion'],
  level: ['level'],
  levelMark: ['level'],
  need: ['need'],
  currentState: ['currentState'],
  cause: ['cause'],
  expectedResult: ['expectedResult'],
  resultIndicator: ['resultIndicator'],
  action: ['action'],
  owners: ['owners', 'collaborators'],
  leads: ['owners'],
  collaborators: ['collaborators'],
  time: ['time'],
  timeStart: ['time'],
  timeEnd: ['time'],
  month: ['time'],
  mixed: ['time', 'owners'],
  budget: ['budget'],
  resources: [],
  support: ['support'],
  expectedEvidence: ['expectedEvidence'],
  progress: ['progress'],
  note: ['note'],
};

/** The facts of an item that a column gives. */
export function itemFieldsOf(field: ColumnField): ItemField[] {
  return ITEM_FIELDS[field];
}
