import type { Crosswalk, ElementNote } from '#core/standards/crosswalk.ts';
import { findCriterion, findLevel, findSet } from '#core/standards/find-in-set.ts';
import type { Criterion, StandardSet } from '#core/standards/standard-set.ts';
import { unknownSet } from './check-set.ts';
import { type DataFile, type DataPath, dataFileError } from './data-file.ts';
import type { FileOf } from './load-standards.ts';

/** Every set, criterion, indicator and element that the crosswalk names exists, every old criterion is mapped, counts are right. */
export function checkCrosswalk({ data, value: crosswalk }: FileOf<Crosswalk>, sets: StandardSet[]): void {
  const look = new Lookup(data, sets);
  crosswalk.mappings.forEach((mapping, m) => {
    const old = look.criterion(mapping, ['mappings', m]);
    mapping.unmapped?.indicators.forEach((code, i) =>
      look.indicator(old, code, ['mappings', m, 'unmapped', 'indicators', i]),
    );
    mapping.to.forEach((target, t) => {
      const path = ['mappings', m, 'to', t];
      const criterion = look.criterion(target, path);
      target.indicators.forEach((code, i) => look.indicator(old, code, [...path, 'indicators', i]));
      target.elements.forEach((code, i) => look.element(criterion, code, [...path, 'elements', i]));
      target.elementsPartial.forEach((code, i) => look.element(criterion, code, [...path, 'elementsPartial', i]));
    });
  });
  checkComplete(crosswalk, sets, data);
  for (const part of ['principles', 'uncovered', 'partly'] as const) {
    crosswalk[part].forEach((note, index) => checkNote(note, look, [part, index]));
  }
  crosswalk.coverage.forEach((coverage, index) => look.criterion(coverage, ['coverage', index]));
  checkCounts(crosswalk, data);
}

function checkNote(note: ElementNote, look: Lookup, path: DataPath): void {
  const criterion = look.criterion(note, path);
  const element = look.element(criterion, note.index, [...path, 'index']);
  if (element !== note.element || !note.index.startsWith(`${note.level}.`)) {
    look.fail([...path, 'element'], 'Ý này khác với bộ tiêu chuẩn', 'The element differs from the standard set');
  }
}

function checkComplete(crosswalk: Crosswalk, sets: StandardSet[], data: DataFile): void {
  crosswalk.from.forEach(({ set: id }, index) => {
    const set = findSet(sets, id);
    if (!set) throw dataFileError(data, ['from', index, 'set'], unknownSet(id));
    const mapped = crosswalk.mappings.filter((mapping) => mapping.set === id).map((mapping) => mapping.criterion);
    const missing = set.standards
      .flatMap((standard) => standard.criteria)
      .find((criterion) => !mapped.includes(criterion.code));
    if (missing || new Set(mapped).size !== mapped.length) {
      const code = missing?.code ?? '';
      throw dataFileError(data, ['from', index], {
        vi: `Tiêu chí ${code} của ${id} thiếu hoặc trùng`,
        en: `Criterion ${code} of ${id} is missing or there twice`,
      });
    }
  });
}

function checkCounts(crosswalk: Crosswalk, data: DataFile): void {
  const links = crosswalk.mappings.flatMap((mapping) => mapping.to);
  const real: [DataPath, number, number][] = [
    [['counts', 'mappings'], crosswalk.counts.mappings, crosswalk.mappings.length],
    [['counts', 'links'], crosswalk.counts.links, links.length],
    ...(['same', 'part', 'related'] as const).map((relation): [DataPath, number, number] => [
      ['counts', 'relations', relation],
      crosswalk.counts.relations[relation],
      links.filter((link) => link.relation === relation).length,
    ]),
    ...(['uncovered', 'partly'] as const).flatMap((part) =>
      Object.entries(crosswalk.counts[part]).map(([set, said]): [DataPath, number, number] => [
        ['counts', part, set],
        said,
        crosswalk[part].filter((gap) => gap.from.includes(set)).length,
      ]),
    ),
  ];
  for (const [path, said, number] of real) {
    if (said !== number)
      throw dataFileError(data, path, {
        vi: `Ghi ${said}, đếm được ${number}`,
        en: `It says ${said}, there are ${number}`,
      });
  }
}

class Lookup {
  readonly data: DataFile;
  readonly sets: StandardSet[];

  constructor(data: DataFile, sets: StandardSet[]) {
    this.data = data;
    this.sets = sets;
  }

  fail(path: DataPath, vi: string, en: string): never {
    throw dataFileError(this.data, path, { vi, en });
  }

  criterion(of: { set: string; criterion: string }, path: DataPath): Criterion {
    const set = findSet(this.sets, of.set);
    if (!set) throw dataFileError(this.data, [...path, 'set'], unknownSet(of.set));
    const found = findCriterion(set, of.criterion);
    return (
      found ??
      this.fail(
        [...path, 'criterion'],
        `Bộ ${of.set} không có tiêu chí ${of.criterion}`,
        `${of.set} has no criterion ${of.criterion}`,
      )
    );
  }

  indicator(criterion: Criterion, code: string, path: DataPath): void {
    const codes = criterion.levels.flatMap((level) => level.indicators.map((indicator) => indicator.code));
    if (!codes.includes(code))
      this.fail(
        path,
        `Tiêu chí ${criterion.code} không có chỉ báo ${code}`,
        `Criterion ${criterion.code} has no indicator ${code}`,
      );
  }

  /** "1.2": level 1, second element. */
  element(criterion: Criterion, code: string, path: DataPath): string {
    const [level = 0, index = 0] = code.split('.').map(Number);
    const found = findLevel(criterion, level)?.elements[index - 1];
    return (
      found ??
      this.fail(
        path,
        `Tiêu chí ${criterion.code} không có ý ${code}`,
        `Criterion ${criterion.code} has no element ${code}`,
      )
    );
  }
}
