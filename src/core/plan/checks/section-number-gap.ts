import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inSection } from './finding-place.ts';
import { numberFaults, writtenNumber } from './number-label.ts';
import { quoted } from './quoted.ts';
import { sectionName } from './sections.ts';
import { pathOf, siblingSections } from './sibling-sections.ts';
import { standardHeadingFaults } from './standard-headings.ts';

export const sectionNumberGap: CheckRule = {
  id: 'section-number-gap',
  severity: 'warning',
  title: { vi: 'Nhảy số mục', en: 'Section number skipped' },
  explanation: {
    vi: 'Số mục cùng cấp nhảy cóc. Có thể gõ nhầm số, có thể một mục đã bị mất khi chép văn bản.',
    en: 'The numbers of sections of one level skip: a mistyped number, or a section lost when the text was copied.',
  },
  example: 'I, II, III, VI',
  check: (document) => [...inSections(document), ...aboveRows(document)],
};

function inSections({ plan }: CheckedDocument): Fault[] {
  return siblingSections(plan).flatMap(({ parent, sections }) =>
    numberFaults(sections, (section) => section.label)
      .filter((fault) => fault.kind === 'gap')
      .map(({ entry, earlier, expected }) => ({
        where: inSection(pathOf(parent, entry), sectionName(entry), entry.place),
        message: `Sau mục ${quoted(sectionName(earlier))} là mục ${quoted(sectionName(entry))}, thiếu số ${writtenNumber(expected)}.`,
        suggestion: writtenNumber(expected),
      })),
  );
}

function aboveRows(document: CheckedDocument): Fault[] {
  return standardHeadingFaults(document)
    .filter(({ kind }) => kind === 'gap')
    .map(({ entry, earlier, expected }) => ({
      where: inSection(entry.label, `${entry.label}. ${entry.title}`, entry.place),
      message: `Sau mục ${quoted(`${earlier.label}. ${earlier.title}`)} là mục ${quoted(`${entry.label}. ${entry.title}`)}, thiếu số ${writtenNumber(expected)}.`,
      suggestion: writtenNumber(expected),
    }));
}
