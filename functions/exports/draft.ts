// What one page of an export adds to its streams, held in memory until it is kept as a segment.
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { emptyStream, type State, type Stream } from './state.ts'

export type Draft = ReturnType<typeof createDraft>

/** Adds to the streams of a state, which is not changed. */
export const createDraft = (state: Pick<State, 'streams'>) => {
  const streams: Record<string, Stream> = structuredClone(state.streams)
  const plain = new Map<string, Uint8Array[]>()
  const texts = new Map<string, string[]>()
  let buffered = 0

  const streamOf = (name: string): Stream => {
    const stream = streams[name] ?? structuredClone(emptyStream)
    streams[name] = stream
    return stream
  }
  const push = <T>(lists: Map<string, T[]>, name: string, one: T) => {
    const list = lists.get(name)
    if (list) list.push(one)
    else lists.set(name, [one])
  }

  return {
    streams,
    /** How much it holds, about. */
    buffered: () => buffered,
    /** The bytes so far of a stream, and how often something was added to it. */
    lengthOf: (name: string) => streams[name]?.length ?? 0,
    countOf: (name: string) => streams[name]?.count ?? 0,
    /** Adds bytes as they are. */
    add: (name: string, bytes: Uint8Array): void => {
      const stream = streamOf(name)
      stream.length += bytes.length
      stream.count += 1
      buffered += bytes.length
      push(plain, name, bytes)
    },
    /** Adds a text to be deflated. */
    deflate: (name: string, text: string): void => {
      streamOf(name).count += 1
      buffered += text.length
      push(texts, name, text)
    },
    /**
     * What is to be kept of each stream. What is deflated by the segment ends on a byte, without a last block, so that
     * segments one after another are one deflated stream.
     */
    segments: (): [string, Uint8Array][] => {
      const segments: [string, Uint8Array][] = [...plain].map(([name, chunks]) => [
        name,
        Buffer.concat(chunks),
      ])
      for (const [name, list] of texts) {
        const bytes = Buffer.from(list.join(''))
        const packed = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
        const stream = streamOf(name)
        stream.crc = crc32(bytes, stream.crc)
        stream.size += bytes.length
        stream.length += packed.length
        segments.push([name, packed])
      }
      return segments
    },
  }
}
