import { lines } from '#core/kernel/text.ts';
import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inItem, inSection } from './finding-place.ts';
import { numberFaults, writtenNumber } from './number-label.ts';
import { quoted } from './quoted.ts';
import { isListEntry, numberedLines, pathOf, siblingSections } from './sibling-sections.ts';

export const listNumberDuplicate: CheckRule = {
  id: 'list-number-duplicate',
  severity: 'hint',
  title: { vi: 'Trùng số thứ tự trong danh sách', en: 'List number repeated' },
  explanation: {
    vi: 'Hai ý trong cùng một danh sách mang cùng số thứ tự.',
    en: 'Two entries of one list carry the same number.',
  },
  example: '1, 2, 3, 3',
  check: (document) => [...inLists(document), ...inListSections(document), ...inActions(document)],
};

function inLists({ plan }: CheckedDocument): Fault[] {
  return numberedLines(plan).flatMap(({ path, lines: entries }) =>
    numberFaults(entries, (line) => line.label)
      .filter((fault) => fault.kind === 'duplicate')
      .map(({ entry, found, expected }) => ({
        where: inSection(path, `${entry.label ?? ''} ${entry.text}`, entry.place),
        message: sentence(writtenNumber(found), entry.text),
        suggestion: writtenNumber(expected),
      })),
  );
}

function inListSections({ plan }: CheckedDocument): Fault[] {
  return siblingSections(plan).flatMap(({ parent, sections }) =>
    numberFaults(sections, (section) => section.label)
      .filter((fault) => fault.kind === 'duplicate' && isListEntry(fault.entry) && isListEntry(fault.earlier))
      .map(({ entry, found, expected }) => ({
        where: inSection(pathOf(parent, entry), `${entry.label ?? ''}. ${entry.title}`, entry.place),
        message: sentence(writtenNumber(found), entry.title),
        suggestion: writtenNumber(expected),
      })),
  );
}

function inActions({ plan }: CheckedDocument): Fault[] {
  return plan.items
    .filter(({ action }) => /^\s*(?:\d{1,2}|[a-zđ])[.)]\s/mu.test(action))
    .flatMap((item) =>
      numberFaults(lines(item.action), (line) => /^(\d{1,2}|[a-zđ])[.)]\s/u.exec(line)?.[1] ?? null)
        .filter((fault) => fault.kind === 'duplicate')
        .map(({ entry, found, expected }) => ({
          where: inItem(item, 'action', entry),
          message: sentence(writtenNumber(found), entry),
          suggestion: writtenNumber(expected),
        })),
    );
}

function sentence(number: string, text: string): string {
  return `Số thứ tự ${number} lặp lại hoặc lùi ở ${quoted(text)}.`;
}
