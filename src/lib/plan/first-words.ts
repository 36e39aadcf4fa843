/** Characters of a row's words that tell it from others in a sentence. */
const ENOUGH = 60;

/** The beginning of a text on one line, cut between words; a longer one ends in "…". */
export function firstWords(text: string, most = ENOUGH): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1).replace(/\s\S*$/, '');
  return `${cut.length > most ? line.slice(0, most) : cut}…`;
}
