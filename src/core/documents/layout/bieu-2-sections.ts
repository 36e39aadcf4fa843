import type { Section, SectionRole } from '#core/plan/plan-document.ts';
import { labelled, saysBases } from './section-blocks.ts';

/** The eight sections of Biểu 2 in order (57/2026/TT-BGDĐT, Phụ lục V). */
const FORM: readonly { role: SectionRole; title: string }[] = [
  { role: 'opening', title: 'THÔNG TIN CHUNG' },
  { role: 'bases', title: 'CĂN CỨ' },
  { role: 'purpose', title: 'MỤC ĐÍCH, YÊU CẦU' },
  { role: 'priorities', title: 'VẤN ĐỀ TRỌNG TÂM' },
  { role: 'items', title: 'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG' },
  { role: 'monitoring', title: 'THEO DÕI' },
  { role: 'organisation', title: 'TỔ CHỨC THỰC HIỆN' },
  { role: 'reporting', title: 'CƠ CHẾ ĐÁNH GIÁ, BÁO CÁO' },
];

/**
 * The sections as they are when all eight are there. A missing one is added, empty, where the form has it, "CĂN CỨ" with the bases
 * that stand in the opening; then the sections of the first level are numbered anew in Roman figures, since the old numbers no
 * longer follow each other.
 */
export function completeForm(sections: readonly Section[]): Section[] {
  const missing = missingForm(sections);
  if (missing.length === 0) return [...sections];
  const added = missing.reduce(withSection, [...sections]);
  const complete = missing.some(({ role }) => role === 'bases') ? withBasesOfOpening(added) : added;
  let number = 0;
  return complete.map((section) => {
    if (section.title === '') return section;
    number += 1;
    return { ...section, label: ROMAN[number - 1] ?? String(number) };
  });
}

function missingForm(sections: readonly Section[]) {
  return FORM.filter(({ role }) => !sections.some((section) => fills(section, role)));
}

/** "I. THÔNG TIN CHUNG": the sections of the form in which nothing is written, as they are printed. */
export function blankForm(sections: readonly Section[]): string[] {
  const isBlank = ({ title, lines, children, role }: Section) =>
    title !== '' && lines.length === 0 && children.length === 0 && !FILLED_IN.has(role ?? '');
  return completeForm(sections)
    .filter(isBlank)
    .map(({ label, title }) => labelled(label, title));
}

/** Their tables are made of the rows, or filled in during the year. */
const FILLED_IN = new Set<string>(['priorities', 'items', 'monitoring']);

/** Moves the lines "Căn cứ …" of the running text before section I into the section CĂN CỨ. */
function withBasesOfOpening(sections: readonly Section[]): Section[] {
  const opening = sections.find(({ role, title }) => role === 'opening' && title === '');
  const bases = opening?.lines.filter(({ text }) => saysBases(text) && !/:\s*$/.test(text)) ?? [];
  return sections.map((section) => {
    if (section === opening) return { ...section, lines: section.lines.filter((line) => !bases.includes(line)) };
    return section.role === 'bases' && section.lines.length === 0 ? { ...section, lines: bases } : section;
  });
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI'];

/** An opening without heading is the running text before section I, not "Thông tin chung". */
function fills(section: Section, role: SectionRole): boolean {
  if (role === 'opening') return section.role === role && section.title !== '';
  return section.role === role || (role === 'items' && section.children.some((child) => fills(child, role)));
}

function withSection(sections: Section[], { role, title }: { role: SectionRole; title: string }): Section[] {
  const rank = rankOf(role);
  const before = sections.findIndex((section) => section.title !== '' && rankOf(section.role) > rank);
  const added: Section = { label: null, title, role, lines: [], children: [], place: null };
  const at = before < 0 ? sections.length : before;
  return [...sections.slice(0, at), added, ...sections.slice(at)];
}

function rankOf(role: SectionRole | null): number {
  return FORM.findIndex((each) => each.role === role);
}
