import { inflateSync } from 'node:zlib'

/** The text of a PDF's pages, in order: what TJ shows in its streams, whose standard fonts write Windows-1252. */
export const wordsOf = (pdf: Buffer): string => {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(
    ([, data = '']) => {
      try {
        return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    },
  )
  const shown = streams.flatMap((stream) =>
    [...stream.matchAll(/\[([^\]]*)\] TJ/g)].map(([, array = '']) => array),
  )
  return shown
    .map((array) =>
      [...array.matchAll(/<([0-9a-f]+)>/g)]
        .map(([, hex = '']) => new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex')))
        .join(''),
    )
    .join(' ')
}
