import { criteriaOf, criteriaWithLevel } from '#core/standards/find-in-set.ts';
import { findLegalDocuments, type LegalLibrary } from '#core/standards/legal-document.ts';
import type { Certainty, StandardSet } from '#core/standards/standard-set.ts';
import { type DataPath, dataFileError, type Sentence } from './data-file.ts';
import type { FileOf } from './load-standards.ts';

/** What must agree within one set: codes, counts, the level rule, the names of sources, the evidence-code example. */
export function checkSet({ data, value: set }: FileOf<StandardSet>): void {
  const fail = (path: DataPath, vi: string, en: string): never => {
    throw dataFileError(data, path, { vi, en });
  };
  checkCodes(set, fail);
  checkLevels(set, fail);
  checkRule(set, fail);
  checkCounts(set, fail);
  checkSources(set, fail);
  const pattern = new RegExp(`^${set.evidenceCode.pattern}$`);
  const bare = set.evidenceCode.example.slice(set.evidenceCode.open.length, -set.evidenceCode.close.length);
  if (!pattern.test(bare))
    fail(['evidenceCode', 'example'], 'Ví dụ không khớp mẫu mã', 'The example does not fit the pattern');
  if (set.inForceUntil !== null && set.inForceUntil < set.effective) {
    fail(['inForceUntil'], 'Hết hiệu lực trước khi có hiệu lực', 'It ends before it begins');
  }
}

/** What must agree between sets: ids, and who replaces whom. Numbers of amending documents are known documents. */
export function checkSets(files: FileOf<StandardSet>[], legal: LegalLibrary): void {
  const ids = files.map((file) => file.value.id);
  for (const { data, value: set } of files) {
    if (ids.filter((id) => id === set.id).length > 1) {
      throw dataFileError(data, ['id'], { vi: `Mã bộ "${set.id}" trùng`, en: `The id "${set.id}" is used twice` });
    }
    for (const key of ['replacedBy', 'replaces'] as const) {
      const index = set[key].findIndex((id) => !ids.includes(id));
      if (index >= 0) throw dataFileError(data, [key, index], unknownSet(set[key][index] ?? ''));
    }
    const numbers: [DataPath, string][] = [
      [['code'], set.code],
      ...set.amendedBy.map((each, index): [DataPath, string] => [['amendedBy', index, 'code'], each.code]),
      ...set.replacesDocuments.map((each, index): [DataPath, string] => [['replacesDocuments', index], each]),
    ];
    for (const [path, number] of numbers) {
      if (findLegalDocuments(legal, number).length === 0) {
        throw dataFileError(data, path, {
          vi: `Văn bản ${number} chưa có trong legal-documents.yaml`,
          en: `The document ${number} is not in legal-documents.yaml`,
        });
      }
    }
  }
}

export function unknownSet(id: string): Sentence {
  return { vi: `Không có bộ tiêu chuẩn "${id}"`, en: `There is no standard set "${id}"` };
}

type Fail = (path: DataPath, vi: string, en: string) => never;

function checkCodes(set: StandardSet, fail: Fail): void {
  const seen = new Set<string>();
  set.standards.forEach((standard, s) => {
    if (seen.has(standard.code))
      fail(['standards', s, 'code'], 'Mã tiêu chuẩn trùng', 'The standard code is used twice');
    seen.add(standard.code);
    standard.criteria.forEach((criterion, c) => {
      const path = ['standards', s, 'criteria', c, 'code'];
      if (seen.has(criterion.code))
        fail(path, `Mã tiêu chí ${criterion.code} trùng`, `The criterion code ${criterion.code} is used twice`);
      if (!criterion.code.startsWith(`${standard.code}.`)) {
        fail(
          path,
          `Tiêu chí ${criterion.code} không thuộc tiêu chuẩn ${standard.code}`,
          `Criterion ${criterion.code} is not of standard ${standard.code}`,
        );
      }
      seen.add(criterion.code);
    });
  });
}

