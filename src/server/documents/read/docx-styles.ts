import type { TextStyle } from '#core/documents/block.ts';
import { readParagraphProperties, type ParagraphProperties } from './docx-paragraph-properties.ts';
import { lettersOfFont, type LegacyLetters } from './legacy-letters.ts';
import { child, elements, isOn, value, type XmlNode } from './xml-tree.ts';

export interface RunStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  hidden?: boolean;
  size?: number;
  /** The encoding from before Unicode that its font is made for; null for any other font. */
  letters?: LegacyLetters | null;
}

/** The list that a paragraph is in. */
export interface NumberingReference {
  numId: string | undefined;
  level: number | undefined;
  /** The style that puts it there. */
  styleId: string | undefined;
}

/** What a paragraph has by itself and by its style. */
export interface ParagraphLook {
  own: ParagraphProperties;
  /** Of its runs. */
  run: RunStyle;
  /** Alignment and heading level. */
  style: Readonly<TextStyle>;
  list: NumberingReference;
}

interface Style {
  id: string;
  name: string;
  basedOn: string | undefined;
  paragraph: ParagraphProperties;
  rPr: XmlNode | undefined;
}

/** What a paragraph has from its style and those that it is based on. */
interface Inherited {
  run: RunStyle;
  align: TextStyle['align'] | undefined;
  /** As "heading 2" names it. */
  heading: number | undefined;
  outline: string | undefined;
  numId: string | undefined;
  level: string | undefined;
  /** The nearest style that is in a list. */
  listStyle: string | undefined;
}

/**
 * The styles of a Word file: what a paragraph or run inherits. Direct formatting wins over the style nearest to it. Only styles that the
 * text uses are read, and a node of properties, which many paragraphs and runs may share, is read once.
 */
export class DocxStyles {
  readonly #nodes = new Map<string, XmlNode>();
  readonly #styles = new Map<string, Style>();
  readonly #defaultRun: RunStyle;
  readonly #defaultParagraph: string | undefined;
  readonly #inherited = new Map<string | undefined, Inherited>();
  readonly #looks = new Map<XmlNode | undefined, ParagraphLook>();
  readonly #runs = new Map<RunStyle, Map<XmlNode, RunStyle>>();

  constructor(root: XmlNode | undefined) {
    for (const node of elements(root, 'w:style')) {
      const id = node.attributes['w:styleId'] ?? '';
      this.#nodes.set(id, node);
      if (node.attributes['w:type'] === 'paragraph' && node.attributes['w:default'] === '1')
        this.#defaultParagraph ??= id;
    }
    this.#defaultRun = readRun(child(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
  }

  /** Of a paragraph with this `w:pPr`. */
  paragraph(pPr: XmlNode | undefined): ParagraphLook {
    let look = this.#looks.get(pPr);
    if (!look) this.#looks.set(pPr, (look = this.#look(readParagraphProperties(pPr))));
    return look;
  }

  /** Of a run with this `w:rPr` where `inherited` is what its paragraph gives. */
  run(rPr: XmlNode | undefined, inherited: RunStyle): RunStyle {
    if (!rPr) return inherited;
    let runs = this.#runs.get(inherited);
    if (!runs) this.#runs.set(inherited, (runs = new Map()));
    let run = runs.get(rPr);
    if (!run) {
      const character = value(rPr, 'w:rStyle');
      run = { ...inherited, ...(character && this.#chainRun(character)), ...readRun(rPr) };
      runs.set(rPr, run);
    }
    return run;
  }

  /** The list that a numbering style points to. */
  numIdOfStyle(styleId: string): string | undefined {
    return this.#style(styleId)?.paragraph.list?.numId;
  }

  #look(own: ParagraphProperties): ParagraphLook {
    const inherited = this.#inheritedBy(own);
    const style: TextStyle = {};
    const align = own.align ?? inherited.align;
    if (align) style.align = align;
    const outline = own.outline ?? inherited.outline;
    const heading = inherited.heading ?? (outline === undefined ? 0 : Number(outline) + 1);
    if (heading >= 1 && heading <= 6) style.heading = heading;
    const level = own.list?.level ?? inherited.level;
    const list = {
      numId: own.list?.numId ?? inherited.numId,
      level: level === undefined ? undefined : Number(level),
      styleId: inherited.listStyle,
    };
    return { own, run: inherited.run, style, list };
  }

  #style(id: string): Style | undefined {
    const known = this.#styles.get(id);
    const node = this.#nodes.get(id);
    if (known || !node) return known;
    const style: Style = {
      id,
      name: value(node, 'w:name') ?? '',
      basedOn: value(node, 'w:basedOn'),
      paragraph: readParagraphProperties(child(node, 'w:pPr')),
      rPr: child(node, 'w:rPr'),
    };
    this.#styles.set(id, style);
    return style;
  }

  #inheritedBy(paragraph: ParagraphProperties): Inherited {
    const styleId = paragraph.styleId ?? this.#defaultParagraph;
    let inherited = this.#inherited.get(styleId);
    if (!inherited) this.#inherited.set(styleId, (inherited = this.#inherit(styleId)));
    return inherited;
  }

  #inherit(styleId: string | undefined): Inherited {
    const chain = this.#chain(styleId);
    const named = first(chain, (each) => /^heading (\d)$/i.exec(each.name)?.[1]);
    return {
      run: { ...this.#defaultRun, ...this.#chainRun(styleId) },
      align: first(chain, ({ paragraph }) => paragraph.align),
      heading: named === undefined ? undefined : Number(named),
      outline: first(chain, ({ paragraph }) => paragraph.outline),
      numId: first(chain, ({ paragraph }) => paragraph.list?.numId),
      level: first(chain, ({ paragraph }) => paragraph.list?.level),
      listStyle: chain.find(({ paragraph }) => paragraph.list)?.id,
    };
  }

  #chainRun(styleId: string | undefined): RunStyle {
    return Object.assign(
      {},
      ...this.#chain(styleId)
        .reverse()
        .map((each) => readRun(each.rPr)),
    ) as RunStyle;
  }

  /** From the style itself to the one that it is finally based on; a circle is cut. */
  #chain(styleId: string | undefined): Style[] {
    const chain: Style[] = [];
    let style = styleId === undefined ? undefined : this.#style(styleId);
    while (style && !chain.includes(style)) {
      chain.push(style);
      style = style.basedOn === undefined ? undefined : this.#style(style.basedOn);
    }
    return chain;
  }
}

function readRun(rPr: XmlNode | undefined): RunStyle {
  const run: RunStyle = {};
  for (const property of elements(rPr)) addToRun(run, property);
  return run;
}

function addToRun(run: RunStyle, property: XmlNode): void {
  switch (property.name) {
    case 'w:b':
      run.bold = isOn(property);
      return;
    case 'w:i':
      run.italic = isOn(property);
      return;
    case 'w:u':
      run.underline = isOn(property);
      return;
    case 'w:vanish':
      run.hidden = isOn(property);
      return;
    case 'w:sz': {
      const size = Number(property.attributes['w:val']);
      if (size > 0) run.size = size / 2;
      return;
    }
    case 'w:rFonts': {
      const name = property.attributes['w:hAnsi'] ?? property.attributes['w:ascii'];
      if (name !== undefined) run.letters = lettersOfFont(name);
    }
  }
}

function first<T, R>(items: readonly T[], pick: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const picked = pick(item);
    if (picked !== undefined) return picked;
  }
  return undefined;
}
