/** Names inside the archive of a school: readable, without signs that some system does not take, different from each other. */

const LONGEST = 80;

/** "Kế hoạch: năm 2026/2027" as "ke-hoach-nam-2026-2027". */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, LONGEST) || 'khong-ten'
  );
}

/** The name a file came with, with its ending, as every system can save it. The end of its id makes it its own. */
export function uploadPath(id: string, fileName: string): string {
  const safe = fileName
    .normalize('NFC')

    .replace(/[\u0000-\u001f\u007f"*/:<>?\\|\ufffd]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '_');
  return `tep-goc/${id.slice(-8)}-${shortened(safe)}`;
}

export function planFolder(plan: { id: string; title: string; schoolYearStart: number | null }): string {
  const year = plan.schoolYearStart === null ? 'khong-ro-nam' : `${plan.schoolYearStart}-${plan.schoolYearStart + 1}`;
  return `ke-hoach/${year}-${slug(plan.title)}-${plan.id.slice(-8)}`;
}

/** Systems take 255 bytes; a letter of Vietnamese has up to three. */
function shortened(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  const stem = ending === '' ? name : name.slice(0, dot);
  return `${[...stem].slice(0, 60).join('')}${ending}`;
}
