import { criteriaOf, maxLevel } from '#core/standards/find-in-set.ts';
import type { Certainty, Criterion, Fact, StandardSet } from '#core/standards/standard-set.ts';
import { dayText } from '#lib/dates.ts';
import { type CliIo, say } from '../cli-io.ts';
import { textTable, wrap } from './text-table.ts';
import { knownText, schoolTypeText } from './words.ts';

const INDENT = 16;

/** The list of sets, one line each. */
export function listLines(io: CliIo, sets: readonly StandardSet[]): string[] {
  const head = [
    say(io, 'MÃ BỘ', 'ID'),
    say(io, 'SỐ VĂN BẢN', 'CODE'),
    say(io, 'TIÊU CHÍ', 'CRITERIA'),
    say(io, 'HIỆU LỰC', 'IN FORCE'),
    say(io, 'LOẠI HÌNH', 'SCHOOLS'),
    say(io, 'ĐỘ TIN CẬY', 'CERTAINTY'),
  ];
  const rows = sets.map((set) => [
    set.id,
    set.code,
    Object.values(set.counts.criteriaByLevel).join('/'),
    `${dayText(set.effective)} → ${set.inForceUntil === null ? '…' : dayText(set.inForceUntil)}`,
    schoolTypeText(io, set.schoolTypes),
    knownText(io, set.certainty.known),
  ]);
  return textTable([head, ...rows]);
}

/** What a set is, its rules and duties, then its tree. */
export function setLines(io: CliIo, set: StandardSet): string[] {
  const field = (vi: string, en: string, text: string, certainty?: Certainty) =>
    wrap(certainty ? `${text} [${knownText(io, certainty.known)}]` : text, say(io, vi, en), INDENT);
  const until =
    set.inForceUntil === null ? '' : ` ${say(io, 'đến trước', 'until before')} ${dayText(set.inForceUntil)}`;
  const replaced =
    set.replacedBy.length === 0 ? '' : `; ${say(io, 'thay bằng', 'replaced by')} ${set.replacedBy.join(', ')}`;
  return [
    `${set.id}  ${set.code}${set.annex === null ? '' : `, ${say(io, 'Phụ lục', 'Annex')} ${set.annex}`}`,
    '',
    ...field('Tên', 'Title', set.title, set.certainty),
    ...field('Loại hình', 'Schools', schoolTypeText(io, set.schoolTypes)),
    ...field('Hiệu lực', 'In force', `${dayText(set.effective)}${until}${replaced}`),
    ...field('Ghi chú', 'Note', set.note),
    ...Object.values(set.levelRule.facts).flatMap((fact, at) => ruleLines(io, fact, at)),
    ...field(
      'Mã minh chứng',
      'Evidence code',
      `${set.evidenceCode.exampleSeveral}. ${set.evidenceCode.rule}`,
      set.evidenceCode.certainty,
    ),
    ...field(
      'Kế hoạch',
      'Plan forms',
      `${set.planForms.layouts.join(', ')}. ${set.planForms.text}`,
      set.planForms.certainty,
    ),
    ...field('Giám sát', 'Monitoring', set.monitoring.text, set.monitoring.certainty),
    ...field('Hội đồng', 'Council', set.council.text, set.council.certainty),
    '',
    ...set.standards.flatMap((standard) => [
      `${say(io, 'Tiêu chuẩn', 'Standard')} ${standard.code}: ${standard.title}`,
      ...textTable(
        standard.criteria.map((criterion) => [
          `  ${criterion.code}`,
          say(io, `Mức 1-${maxLevel(criterion)}`, `Levels 1-${maxLevel(criterion)}`),
          criterion.title + (criterion.mandatory ? say(io, ' (bắt buộc)', ' (mandatory)') : ''),
        ]),
      ),
    ]),
    ...(set.levelRule.kind === 'cumulative-all'
      ? [
          `${say(io, 'Mức', 'Level')} ${set.levelRule.clauses.level}`,
          ...set.levelRule.clauses.items.flatMap((clause) => wrap(clause.summary, `  ${clause.code}`, 8)),
        ]
      : []),
    '',
    say(io, `${criteriaOf(set).length} tiêu chí. Xem một tiêu chí:`, `${criteriaOf(set).length} criteria. See one:`) +
      ` caitien standards show ${set.id} ${criteriaOf(set)[0]?.code ?? ''}`,
  ];
}

function ruleLines(io: CliIo, fact: Fact, at: number): string[] {
  const reference = fact.reference === null ? '' : ` (${fact.reference})`;
  const label = at === 0 ? say(io, 'Xét mức', 'Level rule') : '';
  return wrap(`- ${fact.text}${reference} [${knownText(io, fact.certainty.known)}]`, label, INDENT);
}

/** One criterion with everything the set says about it. */
export function criterionLines(io: CliIo, set: StandardSet, criterion: Criterion): string[] {
  const list = (vi: string, en: string, items: readonly string[]) =>
    items.length === 0 ? [] : ['', say(io, vi, en), ...items.flatMap((item) => wrap(item, '  -', 4))];
  return [
    `${set.id}  ${say(io, 'Tiêu chí', 'Criterion')} ${criterion.code}: ${criterion.title}` +
      (criterion.mandatory ? say(io, ' (bắt buộc)', ' (mandatory)') : ''),
    criterion.reference,
    ...criterion.levels.flatMap((level) => [
      '',
      `${say(io, 'Mức', 'Level')} ${level.level}`,
      ...level.indicators.flatMap((each) => wrap(`${each.summary} (${each.reference})`, `  ${each.code}`, 6)),
      ...level.elements.flatMap((each, at) => wrap(each, `    ${level.level}.${at + 1}`, 10)),
    ]),
    ...list('Gợi ý minh chứng', 'Evidence', criterion.evidenceHints),
    ...list('Số liệu theo dõi (không tự quyết định mức)', 'Figures to follow (they do not decide)', criterion.metrics),
    ...list(
      'Sửa đổi',
      'Amendments',
      criterion.amendments.map((each) => `${each.code} [${knownText(io, each.known)}]: ${each.note}`),
    ),
    ...list('Độ tin cậy', 'Certainty', [certaintyText(io, criterion.certainty)]),
    ...list(
      'Nguồn',
      'Sources',
      criterion.certainty.sources.map((source) => set.sources[source] ?? source),
    ),
  ];
}

function certaintyText(io: CliIo, certainty: Certainty): string {
  const reference =
    certainty.reference === null
      ? ''
      : `; ${say(io, 'số điều khoản', 'article numbers')}: ${knownText(io, certainty.reference)}`;
  return `${knownText(io, certainty.known)}${certainty.confidence === null ? '' : ` (${certainty.confidence})`}${reference}`;
}
