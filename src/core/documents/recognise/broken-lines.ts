import type { FlowLine } from './flow.ts';
import { labelOf } from './label.ts';

/** "Căn cứ …" begins a line of its own even without a dash. */
const BASIS = /^căn cứ\s/iu;

/**
 * A paragraph in which line breaks set apart what has a number, a dash or "Căn cứ" of its own, as the lines that it shows: people
 * break lines instead of beginning paragraphs. Every other line break stays inside its line.
 */
export function brokenLines(line: FlowLine): FlowLine[] {
  if (!line.text.includes('\n')) return [line];
  const texts: string[] = [];
  for (const text of line.text.split('\n')) {
    if (texts.length === 0 || beginsLine(text)) texts.push(text);
    else texts[texts.length - 1] += `\n${text}`;
  }
  return texts.map((text, at) => (at === 0 ? { ...line, text } : { ...line, text, label: null }));
}

function beginsLine(text: string): boolean {
  return BASIS.test(text.trim()) || labelOf({ text, label: null }) !== null;
}
