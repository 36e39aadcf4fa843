import { fold } from '#core/kernel/text.ts';
import type { Section, SectionRole } from '#core/plan/plan-document.ts';

const BY_TITLE: [SectionRole, RegExp][] = [
  ['strategy', /^(phuong huong|dinh huong|chu truong)/],
  ['opening', /^thong tin chung/],
  ['priorities', /van de (trong tam|uu tien|can giai quyet)/],
  ['bases', /^(cac )?can cu|co so (phap ly|xay dung)|van ban (quy pham|huong dan|chi dao)/],
  ['purpose', /muc dich|muc tieu|yeu cau/],
  ['organisation', /to chuc thuc hien|phan cong|trach nhiem/],
  ['monitoring', /giam sat|theo doi|kiem tra/],
  [
    'reporting',
    /(che do|cong tac|thuc hien|thong tin|tong hop),? (thong tin,? )?bao cao|^bao cao ket qua|co che danh gia/,
  ],
  ['results', /ket qua|thuc trang|hien trang|danh gia chung/],
  ['strategy', /chu truong|dinh huong|phuong huong|giai phap|chien luoc|nhiem vu/],
];

/** The role that a title tells; null when it tells none. */
export function roleOfTitle(title: string): SectionRole | null {
  const words = fold(title);
  return BY_TITLE.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Gives each section its role; long sentences are no titles. */
export function giveRoles(sections: readonly Section[]): void {
  for (const section of sections) {
    section.role ??= section.title.length <= 150 ? roleOfTitle(section.title) : null;
    giveRoles(section.children);
  }
}
