import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inSection } from './finding-place.ts';
import { numberFaults, writtenNumber } from './number-label.ts';
import { quoted } from './quoted.ts';
import { sectionName } from './sections.ts';
import { isListEntry, pathOf, siblingSections } from './sibling-sections.ts';
import { standardHeadingFaults } from './standard-headings.ts';

export const sectionNumberDuplicate: CheckRule = {
  id: 'section-number-duplicate',
  severity: 'warning',
  title: { vi: 'Trùng số mục', en: 'Section number repeated' },
  explanation: {
    vi: 'Hai mục cùng cấp mang cùng một số. Khi viện dẫn “mục II” không ai biết là mục nào.',
    en: 'Two sections of one level carry the same number.',
  },
  example: 'I, II, II, III',
  check: (document) => [...inSections(document), ...aboveRows(document)],
};

function inSections({ plan }: CheckedDocument): Fault[] {
  return siblingSections(plan).flatMap(({ parent, sections }) =>
    numberFaults(sections, (section) => section.label)
      .filter((fault) => fault.kind === 'duplicate' && !(isListEntry(fault.entry) && isListEntry(fault.earlier)))
      .map(({ entry, earlier, expected }) => ({
        where: inSection(pathOf(parent, entry), sectionName(entry), entry.place),
        message: `Mục ${quoted(sectionName(entry))} đánh số trùng hoặc lùi sau mục ${quoted(sectionName(earlier))}.`,
        suggestion: writtenNumber(expected),
      })),
  );
}

function aboveRows(document: CheckedDocument): Fault[] {
  return standardHeadingFaults(document)
    .filter(({ kind }) => kind === 'duplicate')
    .map(({ entry, earlier, expected }) => ({
      where: inSection(entry.label, `${entry.label}. ${entry.title}`, entry.place),
      message: `Mục ${quoted(`${entry.label}. ${entry.title}`)} đánh số trùng hoặc lùi sau mục ${quoted(`${earlier.label}. ${earlier.title}`)}.`,
      suggestion: writtenNumber(expected),
    }));
}
