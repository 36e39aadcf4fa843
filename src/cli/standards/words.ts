import type { SchoolType } from '#core/organisations/school-type.ts';
import type { Known } from '#core/standards/standard-set.ts';
import type { CliIo } from '../cli-io.ts';

const SCHOOL_TYPES: Record<SchoolType, [string, string]> = {
  preschool: ['mầm non', 'preschool'],
  primary: ['tiểu học', 'primary'],
  'lower-secondary': ['THCS', 'lower-secondary'],
  'upper-secondary': ['THPT', 'upper-secondary'],
  'multi-level': ['nhiều cấp học', 'multi-level'],
  continuing: ['giáo dục thường xuyên', 'continuing'],
};

const KNOWN_WORDS: Record<Known, [string, string]> = {
  verified: ['đã xác minh', 'verified'],
  secondary: ['nguồn thứ cấp, chưa đối chiếu bản gốc', 'secondary source, not compared with the original'],
  partly: ['xác minh một phần', 'partly verified'],
  inferred: ['suy ra', 'inferred'],
  remembered: ['hiểu biết nền, chưa tra', 'remembered, not looked up'],
  unknown: ['chưa biết', 'unknown'],
};

export function schoolTypeText(io: CliIo, types: readonly SchoolType[]): string {
  return types.map((type) => pick(io, SCHOOL_TYPES[type])).join(', ');
}

export function knownText(io: CliIo, known: Known): string {
  return pick(io, KNOWN_WORDS[known]);
}

function pick(io: CliIo, words: [string, string]): string {
  return io.locale === 'vi' ? words[0] : words[1];
}