function checkLevels(set: StandardSet, fail: Fail): void {
  set.standards.forEach((standard, s) =>
    standard.criteria.forEach((criterion, c) =>
      criterion.levels.forEach((level, l) => {
        const path = ['standards', s, 'criteria', c, 'levels', l];
        if (level.level !== l + 1 || level.level > set.levelRule.levels) {
          fail([...path, 'level'], 'Các mức phải liền nhau từ 1', 'Levels must follow each other from 1');
        }
        const codes = level.indicators.map((indicator) => indicator.code);
        const wrong = codes.findIndex(
          (code, at) => !code.startsWith(String(level.level)) || codes.indexOf(code) !== at,
        );
        if (wrong >= 0) {
          fail(
            [...path, 'indicators', wrong, 'code'],
            'Mã chỉ báo trùng hoặc sai mức',
            'The indicator code is used twice or of another level',
          );
        }
      }),
    ),
  );
}

function checkRule(set: StandardSet, fail: Fail): void {
  const rule = set.levelRule;
  const mandatory = criteriaOf(set)
    .filter((criterion) => criterion.mandatory)
    .map((criterion) => criterion.code);
  if (rule.kind === 'cumulative-all') {
    if (mandatory.length > 0)
      fail(['levelRule'], 'Quy tắc này không có tiêu chí bắt buộc', 'This rule has no mandatory criteria');
    if (rule.clauses.level !== rule.levels + 1)
      fail(
        ['levelRule', 'clauses', 'level'],
        'Phải liền sau mức cao nhất của tiêu chí',
        'It must follow the highest level of criteria',
      );
    const codes = rule.clauses.items.map((item) => item.code);
    const twice = codes.findIndex((code, at) => codes.indexOf(code) !== at);
    if (twice >= 0)
      fail(['levelRule', 'clauses', 'items', twice, 'code'], 'Mã khoản trùng', 'The clause code is used twice');
    return;
  }
  if (mandatory.join() !== rule.mandatory.join()) {
    fail(
      ['levelRule', 'mandatory'],
      'Danh sách bắt buộc khác với các tiêu chí',
      'The mandatory list differs from the criteria',
    );
  }
  if (rule.othersNeeded > criteriaOf(set).length - mandatory.length) {
    fail(['levelRule', 'othersNeeded'], 'Nhiều hơn số tiêu chí còn lại', 'More than there are other criteria');
  }
}

function checkCounts(set: StandardSet, fail: Fail): void {
  const criteria = criteriaOf(set);
  const levels = criteria.flatMap((criterion) => criterion.levels);
  const real: Record<string, number> = {
    standards: set.standards.length,
    criteria: criteria.length,
    indicators: levels.reduce((sum, level) => sum + level.indicators.length, 0),
    clauses: set.levelRule.kind === 'cumulative-all' ? set.levelRule.clauses.items.length : 0,
    mandatory: criteria.filter((criterion) => criterion.mandatory).length,
    elements: levels.reduce((sum, level) => sum + level.elements.length, 0),
    metrics: criteria.reduce((sum, criterion) => sum + criterion.metrics.length, 0),
  };
  for (const [key, number] of Object.entries(real)) {
    const said = set.counts[key as 'standards'];
    if (said !== number)
      fail(['counts', key], `Ghi ${said}, đếm được ${number}`, `It says ${said}, there are ${number}`);
  }
  for (let level = 1; level <= set.levelRule.levels; level += 1) {
    const said = set.counts.criteriaByLevel[String(level)];
    const number = criteriaWithLevel(set, level).length;
    if (said !== number)
      fail(
        ['counts', 'criteriaByLevel', String(level)],
        `Ghi ${said}, đếm được ${number}`,
        `It says ${said}, there are ${number}`,
      );
  }
}

function checkSources(set: StandardSet, fail: Fail): void {
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
    if (!('known' in value) || !('sources' in value)) return;
    const unknown = (value as Certainty).sources.findIndex((source) => !(source in set.sources));
    if (unknown >= 0)
      fail([...path, 'sources', unknown], 'Nguồn chưa khai ở mục sources', 'The source is not listed under sources');
  };
  visit(set, []);
}
