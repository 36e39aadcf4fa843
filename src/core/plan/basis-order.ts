import { bare } from './basis-lines.ts';
import { parseCitation } from './parse-citation.ts';

/** Kinds from the highest rank down; letters guide, so they stand after what binds. What a school itself wrote comes last. */
const RANKS: readonly (readonly string[])[] = [
  ['Luật'],
  ['Pháp lệnh'],
  ['Nghị quyết', 'Nghị định'],
  ['Thông tư liên tịch', 'Thông tư', 'Văn bản hợp nhất'],
  ['Tiêu chuẩn quốc gia'],
  ['Quyết định', 'Chỉ thị'],
  ['Công văn', 'Hướng dẫn', 'Kế hoạch', 'Thông báo', 'Kết luận', 'Chương trình', 'Đề án'],
];

/** Papers that only a school makes of itself. */
const OWN = RANKS.length + 1;

/** Bases by rank, then by day, the oldest first; what is the same in both, or cannot be told apart, keeps its order. */
export function inOrder(texts: readonly string[]): string[] {
  const keyed = texts.map((text) => ({ text, rank: rankOf(text), date: parseCitation(text).date }));
  return keyed
    .toSorted((a, b) => a.rank - b.rank || (a.date !== null && b.date !== null ? a.date.localeCompare(b.date) : 0))
    .map(({ text }) => text);
}

/** The same texts in the order of `wanted`; what is not among them comes last. Nothing is added and nothing lost. */
export function asBefore(texts: readonly string[], wanted: readonly string[]): string[] {
  const places = wanted.map(bare);
  const placeOf = (text: string) => {
    const place = places.indexOf(bare(text));
    return place < 0 ? places.length : place;
  };
  return texts.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function rankOf(text: string): number {
  const { kind, number, issuer } = parseCitation(text);
  const central =
    /^(?:Thủ tướng|Chính phủ|Bộ|Quốc hội|Liên bộ)/u.test(issuer ?? '') || /-(?:TTg|CP|BGD)/u.test(number ?? '');
  const rank = RANKS.findIndex((kinds) => kind !== null && kinds.includes(kind));
  if (rank < 0) return OWN;
  // A decision of the Prime Minister or of a ministry stands with the circulars.
  return kind === 'Quyết định' && central ? 3 : rank;
}
