/** "Bình Minh, ngày 05 tháng 9 năm 2026": day and the months 1 and 2 with two digits (Nghị định 30/2020, Phụ lục I, mục II.4). */
export function placeAndDate(place: string | null, date: string | null): string | null {
  if (date === null) return place;
  const [year = '', month = '', day = ''] = date.split('-');
  const written = Number(month) <= 2 ? month : String(Number(month));
  return `${place === null ? '' : `${place}, `}ngày ${day} tháng ${written} năm ${year}`;
}
