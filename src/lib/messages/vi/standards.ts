export const standards = {} as const;
