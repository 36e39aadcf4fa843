/** Asking for a page leads to the door by now. */
export class SessionOver extends Error {}

/**
 * This page as the server has it now; null when it cannot be had. @throws `SessionOver`; whatever `fetch` does when the line is away
 * @param address its path, with what of its question still counts
 */
export async function pageNow(address: string): Promise<Document | null> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  if (answer.redirected) throw new SessionOver();
  if (!answer.ok) return null;
  const html = await answer.text();
  // Without its head: styles in there have the word of another answer, and the browser would complain of them.
  return new DOMParser().parseFromString(html.slice(Math.max(0, html.indexOf('<body'))), 'text/html');
}
