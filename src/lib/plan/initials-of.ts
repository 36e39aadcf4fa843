/**
 * Two letters by which a colleague knows somebody. The given name stands last in a Vietnamese name and is what one is called by; family
 * names tell little, since half of a staff room shares one. So: the given name and the word before it, "Nguyễn Thị Hoa" is "TH".
 */
export function initialsOf(name: string): string {
  const words = wordsOf(name);
  return words
    .slice(-2)
    .map((word) => [...word][0]!.toLocaleUpperCase('vi'))
    .join('');
}

/** What somebody is called by: "Hoa" of "Nguyễn Thị Hoa". */
export function givenNameOf(name: string): string {
  return wordsOf(name).at(-1) ?? name;
}

/** Words that begin with a letter; a title or an office in brackets is no name. */
function wordsOf(name: string): string[] {
  const bare = name.normalize('NFC').replace(/\([^)]*\)/g, ' ');
  return bare.split(/[\s.]+/u).filter((word) => /^\p{L}/u.test(word));
}
