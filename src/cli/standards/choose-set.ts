import { fold } from '#core/kernel/text.ts';
import { findSet, findSetByCode } from '#core/standards/find-in-set.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { type CliIo, CliProblem, say } from '../cli-io.ts';

/** By id ("tt19-2018"), printed code ("19/2018/TT-BGDĐT"), or the beginning of either when that leaves one set. */
export function chooseSet(
  io: CliIo,
  sets: readonly StandardSet[],
  name: string,
  schoolType: SchoolType | null = null,
): StandardSet {
  const exact = findSet(sets, name) ?? findSetByCode(sets, name, schoolType);
  if (exact) return exact;
  const start = fold(name);
  const close = sets.filter((set) => fold(set.id).startsWith(start) || fold(set.code).startsWith(start));
  const fitting = schoolType === null ? close : close.filter((set) => set.schoolTypes.includes(schoolType));
  if (start !== '' && fitting.length === 1 && fitting[0]) return fitting[0];
  const choice = (fitting.length > 1 ? fitting : sets).map((set) => set.id).join(', ');
  throw new CliProblem(
    say(
      io,
      fitting.length > 1
        ? `"${name}" chỉ nhiều bộ tiêu chuẩn, chọn một: ${choice}`
        : `Không có bộ tiêu chuẩn "${name}". Các bộ: ${choice}`,
      fitting.length > 1
        ? `"${name}" names several standard sets, choose one: ${choice}`
        : `There is no standard set "${name}". There are: ${choice}`,
    ),
    1,
  );
}
