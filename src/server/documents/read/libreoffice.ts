import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AppError } from '#core/kernel/app-error.ts';

const run = promisify(execFile);

const PLACES = [
  'soffice',
  'libreoffice',
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
];

/** The command that starts LibreOffice, or null when it is not installed. */
export async function findLibreOffice(): Promise<string | null> {
  for (const place of PLACES) {
    const found = /[\\/]/.test(place)
      ? await access(place).then(
          () => true,
          () => false,
        )
      : await run(place, ['--version'], { timeout: 20_000 }).then(
          () => true,
          () => false,
        );
    if (found) return place;
  }
  return null;
}

/**
 * Settings of a profile in which a file of strangers is opened: no macro runs, and nothing that the file names is fetched, from the
 * network or from this computer's disk.
 */
const CAREFUL = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['Writer/Content/Update', 'Link', '0'],
  ['Calc/Content/Update', 'Link', '1'],
]
  .map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('')}</oor:items>`;

/**
 * The file converted by LibreOffice, in a folder and with a profile of its own, both gone afterwards. Errors:
 * `document.needs-libreoffice`, `document.corrupted`, `document.timeout`.
 */
export async function convertWithLibreOffice(
  bytes: Uint8Array,
  from: string,
  to: string,
  options: { timeoutMilliseconds: number; signal?: AbortSignal | undefined },
): Promise<Uint8Array> {
  const command = await findLibreOffice();
  if (!command) throw new AppError('document.needs-libreoffice', { format: from, instead: to });
  const folder = await mkdtemp(join(tmpdir(), 'caitien-office-'));
  try {
    await writeFile(join(folder, `in.${from}`), bytes);
    await mkdir(join(folder, 'profile/user'), { recursive: true });
    await writeFile(join(folder, 'profile/user/registrymodifications.xcu'), CAREFUL);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const settings = { timeout: options.timeoutMilliseconds, ...(options.signal ? { signal: options.signal } : {}) };
    await run(
      command,
      [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', folder, join(folder, `in.${from}`)],
      settings,
    );
    return await readFile(join(folder, `in.${to}`));
  } catch (cause) {
    if (options.signal?.aborted) throw new AppError('document.cancelled', {}, { cause });
    const killed = (cause as { killed?: boolean }).killed === true;
    throw new AppError(killed ? 'document.timeout' : 'document.corrupted', {}, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
