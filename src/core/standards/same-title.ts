import { fold } from '#core/kernel/text.ts';

export type TitleComparison = 'same' | 'different' | 'unsure';

/**
 * Whether a title as cited and a title as known name one document. People abridge, cut and reword titles, so `different` is said
 * only when they speak of different things: other stages of school, or hardly a word in common. Ignores case, punctuation, tone
 * marks, the name and number of the kind ("Thông tư số …"), its issuer and date, "V/v", "về việc", "ban hành".
 */
export function sameTitle(cited: string, known: string): TitleComparison {
  const a = readTitle(cited);
  const b = readTitle(known);
  if (a.words.length === 0 || b.words.length === 0) return 'unsure';
  if (a.words.join(' ') === b.words.join(' ')) return 'same';
  if (speakOfDifferentStages(a, b)) return 'different';
  const inKnown = share(a.words, b.words);
  const inCited = share(b.words, a.words);
  const best = Math.max(inKnown, inCited);
  if (Math.min(weightOf(a.words), weightOf(b.words)) < ENOUGH_WEIGHT)
    return best < ALMOST_NOTHING ? 'different' : 'unsure';
  if (a.amends !== b.amends) return best < HARDLY ? 'different' : 'unsure';
  if (best >= ALL && !contradict(a, b)) return 'same';
  if (inKnown >= MOST && inCited >= MOST && !contradict(a, b)) return 'same';
  return best < HARDLY ? 'different' : 'unsure';
}

/** Shares of the weight of one title found, in order, in the other. Tried on all pairs of the legal documents we know. */
const ALL = 0.92;
const MOST = 0.8;
const HARDLY = 0.45;
const ALMOST_NOTHING = 0.2;
/** Below it a title is too short to tell: one telling word and two light ones. */
const ENOUGH_WEIGHT = 1.6;

interface Title {
  words: string[];
  stages: Set<string>;
  /** It amends another document: "sửa đổi, bổ sung một số điều của …". */
  amends: boolean;
}

const ABBREVIATIONS: [RegExp, string][] = [
  [/\bkdclgd\b/g, 'kiem dinh chat luong giao duc'],
  [/\bclgd\b/g, 'chat luong giao duc'],
  [/\bgd\s*&\s*dt\b|\bgd va dt\b|\bgddt\b/g, 'giao duc va dao tao'],
  [/\bgdmn\b/g, 'giao duc mam non'],
  [/\bgdpt\b/g, 'giao duc pho thong'],
  [/\bgdtx\b/g, 'giao duc thuong xuyen'],
  [/\bthcs\b/g, 'trung hoc co so'],
  [/\bthpt\b/g, 'trung hoc pho thong'],
  [/\bcqg\b|\bdcqg\b/g, 'chuan quoc gia'],
  [/\bcbql\b/g, 'can bo quan ly'],
  [/\bcsvc\b/g, 'co so vat chat'],
  [/\bqui (?=dinh|che|trinh)/g, 'quy '],
  [/\bdam bao\b/g, 'bao dam'],
];

const KIND =
  '(?:thong tu lien tich|thong tu|nghi dinh|nghi quyet|quyet dinh|cong van|chi thi|ke hoach|huong dan so|luat so|bo luat|van ban hop nhat|van ban|tieu chuan quoc gia)';

/** What belongs to the citation and not to the title. */
const NOISE: RegExp[] = [
  /^\W*(?:can cu|thuc hien|theo)\b/,
  new RegExp(`\\(?kem theo ${KIND}[^)]*\\)?`, 'g'),
  new RegExp(`^\\W*${KIND}\\b`),
  /\bso:? ?\d[\w/&.-]*/g,
  /\b\d+\/\d{4}\/[a-z][\w&-]*|\b\d+\/[a-z][\w&]*-[\w-]+/g,
  /\bngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\bngay \d{1,2} thang \d{1,2}(?: nam \d{4})?/g,
  /\bcua (?:bo truong )?bo (?:giao duc va dao tao|noi vu|tai chinh|y te)|\bcua chinh phu|\bcua quoc hoi|\bcua thu tuong chinh phu/g,
  /\bv\/v\b|\bve viec\b|\bve\b|\bban hanh\b|\bkem theo\b|\bco hieu luc.*$/g,
];

/** Which stages of school a phrase speaks of. */
const STAGES: [RegExp, string[]][] = [
  [/\bmam non\b|\bmau giao\b/, ['preschool']],
  [/\btieu hoc\b/, ['primary']],
  [/\btrung hoc co so\b/, ['lower-secondary']],
  [/\btrung hoc pho thong\b/, ['upper-secondary']],
  [/\btrung hoc(?! co so| pho thong)\b/, ['lower-secondary', 'upper-secondary']],
  [/\bpho thong co nhieu cap hoc\b/, ['multi-level']],
  [
    /(?<!trung hoc )\bpho thong\b(?! co nhieu cap hoc)/,
    ['primary', 'lower-secondary', 'upper-secondary', 'multi-level'],
  ],
  [/\bgiao duc thuong xuyen\b/, ['continuing']],
];

/** Words that most titles share say little: a third of a word each. */
const LIGHT = new Set(
  'giao duc dao tao truong quy dinh che tieu chuan cong tac thuc hien huong dan to chuc hoat dong cac mot so dieu cua va doi voi trong theo cho tai co cap hoc mam non pho thong trung so nhieu xuyen thuong loai hinh nam'.split(
    ' ',
  ),
);

function readTitle(text: string): Title {
  let title = fold(text);
  for (const [pattern, words] of ABBREVIATIONS) title = title.replace(pattern, words);
  const amends = /\bsua doi\b/.test(title.slice(0, 120));
  for (const pattern of NOISE) title = title.replace(pattern, ' ');
  const words = title.match(/[a-z0-9]+/g) ?? [];
  return { words, amends, stages: new Set(STAGES.flatMap(([pattern, stages]) => (pattern.test(title) ? stages : []))) };
}

/** Both name stages of school and none in common: "trường tiểu học" against "trường trung học cơ sở". */
function speakOfDifferentStages(a: Title, b: Title): boolean {
  return a.stages.size > 0 && b.stages.size > 0 && ![...a.stages].some((stage) => b.stages.has(stage));
}

/** Each names a stage, or a figure (lớp 1, năm học 2026-2027), that the other does not. */
function contradict(a: Title, b: Title): boolean {
  return eachHasItsOwn(a.stages, b.stages) || eachHasItsOwn(figures(a), figures(b));
}

function eachHasItsOwn(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((each) => !b.has(each)) && [...b].some((each) => !a.has(each));
}

function figures(title: Title): Set<string> {
  return new Set(title.words.filter((word) => /^\d+$/.test(word)));
}

function weight(word: string): number {
  return LIGHT.has(word) ? 1 / 3 : 1;
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weight(word), 0);
}

/** Share of the weight of `words` that stands in `other` in the same order (longest common subsequence). */
function share(words: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of words) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1) {
      const kept = Math.max(row[at] ?? 0, next[at - 1] ?? 0);
      next.push(other[at - 1] === word ? Math.max(kept, (row[at - 1] ?? 0) + weight(word)) : kept);
    }
    row = next;
  }
  return (row[other.length] ?? 0) / weightOf(words);
}
