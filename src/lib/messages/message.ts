/** The words in braces of a sentence: `ParamsOf<'Trang {page}/{pages}'>` is `'page' | 'pages'`. */
export type ParamsOf<Sentence extends string> = Sentence extends `${string}{${infer Inside}}${infer Rest}`
  ? ParamName<Inside> | ParamsOf<Rest>
  : never;

type ParamName<Inside extends string> = Inside extends `${infer Name}|${string}` ? Name : Inside;

/** Exactly the keys of an area, in another language. */
export type SameKeys<Area extends Readonly<Record<string, string>>> = { readonly [Key in keyof Area]: string };

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Puts values into a sentence: `{name}` is the value, `{count|row|rows}` is "1 row" or "3 rows". Numbers are written the way
 * the language does (1.234,5 in Vietnamese). An unknown name stays visible as `{name}`. What somebody typed in letters that run from right
 * to left, or with signs that force it, does not turn the rest of the sentence.
 */
export function fill(sentence: string, values: MessageValues, locale: string): string {
  return sentence.replace(/\{([^{}]+)\}/g, (whole, inside: string) => {
    const [name = '', one, many] = inside.split('|');
    const value = values[name];
    if (value === undefined) return whole;
    const written = typeof value === 'number' ? value.toLocaleString(locale) : onItsOwn(value);
    return one === undefined ? written : `${written} ${value === 1 ? one : (many ?? one)}`;
  });
}

const FROM_RIGHT = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Between the signs that begin and end a part with an order of its own. */
function onItsOwn(value: string): string {
  return FROM_RIGHT.test(value) ? `\u2068${value.replace(/[\u2066-\u2069]/g, '')}\u2069` : value;
}
