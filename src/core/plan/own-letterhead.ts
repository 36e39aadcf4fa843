import type { Letterhead } from './plan-document.ts';

/** Quốc hiệu and tiêu ngữ as Nghị định 30/2020/NĐ-CP writes them. */
export const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/**
 * The head of a document that the school issues, in capitals as Nghị định 30/2020/NĐ-CP wants. A group writes under its school as a
 * school under its governing body.
 */
export function ownLetterhead(
  school: { name: string; governingBody: string | null },
  groupName: string | null = null,
): Letterhead {
  const [above, below] = groupName === null ? [school.governingBody, school.name] : [school.name, groupName];
  return { governingBody: capitals(above), schoolName: capitals(below), country: COUNTRY, motto: MOTTO };
}

function capitals(text: string | null): string | null {
  return text?.toLocaleUpperCase('vi') ?? null;
}

/** The lines that a letterhead lacks, as the own one has them; null when it lacks none. */
export function missingLetterhead(letterhead: Letterhead, own: Letterhead): Partial<Letterhead> | null {
  const isMissing = (name: keyof Letterhead) => own[name] !== null && !/[\p{L}\p{N}]/u.test(letterhead[name] ?? '');
  const missing = (['governingBody', 'schoolName', 'country', 'motto'] as const).filter(isMissing);
  return missing.length === 0 ? null : Object.fromEntries(missing.map((name) => [name, own[name]]));
}
