import type { IParagraphOptions, IRunOptions } from 'docx';
import { AlignmentType, BorderStyle, HeadingLevel, LineRuleType, NoBreakHyphen, Paragraph, TextRun } from 'docx';
import type { PrintHeading, PrintLine } from '#core/documents/layout/print-model.ts';
import { HYPHEN_OF_NUMBER } from '#core/documents/layout/whole-numbers.ts';
import { HYPHEN_OF_YEARS, withWholeYears } from '#core/documents/layout/whole-years.ts';

/** Twentieths of a point, the unit of Word. */
export const mm = (value: number): number => Math.round((value / 25.4) * 1440);
export const pt = (value: number): number => Math.round(value * 20);

/** Body text: 14 pt, first line indented 12.7 mm, 6 pt between paragraphs (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const BODY_SIZE = 14;
const INDENT = mm(12.7);
const SPACING = { before: 0, after: pt(6), line: 264, lineRule: LineRuleType.AUTO } as const;

export interface Look {
  /** Points. */
  size?: number;
  bold?: boolean;
  italics?: boolean;
  /** In a column so narrow that the number of a document may have to break. */
  narrow?: boolean;
}

/** Runs of a text with its line breaks; letters that XML does not allow are left out. */
export function runsOf(text: string, { size = BODY_SIZE, bold, italics, narrow = false }: Look = {}): TextRun[] {
  const look: Partial<IRunOptions> = { size: size * 2, ...(bold ? { bold } : {}), ...(italics ? { italics } : {}) };
  return withWholeYears(printable(text))
    .split('\n')
    .map((line, index) => new TextRun({ ...withHyphens(line, narrow), ...look, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Word ends a line behind a plain hyphen, in a school year and in the number of a document too. */
function withHyphens(line: string, narrow: boolean): Pick<IRunOptions, 'text' | 'children'> {
  const pieces = line.split(narrow ? HYPHEN_OF_YEARS : WHOLE);
  if (pieces.length === 1) return { text: line };
  return { children: pieces.flatMap((piece, index) => (index > 0 ? [new NoBreakHyphen(), piece] : [piece])) };
}

const WHOLE = new RegExp(`${HYPHEN_OF_YEARS.source}|${HYPHEN_OF_NUMBER.source}`, 'u');

export function paragraph(text: string, look: Look, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ widowControl: true, ...options, children: runsOf(text, look) });
}

export function bodyLine(line: PrintLine, keepNext: boolean): Paragraph {
  return paragraph(
    line.text,
    { italics: line.italic },
    {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: INDENT },
      spacing: SPACING,
      ...(keepNext ? { keepNext } : {}),
    },
  );
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

export function headingLine(heading: PrintHeading): Paragraph {
  const center = heading.align === 'center';
  // A title on two lines is not drawn out; a numbered sentence that serves as a heading is, as sentences are.
  const justified = heading.weight === 'regular';
  return paragraph(
    heading.text,
    { bold: heading.weight !== 'regular', italics: heading.weight === 'bold-italic' },
    {
      heading: HEADINGS[Math.min(heading.level, 4) - 1]!,
      alignment: center ? AlignmentType.CENTER : justified ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
      indent: { firstLine: center ? 0 : INDENT },
      spacing: { ...SPACING, before: pt(3) },
      keepNext: true,
    },
  );
}

export function blankLine(keepNext: boolean): Paragraph {
  return new Paragraph({ children: [], spacing: SPACING, ...(keepNext ? { keepNext } : {}) });
}

/** A rule of a given length in the middle of a column, both in mm: the border of an empty paragraph. */
export function rule(length: number, column: number): Paragraph {
  const side = Math.max(0, mm((column - length) / 2));
  return new Paragraph({
    children: [],
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: pt(3), after: 0, line: pt(4), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    keepNext: true,
  });
}

/** XML 1.0 has no place for control characters and lone surrogates. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed();
}
