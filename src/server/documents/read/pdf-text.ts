import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyphs } from '#core/documents/blocks-geometry.ts';
import { fromLegacy, lettersOfFont } from './legacy-letters.ts';

type Matrix = number[];

interface Glyph {
  unicode: string;
  originalCharCode?: number;
  /** Thousandths of the font size. */
  width: number;
  isSpace: boolean;
}

interface Font {
  bold: boolean;
  italic: boolean;
  vertical: boolean;
  scale: number;
  /** Made for an encoding from before Unicode. */
  legacy: boolean;
  decode: (text: string) => string;
}

/** The part of the graphics state that text needs; saved and restored with it. */
interface TextState {
  matrix: Matrix;
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
}

/**
 * The words of a page with their exact places, from the drawing operators (PDF 32000-1, 9.4). Ready-made text extraction joins
 * neighbouring cells into one piece; here each word stays apart.
 */
export class PdfText {
  readonly words: Glyphs[] = [];
  /** Letters drawn, and those of them of which the file does not say which letter they are. */
  readonly letters = { all: 0, nameless: 0 };
  /** Letters by the way their lines run: level, up the page, upside down, down the page. */
  readonly directions: [number, number, number, number] = [0, 0, 0, 0];
  readonly #page: PDFPageProxy;
  readonly #fonts = new Map<string, Font>();
  readonly #stack: TextState[] = [];
  #state: TextState;
  #text: Matrix = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #blank = false;

  constructor(page: PDFPageProxy, base: Matrix) {
    this.#page = page;
    this.#state = { matrix: base, font: null, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, rise: 0, leading: 0 };
  }

  /** The current transformation, for whoever draws lines. */
  get matrix(): Matrix {
    return this.#state.matrix;
  }

  apply(operator: number, args: unknown[] | null): void {
    const state = this.#state;
    const number = (index = 0) => Number(args?.[index] ?? 0);
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        this.#stack.push({ ...state });
        if (operator === OPS.paintFormXObjectBegin && args?.[0])
          state.matrix = Util.transform(state.matrix, args[0] as Matrix);
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? state;
        return;
      case OPS.transform:
        state.matrix = Util.transform(state.matrix, args as Matrix);
        return;
      case OPS.setFont:
        state.font = this.#font(String(args?.[0]));
        state.size = number(1);
        return;
      case OPS.setCharSpacing:
        state.charSpacing = number();
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = number();
        return;
      case OPS.setHScale:
        state.scale = number() / 100;
        return;
      case OPS.setTextRise:
        state.rise = number();
        return;
      case OPS.setLeading:
        state.leading = -number();
        return;
      case OPS.beginText:
        return this.#setText([1, 0, 0, 1, 0, 0]);
      case OPS.setTextMatrix:
        return this.#setText(Array.from((args?.length === 1 ? args[0] : args) as ArrayLike<number>));
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        return this.#move(number(), number(1));
      case OPS.moveText:
        return this.#move(number(), number(1));
      case OPS.nextLine:
        return this.#move(0, state.leading);
      case OPS.showText:
        return this.#show(args?.[0] as (Glyph | number | null)[]);
    }
  }

  #setText(matrix: Matrix): void {
    this.#text = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #show(glyphs: readonly (Glyph | number | null)[]): void {
    const { font, size, charSpacing, wordSpacing, scale } = this.#state;
    if (!font || !Array.isArray(glyphs)) return;
    let word = '';
    let start = this.#x;
    let end = this.#x;
    const flush = () => {
      if (word.trim() !== '') {
        this.words.push({ ...this.#place(font.decode(word), start, end), afterBlank: this.#blank });
        this.#blank = false;
      }
      word = '';
    };
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        this.#x -= (glyph * size * scale) / 1000;
        continue;
      }
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      const width = glyph.width * size * font.scale;
      this.letters.all++;
      if (NAMELESS.test(glyph.unicode)) this.letters.nameless++;
      if (/^\s*$/.test(glyph.unicode)) {
        flush();
        this.#blank ||= glyph.unicode !== '';
      } else {
        if (word !== '' && this.#x - end > 0.16 * Math.abs(size * scale)) flush();
        if (word === '') start = this.#x;
        word += font.legacy && glyph.originalCharCode === SOFT_HYPHEN ? '\u00AD' : glyph.unicode;
        end = this.#x + width * scale;
      }
      this.#x += (width + spacing) * scale;
    }
    flush();
  }

  #place(text: string, start: number, end: number): Glyphs {
    const { matrix, rise, size, font } = this.#state;
    const all = Util.transform(matrix, this.#text) as Matrix;
    const at = (x: number, y: number): [number, number] => [
      all[0]! * x + all[2]! * y + all[4]!,
      all[1]! * x + all[3]! * y + all[5]!,
    ];
    this.directions[directionOf(all)] += text.length;
    const y = this.#y + rise;
    const height = Math.abs(size);
    const corners = [
      at(start, y - 0.22 * height),
      at(end, y - 0.22 * height),
      at(start, y + 0.8 * height),
      at(end, y + 0.8 * height),
    ];
    const ys = corners.map((each) => each[1]);
    const upright = Math.abs(all[1]!) > Math.abs(all[0]!);
    // Slanted letters of a made-up italic lean over their neighbours: the base line alone tells how wide they are.
    const xs = (upright ? corners : [at(start, y), at(end, y)]).map((each) => each[0]);
    return {
      text,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      // Words of text that stands upright in a narrow cell follow each other from line to line.
      baseline: upright ? (Math.min(...ys) + Math.max(...ys)) / 2 : at(start, y)[1],
      size: Math.round(height * Math.hypot(all[2]!, all[3]!) * 10) / 10 || 1,
      bold: font?.bold ?? false,
      italic: font?.italic ?? false,
      ...(isSlanted(all) && { slanted: true }),
    };
  }

  #font(id: string): Font {
    let font = this.#fonts.get(id);
    if (!font) this.#fonts.set(id, (font = readFont(this.#page, id)));
    return font;
  }
}

