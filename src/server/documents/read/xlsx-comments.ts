import { richText } from './read-xlsx.ts';
import { child, elements, textOf, type XmlNode } from './xml-tree.ts';

/** What people wrote on a cell. */
export interface SheetComment {
  /** "D12". */
  cell: string;
  author: string;
  text: string;
}

/** What Excel writes in front of a threaded comment for older programs, which show no thread. */
const THREAD_NOTICE =
  /^\[(?:threaded comment|comment theo chuỗi|nhận xét[^\]]*)\][\s\S]*?\b(?:comment|nhận xét|bình luận):\s*/iu;

/** The notes of a sheet (xl/comments*.xml), cell by cell; the author only where the text does not begin with the name. */
export function readSheetComments(root: XmlNode | undefined): SheetComment[] {
  const authors = elements(child(root, 'authors'), 'author').map((node) => textOf(node).trim());
  return elements(child(root, 'commentList'), 'comment').flatMap((node) => {
    const body = child(node, 'text');
    const text = body ? richText(body).replace(THREAD_NOTICE, '').trim() : '';
    const author = authors[Number(node.attributes['authorId'] ?? -1)] ?? '';
    // A thread is told by its number ("tc={…}"), not by a name.
    const named = author !== '' && !author.startsWith('tc=') && !text.startsWith(author);
    return text === '' ? [] : [{ cell: node.attributes['ref'] ?? '', author: named ? author : '', text }];
  });
}
