import type { Section, SectionRole } from '#core/plan/plan-document.ts';

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
 * The sections as they are when all eight are there. A missing one is added, empty, where the form has it; then the sections of
 * the first level are numbered anew in Roman figures, since the old numbers no longer follow each other.
 */
export function completeForm(sections: readonly Section[]): Section[] {
  const missing = FORM.filter(({ role }) => !sections.some((section) => fills(section, role)));
  if (missing.length === 0) return [...sections];
  const complete = missing.reduce(withSection, [...sections]);
  let number = 0;
  return complete.map((section) => {
    if (section.title === '') return section;
    number += 1;
    return { ...section, label: ROMAN[number - 1] ?? String(number) };
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
