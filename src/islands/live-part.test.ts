import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('whose session ends while long work is shown is led to the door, and the page asks no more', async () => {
  vi.useFakeTimers();
  const assign = vi.fn();
  const ask = vi.fn(async () => ({ ok: true, redirected: false, text: async () => '' }));
  vi.stubGlobal('document', { querySelector: () => ({ dataset: { busy: 'true' } }) });
  vi.stubGlobal('location', { pathname: '/backups', assign });
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = () => ({ querySelector: () => null });
    },
  );
  vi.stubGlobal('fetch', ask);
  await import('./live-part.ts');
  await vi.advanceTimersByTimeAsync(3_100);
  expect([ask.mock.calls.length, assign.mock.calls]).toEqual([2, []]);
  ask.mockResolvedValue({ ok: true, redirected: true, text: async () => '' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([ask.mock.calls.length, assign.mock.calls]).toEqual([3, [['/backups']]]);
});
