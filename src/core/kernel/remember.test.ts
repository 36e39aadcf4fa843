import { expect, test } from 'vitest';
import { remember, rememberOf } from './remember.ts';

test('reads a short text once, also when it means nothing; long texts are read each time', () => {
  const asked: string[] = [];
  const read = remember((text) => {
    asked.push(text);
    return text === '' ? null : text.length;
  });
  const long = 'x'.repeat(200);
  expect(['a', 'a', '', '', long, long].map(read)).toEqual([1, 1, null, null, 200, 200]);
  expect(asked).toEqual(['a', '', long, long]);
});

test('keeps only so many answers', () => {
  let asked = 0;
  const read = remember((text) => {
    asked += 1;
    return text;
  });
  for (let each = 0; each < 5000; each += 1) read(String(each));
  expect(read('0')).toBe('0');
  expect(asked).toBe(5001);
});

test('an object is read once, one that looks like it is another', () => {
  let times = 0;
  const lengthOf = rememberOf((list: readonly string[]) => {
    times += 1;
    return list.length;
  });
  const list = ['a', 'b'];
  expect([lengthOf(list), lengthOf(list), lengthOf([...list]), times]).toEqual([2, 2, 2, 2]);
});
