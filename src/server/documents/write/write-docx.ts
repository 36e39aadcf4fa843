import type { FileChild, IPropertiesOptions, ISectionOptions } from 'docx';
import {
  AlignmentType,
  Document,
  Header,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { PrintBlock, PrintModel, PrintPart } from '#core/documents/layout/print-model.ts';
import { closingTable, letterheadTable, titleLines } from './docx-frame.ts';
import { blankLine, bodyLine, headingLine, mm, printable } from './docx-paragraphs.ts';
import { bodyTable } from './docx-table.ts';

const FONT = 'Times New Roman';

/** Sets the model as a Word document by Nghị định 30/2020/NĐ-CP; every part can be edited in Word. */
export async function writeDocx(model: PrintModel): Promise<Uint8Array> {
  const document = new Document({
    title: printable(model.name),
    creator: printable(model.letterhead?.schoolName ?? ''),
    lastModifiedBy: printable(model.letterhead?.schoolName ?? ''),
    styles: STYLES,
    sections: model.parts.length > 0 ? sectionsOf(model) : [section(PORTRAIT, frameOf(model, []), true)],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function sectionsOf(model: PrintModel): ISectionOptions[] {
  return model.parts.map((part, index) => {
    const last = index === model.parts.length - 1;
    const body = part.blocks.flatMap((block, at) =>
      childrenOf(block, last && model.closing !== null && at === part.blocks.length - 1),
    );
    const children = index === 0 ? frameOf(model, body) : body;
    if (last && model.closing !== null) children.push(smallGap(), closingTable(model.closing));
    return section(part, children, index === 0);
  });
}

function frameOf(model: PrintModel, body: FileChild[]): FileChild[] {
  const head = model.letterhead === null ? [] : [letterheadTable(model.letterhead)];
  return [...head, ...titleLines(model.title), ...body];
}

function childrenOf(block: PrintBlock, keepNext: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingLine(block)];
    case 'line':
      return [bodyLine(block, keepNext)];
    case 'table':
      return [bodyTable(block), smallGap()];
    case 'blank':
      return [blankLine(keepNext)];
  }
}

/** Word joins tables that touch. */
function smallGap(): Paragraph {
  return new Paragraph({
    children: [],
    spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT },
    keepNext: true,
  });
}

const PORTRAIT: PrintPart = { orientation: 'portrait', blocks: [] };

/** The number of the page stands in the middle of the top margin, from the second page on. */
function section(part: PrintPart, children: FileChild[], first: boolean): ISectionOptions {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 28 })],
  });
  return {
    properties: { ...pageOf(part), type: SectionType.NEXT_PAGE, ...(first ? { titlePage: true } : {}) },
    headers: {
      default: new Header({ children: [number] }),
      ...(first ? { first: new Header({ children: [new Paragraph({ children: [] })] }) } : {}),
    },
    children,
  };
}

/** `docx` wants the portrait measures for landscape too and turns them itself. */
function pageOf({ orientation }: PrintPart): IPropertiesOptions['sections'][number]['properties'] & object {
  const landscape = orientation === 'landscape';
  const margins = landscape ? { left: 25, right: 20 } : { left: 30, right: 15 };
  return {
    page: {
      size: {
        width: mm(210),
        height: mm(297),
        ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
      },
      margin: { top: mm(20), bottom: mm(20), left: mm(margins.left), right: mm(margins.right), header: mm(9) },
    },
  };
}

/** Headings look as the decree wants them; the styles only carry their place in the outline. */
const HEADING = { run: { font: FONT, color: '000000', size: 28 }, paragraph: { spacing: { before: 0, after: 0 } } };
const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: FONT, size: 28, language: { value: 'vi-VN' } },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    heading1: HEADING,
    heading2: HEADING,
    heading3: HEADING,
    heading4: HEADING,
  },
};
