import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { standardsCommand } from './standards.ts';

const folder = mkdtempSync(join(tmpdir(), 'answers-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], locale: 'vi' | 'en' = 'vi') {
  let out = '';
  let err = '';
  const code = standardsCommand(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    locale,
  });
  return { code, out, err };
}

function file(value: unknown): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

test('the list, aligned', () => {
  const { code, out } = run([]);
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(7);
  expect(new Set(lines.slice(1).map((line) => line.indexOf('/20'))).size).toBe(1);
  expect(out).toContain('28/28/20');
  expect(JSON.parse(run(['list', '--json']).out)).toHaveLength(6);
});

test('a set by id, printed code or beginning', () => {
  expect(run(['show', 'tt19-2018']).out).toContain('Tổ chức nhóm trẻ và lớp mẫu giáo');
  expect(run(['show', '18/2018/TT-BGDĐT'], 'en').out).toContain('Level rule');
  expect(run(['show', 'tt17']).out).toContain('tt17-2018');
  expect(run(['list']).out).toContain('10/10/2018 → 07/07/2026');
  expect(JSON.parse(run(['show', 'tt57-2026-general', '--json']).out)).toMatchObject({
    annex: 'II',
    monitoring: { timesPerYear: 2 },
  });
});

test('one criterion', () => {
  const { out } = run(['show', 'tt57-2026-general', '1.4']);
  expect(out).toContain('(bắt buộc)');
  expect(out).toContain('nguồn thứ cấp');
  expect(JSON.parse(run(['show', 'tt19-2018', '1.5', '--json']).out)).toMatchObject({
    code: '19/2018/TT-BGDĐT',
    criterion: { code: '1.5' },
  });
});

test.each([
  [['show', 'tt99'], 1, /Không có bộ tiêu chuẩn "tt99"/],
  [['show', '57/2026/TT-BGDĐT'], 1, /tt57-2026-preschool/],
  [['show', 'tt19-2018', '9.9'], 1, /không có tiêu chí 9\.9/],
  [['show'], 2, /Cách dùng/],
  [['dance'], 2, /Cách dùng/],
  [['level'], 2, /Cách dùng/],
  [['level', '/nowhere.json'], 1, /Không đọc được/],
])('%j', (args, exitCode, sentence) => {
  const { code, out, err } = run(args);
  expect({ code, out }).toEqual({ code: exitCode, out: '' });
  expect(err).toMatch(sentence);
});

test('search without tones', () => {
  expect(run(['search', 'dan', 'chu']).out.split('\n')[0]).toMatch(/1\.9 .*dân chủ/);
  expect(run(['search', 'zzzz']).out).toContain('Không tìm thấy');
  expect(JSON.parse(run(['search', '5942', '--json']).out)).toMatchObject([
    { kind: 'legal-document', code: '5942/BGDĐT-QLCL' },
  ]);
});

test('levels, counts and why not higher', () => {
  const all = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`1.${index + 1}`, 2]));
  const path = file({ set: '19/2018/TT-BGDĐT', answers: { ...all, '1.1': { '1a': 'met', '1b': 'not-met' } } });
  const { code, out } = run(['level', path]);
  expect(code).toBe(0);
  expect(out).toContain('Trường chưa đạt Mức 1');
  expect(out.replace(/\s+/g, ' ')).toContain('Mức 1 không đạt (chỉ báo 1b không đạt, 1c chưa xét)');
  expect(out).toMatch(/2\.2 Đối với giáo viên: Mức 1 chưa xét$/m);
  expect(out).toMatch(/1\s+9\s+25\s+36%/);
  const json = JSON.parse(run(['level', path, '--json']).out);
  expect(json).toMatchObject({
    set: 'tt19-2018',
    schoolLevel: 0,
    whyNotHigher: { level: 1 },
    counts: [{ met: 9, total: 25, percent: 36 }, {}, {}, {}],
  });
  expect(run(['level', path], 'en').out).toContain('The school has not reached Level 1');
});

test('answers that do not name their set are shown the shape of the file', () => {
  for (const answers of [{ '1.1': 'met' }, { set: ' ', answers: {} }, { set: 19, answers: {} }, []]) {
    const { code, err } = run(['level', file(answers)]);
    expect(code).toBe(1);
    expect(err).toMatch(/không phải JSON dạng \{"set": "tt19-2018", "answers"/);
  }
});

test('a slip in the JSON is told with its line and column', () => {
  const path = file({});
  for (const [text, place] of [
    ['{\n  "set": "tt19-2018",\n  "answers": {"1.1": 2,,}\n}', 'dòng 3, cột 24'],
    ['{"set":', 'dòng 1, cột 8'],
  ] as const) {
    writeFileSync(path, text);
    expect(run(['level', path])).toMatchObject({ code: 1, out: '' });
    expect(run(['level', path]).err).toContain(`sai cú pháp JSON ở ${place}`);
  }
});

test('several stages: the lowest decides', () => {
  const codes = [
    '1.1',
    '1.2',
    '1.3',
    '1.4',
    '2.1',
    '2.2',
    '2.3',
    '3.1',
    '3.2',
    '3.3',
    '3.4',
    '3.5',
    '4.1',
    '4.2',
    '4.3',
  ];
  const at = (level: number) => Object.fromEntries(codes.map((each) => [each, level]));
  const path = file({ set: 'tt57-2026-general', stages: { primary: at(2), 'lower-secondary': at(1) } });
  expect(run(['level', path]).out).toContain('Toàn trường: Mức 1 (theo cấp thấp nhất: lower-secondary)');
  expect(JSON.parse(run(['level', path, '--json']).out)).toMatchObject({
    schoolLevel: 1,
    deciding: ['lower-secondary'],
  });
});

test('answers that are not understood are refused, not ignored', () => {
  const { code, err } = run(['level', file({ set: 'tt19-2018', answers: { '1.1': 'perhaps', '7.1': 'met' } })]);
  expect(code).toBe(1);
  expect(err).toContain('1.1: "perhaps"; 7.1');
  expect(run(['level', file('not json')]).code).toBe(1);
  expect(run(['level', file({ set: 'tt19-2018' })]).code).toBe(1);
});
