import type { TextLine } from '#core/plan/plan-document.ts';

const LABEL = /^([-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])\s+(?=\S)/u;

/** The paragraphs of a section as one text to edit: each on a line of its own, its label in front, further lines indented. */
export function sectionText(lines: readonly TextLine[]): string {
  return lines.map(lineText).join('\n');
}

function lineText({ label, text }: TextLine): string {
  return (label === null ? '' : `${label} `) + text.replace(/\n/g, '\n  ');
}

/**
 * The paragraphs of an edited text. A paragraph that is as it was keeps its place in the source; a new one has none. An indented line
 * goes on with the paragraph above it.
 */
export function sectionLines(text: string, before: readonly TextLine[]): TextLine[] {
  const known = new Map(before.map((line) => [lineText(line), line]));
  return paragraphsOf(text).map((paragraph) => known.get(paragraph) ?? newLine(paragraph));
}

function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') continue;
    if (/^\s/.test(line) && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += `\n  ${line.trim()}`;
    else paragraphs.push(line.trim());
  }
  return paragraphs;
}

function newLine(paragraph: string): TextLine {
  const text = paragraph.replace(/\n {2}/g, '\n');
  const label = LABEL.exec(text)?.[1] ?? null;
  return { label, text: label === null ? text : text.slice(label.length).trimStart(), place: null };
}
