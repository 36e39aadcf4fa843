import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkCommand } from './check.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(args: string[], { locale = 'vi' as 'vi' | 'en', isTTY = false } = {}) {
  let out = '';
  let err = '';
  const stdout = { write: (text: string) => (out += text), isTTY };
  const code = await checkCommand(args, { stdout, stderr: { write: (text) => (err += text) }, locale });
  return { code, out, err };
}

const HEAD = [
  'PHÒNG GD&ĐT HUYỆN ĐỒNG NẮNG',
  'TRƯỜNG MẦM NON NẮNG SỚM',
  'Số: 62/KH-MNNS',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Đồng Nắng, ngày 12 tháng 9 năm 2023',
  'KẾ HOẠCH',
  'Cải tiến chất lượng giáo dục năm học 2023 – 2024',
];

function file(name: string, ...body: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [...HEAD, ...body, 'HIỆU TRƯỞNG', 'Đỗ Thị Mai Chi'].join('\n\n'));
  return path;
}

const faulty = file(
  'faulty.txt',
  'II. KẾT QUẢ TỰ ĐÁNH GIÁ',
  '- Số lượng tiêu chí đạt Mức 2: 18/25, tỷ lệ 70%',
  'III. NỘI DUNG VÀ GIẢI PHÁP THỰC HIỆN',
  'Tiêu chuẩn 1. Tổ chức và quản lý nhà trường',
  'Tiêu chí 1.9. Thực hiện quy chế dân chủ cơ sở',
  'Năm học 2023-2024 hiệu trưởng chỉ đạo công khai biên bản họp.',
);

test('errors give exit code 1 and stand under their place', async () => {
  const { code, out } = await run([faulty]);
  expect(code).toBe(1);
  expect(out).toContain(
    'Mục II\n  Lỗi       18/25 là 72%, văn bản ghi “70%”. [percent-mismatch]\n      Gợi ý sửa: 72%',
  );
  expect(out).toMatch(/\d+ lỗi, \d+ lưu ý, \d+ gợi ý\.\n$/);
  expect(out).not.toContain('\u001B');
});

test('colours on a terminal, English words on request', async () => {
  const { out } = await run([faulty], { isTTY: true, locale: 'en' });
  expect(out).toContain('\u001B[31mError  \u001B[0m');
  expect(out).toContain('Section II');
});

test('--json has rule, severity, message, where, suggestion', async () => {
  const { findings } = JSON.parse((await run([faulty, '--json'])).out) as { findings: Record<string, unknown>[] };
  expect(findings.find(({ rule }) => rule === 'percent-mismatch')).toMatchObject({
    severity: 'error',
    message: '18/25 là 72%, văn bản ghi “70%”.',
    where: 'Mục II',
    suggestion: '72%',
    place: { part: 'section', section: 'II' },
  });
});

test('the command line, and a file that is not there', async () => {
  expect((await run([])).code).toBe(2);
  expect((await run([faulty, faulty])).code).toBe(2);
  const wrong = await run(['--nope', faulty]);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toMatch(/^Không có tuỳ chọn --nope\.\n\nCách dùng:/);
  expect(await run(['--help'])).toMatchObject({ code: 0 });
  const missing = await run([join(folder, 'none.docx')]);
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.err).toContain('không mở được tệp');
});
