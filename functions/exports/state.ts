// How far the writing of an export came, kept in its job between two pages: all that another process needs to go on to
// the byte. What was written lies in segments in storage; a file is put together from them at the end.
import * as z from 'zod'

/** The one partition of the work: a file is written from its beginning to its end. */
export const FILE = 'file'

/** A sequence of bytes that grows: a table, a sheet, the files of an archive. */
const Stream = z.object({
  /** The segments that hold some of it, from one number to another. */
  spans: z.array(z.tuple([z.int(), z.int()])),
  /** Bytes in storage; of a deflated stream, `size` and `crc` are those of what was deflated. */
  length: z.int(),
  size: z.int(),
  crc: z.int(),
  /** How many rows, entries or dossiers it holds. */
  count: z.int(),
})
export type Stream = z.infer<typeof Stream>

export const State = z.object({
  phase: z.enum(['writing', 'assembling']),
  total: z.int(),
  /** How many dossiers went into the file. */
  dossiers: z.int(),
  /** Where reading goes on, by shard. */
  places: z.record(z.string(), z.string()),
  /** The number of the next segment. */
  segment: z.int(),
  /** From which segment on which run wrote: two runs never write under one name. */
  writers: z.array(z.tuple([z.int(), z.string()])),
  streams: z.record(z.string(), Stream),
  /** The upload of the whole file, the next of its parts, and the next of its pieces. */
  upload: z.object({ id: z.string(), part: z.int(), piece: z.int() }).optional(),
})
export type State = z.infer<typeof State>

export const emptyStream: Stream = { spans: [], length: 0, size: 0, crc: 0, count: 0 }

/** Where an export begins. */
export const beginning = (total: number): State => ({
  phase: 'writing',
  total,
  dossiers: 0,
  places: {},
  segment: 0,
  writers: [],
  streams: {},
})

/** The name in storage of a segment of a stream. */
export const segmentKey = (
  id: string,
  { writers }: Pick<State, 'writers'>,
  stream: string,
  segment: number,
) => {
  const writer = writers.findLast(([from]) => from <= segment)?.[1]
  if (!writer) throw new Error(`segment ${segment} of ${id} was never written`)
  return `work/${id}/${String(segment).padStart(6, '0')}-${writer}/${stream}`
}

/** The segments of a stream, in order. */
export const segmentsOf = ({ spans }: Stream): number[] =>
  spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
