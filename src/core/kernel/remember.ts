/** Longer texts hardly come twice. */
const LONGEST = 100;
const MOST = 1000;

/**
 * A pure reading of short texts that come again and again in a document (posts, times, header words), which remembers the last
 * `MOST` answers. Answers are shared: nobody may change them.
 */
export function remember<Value extends object | string | number | boolean | null>(
  read: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}

/** The same for a pure reading of an object that nobody changes: it is read once, however many ask. */
export function rememberOf<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = { value: read(key) }));
    return answer.value;
  };
}
