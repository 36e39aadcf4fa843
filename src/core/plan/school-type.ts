import { fold } from '#core/kernel/text.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';

/** In this order: a name with several stages, or with a longer word, is decided before its parts. */
const TYPES: [SchoolType, RegExp][] = [
  ['continuing', /gdtx|gdnn|giao duc thuong xuyen|giao duc nghe nghiep/],
  [
    'multi-level',
    /(?:\bth|tieu hoc|\btieu hoc co so|\bmn|mam non)\s*(?:&|,|-|\+|va|and)\s*(?:thcs|th\b|trung hoc|tieu hoc)|(?:thcs|trung hoc co so)\s*(?:&|,|-|\+|va)\s*(?:thpt|trung hoc pho thong)|lien cap|nhieu cap hoc/,
  ],
  ['preschool', /mam non|mau giao|\bmn\b|\bmg\b|\bmnn\b|nha tre/],
  ['lower-secondary', /thcs|trung hoc co so|cap 2\b/],
  ['upper-secondary', /thpt|trung hoc pho thong|cap 3\b/],
  ['primary', /tieu hoc|\bth\b|ptdtbt th\b|\bpth\b|cap 1\b/],
];

/** From the school's name, or else from the kind of school that the text speaks of most. Null when neither says. */
export function schoolTypeOf(name: string | null, text: string | readonly string[]): SchoolType | null {
  const own = name === null ? null : typeIn(fold(name));
  if (own !== null) return own;
  const words = fold(typeof text === 'string' ? text : text.join('\n'));
  const said = new Map<SchoolType, number>();
  for (const [mention] of words.matchAll(
    /(?:truong|trung tam) (?:mam non|mau giao|mn\b|tieu hoc|th\b|thcs|thpt|trung hoc (?:co so|pho thong)|gdtx|gdnn)[^.;,]{0,24}/g,
  )) {
    const type = typeIn(mention);
    if (type) said.set(type, (said.get(type) ?? 0) + 1);
  }
  return [...said].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function typeIn(folded: string): SchoolType | null {
  return TYPES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
