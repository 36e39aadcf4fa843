/** Pages of this browser that have a form open, and find each other by the key under which they keep it. */
type Said = { ask: string } | { here: string };

/** Milliseconds in which a page that is there answers. */
const ANSWER = 400;

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('caitien.forms');

/** Tells others that this page is there. */
export function answerForms(key: string): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if ('ask' in data && data.ask === key) channel.postMessage({ here: key } satisfies Said);
  });
}

export function isStillThere(key: string): Promise<boolean> {
  if (!channel) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      channel.removeEventListener('message', heard);
      clearTimeout(limit);
      resolve(answer);
    };
    const heard = ({ data }: MessageEvent<Said>): void => {
      if ('here' in data && data.here === key) end(true);
    };
    const limit = setTimeout(() => end(false), ANSWER);
    channel.addEventListener('message', heard);
    channel.postMessage({ ask: key } satisfies Said);
  });
}
