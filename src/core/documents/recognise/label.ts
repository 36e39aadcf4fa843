import { plain } from '#core/kernel/text.ts';
import type { FlowLine } from './flow.ts';

/** Kinds of numbering in administrative documents, from the outermost: Phần I, I., A., 1., 2.1., a), and bullets. */
export type LabelKind = 'part' | 'roman' | 'upper' | 'arabic' | 'decimal' | 'lower' | 'bullet';

export interface Label {
  kind: LabelKind;
  /** As typed, with its punctuation: "2,", "a)", "-". */
  raw: string;
  /** Without punctuation: "2", "a". */
  name: string;
  /** Position in its numbering: 2 for "II", "B", "2", "b" and "1.2"; 0 for bullets. */
  value: number;
  /** The text after the label. */
  text: string;
}

const PATTERNS: [LabelKind, RegExp][] = [
  [
    'part',
    /^((?:phần|chương|mục)\s+(?:thứ\s+)?((?<=thứ\s+)(?:nhất|hai|ba|tư|năm|sáu)|[ivx]+|\d+|[a-z]))(?:\s*[.:–-]\s*|\s*$|\s+(?=\p{Lu}))/iu,
  ],
  ['roman', /^(([IVX]{1,5})\s*[./):–-])(?=\s|\p{Lu}|$)\s*/u],
  ['decimal', /^((\d{1,2}(?:\.\d{1,2}){1,3})(?:[.):]|(?=\s)))\s*(?=\p{L}|$)/u],
  ['arabic', /^((\d{1,2})\s*[.,):/])(?!\d)\s*/u],
  ['upper', /^(([A-HK-UĐ])\s*[./):])(?=\s|$)\s*/u],
  ['lower', /^(([a-zđ])\s*[.)/])(?=\s|\p{L}|$)\s*/u],
  ['arabic', /^((\d)\uFE0F?\u20E3)\s*/u],
  ['bullet', /^(([-–—+*•·●▪►➢✓→⇒➔➜▸]|\p{Extended_Pictographic}\uFE0F?))\s*/u],
];

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };
/** "PHẦN THỨ HAI". */
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu'];
const VIETNAMESE_LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** The label of a line, typed or numbered by the source; null for plain text. */
export function labelOf(line: Pick<FlowLine, 'text' | 'label'>): Label | null {
  const text = line.text.trim();
  if (line.label !== null && line.label.trim() !== '') {
    const label = parse(`${line.label.trim()} `);
    return { ...(label ?? { kind: 'bullet', name: line.label.trim(), value: 0 }), raw: line.label.trim(), text };
  }
  return parse(text);
}

function parse(text: string): Label | null {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const name = match[2]!;
    if (kind === 'decimal' && !/^[\d.]+$/.test(name)) continue;
    return { kind, raw: match[1]!.trim(), name, value: valueOf(kind, name), text: text.slice(match[0].length).trim() };
  }
  return null;
}

function valueOf(kind: LabelKind, name: string): number {
  if (kind === 'bullet') return 0;
  if (/^\d+$/.test(name)) return Number(name);
  if (ORDINALS.includes(name.toLowerCase())) return ORDINALS.indexOf(name.toLowerCase()) + 1;
  if (kind === 'decimal') return Number(name.split('.').at(-1));
  if (kind === 'roman' || (kind === 'part' && /^[ivx]+$/i.test(name))) return roman(name.toUpperCase());
  return VIETNAMESE_LETTERS.indexOf(plain(name)) + 1;
}

function roman(name: string): number {
  let sum = 0;
  for (const [index, letter] of [...name].entries()) {
    const own = ROMAN[letter] ?? 0;
    sum += own < (ROMAN[name[index + 1] ?? ''] ?? 0) ? -own : own;
  }
  return sum;
}
