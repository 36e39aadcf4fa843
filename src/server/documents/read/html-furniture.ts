import { attribute, childrenOf, elementsOf, isElement, UNSEEN, type HtmlElement, type HtmlNode } from './html-node.ts';

/** Words in classes, ids and roles of website parts that are no content, and what they are. Unmarked spelling, as sites write them. */
const PARTS: [reason: string, words: RegExp][] = [
  ['navigation', /^(nav|navbar|navigation|menu|topmenu|mainmenu|submenu|sitemap)$/],
  ['breadcrumb', /^(breadcrumb|breadcrumbs|duongdan|crumb|pathway)$/],
  ['tool-bar', /^(tool|tools|toolbar|print|fontsize|zoom|accessibility|contrast)$/],
  ['banner', /^(banner|masthead|logo|slogan|topbar|marquee)$/],
  ['footer', /^(footer|foot|copyright|contentinfo|bottom)$/],
  ['rating', /^(rating|rate|vote|star|stars|danhgia|binhchon)$/],
  ['related', /^(related|relate|lienquan|tinlienquan|tinkhac|othernews|newsother|morenews|readmore)$/],
  ['comments', /^(comment|comments|binhluan|disqus|respond)$/],
  ['share', /^(share|sharing|social|addthis|fb|zalo|follow)$/],
  ['statistics', /^(counter|statistic|statistics|stats|thongke|truycap|luottruycap|online|visitor|visitors)$/],
  ['calendar', /^(calendar|lich|sukien|event|events|clock)$/],
  ['search', /^(search|timkiem|login|dangnhap|register)$/],
  ['advertisement', /^(ads|ad|advert|quangcao|sponsor|popup|modal|cookie|cookies)$/],
  ['pagination', /^(paging|pager|pagination|phantrang)$/],
  ['side-column', /^(side|sidebar|aside|complementary|widget|widgets|rightcol|leftcol)$/],
];

const TAGS: Record<string, string> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'side-column',
  button: 'tool-bar',
  menu: 'navigation',
};

/** Plain text belongs to content wherever it stands; only containers are judged. */
const PROSE = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'table', 'pre', 'blockquote']);
const LEAD = /^(title|sapo|lead|summary|intro|desc|description|chapeau|tieude|tomtat|headline)$/;
const CONTAINERS = new Set([
  'html',
  'body',
  'div',
  'section',
  'article',
  'main',
  'form',
  'center',
  'span',
  'table',
  'tbody',
  'tr',
  'td',
  'font',
]);

/** The parts of a page that are not its content, each with the reason. Nothing in a page without a site around it. */
export function findHtmlFurniture(root: HtmlNode): Map<HtmlElement, string> {
  const furniture = new Map<HtmlElement, string>();
  const weights = new Weights(root);
  const total = weights.of(root).letters || 1;
  const markNamed = (node: HtmlNode) => {
    for (const each of elementsOf(node)) {
      const reason = namedPart(each);
      const { letters } = weights.of(each);
      if (reason && letters < 0.3 * total) furniture.set(each, reason);
      else if (!UNSEEN.has(each.tagName)) markNamed(each);
    }
  };
  markNamed(root);
  if (weights.of(root).links < 8 && furniture.size === 0) return furniture;
  for (const { node, chosen } of mainPath(root, weights, furniture)) {
    for (const each of elementsOf(node)) {
      if (each === chosen || furniture.has(each) || isContentBeside(each, weights)) continue;
      if (weights.of(each).letters > 0) furniture.set(each, 'site');
    }
  }
  return furniture;
}

function namedPart(node: HtmlElement): string | undefined {
  const byTag = TAGS[node.tagName];
  if (byTag) return byTag;
  if (PROSE.has(node.tagName) && node.tagName !== 'table') return undefined;
  const words = wordsOf(node);
  return PARTS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0];
}

/** "colRight main-nav_2" -> col, right, main, nav, and each name as a whole. */
function wordsOf(node: HtmlElement): string[] {
  const names = ['class', 'id', 'role'].map((name) => attribute(node, name) ?? '').join(' ');
  return names
    .split(/\s+/)
    .filter((name) => name !== '' && !/^(Mso|Word|OutlineElement|c\d)/.test(name))
    .flatMap((name) => [
      name.toLowerCase(),
      ...name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z]+/),
    ])
    .filter((word) => word !== '');
}

/** From the root down to the element with nearly all of the text that is left, with the way taken. */
function mainPath(root: HtmlNode, weights: Weights, furniture: ReadonlyMap<HtmlElement, string>) {
  const path: { node: HtmlNode; chosen: HtmlElement }[] = [];
  let node = root;
  for (;;) {
    const open = elementsOf(node).filter((each) => !furniture.has(each) && CONTAINERS.has(each.tagName));
    const sum = elementsOf(node).reduce((all, each) => all + (furniture.has(each) ? 0 : weights.of(each).letters), 0);
    const chosen = open.find((each) => weights.of(each).letters >= 0.6 * sum && weights.of(each).letters > 0);
    if (!chosen || (chosen.tagName === 'table' && !holdsTable(chosen))) return path;
    path.push({ node, chosen });
    node = chosen;
  }
}

function holdsTable(node: HtmlNode): boolean {
  return elementsOf(node).some((each) => each.tagName === 'table' || holdsTable(each));
}

function isContentBeside(node: HtmlElement, weights: Weights): boolean {
  const { letters, linked } = weights.of(node);
  if (linked > 0.3 * letters) return false;
  return (
    PROSE.has(node.tagName) ||
    letters >= 80 ||
    wordsOf(node).some((word) => LEAD.test(word)) ||
    node.tagName === 'header'
  );
}

interface Weight {
  letters: number;
  /** Letters inside links. */
  linked: number;
  links: number;
}

class Weights {
  readonly #known = new Map<HtmlNode, Weight>();

  constructor(root: HtmlNode) {
    this.#measure(root, false);
  }

  of(node: HtmlNode): Weight {
    return this.#known.get(node) ?? { letters: 0, linked: 0, links: 0 };
  }

  #measure(node: HtmlNode, linked: boolean): Weight {
    const weight: Weight = { letters: 0, linked: 0, links: 0 };
    if (node.nodeName === '#text' && 'value' in node) {
      weight.letters = node.value.replace(/[^\p{L}\p{N}]/gu, '').length;
      if (linked) weight.linked = weight.letters;
    } else if (!isElement(node) || !UNSEEN.has(node.tagName)) {
      const isLink = isElement(node) && node.tagName === 'a' && attribute(node, 'href') !== undefined;
      if (isLink) weight.links = 1;
      for (const each of childrenOf(node)) {
        const inner = this.#measure(each, linked || isLink);
        weight.letters += inner.letters;
        weight.linked += inner.linked;
        weight.links += inner.links;
      }
    }
    this.#known.set(node, weight);
    return weight;
  }
}
