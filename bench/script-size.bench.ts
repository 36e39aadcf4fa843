import { gzipSync } from 'node:zlib';
import { startProduct } from './support/running-product.ts';

/** Script that a browser loads before it can do anything on a page: what the page names and all that those import, gzipped. */
const MOST = 90 * 1024;

const { origin, planId, cookie, stop } = await startProduct();
const pages = ['/', '/uploads', '/plans/new', `/plans/${planId}`, `/plans/${planId}/document`, '/standards'];
await report('/sign-in', '');
for (const path of pages) await report(path, cookie);
await stop();

async function report(path: string, cookies: string): Promise<void> {
  const answer = await fetch(origin + path, { headers: { cookie: cookies, accept: 'text/html' }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  const html = await answer.text();
  const base = new URL(path, origin);
  const named = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"|<link[^>]*rel="modulepreload"[^>]*href="([^"]+)"/g)];
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const scripts = new Map<string, string>();
  for (const [, src, href] of named) await follow(new URL(src ?? href ?? '', base), scripts);
  for (const code of inline) for (const address of importsOf(code)) await follow(new URL(address, base), scripts);
  const sizes = [...scripts.values(), ...inline].map((code) => gzipSync(code).length);
  const bytes = sizes.reduce((sum, each) => sum + each, 0);
  const met = bytes <= MOST;
  if (!met) process.exitCode = 1;
  const name = path.replace(planId, '…');
  process.stdout.write(
    `${met ? 'ok  ' : 'MISS'} script of ${name}: ${(bytes / 1024).toFixed(1)} KB gzipped (at most 90 KB), ${scripts.size} files\n`,
  );
}

async function follow(address: URL, scripts: Map<string, string>): Promise<void> {
  if (scripts.has(address.href)) return;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.href}: ${answer.status}`);
  const code = await answer.text();
  scripts.set(address.href, code);
  for (const each of importsOf(code)) await follow(new URL(each, address), scripts);
}

/** Static and first dynamic imports alike: what is loaded later is counted too, so nothing hides. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.{0,2}\/[^"']+\.js)["']/g)].map(
    (match) => match[1] ?? '',
  );
}
