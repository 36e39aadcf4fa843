/** Numbers as lists print them: the `w:numFmt` values of OOXML (ECMA-376 part 1, 17.18.59) that occur in Vietnamese files. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerLetter':
      return letters(number);
    case 'vietnameseCounting':
    case 'cardinalText':
      return VIETNAMESE[number - 1] ?? String(number);
    case 'decimalEnclosedCircle':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    default:
      return format.includes(',') ? fromList(number, format) : String(number);
  }
}

const VIETNAMESE = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [size, letter] of ROMAN) {
    while (rest >= size) {
      text += letter;
      rest -= size;
    }
  }
  return text;
}

/** a … z, then aa, bb, as Word does. */
function letters(number: number): string {
  if (number < 1) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(9, Math.ceil(number / 26)));
}

/** A custom format gives its first members: "a, b, c, d, đ, …" or "001, 002, 003, ...". */
function fromList(number: number, format: string): string {
  const members = format.split(/\s*,\s*/).filter((each) => each !== '' && !/^(\.\.\.|…)$/.test(each));
  const width = members[0]?.length ?? 1;
  if (members.every((each) => /^\d+$/.test(each))) return String(number).padStart(width, '0');
  return members[number - 1] ?? String(number);
}

/** Bullets in Symbol and Wingdings sit at private code points; what they look like: */
const SYMBOLS: Record<string, string> = {
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF06E': '▪',
  '\uF0D8': '➢',
  '\uF076': '❖',
  '\uF0FC': '✓',
  '\uF0FE': '☑',
  '\uF0A8': '☐',
  '\uF06F': '☐',
  '\uF02D': '-',
  '\uF0E0': '→',
  '\uF0DE': '⇒',
};

/** Private code points as the signs they show; "•" when unknown. */
export function readableSymbol(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, (sign) => SYMBOLS[sign] ?? '•');
}
