import { AppError } from '#core/kernel/app-error.ts';

/** How many requests may bring files at the same time. Each costs disk and some processor time, however slow its network is. */
const MOST = { process: 24, school: 8 } as const;

let inProcess = 0;
const inSchools = new Map<string, number>();

/**
 * Work that takes a file in, unless this process or the school is taking in so many already: one school cannot keep the others out.
 * @throws AppError `upload.too-many-at-once` before `work` is begun
 */
export async function throughUploadGate<T>(schoolId: string, work: () => Promise<T>): Promise<T> {
  const ofSchool = inSchools.get(schoolId) ?? 0;
  if (inProcess >= MOST.process || ofSchool >= MOST.school) throw new AppError('upload.too-many-at-once');
  inProcess += 1;
  inSchools.set(schoolId, ofSchool + 1);
  try {
    return await work();
  } finally {
    inProcess -= 1;
    const left = inSchools.get(schoolId)! - 1;
    if (left === 0) inSchools.delete(schoolId);
    else inSchools.set(schoolId, left);
  }
}
