import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyphs, PageGeometry } from '#core/documents/blocks-geometry.ts';
import { fromTcvn3, fromVni } from './text-encoding.ts';
import { rulesOf } from './pdf-rules.ts';

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

interface Font {
  bold: boolean;
  italic: boolean;
  decode: (text: string) => string;
}

export interface ReadPage extends PageGeometry {
  /** Part of the page that pictures cover, 0-1. */
  pictured: number;
}

/** Text and ruling lines of a page as it is seen, its rotation applied. */
export async function readPdfPage(page: PDFPageProxy, number: number): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 });
  // The operator list comes first: it loads the fonts whose names tell bold from regular.
  const operators = await page.getOperatorList();
  const content = await page.getTextContent();
  const fonts = new Map<string, Font>();
  const glyphs: Glyphs[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const { fontName } = item as TextItem;
    let font = fonts.get(fontName);
    if (!font) fonts.set(fontName, (font = readFont(page, fontName)));
    glyphs.push(toGlyphs(item as TextItem, viewport.transform, font));
  }
  const { rules, pictured } = rulesOf(operators, viewport.transform, viewport);
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, glyphs, rules, pictured };
}

function toGlyphs(item: TextItem, transform: number[], font: Font): Glyphs {
  const [a, b, , d, e, f] = Util.transform(transform, item.transform) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const size = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) || Math.abs(d) || 1;
  const length = Math.hypot(a, b) || 1;
  // The end of the text along its own direction: text may stand upright in a narrow cell.
  const endX = e + (a / length) * item.width;
  const endY = f + (b / length) * item.width;
  const upright = Math.abs(b) > Math.abs(a);
  const ascent = 0.8 * size;
  return {
    text: font.decode(item.str),
    left: upright ? Math.min(e, e - Math.sign(b) * -ascent) : Math.min(e, endX),
    right: upright ? Math.max(e, e + Math.sign(b) * ascent) : Math.max(e, endX),
    top: upright ? Math.min(f, endY) : f - ascent,
    bottom: upright ? Math.max(f, endY) : f + 0.22 * size,
    baseline: upright ? (f + endY) / 2 : f,
    size: Math.round(size * 10) / 10,
    bold: font.bold,
    italic: font.italic,
  };
}

function readFont(page: PDFPageProxy, id: string): Font {
  const name = fontName(page, id);
  const decode = /(^|\+)\.?Vn[A-Z]/.test(name)
    ? (text: string) => (/H(-|$|,)/.test(name) ? fromTcvn3(text).toUpperCase() : fromTcvn3(text))
    : /(^|\+)VNI[-\s]/.test(name)
      ? fromVni
      : (text: string) => text;
  return { bold: /bold|black|heavy|demi|[-,]bd/i.test(name), italic: /italic|oblique|[-,]it\b/i.test(name), decode };
}

function fontName(page: PDFPageProxy, id: string): string {
  try {
    return (page.commonObjs.get(id) as { name?: string }).name ?? '';
  } catch {
    return '';
  }
}
