import type { DocxStyles, NumberingReference } from './docx-styles.ts';
import { formatNumber, readableSymbol } from './number-label.ts';
import { child, elements, toggle, value, type XmlNode } from './xml-tree.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** Every number of the label in decimal, whatever its own format. */
  legal: boolean;
  /** The level (0-based) whose next number restarts this one; every higher level when undefined. */
  restartAfter: number | undefined;
  never: boolean;
  styleId: string | undefined;
}

interface Num {
  abstractId: string;
  startOverrides: Map<number, number>;
  levels: Map<number, Level>;
}

/**
 * Automatic labels of a Word file ("I.", "1.1", "a)", "-"), counted in the order in which paragraphs are asked for. The part is loaded
 * when the first paragraph in a list comes.
 */
export class DocxNumbering {
  readonly #abstracts = new Map<string, Map<number, Level>>();
  readonly #nums = new Map<string, Num>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  readonly #styles: DocxStyles;
  #load: (() => XmlNode | undefined) | null;

  constructor(load: () => XmlNode | undefined, styles: DocxStyles) {
    this.#load = load;
    this.#styles = styles;
  }

  /** The label of the next paragraph, or null when it is in no list. Counts: call once a paragraph. */
  next({ numId, level: own, styleId }: NumberingReference): string | null {
    const num = numId === undefined || numId === '0' ? undefined : this.#num(numId);
    if (!num || numId === undefined) return null;
    const levels = this.#abstracts.get(num.abstractId) ?? new Map<number, Level>();
    const index = own ?? levelOfStyle(levels, styleId) ?? 0;
    const level = num.levels.get(index) ?? levels.get(index);
    if (!level || level.format === 'none') return null;
    if (level.format === 'bullet') return readableSymbol(level.text).trim() || null;
    const at = (each: number) => num.levels.get(each) ?? levels.get(each);
    const counters = this.#count(numId, num, index, at);
    const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const other = Number(digit) - 1;
      const format = level.legal ? 'decimal' : (at(other)?.format ?? 'decimal');
      return formatNumber(counters[other] ?? at(other)?.start ?? 1, format);
    });
    return label.trim() || null;
  }

  #num(numId: string): Num | undefined {
    if (this.#load) this.#read(this.#load());
    this.#load = null;
    return this.#nums.get(numId);
  }

  #read(root: XmlNode | undefined): void {
    const links = new Map<string, string>();
    for (const node of elements(root, 'w:abstractNum')) {
      const id = node.attributes['w:abstractNumId'] ?? '';
      this.#abstracts.set(id, readLevels(node));
      const link = value(node, 'w:numStyleLink');
      if (link) links.set(id, link);
    }
    for (const node of elements(root, 'w:num')) this.#nums.set(node.attributes['w:numId'] ?? '', readNum(node));
    for (const [id, styleId] of links) {
      const target = this.#nums.get(this.#styles.numIdOfStyle(styleId) ?? '')?.abstractId;
      const levels = target === undefined ? undefined : this.#abstracts.get(target);
      if (levels) this.#abstracts.set(id, levels);
    }
  }

  #count(numId: string, num: Num, index: number, at: (level: number) => Level | undefined): (number | undefined)[] {
    let counters = this.#counters.get(num.abstractId);
    if (!counters) this.#counters.set(num.abstractId, (counters = []));
    const key = `${numId}/${index}`;
    const override = this.#started.has(key) ? undefined : num.startOverrides.get(index);
    this.#started.add(key);
    const before = counters[index];
    counters[index] = override ?? (before === undefined ? (at(index)?.start ?? 1) : before + 1);
    for (let deeper = index + 1; deeper < 9; deeper++) {
      const level = at(deeper);
      if (!level?.never && (level?.restartAfter === undefined || index <= level.restartAfter))
        counters[deeper] = undefined;
    }
    return counters;
  }
}

function levelOfStyle(levels: Map<number, Level>, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  for (const [index, level] of levels) if (level.styleId === styleId) return index;
  return undefined;
}

function readNum(node: XmlNode): Num {
  const num: Num = { abstractId: value(node, 'w:abstractNumId') ?? '', startOverrides: new Map(), levels: new Map() };
  for (const override of elements(node, 'w:lvlOverride')) {
    const index = Number(override.attributes['w:ilvl']);
    const start = value(override, 'w:startOverride');
    if (start !== undefined) num.startOverrides.set(index, Number(start));
    const level = child(override, 'w:lvl');
    if (level) num.levels.set(index, readLevel(level));
  }
  return num;
}

function readLevels(node: XmlNode): Map<number, Level> {
  return new Map(elements(node, 'w:lvl').map((each) => [Number(each.attributes['w:ilvl']), readLevel(each)]));
}

function readLevel(node: XmlNode): Level {
  const restart = value(node, 'w:lvlRestart');
  return {
    start: Number(value(node, 'w:start') ?? 1),
    format: readFormat(node),
    text: value(node, 'w:lvlText') ?? '',
    legal: toggle(node, 'w:isLgl') ?? false,
    restartAfter: restart === undefined || restart === '0' ? undefined : Number(restart) - 1,
    never: restart === '0',
    styleId: value(node, 'w:pStyle'),
  };
}

/** A custom format hides behind an alternative for older programs. */
function readFormat(node: XmlNode): string {
  const direct = child(node, 'w:numFmt') ?? child(node, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt');
  const format = direct?.attributes['w:val'] ?? 'decimal';
  return format === 'custom' ? (direct?.attributes['w:format'] ?? 'decimal') : format;
}
