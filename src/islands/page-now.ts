/**
 * This page as the server has it now; null when it cannot be had, or the session is over. @throws when the line is away
 * @param address its path, with what of its question still counts
 * @param signedOut called when the session is over
 */
export async function pageNow(address: string, signedOut: () => void = () => undefined): Promise<Document | null> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  if (answer.redirected) signedOut();
  if (!answer.ok || answer.redirected) return null;
  const html = await answer.text();
  // Without its head: styles in there have the word of another answer, and the browser would complain of them.
  return new DOMParser().parseFromString(html.slice(Math.max(0, html.indexOf('<body'))), 'text/html');
}
