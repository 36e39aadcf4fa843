/** A number as sections and lists carry it. Labels of one kind and prefix form one sequence. */
export interface NumberLabel {
  kind: 'roman' | 'arabic' | 'upper' | 'lower';
  /** "2" for "2.1"; "" for a plain number. */
  prefix: string;
  value: number;
}

/** Vietnamese order of points in documents; f, j, w, z are not used, and đ is often skipped: it counts a half. */
const ALPHABET = 'abcdeghiklmnopqrstuvxy';

/**
 * "II", "1", "2.1", "A", "b)", "1." -> number. A single letter that is also a Roman figure is read as one unless the label before
 * it is the letter before ("H" then "I").
 */
export function numberLabel(label: string | null, before: NumberLabel | null = null): NumberLabel | null {
  const bare = (label ?? '')
    .replace(/^(?:phần|mục|chương|điểm)\s+/iu, '')
    .replace(/[\s.,:;)/-]+$/u, '')
    .replace(/^\(/, '')
    .trim();
  const dotted = /^((?:\d+\.)*)(\d+)$/.exec(bare);
  if (dotted) return { kind: 'arabic', prefix: (dotted[1] ?? '').replace(/\.$/, ''), value: Number(dotted[2]) };
  const letter = letterLabel(bare);
  const continues =
    letter !== null && before?.kind === letter.kind && letter.value - before.value <= 1 && letter.value > before.value;
  if (/^[IVX]+$/.test(bare) && !continues) return { kind: 'roman', prefix: '', value: romanValue(bare) };
  return letter;
}

function letterLabel(bare: string): NumberLabel | null {
  if (!/^[A-ZĐa-zđ]$/u.test(bare)) return null;
  const lower = bare.toLowerCase();
  const value = lower === 'đ' ? 4.5 : ALPHABET.indexOf(lower) + 1;
  if (value === 0) return null;
  return { kind: bare === lower ? 'lower' : 'upper', prefix: '', value };
}

function romanValue(text: string): number {
  const values = [...text].map((figure) => ({ I: 1, V: 5, X: 10 })[figure] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** The number as its kind is written: 3 -> "III", "3", "C", "c". */
export function writtenNumber({ kind, prefix, value }: NumberLabel): string {
  if (kind === 'arabic') return prefix === '' ? String(value) : `${prefix}.${value}`;
  if (kind === 'roman') return roman(value);
  const letter = ALPHABET[Math.round(value) - 1] ?? '';
  return kind === 'upper' ? letter.toUpperCase() : letter;
}

function roman(value: number): string {
  const figures: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, figure] of figures) {
    while (rest >= worth) {
      text += figure;
      rest -= worth;
    }
  }
  return text;
}

export interface NumberFault<T> {
  kind: 'duplicate' | 'gap';
  entry: T;
  /** The entry that carries the number, or stands, before it. */
  earlier: T;
  expected: NumberLabel;
  found: NumberLabel;
}

/**
 * Numbers that repeat or skip, each kind and prefix as its own sequence. A new start at 1 begins a new sequence, since lists under
 * unnumbered headings do that; the number behind the last one before that start goes on with the sequence around the list. After 2, 2 both 3 and 4 go on: the second was one fault, not two. A sequence that does not begin at 1 is no fault by itself: it may go on from elsewhere.
 */
export function numberFaults<T>(entries: readonly T[], labelOf: (entry: T) => string | null): NumberFault<T>[] {
  const last = new Map<string, { label: NumberLabel; meant: number; outer: number | null; entry: T }>();
  const faults: NumberFault<T>[] = [];
  let before: NumberLabel | null = null;
  for (const entry of entries) {
    const found = numberLabel(labelOf(entry), before);
    if (!found) continue;
    before = found;
    const key = `${found.kind} ${found.prefix}`;
    const previous = last.get(key);
    const beginsAnew = previous !== undefined && found.value === 1 && previous.label.value !== 1;
    const goesOn = previous?.outer !== null && previous?.outer === found.value - 1;
    const outer = beginsAnew ? previous.meant : goesOn ? null : (previous?.outer ?? null);
    last.set(key, { label: found, meant: found.value, outer, entry });
    if (!previous || beginsAnew) continue;
    const expected = { ...found, value: Math.floor(previous.label.value) + 1 };
    const fault = { entry, earlier: previous.entry, expected, found };
    if (found.value <= previous.label.value) {
      faults.push({ kind: 'duplicate', ...fault });
      last.set(key, { label: found, meant: expected.value, outer, entry });
    } else if (found.value - previous.label.value > 1 && found.value - previous.meant !== 1 && !goesOn) {
      faults.push({ kind: 'gap', ...fault });
    }
  }
  return faults;
}
