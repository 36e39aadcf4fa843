const NAMED = /^(\P{L}*(?:mức|chí|chuẩn|tháng|năm|ngày|lớp|khối|điều|quý|tuần|mục))(?=\d{1,4}(?!\p{L}{2}))/iu;

/** "MƯC1", "MUƯC 2": the tone of a capital, and whether its horn is one, get lost. */
const LEVEL = /^(\P{L}*)(m)[uư]{1,2}c(?=\d?\P{L}*$)/iu;

/** "mức1", "Tháng10/2025": in narrow print the blank between a name and its number is lost when letters are recognised. */
export function withBlankBeforeNumber(word: string): string {
  const level = word.replace(LEVEL, (_, before: string, m: string) => before + (m === 'm' ? 'mức' : 'MỨC'));
  return level.replace(NAMED, '$1 ');
}

/** "HọckỳI!", "kỳ Il": strokes of a Roman number behind the name of a term. */
const TERM = /^(\P{L}*)(học)?(kỳ|kì|HK)(I[I!|l]{0,2})(?=[.,;:)]*$)/iu;
const STROKES = /^(\(?)(I[!|l]{1,2}|[!|l]I{1,2}|II[!|l])(?=[.,;:)]*$)/u;

/** The strokes of a Roman number, which the engine takes for an exclamation mark or a small letter: "I!" is "II". */
export function withRomanStrokes(word: string): string {
  return word
    .replace(TERM, (_, before: string, half: string | undefined, term: string, strokes: string) => {
      const name = half === undefined ? term : `${half} ${term}`;
      return `${before}${name}${/^hk$/i.test(term) ? '' : ' '}${'I'.repeat(strokes.length)}`;
    })
    .replace(STROKES, (_, before: string, strokes: string) => before + 'I'.repeat(strokes.length));
}
