const NAMED = /^(\P{L}*(?:mức|chí|chuẩn|tháng|năm|ngày|lớp|khối|điều|quý|tuần|mục))(?=\d{1,4}(?!\p{L}{2}))/iu;

/** "mức1", "Tháng10/2025": in narrow print the blank between a name and its number is lost when letters are recognised. */
export function withBlankBeforeNumber(word: string): string {
  return word.replace(NAMED, '$1 ');
}
