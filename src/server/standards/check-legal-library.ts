import { findLegalDocuments, isNumberedYearly, type LegalLibrary } from '#core/standards/legal-document.ts';
import { dataFileError } from './data-file.ts';
import type { FileOf } from './load-standards.ts';

/** One entry for each number (number and date for consolidated texts), and dates in their order. */
export function checkLegalLibrary({ data, value: library }: FileOf<LegalLibrary>): void {
  library.documents.forEach((document, index) => {
    const path = ['documents', index];
    const same = findLegalDocuments(library, document.number);
    const twins = same.filter((each) => !isNumberedYearly(document) || each.issued === document.issued);
    if (twins.length > 1) {
      throw dataFileError(data, [...path, 'number'], {
        vi: `Văn bản ${document.number} có hai lần`,
        en: `${document.number} is there twice`,
      });
    }
    const { issued, effective, inForceUntil } = document;
    if (issued !== null && inForceUntil !== null && inForceUntil < issued) {
      throw dataFileError(data, [...path, 'inForceUntil'], {
        vi: 'Hết hiệu lực trước ngày ban hành',
        en: 'It ends before it was issued',
      });
    }
    if (effective !== null && inForceUntil !== null && inForceUntil < effective) {
      throw dataFileError(data, [...path, 'inForceUntil'], {
        vi: 'Hết hiệu lực trước ngày có hiệu lực',
        en: 'It ends before it begins',
      });
    }
  });
}
