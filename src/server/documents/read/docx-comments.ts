import { paragraphsOfDrafts, type Draft, type DraftParagraph } from '#core/documents/blocks-draft.ts';
import type { DocxWalk } from './docx-walk.ts';
import { elements, type XmlNode } from './xml-tree.ts';

/** The mark of a comment, and the paragraph in whose text it stands. */
export interface CommentMark {
  id: string | undefined;
  anchor: DraftParagraph;
}

/**
 * The comments that people left in the margin, as notes that hang on their paragraphs; labelled with the author. `load` gives the part,
 * asked for only when the text refers to one.
 */
export function readComments(walk: DocxWalk, load: () => XmlNode | undefined): Draft[] {
  if (walk.comments.length === 0) return [];
  const comments = new Map(elements(load()).map((node) => [node.attributes['w:id'], node]));
  const { page } = walk;
  // Reading a comment may meet marks of its own.
  const drafts = [...walk.comments].flatMap(({ id, anchor }) => {
    const node = comments.get(id);
    comments.delete(id);
    const said = paragraphsOfDrafts(node ? walk.apart(() => walk.blocks(node)) : []);
    const author = node?.attributes['w:author'];
    if (said[0] && author) said[0].label ??= `${author}:`;
    return said.map((each): Draft => ({ ...each, note: true, anchor }));
  });
  walk.page = page;
  return drafts;
}