/** Numbers of drawings in a font stand where letters should: control characters, or places that Unicode leaves to anyone. */
const NAMELESS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uE000-\uF8FF\uFFFD]/;

/** Quarter turns against the clock by which a line of text runs off level; y grows downwards. */
function directionOf(matrix: Matrix): 0 | 1 | 2 | 3 {
  const [along, across] = [matrix[0]!, matrix[1]!];
  if (Math.abs(along) >= Math.abs(across)) return along >= 0 ? 0 : 2;
  return across < 0 ? 1 : 3;
}

/** Whether a line of text runs more than 5 degrees off level or upright. */
function isSlanted(matrix: Matrix): boolean {
  const [along, across] = [Math.abs(matrix[0]!), Math.abs(matrix[1]!)];
  return Math.min(along, across) > Math.tan((5 * Math.PI) / 180) * Math.max(along, across);
}

/** A Latin font shows a hyphen there (PDF 32000-1, annex D.2), a font for TCVN3 the letter "ư". */
const SOFT_HYPHEN = 0xad;

function readFont(page: PDFPageProxy, id: string): Font {
  const source = fontObject(page, id);
  const name = source.name ?? '';
  // Fonts from before Unicode hold Vietnamese letters at Latin places.
  const letters = lettersOfFont(name.replace(/^[A-Z]{6}\+/, ''));
  const decode = (text: string) => (letters === null ? text : fromLegacy(text, letters));
  return {
    bold: /bold|black|heavy|demi|[-,]bd/i.test(name),
    italic: /italic|oblique|[-,]it\b/i.test(name),
    vertical: source.vertical ?? false,
    scale: source.fontMatrix?.[0] ?? 0.001,
    legacy: letters !== null,
    decode,
  };
}

function fontObject(page: PDFPageProxy, id: string): { name?: string; vertical?: boolean; fontMatrix?: number[] } {
  try {
    return page.commonObjs.get(id) as { name?: string };
  } catch {
    return {};
  }
}
