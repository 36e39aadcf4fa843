import { PASSWORD } from './seed.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  location: string | null;
}

export interface Asking {
  method?: string;
  /** Sent as a form when it is an object of texts, as JSON when it is `json`, as it is otherwise. */
  form?: Record<string, string>;
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
}

/** Somebody with a browser that keeps cookies, follows nothing by itself, and says which page it comes from. */
export class Person {
  readonly url: string;
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  async ask(path: string, asking: Asking = {}): Promise<Answer> {
    const body = bodyOf(asking);
    const response = await fetch(this.url + path, {
      method: asking.method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        origin: this.url,
        accept: 'text/html',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(asking.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...asking.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return {
      status: response.status,
      headers: response.headers,
      text: await textOf(response),
      location: response.headers.get('location'),
    };
  }

  async signIn(username: string, password: string = PASSWORD): Promise<Answer> {
    return this.ask('/sign-in', { form: { username, password } });
  }

  #keep(line: string): void {
    const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
    if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** All of an answer; of one that goes on and on (server-sent events), what it says first. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes('event: ')) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

function bodyOf({ form, json, body }: Asking): BodyInit | undefined {
  if (form) return new URLSearchParams(form);
  return json === undefined ? body : JSON.stringify(json);
}
