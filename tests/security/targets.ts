import type { Person } from './person.ts';
import type { Ids, RouteLine } from './route-line.ts';
import { SECRET, type SeededSchool } from './seed.ts';

const UPLOADS = 8;
const FILE = `TRƯỜNG MẦM NON ${SECRET}
KẾ HOẠCH
Cải tiến chất lượng giáo dục năm học 2026-2027
TT\tTiêu chí\tNội dung cần cải tiến\tBiện pháp\tThời gian\tNgười thực hiện
1\tTiêu chí 1.5\t${SECRET}\tĐiều chỉnh tuyển sinh\t9/2026\tHiệu trưởng`;

/** Makes things of the first school to try requests on, through the product itself. */
export class Targets {
  readonly #principal: Person;
  readonly #people: readonly Person[];
  readonly #school: SeededSchool;
  readonly #waiting: { upload: string; plan: string }[] = [];

  /** `people`: everybody of the school, who take turns in downloading since each may do so only so often. */
  constructor(principal: Person, people: readonly Person[], school: SeededSchool) {
    this.#principal = principal;
    this.#people = people;
    this.#school = school;
  }

  /** Brings files and waits until their plans are laid out for review. */
  async prepare(): Promise<void> {
    const uploads: string[] = [];
    for (let index = 0; index < UPLOADS; index++) {
      const asking = { body: FILE, headers: { 'content-type': 'application/octet-stream' } };
      const { text } = await this.#principal.ask(`/uploads/receive?name=${encodeURIComponent(SECRET)}.txt`, asking);
      uploads.push((JSON.parse(text) as { id: string }).id);
    }
    await this.#untilRead();
    for (const upload of uploads) this.#waiting.push({ upload, plan: await this.#again(upload) });
  }

  async #untilRead(): Promise<void> {
    for (let state = ''; !state.includes('"busy":false');) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const answer = await this.#principal.ask('/uploads/state');
      if (answer.status >= 400) throw new Error(`the state of uploads: ${answer.status} ${answer.text.slice(0, 200)}`);
      state = answer.text;
    }
  }

  /** Ids for tries that change nothing, or, of what the line consumes, for one that does. */
  async ids(line: RouteLine, fresh = false): Promise<Ids> {
    const { planId, talk, itemIds, issued } = this.#school;
    const { plan: open, comment, invitation, token } = this.#school.open;
    const waiting = fresh && line.consumes === 'review' ? await this.#nextWaiting() : this.#waiting[0];
    if (!waiting) throw new Error('no plan waits for review any more');
    const member = fresh && line.consumes === 'member' ? await this.#newMember() : this.#school.users.staff;
    const group = await this.#group(fresh && line.consumes === 'group');
    const item = fresh && line.consumes === 'item' ? await this.#newItem() : itemIds[0]!;
    let removed = itemIds[1]!;
    if (fresh && line.consumes === 'removed') {
      removed = await this.#newItem();
      await this.#principal.ask(`/plans/${planId}/items/${removed}/remove`, { json: { version: 1 } });
    }
    const named = line.asking && !line.consumes ? [`/plans/${planId}/document`, `/plans/${waiting.plan}/review`] : [];
    const [version = '', reviewVersion = ''] = await Promise.all(named.map((path) => this.#versionOn(path)));
    const { plan: review, upload } = waiting;
    const life = { talk, open, comment, invitation, token, issued };
    return { plan: planId, item, member, group, removed, review, upload, version, reviewVersion, ...life };
  }

  /** All that the first school can read of itself, as one text. */
  async everything(): Promise<string> {
    const { planId } = this.#school;
    const downloader = this.#people[this.#downloads++ % this.#people.length]!;
    const paths = ['/plans', '/people', '/people/groups?year=2032-2033', `/plans/${planId}/rows`];
    const answers = await Promise.all([
      downloader.ask(`/plans/${planId}/download?format=json`),
      ...paths.map((path) => this.#principal.ask(path)),
    ]);
    const refused = answers.find(({ status }) => status !== 200);
    if (refused) throw new Error(`the state cannot be read: ${refused.status} ${refused.text.slice(0, 200)}`);
    return answers.map(({ text }) => text.replace(/nonce="[^"]*"/g, '')).join('\n');
  }

  /** The last one that waits, kept out of the way of those that only look; discarded ones are laid out again. */
  async #nextWaiting(): Promise<{ upload: string; plan: string } | undefined> {
    while (this.#waiting.length > 1) {
      const last = this.#waiting.at(-1)!;
      last.plan = await this.#again(last.upload);
      const page = await this.#principal.ask(`/plans/${last.plan}/review`);
      if (page.status === 200) return last;
      this.#waiting.pop();
    }
    return undefined;
  }

  async #again(upload: string): Promise<string> {
    const { status, location, text } = await this.#principal.ask('/uploads?/again', { form: { upload } });
    const plan = /^\/plans\/([^/]+)\/review$/.exec(location ?? '')?.[1];
    if (plan === undefined) throw new Error(`no plan of ${upload}: ${status} ${location} ${text.slice(0, 300)}`);
    return plan;
  }

  async #versionOn(path: string): Promise<string> {
    const page = await this.#principal.ask(path);
    return /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
  }

  async #newMember(): Promise<string> {
    const before = await this.#principal.ask('/people');
    await this.#principal.ask('/people/new', { form: { displayName: SECRET, role: 'staff' } });
    const after = await this.#principal.ask('/people');
    const ids = (text: string) => [...text.matchAll(/href="\/people\/([0-9a-f-]{36})"/g)].map((match) => match[1]!);
    const known = new Set(ids(before.text));
    return ids(after.text).find((id) => !known.has(id))!;
  }

  #downloads = 0;
  #kept: string | null = null;
  #groups = 0;

  /** One that is kept for tries that change nothing, or a new one whose name nobody has. */
  async #group(fresh: boolean): Promise<string> {
    if (!fresh && this.#kept !== null) return this.#kept;
    this.#groups += 1;
    const asking = {
      form: { year: `${2031 + this.#groups}-${2032 + this.#groups}`, groupName: SECRET, kind: 'group' },
    };
    const { location } = await this.#principal.ask('/people/groups?/add', asking);
    const id = /^\/people\/groups\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
    if (!fresh) this.#kept = id;
    return id;
  }

  async #newItem(): Promise<string> {
    const { text } = await this.#principal.ask(`/plans/${this.#school.planId}/items`, { json: { end: true } });
    return (JSON.parse(text) as { row: { id: string } }).row.id;
  }
}
