/** Now, ISO UTC, for what no request carries. `CLOCK_OFFSET_MS` shifts it on one machine; it is unset on AWS. */
export const currentInstant = (): string =>
  new Date(Date.now() + Number(process.env.CLOCK_OFFSET_MS ?? 0)).toISOString()
