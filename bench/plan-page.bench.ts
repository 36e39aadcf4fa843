import { Agent, get } from 'node:http';
import { inTurns, perSecond, reportRatio } from './support/report.ts';
import { startProduct } from './support/running-product.ts';

/** The page of a plan with 300 rows, signed in, against a bare page of the same rows from the same query; 20 connections. */
const CONNECTIONS = 20;
const MILLISECONDS = 2500;

const { origin, bare, planId, cookie, stop } = await startProduct();
let agent = new Agent();
const page = `${origin}/plans/${planId}`;

const size = { page: await look(page), bare: await look(bare) };
const [pages, barePages] = await inTurns(
  5,
  () => rateOf(page),
  () => rateOf(bare),
);
const sizes = `${Math.round(size.page / 1024)} and ${Math.round(size.bare / 1024)} KB`;
const detail = `${pages.toFixed(0)} pages/s, ${barePages.toFixed(0)} bare pages/s, ${sizes}`;
reportRatio('page of a plan with 300 rows : bare page', pages / barePages, { atLeast: 0.5 }, detail);
await stop();

/** Connections of its own each time: the server closes those that rest while the other page has its turn. */
async function rateOf(address: string): Promise<number> {
  agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const rate = await perSecond(CONNECTIONS, MILLISECONDS, () => fetchText(address));
  agent.destroy();
  return rate;
}

/** Bytes of a page, which must hold every row. */
async function look(address: string): Promise<number> {
  const html = await fetchText(address);
  const rows = html.split('<tr id="r-').length - 1;
  if (rows !== 300) throw new Error(`${address}: ${rows} rows`);
  return Buffer.byteLength(html);
}

function fetchText(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { cookie, accept: 'text/html' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(chunks).toString());
        else reject(new Error(`${address}: ${answer.statusCode}`));
      });
    }).once('error', reject);
  });
}
