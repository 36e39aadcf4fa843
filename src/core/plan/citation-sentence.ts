import { fold } from '#core/kernel/text.ts';
import { findLegalDocument, type LegalDocument, type LegalLibrary } from '#core/standards/legal-document.ts';
import { bare } from './basis-lines.ts';
import { parseCitation } from './parse-citation.ts';

/**
 * A document as a basis is written in an administrative document, without the mark at its end: kind, number, day, issuer, what it
 * is about; of laws and ordinances only the name and the day (Nghị định 30/2020/NĐ-CP, Phụ lục I). What is not known is left open
 * with dots, never guessed.
 */
export function citationSentence(document: LegalDocument): string {
  const { kind, number, issued, issuer, title } = document;
  if (isCitedByName(document)) {
    const name = title ?? `${kind} số ${number}`;
    return `Căn cứ ${name.startsWith(kind) ? name : `${kind} ${name}`} ${dayOf(issued)}`;
  }
  if (kind === 'Tiêu chuẩn quốc gia') return ['Căn cứ', kind, number, title ?? ''].join(' ').trim();
  return [`Căn cứ ${kind} số ${number}`, dayOf(issued), `của ${issuer}`, about(title)]
    .filter((each) => each !== '')
    .join(' ');
}

/** "ngày 05 tháng 01 năm 2021": days below ten, January and February take a nought. */
function dayOf(issued: string | null): string {
  if (issued === null) return 'ngày … tháng … năm …';
  const [year = '', month = '', day = ''] = issued.split('-');
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** Titles that begin with what the document does need no "về việc". */
const DOES = /^(?:ban hành|quy định|hướng dẫn|sửa đổi|phê duyệt|hợp nhất|bãi bỏ|về)(?!\p{L})/iu;

function about(title: string | null): string {
  if (title === null || title === '') return '';
  const begun = title.charAt(0).toLowerCase() + title.slice(1);
  return DOES.test(title) ? begun : `về việc ${begun}`;
}

/** The document that a line cites: by its number, or, as laws are cited without one, by the very words that would cite it. */
export function citedDocument(library: LegalLibrary, text: string): LegalDocument | null {
  const { number, date } = parseCitation(text);
  if (number !== null) return findLegalDocument(library, number, date);
  const words = fold(bare(text));
  return (
    library.documents.find((document) => isCitedByName(document) && fold(citationSentence(document)) === words) ?? null
  );
}

function isCitedByName({ kind }: LegalDocument): boolean {
  return kind === 'Luật' || kind === 'Pháp lệnh';
}
