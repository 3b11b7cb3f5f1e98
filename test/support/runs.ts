/**
 * How often a property is tried: as many times as said, or `RUNS` times as many, for a night's search (`RUNS=20 npm test`).
 * Many of one kind of run cost minutes on a small machine, and each run of the suite draws others anyway.
 */
export const runs = (count: number): { readonly numRuns: number } => ({
  numRuns: count * Number(process.env.RUNS ?? 1),
})
