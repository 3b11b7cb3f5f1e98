// The parts of a ZIP archive (APPNOTE 6.3.10), so that one can be written by processes that follow each other. Ours:
// what libraries offer streams from one process to its end. Sizes are known beforehand, so every header is exact; the
// 64-bit forms are used where an archive needs them.

const U32 = 0xffffffff
const U16 = 0xffff
/** Names are UTF-8. */
const FLAGS = 0x0800
export const STORED = 0
export const DEFLATED = 8

export type ZipEntry = {
  readonly name: string
  readonly method: typeof STORED | typeof DEFLATED
  readonly crc: number
  /** Bytes before and after packing. */
  readonly size: number
  readonly packed: number
  /** When it is of, as clocks show it where it is read: `2024-07-12T21:59:58`. */
  readonly at?: string
}

/** ZIP's first instant, for what has none of its own: the same content makes the same archive. */
const FIRST = '1980-01-01T00:00:00'

/** What stands before the bytes of an entry. */
export const localHeader = (entry: ZipEntry): Buffer => {
  const isLong = entry.size >= U32 || entry.packed >= U32
  return headed(
    [
      u32(0x04034b50),
      ...common(entry, isLong),
      u32(isLong ? U32 : entry.packed),
      u32(isLong ? U32 : entry.size),
    ],
    entry.name,
    isLong ? [u64(entry.size), u64(entry.packed)] : [],
    [],
  )
}

/** What the directory at the end says of an entry whose header stands at `offset`. */
export const directoryRecord = (entry: ZipEntry, offset: number): Buffer => {
  const long = [entry.size, entry.packed, offset].filter((value) => value >= U32)
  return headed(
    [
      u32(0x02014b50),
      u16(45),
      ...common(entry, long.length > 0),
      u32(Math.min(entry.packed, U32)),
      u32(Math.min(entry.size, U32)),
    ],
    entry.name,
    long.map(u64),
    // No comment, first disk, no attributes.
    [u16(0), u16(0), u16(0), u32(0), u32(Math.min(offset, U32))],
  )
}

/** The end of an archive: how many entries, and where their directory stands. */
export const archiveEnd = (entries: number, directory: { offset: number; length: number }): Buffer => {
  const { offset, length } = directory
  const isLong = entries >= U16 || offset >= U32 || length >= U32
  const long = [
    ...[u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0)],
    ...[u64(entries), u64(entries), u64(length), u64(offset)],
    ...[u32(0x07064b50), u32(0), u64(offset + length), u32(1)],
  ]
  return Buffer.concat([
    ...(isLong ? long : []),
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(Math.min(entries, U16)),
    u16(Math.min(entries, U16)),
    u32(Math.min(length, U32)),
    u32(Math.min(offset, U32)),
    u16(0),
  ])
}

const common = ({ method, crc, at = FIRST }: ZipEntry, isLong: boolean): Buffer[] => [
  u16(isLong ? 45 : 20),
  u16(FLAGS),
  u16(method),
  ...dosTime(at),
  u32(crc),
]

/** A time to two seconds, then a day, as MS-DOS kept them. */
const dosTime = (at: string): Buffer[] => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = at.split(/\D/).map(Number)
  return [u16((hour << 11) | (minute << 5) | (second >> 1)), u16(((year - 1980) << 9) | (month << 5) | day)]
}

const headed = (start: Buffer[], name: string, long: Buffer[], end: Buffer[]): Buffer => {
  const bytes = Buffer.from(name)
  const extra = long.length > 0 ? Buffer.concat([u16(1), u16(long.length * 8), ...long]) : Buffer.alloc(0)
  return Buffer.concat([...start, u16(bytes.length), u16(extra.length), ...end, bytes, extra])
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
