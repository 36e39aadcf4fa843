import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkArchive } from '#server/backup/check-archive.ts';
import { checkSchoolArchive } from '#server/backup/school/check-school-archive.ts';
import { look, useSchool } from '../support/browser.ts';
import { planFile } from '../support/plan-file.ts';

const school = useSchool();
const folder = await mkdtemp(join(tmpdir(), 'caitien-backups-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command line beside the running product, on the same data. */
function command(...args: string[]): Promise<{ code: number; text: string }> {
  const env = { ...process.env, CAITIEN_DATA: school.app.dataDirectory, DATABASE_URL: '', LANG: 'vi_VN.UTF-8' };
  const program = join(import.meta.dirname, '../../scripts/caitien.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: { ...env, LC_ALL: '' } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
    });
  });
}

test('the principal makes a backup and an export, and takes both away', async () => {
  const page = await school.principal();
  await page.goto('/backups');
  await page.getByText('Chưa có bản sao lưu', { exact: true }).waitFor();
  await page.getByText(/Lần sao lưu tới: \d\d\/\d\d\/\d{4}\s02:00/).waitFor();
  await look(page, 'backups-empty');

  const file = await planFile({ layout: 'nine-column', schoolYear: 2025 });
  await page.goto('/uploads');
  await page.getByLabel('Tệp kế hoạch').setInputFiles([file]);
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.getByText(/\d+ hạng mục/).waitFor({ timeout: 60_000 });

  await page.goto('/backups');
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  const link = page.getByRole('link', { name: /^Tải bản này/ });
  await link.first().waitFor({ timeout: 60_000 });
  expect(await page.getByText('Theo yêu cầu').count()).toBe(1);
  const [backup] = await Promise.all([page.waitForEvent('download'), link.first().click()]);
  expect(backup.suggestedFilename()).toMatch(/^caitien-\d{8}-\d{6}\.zip$/);
  const { manifest, reader } = await checkArchive(await backup.path());
  await reader.close();
  expect(manifest.files).toHaveLength(1);
  expect(manifest.schools).toHaveLength(1);

  await page.getByRole('button', { name: 'Tạo tệp xuất mới' }).click();
  const take = page.getByRole('link', { name: 'Tải tệp xuất về' });
  await take.waitFor({ timeout: 60_000 });
  await look(page, 'backups-list');
  const [exported] = await Promise.all([page.waitForEvent('download'), take.click()]);
  const archive = await checkSchoolArchive(await exported.path());
  await archive.reader.close();
  expect(archive.manifest.school.name).toBe('Trường Mầm non Ổi Hồng');
});

test('the command line backs up while the product runs, and restores only when it does not', async () => {
  const path = join(folder, 'sao-luu.zip');
  const made = await command('backup', path);
  expect(made.text).toContain('Đã đọc lại và khớp');
  expect(made.code).toBe(0);
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await command('audit', 'verify')).toMatchObject({ code: 0 });
  const refused = await command('restore', path, '--replace', '--yes');
  expect(refused.code).toBe(1);
  expect(refused.text).toContain('đang');
  expect(existsSync(join(school.app.dataDirectory, 'backups'))).toBe(true);
  const page = await school.principal();
  await page.goto('/backups');
  await page
    .getByRole('link', { name: /^Tải bản này/ })
    .first()
    .waitFor();
});
